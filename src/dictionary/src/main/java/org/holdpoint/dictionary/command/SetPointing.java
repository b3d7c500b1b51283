package org.holdpoint.dictionary.command;

import org.holdpoint.dictionary.Command;
import org.holdpoint.dictionary.Field;

/** TC[201,6]: Select the attitude profile; needs ground to hold attitude. */
@Command(
    name = "SET_POINTING",
    service = 201,
    subtype = 6,
    description = "Select the attitude profile; needs ground to hold attitude.")
public record SetPointing(
    @Field("Authority epoch of the session that sends it") int epoch,
    @Field("Profile") Pointing pointing)
    implements ChaserCommand {}
