package org.holdpoint.dictionary.telemetry;

import org.holdpoint.dictionary.Field;
import org.holdpoint.dictionary.Packet;
import org.holdpoint.dictionary.Xyz;

/** Run-time assurance between control and the actuator gate. */
@Packet(
    name = "assurance",
    apid = 103,
    structure = 81,
    period_ms = 1000,
    description =
        "Run-time assurance: margins of its constraints and what it changed; at once when it does.")
public record AssurancePacket(
    @Field("The monitor's state is good enough to judge by") boolean judging,
    @Field("Constraint that changed the commands in this tick") AssuranceConstraint active,
    @Field("Armed constraint with the smallest margin") AssuranceConstraint nearest,
    @Field(value = "Its margin", unit = "m/s") double margin_m_s,
    @Field(value = "Smallest range in two orbits if thrust ended now", unit = "m")
        double passive_range_m,
    @Field(value = "Delta-v wanted by control in this tick, QSW", unit = "m/s") Xyz wanted_L_m_s,
    @Field(value = "Delta-v let through in this tick, QSW", unit = "m/s") Xyz passed_L_m_s,
    @Field(value = "Delta-v that the mode may still spend", unit = "m/s") double budget_m_s,
    @Field("The budget is spent: translation is blocked until safing or another mode")
        boolean latched,
    @Field("Interventions since start") int interventions) {}
