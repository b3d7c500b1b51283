package org.holdpoint.dictionary.command;

import org.holdpoint.dictionary.Command;
import org.holdpoint.dictionary.Field;
import org.holdpoint.dictionary.WireType;

/**
 * TC[201,1]: Release the leg that departs from the gate; refused for another gate, a closed gate, a
 * changed plan or after its expiry.
 */
@Command(
    name = "GO",
    service = 201,
    subtype = 1,
    significance = Command.Significance.DISTRESS,
    description =
        "Release the leg that departs from the gate; refused for another gate, a closed gate, a changed plan or after its expiry.")
public record Go(
    @Field("Authority epoch of the session that sends it") int epoch,
    @Field(value = "Gate at hand", wire = WireType.U8, min = 1, max = 250) int gate_id,
    @Field("Hash of the plan consented to") long plan_hash,
    @Field(value = "Expiry, TAI seconds since 1958", unit = "s") long expiry_tai_s)
    implements ChaserCommand {}
