package org.holdpoint.motion;

/**
 * The frame L of one spacecraft at one moment: conversion between inertial and relative states.
 *
 * @param r_T_I_m origin: the target's position, inertial
 * @param v_T_I_m_s its velocity, inertial
 * @param q_LI from inertial to L
 * @param rate_rad_s of L about its own z axis: |r x v| / r^2
 */
public record LocalFrame(Vec3 r_T_I_m, Vec3 v_T_I_m_s, Quaternion q_LI, double rate_rad_s) {

  /** The frame of a spacecraft; position and velocity must not be parallel. */
  public static LocalFrame of(Vec3 r_T_I_m, Vec3 v_T_I_m_s) {
    Vec3 momentum = r_T_I_m.cross(v_T_I_m_s);
    Vec3 x = r_T_I_m.unit();
    Vec3 z = momentum.unit();
    Vec3 y = z.cross(x);
    return new LocalFrame(
        r_T_I_m, v_T_I_m_s, Rotations.ofAxes(x, y, z), momentum.norm() / r_T_I_m.dot(r_T_I_m));
  }

  /** Chaser relative to target, of the chaser's inertial state. */
  public RelativeState toRelative(Vec3 r_C_I_m, Vec3 v_C_I_m_s) {
    return ofDifference(r_C_I_m.minus(r_T_I_m), v_C_I_m_s.minus(v_T_I_m_s));
  }

  /** Chaser relative to target, of the inertial differences chaser minus target. */
  public RelativeState ofDifference(Vec3 dr_I_m, Vec3 dv_I_m_s) {
    Vec3 r = q_LI.rotate(dr_I_m);
    Vec3 v = q_LI.rotate(dv_I_m_s);
    return new RelativeState(
        r, new Vec3(v.x() + rate_rad_s * r.y(), v.y() - rate_rad_s * r.x(), v.z()));
  }

  /** Inertial difference of positions, chaser minus target. */
  public Vec3 difference_I_m(RelativeState state) {
    return q_LI.conjugate().rotate(state.r_CT_L_m());
  }

  /** Inertial difference of velocities, chaser minus target. */
  public Vec3 difference_I_m_s(RelativeState state) {
    Vec3 r = state.r_CT_L_m();
    Vec3 v = state.v_CT_L_m_s();
    return q_LI.conjugate()
        .rotate(new Vec3(v.x() - rate_rad_s * r.y(), v.y() + rate_rad_s * r.x(), v.z()));
  }

  /** The chaser's inertial position. */
  public Vec3 position_I_m(RelativeState state) {
    return r_T_I_m.plus(difference_I_m(state));
  }

  /** The chaser's inertial velocity. */
  public Vec3 velocity_I_m_s(RelativeState state) {
    return v_T_I_m_s.plus(difference_I_m_s(state));
  }

  /** Rate of L, in L. */
  public Vec3 rate_L_rad_s() {
    return new Vec3(0, 0, rate_rad_s);
  }
}
