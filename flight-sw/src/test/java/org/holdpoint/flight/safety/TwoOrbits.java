package org.holdpoint.flight.safety;

import org.hipparchus.util.FastMath;
import org.holdpoint.motion.Quaternion;
import org.holdpoint.motion.Vec3;

/**
 * Truth of these tests: chaser and target as two orbits about an oblate Earth with drag on each,
 * integrated in inertial coordinates. Written for the tests alone; no relative-motion formula in
 * it.
 */
final class TwoOrbits {
  static final double MU = 3.986004418e14;
  private static final double RE = 6378137;
  private static final double J2 = 1.08263e-3;
  private static final double J3 = -2.5327e-6;
  private static final double J4 = -1.6196e-6;
  private static final double DENSITY = 7e-13;

  double[] target = new double[6];
  double[] chaser = new double[6];
  double targetDrag_m2_kg = 0.010;
  double chaserDrag_m2_kg = 0.015;

  /** Sun-synchronous, 500 km, e = 0.001, with the chaser at a relative state. */
  static TwoOrbits at(Vec3 r_CT_L_m, Vec3 v_CT_L_m_s) {
    TwoOrbits both = new TwoOrbits();
    double a = RE + 500e3;
    double e = 0.001;
    double i = FastMath.toRadians(97.4);
    double speed = Math.sqrt(MU * (2 / (a * (1 - e)) - 1 / a));
    Vec3 r = new Vec3(a * (1 - e), 0, 0);
    Vec3 v = new Vec3(0, speed * FastMath.cos(i), speed * FastMath.sin(i));
    both.target = pack(r, v);
    both.chaser = pack(r, v);
    both.place(r_CT_L_m, v_CT_L_m_s);
    return both;
  }

  static double[] pack(Vec3 r, Vec3 v) {
    return new double[] {r.x(), r.y(), r.z(), v.x(), v.y(), v.z()};
  }

  Vec3 r_T_I() {
    return new Vec3(target[0], target[1], target[2]);
  }

  Vec3 v_T_I() {
    return new Vec3(target[3], target[4], target[5]);
  }

  Vec3 x_L() {
    return r_T_I().unit();
  }

  Vec3 z_L() {
    return r_T_I().cross(v_T_I()).unit();
  }

  Vec3 toL(Vec3 v_I) {
    Vec3 x = x_L();
    Vec3 z = z_L();
    return new Vec3(v_I.dot(x), v_I.dot(z.cross(x)), v_I.dot(z));
  }

  Vec3 toI(Vec3 v_L) {
    Vec3 x = x_L();
    Vec3 z = z_L();
    return x.times(v_L.x()).plus(z.cross(x).times(v_L.y())).plus(z.times(v_L.z()));
  }

  Vec3 frameRate_I() {
    double r2 = r_T_I().dot(r_T_I());
    return r_T_I().cross(v_T_I()).times(1 / r2);
  }

  void place(Vec3 r_L, Vec3 v_L) {
    Vec3 r_I = toI(r_L);
    Vec3 v_I = toI(v_L).plus(frameRate_I().cross(r_I));
    chaser = pack(r_T_I().plus(r_I), v_T_I().plus(v_I));
  }

  private Vec3 relative_I() {
    return new Vec3(chaser[0] - target[0], chaser[1] - target[1], chaser[2] - target[2]);
  }

  Vec3 r_L() {
    return toL(relative_I());
  }

  Vec3 v_L() {
    Vec3 v = new Vec3(chaser[3] - target[3], chaser[4] - target[4], chaser[5] - target[5]);
    return toL(v.minus(frameRate_I().cross(relative_I())));
  }

  double range_m() {
    return relative_I().norm();
  }

  Quaternion q_LI() {
    Vec3 x = x_L();
    Vec3 z = z_L();
    return fromRows(x, z.cross(x), z);
  }

