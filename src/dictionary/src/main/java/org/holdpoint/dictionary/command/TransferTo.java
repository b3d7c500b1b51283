package org.holdpoint.dictionary.command;

import org.holdpoint.dictionary.Command;
import org.holdpoint.dictionary.Field;
import org.holdpoint.dictionary.Xyz;

/** TC[201,5]: Fly a two-impulse transfer to a point; needs ground to hold translation. */
@Command(
    name = "TRANSFER_TO",
    service = 201,
    subtype = 5,
    significance = Command.Significance.DISTRESS,
    description = "Fly a two-impulse transfer to a point; needs ground to hold translation.")
public record TransferTo(
    @Field("Authority epoch of the session that sends it") int epoch,
    @Field(value = "End point, QSW", unit = "m", min = -3000, max = 3000) Xyz target_L_m,
    @Field(value = "Duration", unit = "s", min = 300, max = 12000) double duration_s)
    implements ChaserCommand {}
