package org.holdpoint.flight.guidance;

import org.holdpoint.flight.LargeThrusters;
import org.holdpoint.motion.Vec3;

/**
 * How well a burn is given. A thruster is off by 1 % and 0.5 to 1 deg, but a burn ends on the
 * delta-v that IMU A has sensed on all three axes; what remains is the IMU's own error, the
 * smallest pulse and the cut-off.
 */
final class BurnExecution {
  /** Part of the magnitude, 1 sigma. */
  static final double MAGNITUDE_1SIGMA = 0.003;

  /** Direction, 1 sigma: 0.3 deg. */
  static final double DIRECTION_1SIGMA_RAD = 0.0052;

  /** Of every burn, on each axis, 1 sigma. */
  static final double FLOOR_1SIGMA_M_S = 0.0005;

  /** Thrust on any axis that burns are timed with; 3.4 N with all twelve thrusters. */
  static final double THRUST_N = 3.0;

  private BurnExecution() {}

  /** How long a burn by the 1 N thrusters takes. */
  static double duration_s(double deltaV_m_s, double mass_kg) {
    return deltaV_m_s * mass_kg / THRUST_N;
  }

  /**
   * How long a burn takes, by the thrusters that give it.
   *
   * @param r_CT_L_m chaser relative to target at the burn
   */
  static double duration_s(Vec3 deltaV_L_m_s, Vec3 r_CT_L_m, double mass_kg) {
    double size_m_s = deltaV_L_m_s.norm();
    return LargeThrusters.give(deltaV_L_m_s, r_CT_L_m)
        ? size_m_s * mass_kg / LargeThrusters.BURN_FORCE_N + LargeThrusters.TRIM_S
        : duration_s(size_m_s, mass_kg);
  }

  /**
   * Covariance after a burn.
   *
   * @param covariance 36 entries by rows, of (r_CT_L_m, v_CT_L_m_s); not changed
   */
  static double[] after(double[] covariance, Vec3 deltaV_L_m_s) {
    double[] after = covariance.clone();
    double size = deltaV_L_m_s.norm();
    if (size == 0) {
      return after;
    }
    double along = square(MAGNITUDE_1SIGMA * size) - square(DIRECTION_1SIGMA_RAD * size);
    double all = square(DIRECTION_1SIGMA_RAD * size) + square(FLOOR_1SIGMA_M_S);
    Vec3 unit = deltaV_L_m_s.times(1 / size);
    double[] u = {unit.x(), unit.y(), unit.z()};
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        after[6 * (3 + i) + 3 + j] += along * u[i] * u[j] + (i == j ? all : 0);
      }
    }
    return after;
  }

  private static double square(double value) {
    return value * value;
  }
}
