package org.holdpoint.flight.navigation.far;

import org.holdpoint.motion.Vec3;

/**
 * Two orbits about Earth with J2 and differential drag, integrated here and not by the flight
 * model: the truth for tests of far navigation. Fourth order, 5 s steps.
 */
final class FarTruth {
  private static final double MU = 3.986004415e14;
  private static final double RE = 6378136.3;
  private static final double J2 = 1.0826355e-3;
  private static final double STEP_S = 5;

  final double[] chaser = new double[6];
  final double[] target = new double[6];

  /** Deceleration of the target against the chaser. */
  double drag_m_s2;

  /** A near-circular orbit with the chaser at a place on it and the target ahead. */
  static FarTruth ahead(double ahead_m, double above_m, double e, double inclination_rad) {
    FarTruth truth = new FarTruth();
    double a = 6_878_136;
    place(truth.chaser, a, e, inclination_rad, 0.7);
    place(truth.target, a + above_m, e, inclination_rad, 0.7 + ahead_m / a);
    return truth;
  }

  /** Perigee at the node. */
  private static void place(double[] state, double a, double e, double i, double anomaly) {
    double r = a * (1 - e * e) / (1 + e * Math.cos(anomaly));
    double v = Math.sqrt(MU / (a * (1 - e * e)));
    double x = r * Math.cos(anomaly);
    double y = r * Math.sin(anomaly);
    double vx = -v * Math.sin(anomaly);
    double vy = v * (e + Math.cos(anomaly));
    state[0] = x;
    state[1] = y * Math.cos(i);
    state[2] = y * Math.sin(i);
    state[3] = vx;
    state[4] = vy * Math.cos(i);
    state[5] = vy * Math.sin(i);
  }

  /** The chaser burns along its track. */
  void push(double deltaV_m_s) {
    double v = v(chaser).norm();
    for (int i = 3; i < 6; i++) {
      chaser[i] *= 1 + deltaV_m_s / v;
    }
  }

  void advance(double seconds) {
    for (double left = seconds; left > 1e-9; left -= STEP_S) {
      double step = Math.min(STEP_S, left);
      advance(chaser, step, 0);
      advance(target, step, drag_m_s2);
    }
  }

  private static void advance(double[] s, double h, double drag) {
    double[] k1 = rate(s, drag);
    double[] k2 = rate(plus(s, k1, h / 2), drag);
    double[] k3 = rate(plus(s, k2, h / 2), drag);
    double[] k4 = rate(plus(s, k3, h), drag);
    for (int i = 0; i < 6; i++) {
      s[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
    }
  }

  private static double[] plus(double[] s, double[] k, double h) {
    double[] sum = new double[6];
    for (int i = 0; i < 6; i++) {
      sum[i] = s[i] + h * k[i];
    }
    return sum;
  }

  /** Gradient of mu/r (1 - J2 (R/r)^2 P2(sin latitude)). */
  private static double[] rate(double[] s, double drag) {
    double r = Math.sqrt(s[0] * s[0] + s[1] * s[1] + s[2] * s[2]);
    double v = Math.sqrt(s[3] * s[3] + s[4] * s[4] + s[5] * s[5]);
    double sin = s[2] / r;
    double[] out = {s[3], s[4], s[5], 0, 0, 0};
    double factor = 1.5 * J2 * MU * RE * RE / Math.pow(r, 5);
    for (int i = 0; i < 3; i++) {
      double flat = factor * s[i] * (5 * sin * sin - (i == 2 ? 3 : 1));
      out[3 + i] = -MU * s[i] / (r * r * r) + flat - drag * s[3 + i] / v;
    }
    return out;
  }

  static Vec3 r(double[] s) {
    return new Vec3(s[0], s[1], s[2]);
  }

  static Vec3 v(double[] s) {
    return new Vec3(s[3], s[4], s[5]);
  }

  double range_m() {
    return r(target).minus(r(chaser)).norm();
  }
}
