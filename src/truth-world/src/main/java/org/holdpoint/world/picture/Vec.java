package org.holdpoint.world.picture;

import org.hipparchus.util.FastMath;

/** Vectors as arrays of three. */
final class Vec {
  private Vec() {}

  static double[] of(double x, double y, double z) {
    return new double[] {x, y, z};
  }

  static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }

  static double norm(double[] a) {
    return Math.sqrt(dot(a, a));
  }

  static double[] unit(double[] a) {
    return scaled(a, 1 / norm(a));
  }

  static double[] scaled(double[] a, double s) {
    return of(s * a[0], s * a[1], s * a[2]);
  }

  static double[] plus(double[] a, double[] b, double s) {
    return of(a[0] + s * b[0], a[1] + s * b[1], a[2] + s * b[2]);
  }

  static double[] cross(double[] a, double[] b) {
    return of(a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]);
  }

  /** Some unit vector across a unit vector. */
  static double[] across(double[] a) {
    return unit(cross(a, Math.abs(a[0]) < 0.7 ? of(1, 0, 0) : of(0, 1, 0)));
  }

  static double angle(double[] a, double[] b) {
    return FastMath.atan2(norm(cross(a, b)), dot(a, b));
  }

  /** Row-major matrix times vector. */
  static double[] times(double[] m, double[] v) {
    return of(
        m[0] * v[0] + m[1] * v[1] + m[2] * v[2],
        m[3] * v[0] + m[4] * v[1] + m[5] * v[2],
        m[6] * v[0] + m[7] * v[1] + m[8] * v[2]);
  }

  /** Transposed row-major matrix times vector. */
  static double[] timesTransposed(double[] m, double[] v) {
    return of(
        m[0] * v[0] + m[3] * v[1] + m[6] * v[2],
        m[1] * v[0] + m[4] * v[1] + m[7] * v[2],
        m[2] * v[0] + m[5] * v[1] + m[8] * v[2]);
  }
}
