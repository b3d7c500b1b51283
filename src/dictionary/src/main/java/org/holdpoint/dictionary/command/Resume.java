package org.holdpoint.dictionary.command;

import org.holdpoint.dictionary.Command;
import org.holdpoint.dictionary.Field;
import org.holdpoint.dictionary.telemetry.Rung;

/**
 * TC[202,4]: Clear the safing response in force and return to HOLD at the present point; needs
 * valid navigation.
 */
@Command(
    name = "RESUME",
    service = 202,
    subtype = 4,
    significance = Command.Significance.DISTRESS,
    description =
        "Clear the safing response in force and return to HOLD at the present point; needs valid navigation.")
public record Resume(
    @Field("Authority epoch of the session that sends it") int epoch,
    @Field("Safing response that is cleared") Rung rung)
    implements ChaserCommand {}
