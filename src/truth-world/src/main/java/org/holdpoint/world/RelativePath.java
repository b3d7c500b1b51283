package org.holdpoint.world;

/**
 * The chaser's way about the target during one tick, GCRF axes: the cubic of Hermite through
 * positions and velocities of both ends. With the accelerations of orbits and thrusters it is true
 * to a micrometre. Allocates nothing.
 */
final class RelativePath {
  private static final double STEP_S = 1e-9 * TruthWorld.TICK_NS;
  private static final int REFINEMENTS = 3;

  private final double[] r0_m = new double[3];
  private final double[] v0_m_s = new double[3];
  private final double[] r1_m = new double[3];
  private final double[] v1_m_s = new double[3];

  /** Where both are when the tick begins. */
  void begin(double[] target_I, double[] chaser_I) {
    difference(target_I, chaser_I, r0_m, v0_m_s);
  }

  /** Where both are when it ends. */
  void end(double[] target_I, double[] chaser_I) {
    difference(target_I, chaser_I, r1_m, v1_m_s);
  }

  private static void difference(double[] t, double[] c, double[] r, double[] v) {
    for (int i = 0; i < 3; i++) {
      r[i] = c[i] - t[i];
      v[i] = c[3 + i] - t[3 + i];
    }
  }

  /** Range when the tick begins. */
  double beginRange_m() {
    return Math.sqrt(dot(r0_m, r0_m));
  }

  /** Range when the tick ends. */
  double endRange_m() {
    return Math.sqrt(dot(r1_m, r1_m));
  }

  /** More than the speed anywhere on the way, less what curvature inside the tick adds. */
  double fastest_m_s() {
    return Math.max(Math.sqrt(dot(v0_m_s, v0_m_s)), Math.sqrt(dot(v1_m_s, v1_m_s)));
  }

  /** Speed of the chaser as the target sees it without turning. */
  double speed_m_s(double share) {
    double sum2 = 0;
    for (int i = 0; i < 3; i++) {
      double v = velocity(i, share);
      sum2 += v * v;
    }
    return Math.sqrt(sum2);
  }

  /** Chaser from target at a share of the tick between 0 and 1. */
  void at(double share, double[] r_m) {
    for (int i = 0; i < 3; i++) {
      r_m[i] = position(i, share);
    }
  }

  /**
   * Smallest range on the way, ends included. Between them the range can only fall and rise again
   * when it falls at the begin and rises at the end; then the foot of the chord, refined by
   * Newton's method on r . v = 0, is where.
   */
  double smallest_m() {
    double smallest2 = Math.min(dot(r0_m, r0_m), dot(r1_m, r1_m));
    if (dot(r0_m, v0_m_s) < 0 && dot(r1_m, v1_m_s) > 0) {
      double share = footOfChord();
      for (int i = 0; i < REFINEMENTS; i++) {
        share = nearer(share);
      }
      double sum2 = 0;
      for (int i = 0; i < 3; i++) {
        double r = position(i, share);
        sum2 += r * r;
      }
      smallest2 = Math.min(smallest2, sum2);
    }
    return Math.sqrt(smallest2);
  }

  private double footOfChord() {
    double along = 0;
    double length2 = 0;
    for (int i = 0; i < 3; i++) {
      double d = r1_m[i] - r0_m[i];
      along -= r0_m[i] * d;
      length2 += d * d;
    }
    return length2 > 0 ? Math.max(0, Math.min(1, along / length2)) : 0;
  }

  private double nearer(double share) {
    double slope = 0;
    double bend = 0;
    for (int i = 0; i < 3; i++) {
      double r = position(i, share);
      double v = velocity(i, share);
      slope += r * v;
      bend += v * v + r * acceleration(i, share);
    }
    return bend > 0 ? Math.max(0, Math.min(1, share - slope / (bend * STEP_S))) : share;
  }

  private double position(int i, double s) {
    double rest = 1 - s;
    return rest * rest * ((1 + 2 * s) * r0_m[i] + s * STEP_S * v0_m_s[i])
        + s * s * ((3 - 2 * s) * r1_m[i] - rest * STEP_S * v1_m_s[i]);
  }

  private double velocity(int i, double s) {
    double chord = (r1_m[i] - r0_m[i]) / STEP_S;
    return 6 * s * (1 - s) * chord
        + (1 - s) * (1 - 3 * s) * v0_m_s[i]
        + s * (3 * s - 2) * v1_m_s[i];
  }

  private double acceleration(int i, double s) {
    double chord = (r1_m[i] - r0_m[i]) / STEP_S;
    return ((6 - 12 * s) * chord + (6 * s - 4) * v0_m_s[i] + (6 * s - 2) * v1_m_s[i]) / STEP_S;
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }
}
