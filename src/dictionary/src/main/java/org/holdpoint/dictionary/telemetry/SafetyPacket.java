package org.holdpoint.dictionary.telemetry;

import org.holdpoint.dictionary.Field;
import org.holdpoint.dictionary.Packet;
import org.holdpoint.dictionary.Xyz;

/** The safety monitor's own view, from its own sensors. */
@Packet(
    name = "safety",
    apid = 103,
    structure = 20,
    period_ms = 100,
    description =
        "The safety monitor's own state, rules, margins and the verdict of each safing rung.")
public record SafetyPacket(
    @Field("Validity of the monitor's own state") Validity monitor,
    @Field(value = "Chaser relative to target, QSW, monitor's own", unit = "m") Xyz r_CT_L_m,
    @Field(value = "Relative velocity seen in QSW, monitor's own", unit = "m/s") Xyz v_CT_L_m_s,
    @Field(value = "Position uncertainty of the monitor, 3 sigma, largest axis", unit = "m")
        double position_3sigma_m,
    @Field(value = "Range, monitor's own", unit = "m") double range_m,
    @Field(value = "Closing speed, positive when closing", unit = "m/s") double closing_speed_m_s,
    @Field(value = "Closing speed still allowed here: limit minus closing speed", unit = "m/s")
        double closing_speed_margin_m_s,
    @Field(value = "Distance needed to stop with one thruster failed", unit = "m")
        double braking_distance_m,
    @Field(value = "Smallest 3-sigma range with thrust off over the required time", unit = "m")
        double passive_range_3sigma_m,
    @Field(value = "How long thrust off stays outside the keep-out sphere at 3 sigma", unit = "s")
        double passive_safe_for_s,
    @Field(value = "Distance between navigation's and the monitor's position", unit = "m")
        double disagreement_m,
    @Field("Rule: outside the keep-out sphere") Verdict rule_keep_out,
    @Field("Rule: inside the corridor or transfer tube") Verdict rule_corridor,
    @Field("Rule: closing speed and total speed") Verdict rule_speed,
    @Field("Rule: braking distance") Verdict rule_braking,
    @Field("Rule: passive safety") Verdict rule_passive_safety,
    @Field("Rule: navigation fresh and valid") Verdict rule_navigation,
    @Field("Rule: navigation and monitor agree") Verdict rule_disagreement,
    @Field("Rule: propellant above the reserve") Verdict rule_propellant,
    @Field("Response that the rules ask for") Rung response_asked,
    @Field("Response in force") Rung response_active,
    @Field("HOLD: safe now") RungVerdict hold_verdict,
    @Field(value = "HOLD: smallest 3-sigma range", unit = "m") double hold_range_3sigma_m,
    @Field(value = "HOLD: how long it stays safe to command", unit = "s") double hold_valid_for_s,
    @Field("RETREAT: safe now") RungVerdict retreat_verdict,
    @Field(value = "RETREAT: smallest 3-sigma range", unit = "m") double retreat_range_3sigma_m,
    @Field(value = "RETREAT: how long it stays safe to command", unit = "s")
        double retreat_valid_for_s,
    @Field("ABORT: safe now") RungVerdict abort_verdict,
    @Field(value = "ABORT: smallest 3-sigma range", unit = "m") double abort_range_3sigma_m,
    @Field(value = "ABORT: how long it stays safe to command", unit = "s") double abort_valid_for_s,
    @Field("Abort direction latched") Direction abort_direction,
    @Field(value = "Age of the latched abort direction", unit = "s") double abort_latch_age_s,
    @Field(value = "Abort delta-v still to be given", unit = "m/s") double abort_to_go_m_s,
    @Field("Safings since start") int safing_count,
    @Field("ESCAPE: safe now") RungVerdict escape_verdict,
    @Field(value = "ESCAPE: smallest 3-sigma range", unit = "m") double escape_range_3sigma_m,
    @Field(value = "ESCAPE: how long it stays safe to command", unit = "s")
        double escape_valid_for_s,
    @Field("Rule: body rate") Verdict rule_attitude_rate,
    @Field("Rule: wheel momentum") Verdict rule_wheels,
    @Field("Rule: no force or torque that nobody commanded") Verdict rule_thrusters,
    @Field("Rule: Sun out of the cameras") Verdict rule_sun,
    @Field("Rule: battery charge") Verdict rule_battery,
    @Field("Rule: no ticks missed") Verdict rule_ticks,
    @Field("Rule: live link on forced legs") Verdict rule_dead_man,
    @Field(value = "Body rate by IMU B", unit = "deg/s") double attitude_rate_deg_s,
    @Field(value = "Angle of the Sun off the cameras; 180 in shadow or unknown", unit = "deg")
        double sun_angle_deg,
    @Field(value = "Battery charge, 0 empty, 1 full") double battery_charge,
    @Field(value = "Time since the ground was last heard", unit = "s") double ground_heard_age_s,
    @Field(value = "Force by IMU B that nobody commanded, mean of the last seconds", unit = "N")
        double unexplained_force_N,
    @Field(value = "Torque by IMU B that nobody commanded, mean of the last seconds", unit = "N.m")
        double unexplained_torque_N_m,
    @Field("Rule: contacts not missed") Verdict rule_contact) {}
