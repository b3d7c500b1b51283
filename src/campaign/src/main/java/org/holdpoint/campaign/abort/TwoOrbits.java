package org.holdpoint.campaign.abort;

import org.hipparchus.util.FastMath;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Vec3;

/**
 * Chaser and target coasting for a day as two orbits about an oblate Earth with drag on each, by
 * the classical Runge-Kutta method in GCRF: no relative-motion formula in it. The target's orbit is
 * computed once; what the 60 s step leaves out is common to both, so that ranges of kilometres are
 * good to centimetres.
 */
final class TwoOrbits {
  static final double STEP_S = 60;
  private static final double DAY_S = 86400;

  /** Epochs of trials are spread over this many steps, more than an orbit. */
  static final int EPOCHS = 100;

  private static final int STEPS = (int) (DAY_S / STEP_S);
  private static final double MU = 3.986004418e14;
  private static final double RE = 6378137;
  private static final double J2 = 1.08263e-3;
  private static final double DENSITY_KG_M3 = 7e-13;
  private static final double TARGET_M2_KG = 0.010;

  /** Nearer than this, chords between steps are replaced by cubics. */
  private static final double CLOSE_M = 150;

  private static final int PARTS = 12;

  private final double[][] target = new double[STEPS + EPOCHS + 1][];

  // work space of one coast
  private final double[] x = new double[6];
  private final double[] k = new double[24];
  private final double[] at = new double[6];

  TwoOrbits() {
    double a = RE + 500e3;
    double e = 0.001;
    double i = FastMath.toRadians(97.4);
    double speed = Math.sqrt(MU * (2 / (a * (1 - e)) - 1 / a));
    System.arraycopy(
        new double[] {a * (1 - e), 0, 0, 0, speed * FastMath.cos(i), speed * FastMath.sin(i)},
        0,
        x,
        0,
        6);
    for (int step = 0; step < target.length; step++) {
      target[step] = x.clone();
      step(TARGET_M2_KG);
    }
  }

  /** Mean motion of the target's orbit: what its ephemeris onboard says. */
  double meanMotion_rad_s() {
    double[] t = target[0];
    double r = Math.sqrt(t[0] * t[0] + t[1] * t[1] + t[2] * t[2]);
    double v2 = t[3] * t[3] + t[4] * t[4] + t[5] * t[5];
    double a = 1 / (2 / r - v2 / MU);
    return Math.sqrt(MU / (a * a * a));
  }

  /**
   * Smallest range over a day of coasting.
   *
   * @param epoch step of the target's orbit at which it begins, below {@link #EPOCHS}
   * @param state in the target's QSW at that time
   * @param chaser_m2_kg ballistic coefficient of the chaser
   */
  double smallest_m(int epoch, RelativeState state, double chaser_m2_kg) {
    place(target[epoch], state);
    double[] t = target[epoch];
    double dx = x[0] - t[0];
    double dy = x[1] - t[1];
    double dz = x[2] - t[2];
    double smallest = Math.sqrt(dx * dx + dy * dy + dz * dz);
    for (int step = 1; step <= STEPS; step++) {
      double vx = x[3] - t[3];
      double vy = x[4] - t[4];
      double vz = x[5] - t[5];
      step(chaser_m2_kg);
      t = target[epoch + step];
      double ex = x[0] - t[0];
      double ey = x[1] - t[1];
      double ez = x[2] - t[2];
      double chord = chord(dx, dy, dz, ex, ey, ez);
      if (chord < CLOSE_M && chord < smallest + 5) {
        chord = cubic(dx, dy, dz, vx, vy, vz, ex, ey, ez, x[3] - t[3], x[4] - t[4], x[5] - t[5]);
      }
      smallest = Math.min(smallest, chord);
      dx = ex;
      dy = ey;
      dz = ez;
      if (step % 8 == 0 && leavesForGood(t)) {
        break;
      }
    }
    return smallest;
  }

  /**
   * Beyond 5 km along-track and drifting outwards by more than differential drag can turn back in a
   * day (1.5 x 1e-7 m/s2 x a day = 13 mm/s), five times over.
   */
  private boolean leavesForGood(double[] t) {
    double along = 0;
    double speed = Math.sqrt(t[3] * t[3] + t[4] * t[4] + t[5] * t[5]);
    for (int i = 0; i < 3; i++) {
      along += (x[i] - t[i]) * t[3 + i] / speed;
    }
    if (Math.abs(along) < 5000) {
      return false;
    }
    double drift = -1.5 * (axis_m(x) - axis_m(t)) * speed / axis_m(t);
    return drift * Math.signum(along) > 0.065;
  }

