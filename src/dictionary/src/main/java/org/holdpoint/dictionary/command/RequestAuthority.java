package org.holdpoint.dictionary.command;

import org.holdpoint.dictionary.Command;
import org.holdpoint.dictionary.Field;
import org.holdpoint.dictionary.telemetry.Holder;

/**
 * TC[200,1]: Ask that the ground or the autonomy holds the functions; a change raises the epoch.
 */
@Command(
    name = "REQUEST_AUTHORITY",
    service = 200,
    subtype = 1,
    significance = Command.Significance.WATCH,
    description =
        "Ask that the ground or the autonomy holds the functions; a change raises the epoch.")
public record RequestAuthority(
    @Field("Functions asked for") Functions functions, @Field("Who shall hold them") Holder holder)
    implements ChaserCommand {}
