package org.holdpoint.flight.navigation;

import org.holdpoint.motion.Vec3;

/**
 * The flight model of an orbit: central gravity and J2, about the z axis of GCRF (the pole is off
 * it by 0.2 deg, 3e-5 m/s2 at most: nothing between two fixes a second apart). One state of six
 * numbers, position then velocity, stepped by the classical Runge-Kutta method of fourth order.
 */
public final class OrbitModel {
  /** EGM2008. */
  public static final double MU_M3_S2 = 3.986004415e14;

  public static final double EARTH_RADIUS_M = 6378136.3;
  public static final double J2 = 1.0826355e-3;

  private final double[] k = new double[6];
  private final double[] sum = new double[6];
  private final double[] at = new double[6];

  /** Advances {@code state} (metres, m/s) by {@code dt_s} without thrust. */
  public void advance(double[] state, double dt_s) {
    derivative(state, k);
    for (int i = 0; i < 6; i++) {
      sum[i] = k[i];
      at[i] = state[i] + dt_s / 2 * k[i];
    }
    derivative(at, k);
    for (int i = 0; i < 6; i++) {
      sum[i] += 2 * k[i];
      at[i] = state[i] + dt_s / 2 * k[i];
    }
    derivative(at, k);
    for (int i = 0; i < 6; i++) {
      sum[i] += 2 * k[i];
      at[i] = state[i] + dt_s * k[i];
    }
    derivative(at, k);
    for (int i = 0; i < 6; i++) {
      state[i] += dt_s / 6 * (sum[i] + k[i]);
    }
  }

  private static void derivative(double[] state, double[] out) {
    double x = state[0];
    double y = state[1];
    double z = state[2];
    double r2 = x * x + y * y + z * z;
    double r = Math.sqrt(r2);
    double central = -MU_M3_S2 / (r2 * r);
    double flat = 1.5 * J2 * EARTH_RADIUS_M * EARTH_RADIUS_M / r2;
    double polar = 5 * z * z / r2;
    out[0] = state[3];
    out[1] = state[4];
    out[2] = state[5];
    out[3] = central * x * (1 + flat * (1 - polar));
    out[4] = central * y * (1 + flat * (1 - polar));
    out[5] = central * z * (1 + flat * (3 - polar));
  }

  /** The part of J2 in the acceleration at a place, GCRF. */
  static Vec3 oblateness_m_s2(Vec3 r_I_m) {
    double r2 = r_I_m.dot(r_I_m);
    double central = -MU_M3_S2 / (r2 * Math.sqrt(r2));
    double flat = 1.5 * J2 * EARTH_RADIUS_M * EARTH_RADIUS_M / r2;
    double polar = 5 * r_I_m.z() * r_I_m.z() / r2;
    return new Vec3(
        central * r_I_m.x() * flat * (1 - polar),
        central * r_I_m.y() * flat * (1 - polar),
        central * r_I_m.z() * flat * (3 - polar));
  }

  /**
   * Mean motion by the orbit's energy, the potential of J2 included, so that it stays the same
   * round the orbit; rad/s.
   */
  public static double meanMotion_rad_s(double[] state) {
    double r2 = state[0] * state[0] + state[1] * state[1] + state[2] * state[2];
    double r = Math.sqrt(r2);
    double v2 = state[3] * state[3] + state[4] * state[4] + state[5] * state[5];
    double sin2 = state[2] * state[2] / r2;
    double flat = 0.5 * J2 * EARTH_RADIUS_M * EARTH_RADIUS_M / r2 * (3 * sin2 - 1);
    double energy = v2 / 2 - MU_M3_S2 / r * (1 - flat);
    double a = -MU_M3_S2 / (2 * energy);
    return Math.sqrt(MU_M3_S2 / (a * a * a));
  }

  public static Vec3 position(double[] state) {
    return new Vec3(state[0], state[1], state[2]);
  }

  public static Vec3 velocity(double[] state) {
    return new Vec3(state[3], state[4], state[5]);
  }

  public static void set(double[] state, Vec3 r, Vec3 v) {
    state[0] = r.x();
    state[1] = r.y();
    state[2] = r.z();
    state[3] = v.x();
    state[4] = v.y();
    state[5] = v.z();
  }
}
