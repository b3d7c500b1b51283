package org.holdpoint.dictionary.command;

import org.holdpoint.dictionary.Command;
import org.holdpoint.dictionary.Field;

/** TC[201,4]: Make the uploaded plan the plan onboard, whole or not at all. */
@Command(
    name = "PLAN_COMMIT",
    service = 201,
    subtype = 4,
    significance = Command.Significance.WATCH,
    description = "Make the uploaded plan the plan onboard, whole or not at all.")
public record PlanCommit(
    @Field("Authority epoch of the session that sends it") int epoch,
    @Field("Identifier of the new plan") int plan_id)
    implements ChaserCommand {}
