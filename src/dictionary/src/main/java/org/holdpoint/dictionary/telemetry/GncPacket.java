package org.holdpoint.dictionary.telemetry;

import java.util.List;
import org.holdpoint.dictionary.Field;
import org.holdpoint.dictionary.Packet;
import org.holdpoint.dictionary.Repeat;
import org.holdpoint.dictionary.WireType;
import org.holdpoint.dictionary.Wxyz;
import org.holdpoint.dictionary.Xyz;

/** Guidance, navigation and control at 10 Hz. */
@Packet(
    name = "gnc",
    apid = 102,
    structure = 10,
    period_ms = 100,
    description =
        "Relative state, reference, attitude, and what control wanted and the gate applied.")
public record GncPacket(
    @Field("Validity of relative navigation") Validity navigation,
    @Field(value = "Chaser relative to target, QSW", unit = "m") Xyz r_CT_L_m,
    @Field(value = "Relative velocity seen in QSW", unit = "m/s") Xyz v_CT_L_m_s,
    @Field(value = "Position uncertainty, 3 sigma, largest axis", unit = "m")
        double position_3sigma_m,
    @Field(value = "Range between centres of mass", unit = "m") double range_m,
    @Field(value = "Range rate, negative when closing", unit = "m/s") double range_rate_m_s,
    @Field(value = "Reference position, QSW", unit = "m") Xyz r_reference_L_m,
    @Field(value = "Reference velocity, QSW", unit = "m/s") Xyz v_reference_L_m_s,
    @Field("Attitude from inertial (GCRF) to body") Wxyz q_BI,
    @Field(value = "Body rate", unit = "rad/s") Xyz rate_B_rad_s,
    @Field(value = "Pointing error", unit = "deg") double attitude_error_deg,
    @Field(value = "Delta-v still to be given by the burn in progress", unit = "m/s")
        double burn_to_go_m_s,
    @Field("Next event foreseen") NextEvent next_event,
    @Field(value = "Time to the next event; 0 when none", unit = "s") double time_to_next_event_s,
    @Field(value = "Normalised innovation squared of the last bearing", unit = "")
        double nis_bearing,
    @Field(value = "Normalised innovation squared of the last range", unit = "") double nis_range,
    @Field(value = "Force wanted by control, body frame", unit = "N") Xyz force_wanted_B_N,
    @Field(value = "Wheel torque applied, body frame", unit = "N.m") Xyz wheel_torque_B_N_m,
    @Repeat(value = 16, name = "thruster", first = 0) List<Thruster> thrusters) {

  public GncPacket {
    thrusters = List.copyOf(thrusters);
  }

  /** On-times of one thruster in this tick. */
  public record Thruster(
      @Field(value = "On-time wanted by control", unit = "ms", wire = WireType.U8) int wanted_ms,
      @Field(value = "On-time applied by the actuator gate", unit = "ms", wire = WireType.U8)
          int applied_ms) {}
}