  /** Semi-major axis by the energy, J2's potential included. */
  private static double axis_m(double[] s) {
    double r2 = s[0] * s[0] + s[1] * s[1] + s[2] * s[2];
    double r = Math.sqrt(r2);
    double u2 = s[2] * s[2] / r2;
    double v2 = s[3] * s[3] + s[4] * s[4] + s[5] * s[5];
    double potential = MU / r * (1 - J2 * RE * RE / r2 * (1.5 * u2 - 0.5));
    return -MU / (2 * (v2 / 2 - potential));
  }

  private static double chord(double ax, double ay, double az, double bx, double by, double bz) {
    double dx = bx - ax;
    double dy = by - ay;
    double dz = bz - az;
    double length2 = dx * dx + dy * dy + dz * dz;
    double f = length2 == 0 ? 0 : -(ax * dx + ay * dy + az * dz) / length2;
    f = Math.max(0, Math.min(1, f));
    double x = ax + f * dx;
    double y = ay + f * dy;
    double z = az + f * dz;
    return Math.sqrt(x * x + y * y + z * z);
  }

  /** Smallest range on the Hermite cubic between two relative states. */
  private static double cubic(
      double ax,
      double ay,
      double az,
      double avx,
      double avy,
      double avz,
      double bx,
      double by,
      double bz,
      double bvx,
      double bvy,
      double bvz) {
    double smallest2 = Double.MAX_VALUE;
    for (int part = 0; part <= PARTS; part++) {
      double f = (double) part / PARTS;
      double f2 = f * f;
      double f3 = f2 * f;
      double a = 2 * f3 - 3 * f2 + 1;
      double av = STEP_S * (f3 - 2 * f2 + f);
      double b = -2 * f3 + 3 * f2;
      double bv = STEP_S * (f3 - f2);
      double x = a * ax + av * avx + b * bx + bv * bvx;
      double y = a * ay + av * avy + b * by + bv * bvy;
      double z = a * az + av * avz + b * bz + bv * bvz;
      smallest2 = Math.min(smallest2, x * x + y * y + z * z);
    }
    return Math.sqrt(smallest2);
  }

  /** Puts the chaser beside the target. */
  private void place(double[] t, RelativeState state) {
    Vec3 r = new Vec3(t[0], t[1], t[2]);
    Vec3 v = new Vec3(t[3], t[4], t[5]);
    Vec3 q = r.unit();
    Vec3 momentum = r.cross(v);
    Vec3 w = momentum.unit();
    Vec3 s = w.cross(q);
    Vec3 away = turned(state.r_CT_L_m(), q, s, w);
    Vec3 rate = momentum.times(1 / r.dot(r));
    Vec3 speed = turned(state.v_CT_L_m_s(), q, s, w).plus(rate.cross(away));
    Vec3 place = r.plus(away);
    Vec3 velocity = v.plus(speed);
    x[0] = place.x();
    x[1] = place.y();
    x[2] = place.z();
    x[3] = velocity.x();
    x[4] = velocity.y();
    x[5] = velocity.z();
  }

  private static Vec3 turned(Vec3 v_L, Vec3 q, Vec3 s, Vec3 w) {
    return q.times(v_L.x()).plus(s.times(v_L.y())).plus(w.times(v_L.z()));
  }

  private void step(double m2_kg) {
    slope(x, m2_kg, 0);
    move(0, STEP_S / 2);
    slope(at, m2_kg, 6);
    move(6, STEP_S / 2);
    slope(at, m2_kg, 12);
    move(12, STEP_S);
    slope(at, m2_kg, 18);
    for (int i = 0; i < 6; i++) {
      x[i] += STEP_S / 6 * (k[i] + 2 * k[6 + i] + 2 * k[12 + i] + k[18 + i]);
    }
  }

  private void move(int from, double h) {
    for (int i = 0; i < 6; i++) {
      at[i] = x[i] + h * k[from + i];
    }
  }

  private void slope(double[] s, double m2_kg, int to) {
    double r2 = s[0] * s[0] + s[1] * s[1] + s[2] * s[2];
    double r = Math.sqrt(r2);
    double g = -MU / (r2 * r);
    double oblate = 1.5 * J2 * RE * RE / r2;
    double u2 = s[2] * s[2] / r2;
    double xy = g * (1 + oblate * (1 - 5 * u2));
    double zz = g * (1 + oblate * (3 - 5 * u2));
    double speed = Math.sqrt(s[3] * s[3] + s[4] * s[4] + s[5] * s[5]);
    double drag = -0.5 * DENSITY_KG_M3 * m2_kg * speed;
    k[to] = s[3];
    k[to + 1] = s[4];
    k[to + 2] = s[5];
    k[to + 3] = xy * s[0] + drag * s[3];
    k[to + 4] = xy * s[1] + drag * s[4];
    k[to + 5] = zz * s[2] + drag * s[5];
  }
}
