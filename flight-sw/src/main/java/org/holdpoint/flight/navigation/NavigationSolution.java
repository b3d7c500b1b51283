package org.holdpoint.flight.navigation;

import org.holdpoint.dictionary.telemetry.Validity;
import org.holdpoint.flight.navigation.far.FarSolution;
import org.holdpoint.flight.navigation.far.FarStatistics;
import org.holdpoint.motion.Quaternion;
import org.holdpoint.motion.Vec3;

/**
 * What navigation knows after this tick, for guidance and control.
 *
 * @param validity of the relative state
 * @param r_CT_L_m chaser relative to target, target-centred QSW
 * @param v_CT_L_m_s velocity seen in the rotating frame
 * @param covariance of the two
 * @param q_BI attitude, GCRF to body
 * @param q_LI from GCRF to L
 * @param rate_B_rad_s inertial body rate, body frame
 * @param sensedDeltaV_L_m_s delta-v sensed by IMU A over the last tick, turned to L
 * @param r_C_I_m own position, GCRF
 * @param v_C_I_m_s own velocity, GCRF
 * @param r_T_I_m the target's position, GCRF
 * @param v_T_I_m_s its velocity, GCRF
 * @param meanMotion_rad_s of the target's orbit
 * @param sun_L unit vector to the Sun; the last one known while eclipsed
 * @param mass_kg total mass by the tank gauge
 * @param propellant_kg by the tank gauge
 * @param statistics of the filter, for telemetry
 * @param far what far navigation knows; {@link FarSolution#NONE} while the near filter leads
 * @param farStatistics how well that agrees with what it sees
 */
public record NavigationSolution(
    Validity validity,
    Vec3 r_CT_L_m,
    Vec3 v_CT_L_m_s,
    Covariance6 covariance,
    Quaternion q_BI,
    Quaternion q_LI,
    Vec3 rate_B_rad_s,
    Vec3 sensedDeltaV_L_m_s,
    Vec3 r_C_I_m,
    Vec3 v_C_I_m_s,
    Vec3 r_T_I_m,
    Vec3 v_T_I_m_s,
    double meanMotion_rad_s,
    Vec3 sun_L,
    double mass_kg,
    double propellant_kg,
    FilterStatistics statistics,
    FarSolution far,
    FarStatistics farStatistics) {

  /** Of the near filter, or without a word on what far navigation sees. */
  public NavigationSolution(
      Validity validity,
      Vec3 r_CT_L_m,
      Vec3 v_CT_L_m_s,
      Covariance6 covariance,
      Quaternion q_BI,
      Quaternion q_LI,
      Vec3 rate_B_rad_s,
      Vec3 sensedDeltaV_L_m_s,
      Vec3 r_C_I_m,
      Vec3 v_C_I_m_s,
      Vec3 r_T_I_m,
      Vec3 v_T_I_m_s,
      double meanMotion_rad_s,
      Vec3 sun_L,
      double mass_kg,
      double propellant_kg,
      FilterStatistics statistics,
      FarSolution far) {
    this(
        validity,
        r_CT_L_m,
        v_CT_L_m_s,
        covariance,
        q_BI,
        q_LI,
        rate_B_rad_s,
        sensedDeltaV_L_m_s,
        r_C_I_m,
        v_C_I_m_s,
        r_T_I_m,
        v_T_I_m_s,
        meanMotion_rad_s,
        sun_L,
        mass_kg,
        propellant_kg,
        statistics,
        far,
        FarStatistics.NONE);
  }

  public double range_m() {
    return r_CT_L_m.norm();
  }

  /** From L to body. */
  public Quaternion q_BL() {
    return q_BI.times(q_LI.conjugate());
  }

  /** Counters since start, and the last normalised innovations squared. */
  public record FilterStatistics(
      double nisBearing,
      double nisRange,
      long bearingsAccepted,
      long bearingsRejected,
      long rangesAccepted,
      long rangesRejected) {}
}
