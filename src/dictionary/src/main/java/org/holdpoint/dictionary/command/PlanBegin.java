package org.holdpoint.dictionary.command;

import org.holdpoint.dictionary.Command;
import org.holdpoint.dictionary.Field;
import org.holdpoint.dictionary.WireType;

/** TC[201,2]: Begin the upload of a plan; the plan onboard stays until COMMIT. */
@Command(
    name = "PLAN_BEGIN",
    service = 201,
    subtype = 2,
    description = "Begin the upload of a plan; the plan onboard stays until COMMIT.")
public record PlanBegin(
    @Field("Authority epoch of the session that sends it") int epoch,
    @Field("Identifier of the new plan") int plan_id,
    @Field(value = "Number of legs", wire = WireType.U8, min = 1, max = 8) int leg_count,
    @Field("Hash of the new plan") long plan_hash)
    implements ChaserCommand {}
