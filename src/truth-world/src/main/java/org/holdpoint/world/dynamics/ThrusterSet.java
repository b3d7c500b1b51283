package org.holdpoint.world.dynamics;

import org.hipparchus.util.FastMath;
import org.holdpoint.world.state.NoiseStream;

/**
 * The sixteen thrusters as they really are: each with its own error of magnitude (1 %) and of
 * direction (0.5 deg, rms), drawn once from the run's seed. Sums up what they give in one step of
 * 100 ms, in which each that is told to fires from its begin on.
 */
public final class ThrusterSet {
  public static final int COUNT = 16;

  /** Thrusters 0..11 give this force, nominally. */
  public static final double SMALL_FORCE_N = 1;

  /** Thrusters 12..15 give this force, nominally. */
  public static final double LARGE_FORCE_N = 22;

  /** Exhaust speed: specific impulse of 220 s times standard gravity. */
  public static final double EXHAUST_M_S = 220 * 9.80665;

  public static final int STEP_MS = 100;
  public static final int MIN_ON_MS = 20;

  private static final double MAGNITUDE_1SIGMA = 0.01;
  private static final double DIRECTION_RMS_RAD = FastMath.toRadians(0.5);

  private final double[][] position_B_m = new double[COUNT][3];
  private final double[][] force_B_N = new double[COUNT][3];

  // sums over the thrusters of one step, in the body frame of its begin
  private final double[] impulse_N_s = new double[3];
  private final double[] impulseTimesCentroid_N_s2 = new double[3];
  private final double[] impulseTimesRest_N_s2 = new double[3];
  private final double[] angularImpulse_N_m_s = new double[3];
  private final double[] angularImpulseTimesEarly_N_m_s2 = new double[3];
  private double used_kg;

  /** Draws the errors of the set. */
  public ThrusterSet(long runSeed) {
    for (int i = 0; i < COUNT; i++) {
      layOut(i);
      NoiseStream noise = new NoiseStream(runSeed, "thruster-" + i);
      double[] direction = force_B_N[i].clone();
      double perAxis = DIRECTION_RMS_RAD / Math.sqrt(2);
      double[] across = across(direction);
      double[] other = cross(direction, across);
      double force =
          (i < 12 ? SMALL_FORCE_N : LARGE_FORCE_N) * (1 + MAGNITUDE_1SIGMA * noise.gaussian());
      double first = perAxis * noise.gaussian();
      double second = perAxis * noise.gaussian();
      double norm = Math.sqrt(1 + first * first + second * second);
      for (int axis = 0; axis < 3; axis++) {
        force_B_N[i][axis] =
            force / norm * (direction[axis] + first * across[axis] + second * other[axis]);
      }
    }
  }

  /** Force of a thruster while it is on, with its errors, body frame. */
  public double[] force_B_N(int thruster) {
    return force_B_N[thruster].clone();
  }

  /** Where a thruster sits, body frame, about the centre of mass. */
  public double[] position_B_m(int thruster) {
    return position_B_m[thruster].clone();
  }

  /**
   * Fires for one step.
   *
   * @param onTime_s on-time of each, faults included
   * @param strength share of its thrust that each gives, faults included
   * @param propellant_kg what is left; when it does not suffice all impulses shrink alike
   */
  public void fire(double[] onTime_s, double[] strength, double propellant_kg) {
    double step_s = 1e-3 * STEP_MS;
    for (int axis = 0; axis < 3; axis++) {
      impulse_N_s[axis] = 0;
      impulseTimesCentroid_N_s2[axis] = 0;
      impulseTimesRest_N_s2[axis] = 0;
      angularImpulse_N_m_s[axis] = 0;
      angularImpulseTimesEarly_N_m_s2[axis] = 0;
    }
    double share = shareFed(onTime_s, strength, propellant_kg);
    for (int i = 0; i < COUNT; i++) {
      double seconds = share * strength[i] * onTime_s[i];
      if (seconds == 0) {
        continue;
      }
      double centroid_s = onTime_s[i] / 2;
      double[] f = force_B_N[i];
      double[] p = position_B_m[i];
      for (int axis = 0; axis < 3; axis++) {
        double impulse = seconds * f[axis];
        int j = (axis + 1) % 3;
        int k = (axis + 2) % 3;
        double angular = seconds * (p[j] * f[k] - p[k] * f[j]);
        impulse_N_s[axis] += impulse;
        impulseTimesCentroid_N_s2[axis] += impulse * centroid_s;
        impulseTimesRest_N_s2[axis] += impulse * (step_s - centroid_s);
        angularImpulse_N_m_s[axis] += angular;
        angularImpulseTimesEarly_N_m_s2[axis] += angular * (step_s / 2 - centroid_s);
      }
    }
  }

