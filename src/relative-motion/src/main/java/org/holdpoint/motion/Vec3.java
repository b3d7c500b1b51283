package org.holdpoint.motion;

/** Three components in a frame that the holder's name tells. */
public record Vec3(double x, double y, double z) {
  public static final Vec3 ZERO = new Vec3(0, 0, 0);

  public Vec3 plus(Vec3 other) {
    return new Vec3(x + other.x, y + other.y, z + other.z);
  }

  public Vec3 minus(Vec3 other) {
    return new Vec3(x - other.x, y - other.y, z - other.z);
  }

  public Vec3 times(double factor) {
    return new Vec3(factor * x, factor * y, factor * z);
  }

  public Vec3 negated() {
    return new Vec3(-x, -y, -z);
  }

  public double dot(Vec3 other) {
    return x * other.x + y * other.y + z * other.z;
  }

  public Vec3 cross(Vec3 other) {
    return new Vec3(
        y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
  }

  public double norm() {
    return Math.sqrt(dot(this));
  }

  /** Unit vector along this one; this one must not be null. */
  public Vec3 unit() {
    double norm = norm();
    if (norm == 0) {
      throw new IllegalArgumentException("the null vector has no direction");
    }
    return times(1 / norm);
  }
}
