package org.holdpoint.world.environment;

import org.hipparchus.util.FastMath;

/**
 * How much of the Sun's disc is seen past Earth: Montenbruck and Gill, Satellite Orbits (2000),
 * section 3.4.2. Earth's flattening is met by stretching space along the pole until Earth is a
 * sphere.
 */
public final class Light {
  private static final double SUN_RADIUS_M = 6.957e8;
  private static final double EARTH_RADIUS_M = 6_378_137.0;
  private static final double STRETCH = 1 / (1 - 1 / 298.257223563) - 1;

  private Light() {}

  /**
   * @param pole unit vector of Earth's pole, at 6..8
   * @return 1 in full light, 0 in umbra, between them in penumbra
   */
  public static double share(double x, double y, double z, double[] sun_I_m, double[] pole) {
    double toSunX = sun_I_m[0] - x;
    double toSunY = sun_I_m[1] - y;
    double toSunZ = sun_I_m[2] - z;
    double height = STRETCH * (pole[6] * x + pole[7] * y + pole[8] * z);
    double px = x + height * pole[6];
    double py = y + height * pole[7];
    double pz = z + height * pole[8];
    double tilt = STRETCH * (pole[6] * toSunX + pole[7] * toSunY + pole[8] * toSunZ);
    double sx = toSunX + tilt * pole[6];
    double sy = toSunY + tilt * pole[7];
    double sz = toSunZ + tilt * pole[8];
    double sunDistance = Math.sqrt(sx * sx + sy * sy + sz * sz);
    double distance = Math.sqrt(px * px + py * py + pz * pz);
    double cosine = -(px * sx + py * sy + pz * sz) / (sunDistance * distance);
    if (cosine <= 0) {
      return 1;
    }
    double a = FastMath.asin(SUN_RADIUS_M / sunDistance);
    double b = FastMath.asin(Math.min(1, EARTH_RADIUS_M / distance));
    double c = FastMath.acos(Math.min(1, cosine));
    if (c >= a + b) {
      return 1;
    }
    if (c <= b - a) {
      return 0;
    }
    double along = (c * c + a * a - b * b) / (2 * c);
    double half = Math.sqrt(Math.max(0, a * a - along * along));
    double covered =
        a * a * FastMath.acos(Math.max(-1, Math.min(1, along / a)))
            + b * b * FastMath.acos(Math.max(-1, Math.min(1, (c - along) / b)))
            - c * half;
    return Math.max(0, Math.min(1, 1 - covered / (FastMath.PI * a * a)));
  }
}
