package org.holdpoint.motion;

import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.util.FastMath;

/**
 * Linear relative motion about a circular orbit, frame L. Clohessy and Wiltshire (1960); matrix as
 * in Curtis, Orbital Mechanics for Engineering Students, eq. 7.52-7.53, with the axes of L.
 *
 * <p>Good within about 2 km of the target: at 500 km altitude a chaser at rest on V-bar is wrong by
 * 2.7 m an orbit at 1 km and by 274 m an orbit at 10 km.
 */
public final class ClohessyWiltshire {
  private ClohessyWiltshire() {}

  /**
   * State transition matrix over {@code dt_s}, which may be negative.
   *
   * @param meanMotion_rad_s of the target's orbit
   * @return 6x6 by rows, for (r_CT_L_m, v_CT_L_m_s)
   */
  public static double[] transition(double meanMotion_rad_s, double dt_s) {
    double[] phi = new double[36];
    transition(meanMotion_rad_s, dt_s, phi);
    return phi;
  }

  /** As {@link #transition(double, double)}, into {@code phi} (36 entries, all written). */
  public static void transition(double meanMotion_rad_s, double dt_s, double[] phi) {
    double n = meanMotion_rad_s;
    double nt = n * dt_s;
    double s = FastMath.sin(nt);
    double c = FastMath.cos(nt);
    Arrays.fill(phi, 0);
    phi[0] = 4 - 3 * c;
    phi[3] = s / n;
    phi[4] = 2 * (1 - c) / n;
    phi[6] = 6 * (s - nt);
    phi[7] = 1;
    phi[9] = 2 * (c - 1) / n;
    phi[10] = (4 * s - 3 * nt) / n;
    phi[14] = c;
    phi[17] = s / n;
    phi[18] = 3 * n * s;
    phi[21] = c;
    phi[22] = 2 * s;
    phi[24] = 6 * n * (c - 1);
    phi[27] = -2 * s;
    phi[28] = 4 * c - 3;
    phi[32] = -n * s;
    phi[35] = c;
  }

  /** State after {@code dt_s} without thrust. */
  public static RelativeState propagate(RelativeState state, double meanMotion_rad_s, double dt_s) {
    return Transition.apply(transition(meanMotion_rad_s, dt_s), state);
  }

  /** Acceleration seen in L without thrust, m/s2. */
  public static Vec3 acceleration(RelativeState state, double meanMotion_rad_s) {
    double n = meanMotion_rad_s;
    Vec3 r = state.r_CT_L_m();
    Vec3 v = state.v_CT_L_m_s();
    return new Vec3(3 * n * n * r.x() + 2 * n * v.y(), -2 * n * v.x(), -n * n * r.z());
  }

  /**
   * Two impulses that take the chaser from {@code from} to {@code to} in {@code dt_s}.
   *
   * @return empty when the transfer is near singular; see {@link Transition#twoImpulse}
   */
  public static Optional<TwoImpulse> twoImpulse(
      RelativeState from, RelativeState to, double meanMotion_rad_s, double dt_s) {
    return Transition.twoImpulse(
        transition(meanMotion_rad_s, dt_s), from, to, Math.min(dt_s, 1 / meanMotion_rad_s));
  }

  /**
   * Displacement after {@code t_s} that a constant along-track acceleration of 1 m/s2 causes, as
   * differential drag does: the along-track velocity column of the transition matrix, integrated.
   *
   * @return position in metres per m/s2 and velocity in m/s per m/s2
   */
  public static RelativeState alongTrackResponse(double meanMotion_rad_s, double t_s) {
    double n = meanMotion_rad_s;
    double nt = n * t_s;
    double s = FastMath.sin(nt);
    double c = FastMath.cos(nt);
    return new RelativeState(
        new Vec3(2 * (nt - s) / (n * n), (4 * (1 - c) - 1.5 * nt * nt) / (n * n), 0),
        new Vec3(2 * (1 - c) / n, (4 * s - 3 * nt) / n, 0));
  }
}
