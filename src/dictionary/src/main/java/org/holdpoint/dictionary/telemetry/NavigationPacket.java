package org.holdpoint.dictionary.telemetry;

import java.util.List;
import org.holdpoint.dictionary.Field;
import org.holdpoint.dictionary.Packet;
import org.holdpoint.dictionary.Repeat;
import org.holdpoint.dictionary.WireType;
import org.holdpoint.dictionary.Xyz;

/** What the ground needs to predict: covariance, own orbit, light. */
@Packet(
    name = "nav",
    apid = 102,
    structure = 11,
    period_ms = 1000,
    description = "Navigation covariance, own orbit, Sun direction and filter statistics.")
public record NavigationPacket(
    @Field(value = "Own position, GCRF", unit = "m", wire = WireType.F64) Xyz r_C_I_m,
    @Field(value = "Own velocity, GCRF", unit = "m/s", wire = WireType.F64) Xyz v_C_I_m_s,
    @Field(value = "Mean motion of the target's orbit", unit = "rad/s", wire = WireType.F64)
        double mean_motion_rad_s,
    @Field("Unit vector to the Sun, target-centred QSW") Xyz sun_L,
    @Field(value = "Angle between the Sun and the orbital plane", unit = "deg") double beta_deg,
    @Field("Bearings accepted since start") long bearings_accepted,
    @Field("Bearings rejected by the NIS gate since start") long bearings_rejected,
    @Field("Ranges accepted since start") long ranges_accepted,
    @Field("Ranges rejected by the NIS gate since start") long ranges_rejected,
    @Repeat(value = 21, name = "covariance") List<Entry> covariance) {

  public NavigationPacket {
    covariance = List.copyOf(covariance);
  }

  /**
   * One entry of the upper triangle of the 6x6 covariance of (r_CT_L_m, v_CT_L_m_s), by rows: 11,
   * 12, .. 16, 22, .. 66; SI units.
   */
  public record Entry(@Field("Covariance entry, SI units") double si) {}
}
