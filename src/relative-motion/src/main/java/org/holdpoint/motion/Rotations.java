package org.holdpoint.motion;

import org.hipparchus.util.FastMath;

/** Rotations as quaternions: where they come from and how far apart they are. */
public final class Rotations {
  private Rotations() {}

  /**
   * q_BA of a frame B whose axes are known in A; the three must be orthonormal and right-handed.
   * Shepperd's method: the largest of the four components is taken from the diagonal.
   */
  public static Quaternion ofAxes(Vec3 x_A, Vec3 y_A, Vec3 z_A) {
    double xx = x_A.x();
    double yy = y_A.y();
    double zz = z_A.z();
    double trace = xx + yy + zz;
    // Rows of the matrix A to B are the axes; v_B = q v_A q* has m = C(q), Hamilton.
    if (trace >= xx && trace >= yy && trace >= zz) {
      double s = 2 * Math.sqrt(1 + trace);
      return new Quaternion(
              s / 4, (z_A.y() - y_A.z()) / s, (x_A.z() - z_A.x()) / s, (y_A.x() - x_A.y()) / s)
          .normalized();
    } else if (xx >= yy && xx >= zz) {
      double s = 2 * Math.sqrt(1 + xx - yy - zz);
      return new Quaternion(
              (z_A.y() - y_A.z()) / s, s / 4, (x_A.y() + y_A.x()) / s, (x_A.z() + z_A.x()) / s)
          .normalized();
    } else if (yy >= zz) {
      double s = 2 * Math.sqrt(1 + yy - xx - zz);
      return new Quaternion(
              (x_A.z() - z_A.x()) / s, (x_A.y() + y_A.x()) / s, s / 4, (y_A.z() + z_A.y()) / s)
          .normalized();
    }
    double s = 2 * Math.sqrt(1 + zz - xx - yy);
    return new Quaternion(
            (y_A.x() - x_A.y()) / s, (x_A.z() + z_A.x()) / s, (y_A.z() + z_A.y()) / s, s / 4)
        .normalized();
  }

  /**
   * q_BA of a frame B whose x axis lies along {@code x_A} and whose z axis lies as near to {@code
   * towards_z_A} as it can (the two must not be parallel).
   */
  public static Quaternion ofTwoVectors(Vec3 x_A, Vec3 towards_z_A) {
    Vec3 x = x_A.unit();
    Vec3 y = towards_z_A.cross(x).unit();
    return ofAxes(x, y, x.cross(y));
  }

  /**
   * q with {@code q.rotate(from)} along {@code to}, by the smallest angle; for opposite vectors any
   * axis normal to them is taken.
   */
  public static Quaternion between(Vec3 from, Vec3 to) {
    Vec3 a = from.unit();
    Vec3 b = to.unit();
    double cos = a.dot(b);
    if (cos < -1 + 1e-12) {
      Vec3 other = Math.abs(a.x()) < 0.9 ? new Vec3(1, 0, 0) : new Vec3(0, 1, 0);
      Vec3 axis = a.cross(other).unit();
      return new Quaternion(0, axis.x(), axis.y(), axis.z());
    }
    Vec3 cross = a.cross(b);
    return new Quaternion(1 + cos, cross.x(), cross.y(), cross.z()).normalized();
  }

  /** Angle between two attitudes, 0 to pi. */
  public static double angle_rad(Quaternion a, Quaternion b) {
    return rotationVector_rad(a.times(b.conjugate())).norm();
  }

  /**
   * The turn that leads from A to B, of q_BA: the inverse of {@link Quaternion#ofBodyTurn}. Its
   * components are the same in A and B; its length is at most pi.
   */
  public static Vec3 rotationVector_rad(Quaternion q_BA) {
    double sign = q_BA.q0() < 0 ? 1 : -1;
    Vec3 vector = new Vec3(sign * q_BA.q1(), sign * q_BA.q2(), sign * q_BA.q3());
    double sin = vector.norm();
    if (sin < 1e-12) {
      return vector.times(2);
    }
    return vector.times(2 * FastMath.atan2(sin, Math.abs(q_BA.q0())) / sin);
  }

  /** The attitude on the shortest way from one to another, no further than {@code max_rad}. */
  public static Quaternion step(Quaternion from, Quaternion to, double max_rad) {
    Vec3 turn = rotationVector_rad(to.times(from.conjugate()));
    double angle = turn.norm();
    if (angle <= max_rad) {
      return to;
    }
    return Quaternion.ofBodyTurn(turn.times(max_rad / angle)).times(from).normalized();
  }
}
