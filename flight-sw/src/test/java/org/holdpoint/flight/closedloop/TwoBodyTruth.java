package org.holdpoint.flight.closedloop;

import org.hipparchus.util.FastMath;
import org.holdpoint.motion.Vec3;

/**
 * Two point masses about a point Earth, integrated in an inertial frame by RK4, 0.1 s a step: a
 * truth that shares nothing with Clohessy-Wiltshire but the physics.
 */
final class TwoBodyTruth {
  private static final double MU = 3.986004418e14;
  private static final double STEP_S = 0.1;

  private Vec3 rT;
  private Vec3 vT;
  private Vec3 rC;
  private Vec3 vC;

  /** Target at 500 km, e = 0.001, i = 97.4 deg; chaser at a relative position and velocity. */
  TwoBodyTruth(Vec3 r_CT_L_m, Vec3 v_CT_L_m_s) {
    double a = 6_878_137;
    double e = 0.001;
    double i = FastMath.toRadians(97.4);
    double perigee = a * (1 - e);
    rT = new Vec3(perigee, 0, 0);
    double speed = FastMath.sqrt(MU * (1 + e) / perigee);
    vT = new Vec3(0, speed * FastMath.cos(i), speed * FastMath.sin(i));
    Vec3[] axes = axes();
    Vec3 dr = fromL(axes, r_CT_L_m);
    rC = rT.plus(dr);
    vC = vT.plus(fromL(axes, v_CT_L_m_s)).plus(omega().cross(dr));
  }

  private TwoBodyTruth(TwoBodyTruth other) {
    rT = other.rT;
    vT = other.vT;
    rC = other.rC;
    vC = other.vC;
  }

  TwoBodyTruth copy() {
    return new TwoBodyTruth(this);
  }

  /** One tick with a constant acceleration of the chaser, L at the beginning of the tick. */
  void step(Vec3 acceleration_L_m_s2) {
    Vec3 thrust = fromL(axes(), acceleration_L_m_s2);
    Vec3[] target = rk4(rT, vT, Vec3.ZERO);
    Vec3[] chaser = rk4(rC, vC, thrust);
    rT = target[0];
    vT = target[1];
    rC = chaser[0];
    vC = chaser[1];
  }

  Vec3 r_CT_L_m() {
    return toL(axes(), rC.minus(rT));
  }

  Vec3 v_CT_L_m_s() {
    Vec3 dr = rC.minus(rT);
    return toL(axes(), vC.minus(vT).minus(omega().cross(dr)));
  }

  Vec3 r_C_I_m() {
    return rC;
  }

  Vec3 v_C_I_m_s() {
    return vC;
  }

  Vec3 r_T_I_m() {
    return rT;
  }

  Vec3 v_T_I_m_s() {
    return vT;
  }

  double range_m() {
    return rC.minus(rT).norm();
  }

  /** Mean motion of the target's orbit, from its energy. */
  double meanMotion_rad_s() {
    double a = 1 / (2 / rT.norm() - vT.dot(vT) / MU);
    return FastMath.sqrt(MU / (a * a * a));
  }

  Vec3[] axes() {
    Vec3 x = rT.unit();
    Vec3 z = rT.cross(vT).unit();
    return new Vec3[] {x, z.cross(x), z};
  }

  private Vec3 omega() {
    return rT.cross(vT).times(1 / rT.dot(rT));
  }

  private static Vec3 fromL(Vec3[] axes, Vec3 v) {
    return axes[0].times(v.x()).plus(axes[1].times(v.y())).plus(axes[2].times(v.z()));
  }

  private static Vec3 toL(Vec3[] axes, Vec3 v) {
    return new Vec3(axes[0].dot(v), axes[1].dot(v), axes[2].dot(v));
  }

  private static Vec3 gravity(Vec3 r) {
    double d = r.norm();
    return r.times(-MU / (d * d * d));
  }

  private static Vec3[] rk4(Vec3 r, Vec3 v, Vec3 thrust) {
    double h = STEP_S;
    Vec3 k1v = gravity(r).plus(thrust);
    Vec3 k2r = v.plus(k1v.times(h / 2));
    Vec3 k2v = gravity(r.plus(v.times(h / 2))).plus(thrust);
    Vec3 k3r = v.plus(k2v.times(h / 2));
    Vec3 k3v = gravity(r.plus(k2r.times(h / 2))).plus(thrust);
    Vec3 k4r = v.plus(k3v.times(h));
    Vec3 k4v = gravity(r.plus(k3r.times(h))).plus(thrust);
    Vec3 dr = v.plus(k2r.times(2)).plus(k3r.times(2)).plus(k4r).times(h / 6);
    Vec3 dv = k1v.plus(k2v.times(2)).plus(k3v.times(2)).plus(k4v).times(h / 6);
    return new Vec3[] {r.plus(dr), v.plus(dv)};
  }
}
