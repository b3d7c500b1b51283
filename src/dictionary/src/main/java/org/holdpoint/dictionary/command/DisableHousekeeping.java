package org.holdpoint.dictionary.command;

import org.holdpoint.dictionary.Command;
import org.holdpoint.dictionary.Field;
import org.holdpoint.dictionary.WireType;

/** TC[3,6]: Disable the periodic report of one structure. */
@Command(
    name = "DISABLE_HOUSEKEEPING",
    service = 3,
    subtype = 6,
    significance = Command.Significance.WATCH,
    description = "Disable the periodic report of one structure.")
public record DisableHousekeeping(
    @Field("Authority epoch of the session that sends it") int epoch,
    @Field(value = "Structure identifier", wire = WireType.U8) int structure)
    implements ChaserCommand {}
