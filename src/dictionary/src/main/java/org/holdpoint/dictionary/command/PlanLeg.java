package org.holdpoint.dictionary.command;

import org.holdpoint.dictionary.Command;
import org.holdpoint.dictionary.Field;
import org.holdpoint.dictionary.WireType;
import org.holdpoint.dictionary.Xyz;
import org.holdpoint.dictionary.telemetry.LegKind;

/** TC[201,3]: One leg of the plan in upload. */
@Command(
    name = "PLAN_LEG",
    service = 201,
    subtype = 3,
    description = "One leg of the plan in upload.")
public record PlanLeg(
    @Field("Authority epoch of the session that sends it") int epoch,
    @Field(value = "Index of the leg, 1-based", wire = WireType.U8, min = 1, max = 8) int leg_index,
    @Field("Kind of leg") LegKind kind,
    @Field(value = "Gate that releases it", wire = WireType.U8, min = 1, max = 250) int gate_id,
    @Field(value = "End point, QSW", unit = "m", min = -100000, max = 100000) Xyz target_L_m,
    @Field(value = "Duration; 0 lets the flight software choose", unit = "s", min = 0, max = 90000)
        double duration_s)
    implements ChaserCommand {}
