package org.holdpoint.flight.guidance;

import org.hipparchus.util.FastMath;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Vec3;

/**
 * Two point masses about a point Earth, integrated in an inertial frame by RK4, 20 s a step: how
 * near a chaser without thrust comes. It shares nothing with the planner but the physics.
 */
final class FreeFlight {
  private static final double MU = 3.986004418e14;
  private static final double STEP_S = 20;

  /** Largest difference of drag, along-track. */
  private static final double DRAG_M_S2 = 1e-7;

  private FreeFlight() {}

  /** Smallest range over a time, with the mean motion of a circular orbit, m. */
  static double smallestRange_m(RelativeState from, double n, double time_s, int drag) {
    double a = FastMath.cbrt(MU / (n * n));
    double[] target = {a, 0, 0, 0, a * n, 0};
    Vec3 r = from.r_CT_L_m();
    Vec3 v = from.v_CT_L_m_s();
    double[] chaser = {
      a + r.x(), r.y(), r.z(), v.x() - n * r.y(), a * n + v.y() + n * r.x(), v.z()
    };
    double smallest = r.norm();
    for (double t = 0; t < time_s; t += STEP_S) {
      double speed = FastMath.hypot(chaser[3], chaser[4]);
      double[] push = {
        drag * DRAG_M_S2 * chaser[3] / speed, drag * DRAG_M_S2 * chaser[4] / speed, 0
      };
      target = step(target, new double[3]);
      chaser = step(chaser, push);
      double dx = chaser[0] - target[0];
      double dy = chaser[1] - target[1];
      double dz = chaser[2] - target[2];
      smallest = Math.min(smallest, Math.sqrt(dx * dx + dy * dy + dz * dz));
    }
    return smallest;
  }

  private static double[] step(double[] s, double[] push) {
    double[] k1 = rate(s, push);
    double[] k2 = rate(along(s, k1, STEP_S / 2), push);
    double[] k3 = rate(along(s, k2, STEP_S / 2), push);
    double[] k4 = rate(along(s, k3, STEP_S), push);
    double[] next = new double[6];
    for (int i = 0; i < 6; i++) {
      next[i] = s[i] + STEP_S / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
    }
    return next;
  }

  private static double[] along(double[] s, double[] k, double h) {
    double[] at = new double[6];
    for (int i = 0; i < 6; i++) {
      at[i] = s[i] + h * k[i];
    }
    return at;
  }

  private static double[] rate(double[] s, double[] push) {
    double r2 = s[0] * s[0] + s[1] * s[1] + s[2] * s[2];
    double f = -MU / (r2 * Math.sqrt(r2));
    return new double[] {
      s[3], s[4], s[5], f * s[0] + push[0], f * s[1] + push[1], f * s[2] + push[2]
    };
  }
}