  private double shareFed(double[] onTime_s, double[] strength, double propellant_kg) {
    double wanted_kg = 0;
    for (int i = 0; i < COUNT; i++) {
      double[] f = force_B_N[i];
      double force = Math.sqrt(f[0] * f[0] + f[1] * f[1] + f[2] * f[2]);
      wanted_kg += strength[i] * onTime_s[i] * force / EXHAUST_M_S;
    }
    double share = wanted_kg > propellant_kg ? propellant_kg / wanted_kg : 1;
    used_kg = share * wanted_kg;
    return share;
  }

  /** Sum of the impulses; do not change it. */
  public double[] impulse_N_s() {
    return impulse_N_s;
  }

  /** Sum of impulse times the time of its centroid after the begin; do not change it. */
  public double[] impulseTimesCentroid_N_s2() {
    return impulseTimesCentroid_N_s2;
  }

  /** Sum of impulse times the time from its centroid to the end; do not change it. */
  public double[] impulseTimesRest_N_s2() {
    return impulseTimesRest_N_s2;
  }

  /** Sum of the angular impulses about the centre of mass; do not change it. */
  public double[] angularImpulse_N_m_s() {
    return angularImpulse_N_m_s;
  }

  /** Sum of angular impulse times what its centroid is before mid-step; do not change it. */
  public double[] angularImpulseTimesEarly_N_m_s2() {
    return angularImpulseTimesEarly_N_m_s2;
  }

  /** Propellant used by the step. */
  public double used_kg() {
    return used_kg;
  }

  /**
   * Nominal place and unit direction: thruster 4 k + s is the first one mirrored by sign pattern s
   * and cyclically permuted k times; the four large ones push along +x.
   */
  private void layOut(int i) {
    if (i >= 12) {
      position_B_m[i] = new double[] {-0.6, i < 14 ? 0.3 : -0.3, i % 2 == 0 ? 0.3 : -0.3};
      force_B_N[i] = new double[] {1, 0, 0};
      return;
    }
    double[][] signs = {{1, 1, 1}, {1, -1, -1}, {-1, 1, -1}, {-1, -1, 1}};
    double[] place = {0.45, 0, -0.45};
    double[] push = {-0.553, -0.553, -0.623};
    double norm = Math.sqrt(push[0] * push[0] + push[1] * push[1] + push[2] * push[2]);
    for (int axis = 0; axis < 3; axis++) {
      // one cyclic permutation takes (a, b, c) to (c, a, b)
      int from = (axis + 3 - i / 4) % 3;
      double sign = signs[i % 4][from];
      position_B_m[i][axis] = sign * place[from];
      force_B_N[i][axis] = sign * push[from] / norm;
    }
  }

  /** A unit vector perpendicular to a unit vector. */
  private static double[] across(double[] u) {
    double[] axis = Math.abs(u[0]) < 0.9 ? new double[] {1, 0, 0} : new double[] {0, 1, 0};
    double[] v = cross(u, axis);
    double norm = Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    return new double[] {v[0] / norm, v[1] / norm, v[2] / norm};
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }
}