  /** Quaternion of the rotation whose matrix has these rows, by its rotation vector. */
  static Quaternion fromRows(Vec3 x, Vec3 y, Vec3 z) {
    double w2 = (1 + x.x() + y.y() + z.z()) / 4;
    double a2 = (1 + x.x() - y.y() - z.z()) / 4;
    double b2 = (1 - x.x() + y.y() - z.z()) / 4;
    double c2 = (1 - x.x() - y.y() + z.z()) / 4;
    double most = Math.max(Math.max(w2, a2), Math.max(b2, c2));
    double m = Math.sqrt(most);
    double wa = (z.y() - y.z()) / 4;
    double wb = (x.z() - z.x()) / 4;
    double wc = (y.x() - x.y()) / 4;
    double ab = (x.y() + y.x()) / 4;
    double ac = (x.z() + z.x()) / 4;
    double bc = (y.z() + z.y()) / 4;
    Quaternion q;
    if (most == w2) {
      q = new Quaternion(m, wa / m, wb / m, wc / m);
    } else if (most == a2) {
      q = new Quaternion(wa / m, m, ab / m, ac / m);
    } else if (most == b2) {
      q = new Quaternion(wb / m, ab / m, m, bc / m);
    } else {
      q = new Quaternion(wc / m, ac / m, bc / m, m);
    }
    return q.normalized();
  }

  void kick_L(Vec3 deltaV_L) {
    Vec3 d = toI(deltaV_L);
    chaser[3] += d.x();
    chaser[4] += d.y();
    chaser[5] += d.z();
  }

  void step(double h) {
    target = step(target, targetDrag_m2_kg, h);
    chaser = step(chaser, chaserDrag_m2_kg, h);
  }

  /** Thrust off for a time; returns the smallest range on the way. */
  double coast(double seconds, double h) {
    double smallest = range_m();
    for (double t = 0; t < seconds; t += h) {
      step(h);
      smallest = Math.min(smallest, range_m());
    }
    return smallest;
  }

  private static double[] step(double[] s, double drag, double h) {
    double[] k1 = slope(s, drag);
    double[] k2 = slope(moved(s, k1, h / 2), drag);
    double[] k3 = slope(moved(s, k2, h / 2), drag);
    double[] k4 = slope(moved(s, k3, h), drag);
    double[] out = new double[6];
    for (int i = 0; i < 6; i++) {
      out[i] = s[i] + h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
    }
    return out;
  }

  private static double[] moved(double[] s, double[] k, double h) {
    double[] out = new double[6];
    for (int i = 0; i < 6; i++) {
      out[i] = s[i] + h * k[i];
    }
    return out;
  }

  private static double[] slope(double[] s, double drag) {
    double r2 = s[0] * s[0] + s[1] * s[1] + s[2] * s[2];
    double r = Math.sqrt(r2);
    double u = s[2] / r;
    double g = -MU / (r2 * r);
    double q2 = RE * RE / r2;
    double q3 = q2 * RE / r;
    double q4 = q2 * q2;
    double xy =
        g
            * (1
                + 1.5 * J2 * q2 * (1 - 5 * u * u)
                + 2.5 * J3 * q3 * (3 * u - 7 * u * u * u)
                - 15.0 / 8 * J4 * q4 * (1 - 14 * u * u + 21 * u * u * u * u));
    double zz =
        g
            * (1
                + 1.5 * J2 * q2 * (3 - 5 * u * u)
                + 2.5 * J3 * q3 * (6 * u - 7 * u * u * u)
                - 15.0 / 8 * J4 * q4 * (5 - 70.0 / 3 * u * u + 21 * u * u * u * u));
    double extra = g * 2.5 * J3 * q3 * (-0.6) * r;
    double speed = Math.sqrt(s[3] * s[3] + s[4] * s[4] + s[5] * s[5]);
    double d = -0.5 * DENSITY * drag * speed;
    return new double[] {
      s[3], s[4], s[5], xy * s[0] + d * s[3], xy * s[1] + d * s[4], zz * s[2] + extra + d * s[5],
    };
  }
}
