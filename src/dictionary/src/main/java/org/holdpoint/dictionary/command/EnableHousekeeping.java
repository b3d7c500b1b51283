package org.holdpoint.dictionary.command;

import org.holdpoint.dictionary.Command;
import org.holdpoint.dictionary.Field;
import org.holdpoint.dictionary.WireType;

/** TC[3,5]: Enable the periodic report of one structure. */
@Command(
    name = "ENABLE_HOUSEKEEPING",
    service = 3,
    subtype = 5,
    description = "Enable the periodic report of one structure.")
public record EnableHousekeeping(
    @Field("Authority epoch of the session that sends it") int epoch,
    @Field(value = "Structure identifier", wire = WireType.U8) int structure)
    implements ChaserCommand {}
