package org.holdpoint.dictionary.command;

import org.holdpoint.dictionary.Command;
import org.holdpoint.dictionary.Field;
import org.holdpoint.dictionary.WireType;

/** TC[3,27]: Report one housekeeping structure once. */
@Command(
    name = "REPORT_HOUSEKEEPING",
    service = 3,
    subtype = 27,
    description = "Report one housekeeping structure once.")
public record ReportHousekeeping(
    @Field("Authority epoch of the session that sends it") int epoch,
    @Field(value = "Structure identifier", wire = WireType.U8) int structure)
    implements ChaserCommand {}
