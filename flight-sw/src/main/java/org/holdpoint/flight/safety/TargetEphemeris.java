package org.holdpoint.flight.safety;

import org.holdpoint.flight.FlightConfiguration;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.Vec3;

/**
 * The monitor's own copy of the target's orbit: the uploaded ephemeris carried on with central
 * gravity and J2 (Vallado 2013, eq. 8-30) by the classical Runge-Kutta method. It serves only to
 * orient L; 24 h after upload the neglected forces leave about 0.1 deg.
 */
final class TargetEphemeris implements Retained {
  private static final double MU_M3_S2 = 3.986004418e14;
  private static final double EARTH_RADIUS_M = 6378136.3;
  private static final double J2 = 1.0826266e-3;

  /** Longest step; a tick needs one of 0.1 s. */
  private static final double MAX_STEP_S = 30;

  /** Longest jump in time that is followed; a longer one is a damaged clock. */
  private static final int MAX_STEPS = 2880;

  private final double meanMotion_rad_s;
  private final double[] state = new double[6];
  private long tai_ns;

  private final double[] k1 = new double[6];
  private final double[] k2 = new double[6];
  private final double[] k3 = new double[6];
  private final double[] k4 = new double[6];
  private final double[] probe = new double[6];

  TargetEphemeris(FlightConfiguration configuration) {
    Vec3 r = configuration.r_T_I_m();
    Vec3 v = configuration.v_T_I_m_s();
    put(r, 0);
    put(v, 3);
    tai_ns = configuration.start_tai_ns();
    double semiMajorAxis_m = 1 / (2 / r.norm() - v.dot(v) / MU_M3_S2);
    if (!(semiMajorAxis_m > EARTH_RADIUS_M)) {
      throw new IllegalArgumentException(
          "the target's uploaded orbit is not an orbit: semi-major axis "
              + semiMajorAxis_m
              + " m; check r_T_I_m and v_T_I_m_s of the flight configuration");
    }
    meanMotion_rad_s = Math.sqrt(MU_M3_S2 / (semiMajorAxis_m * semiMajorAxis_m * semiMajorAxis_m));
  }

  private void put(Vec3 v, int at) {
    state[at] = v.x();
    state[at + 1] = v.y();
    state[at + 2] = v.z();
  }

  double meanMotion_rad_s() {
    return meanMotion_rad_s;
  }

  /**
   * Takes the chaser's own orbit for the target's: within the rangers' reach the axes of L differ
   * by less than 0.03 deg.
   */
  void replace(Vec3 r_C_I_m, Vec3 v_C_I_m_s) {
    put(r_C_I_m, 0);
    put(v_C_I_m_s, 3);
  }

  /** Where the target is, GCRF. */
  Vec3 r_I_m() {
    return new Vec3(state[0], state[1], state[2]);
  }

  /** Its velocity, GCRF. */
  Vec3 v_I_m_s() {
    return new Vec3(state[3], state[4], state[5]);
  }

  /** Carries the orbit on to the given time. */
  void advanceTo(long to_tai_ns) {
    double left_s = (to_tai_ns - tai_ns) * 1e-9;
    for (int i = 0; i < MAX_STEPS && left_s > 0; i++) {
      double step_s = Math.min(left_s, MAX_STEP_S);
      step(step_s);
      left_s -= step_s;
    }
    tai_ns = to_tai_ns;
  }

  private void step(double h) {
    derivative(state, k1);
    moved(k1, h / 2);
    derivative(probe, k2);
    moved(k2, h / 2);
    derivative(probe, k3);
    moved(k3, h);
    derivative(probe, k4);
    for (int i = 0; i < 6; i++) {
      state[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
    }
  }

  private void moved(double[] slope, double h) {
    for (int i = 0; i < 6; i++) {
      probe[i] = state[i] + h * slope[i];
    }
  }

  private static void derivative(double[] s, double[] slope) {
    double r2 = s[0] * s[0] + s[1] * s[1] + s[2] * s[2];
    double r = Math.sqrt(r2);
    double central = -MU_M3_S2 / (r2 * r);
    double oblate = -1.5 * J2 * MU_M3_S2 * EARTH_RADIUS_M * EARTH_RADIUS_M / (r2 * r2 * r);
    double polar = 5 * s[2] * s[2] / r2;
    slope[0] = s[3];
    slope[1] = s[4];
    slope[2] = s[5];
    slope[3] = s[0] * (central + oblate * (1 - polar));
    slope[4] = s[1] * (central + oblate * (1 - polar));
    slope[5] = s[2] * (central + oblate * (3 - polar));
  }

  /** Axes of L in GCRF by rows: x radially out, y along-track, z along the angular momentum. */
  void axesOfL(double[] rows) {
    Vec3 r = new Vec3(state[0], state[1], state[2]);
    Vec3 x = r.unit();
    Vec3 z = r.cross(new Vec3(state[3], state[4], state[5])).unit();
    Vec3 y = z.cross(x);
    row(rows, 0, x);
    row(rows, 3, y);
    row(rows, 6, z);
  }

  private static void row(double[] rows, int at, Vec3 axis) {
    rows[at] = axis.x();
    rows[at + 1] = axis.y();
    rows[at + 2] = axis.z();
  }

  @Override
  public void save(StateWriter out) {
    out.put(tai_ns).put(state);
  }

  @Override
  public void restore(StateReader in) {
    tai_ns = in.getLong();
    System.arraycopy(in.getDoubles(), 0, state, 0, 6);
  }
}
