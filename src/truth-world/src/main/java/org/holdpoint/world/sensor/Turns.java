package org.holdpoint.world.sensor;

import org.hipparchus.util.FastMath;

/** Turns of attitudes and directions by error angles. */
final class Turns {
  private Turns() {}

  /**
   * The attitude of a body that has turned on by a rotation vector.
   *
   * @param q_BI attitude, first four numbers
   * @param angle_B_rad rotation vector, body frame
   * @param turned receives the new q_BI
   */
  static void bodyTurned(double[] q_BI, double[] angle_B_rad, double[] turned) {
    double x = angle_B_rad[0];
    double y = angle_B_rad[1];
    double z = angle_B_rad[2];
    double angle = Math.sqrt(x * x + y * y + z * z);
    double s = angle < 1e-9 ? -0.5 : -FastMath.sin(angle / 2) / angle;
    double d0 = FastMath.cos(angle / 2);
    double d1 = s * x;
    double d2 = s * y;
    double d3 = s * z;
    double q0 = q_BI[0];
    double q1 = q_BI[1];
    double q2 = q_BI[2];
    double q3 = q_BI[3];
    turned[0] = d0 * q0 - d1 * q1 - d2 * q2 - d3 * q3;
    turned[1] = d0 * q1 + d1 * q0 + d2 * q3 - d3 * q2;
    turned[2] = d0 * q2 - d1 * q3 + d2 * q0 + d3 * q1;
    turned[3] = d0 * q3 + d1 * q2 - d2 * q1 + d3 * q0;
  }

  /** Turns a unit vector by angles about the three axes (Rodrigues), in place. */
  static void nudge(double[] u, double x, double y, double z) {
    double angle = Math.sqrt(x * x + y * y + z * z);
    if (angle == 0) {
      return;
    }
    double kx = x / angle;
    double ky = y / angle;
    double kz = z / angle;
    double sin = FastMath.sin(angle);
    double cos = FastMath.cos(angle);
    double along = (1 - cos) * (kx * u[0] + ky * u[1] + kz * u[2]);
    double ux = cos * u[0] + sin * (ky * u[2] - kz * u[1]) + along * kx;
    double uy = cos * u[1] + sin * (kz * u[0] - kx * u[2]) + along * ky;
    double uz = cos * u[2] + sin * (kx * u[1] - ky * u[0]) + along * kz;
    double norm = Math.sqrt(ux * ux + uy * uy + uz * uz);
    u[0] = ux / norm;
    u[1] = uy / norm;
    u[2] = uz / norm;
  }
}
