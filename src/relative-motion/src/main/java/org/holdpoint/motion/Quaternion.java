package org.holdpoint.motion;

import org.hipparchus.util.FastMath;

/**
 * Rotation quaternion, Hamilton, scalar first. {@code q_BL} takes L components to B: {@link
 * #rotate(Vec3)} of {@code v_L} is {@code v_B}. Body turned +90 deg about z: q_BL = (0.7071, 0, 0,
 * -0.7071), and x_L becomes -y_B.
 */
public record Quaternion(double q0, double q1, double q2, double q3) {
  public static final Quaternion IDENTITY = new Quaternion(1, 0, 0, 0);

  /** Hamilton product: {@code q_CA = q_CB.times(q_BA)}. */
  public Quaternion times(Quaternion r) {
    return new Quaternion(
        q0 * r.q0 - q1 * r.q1 - q2 * r.q2 - q3 * r.q3,
        q0 * r.q1 + q1 * r.q0 + q2 * r.q3 - q3 * r.q2,
        q0 * r.q2 - q1 * r.q3 + q2 * r.q0 + q3 * r.q1,
        q0 * r.q3 + q1 * r.q2 - q2 * r.q1 + q3 * r.q0);
  }

  public Quaternion conjugate() {
    return new Quaternion(q0, -q1, -q2, -q3);
  }

  /** {@code v_B = q_BL * v_L * conj(q_BL)}. */
  public Vec3 rotate(Vec3 v) {
    Vec3 u = new Vec3(q1, q2, q3);
    Vec3 t = u.cross(v).times(2);
    return v.plus(t.times(q0)).plus(u.cross(t));
  }

  public Quaternion normalized() {
    double norm = Math.sqrt(q0 * q0 + q1 * q1 + q2 * q2 + q3 * q3);
    double s = q0 < 0 ? -1 / norm : 1 / norm;
    return new Quaternion(s * q0, s * q1, s * q2, s * q3);
  }

  /**
   * q_BA of a frame B that has turned from A by {@code angle_B_rad}, a rotation vector whose
   * components are the same in A and B.
   */
  public static Quaternion ofBodyTurn(Vec3 angle_B_rad) {
    double angle = angle_B_rad.norm();
    if (angle < 1e-12) {
      return new Quaternion(1, -angle_B_rad.x() / 2, -angle_B_rad.y() / 2, -angle_B_rad.z() / 2)
          .normalized();
    }
    double s = -FastMath.sin(angle / 2) / angle;
    return new Quaternion(
            FastMath.cos(angle / 2), s * angle_B_rad.x(), s * angle_B_rad.y(), s * angle_B_rad.z())
        .normalized();
  }
}
