package org.holdpoint.world.environment;

import org.hipparchus.util.FastMath;

/**
 * Geocentric Moon from the truncated series of Montenbruck and Gill, Satellite Orbits (2000), eqs.
 * 3.47 to 3.51: several arc minutes and about 500 km. Ecliptic and equinox of J2000.
 */
final class Moon {
  private static final double ARCSECOND_RAD = FastMath.PI / 648_000;
  private static final double OBLIQUITY_RAD = FastMath.toRadians(23.43929111);

  /** Longitude: arc seconds, multiples of l, l', F, D. */
  private static final int[][] LONGITUDE = {
    {22640, 1, 0, 0, 0}, {769, 2, 0, 0, 0}, {-4586, 1, 0, 0, -2}, {2370, 0, 0, 0, 2},
    {-668, 0, 1, 0, 0}, {-412, 0, 0, 2, 0}, {-212, 2, 0, 0, -2}, {-206, 1, 1, 0, -2},
    {192, 1, 0, 0, 2}, {-165, 0, 1, 0, -2}, {148, 1, -1, 0, 0}, {-125, 0, 0, 0, 1},
    {-110, 1, 1, 0, 0}, {-55, 0, 0, 2, -2},
  };

  /** Latitude beside its leading term: arc seconds, multiples of l, l', F, D. */
  private static final int[][] LATITUDE = {
    {-526, 0, 0, 1, -2},
    {44, 1, 0, 1, -2},
    {-31, -1, 0, 1, -2},
    {-23, 0, 1, 1, -2},
    {11, 0, -1, 1, -2},
    {-25, -2, 0, 1, 0},
    {21, -1, 0, 1, 0},
  };

  /** Distance: kilometres, multiples of l, l', F, D. */
  private static final int[][] DISTANCE = {
    {-20905, 1, 0, 0, 0}, {-3699, -1, 0, 0, 2}, {-2956, 0, 0, 0, 2}, {-570, 2, 0, 0, 0},
    {246, 2, 0, 0, -2}, {-205, 0, 1, 0, -2}, {-171, 1, 0, 0, 2}, {-152, 1, 1, 0, -2},
  };

  private Moon() {}

  /**
   * Position in EME2000.
   *
   * @param centuries_tt Julian centuries of TT since J2000
   * @param r_m receives x, y, z
   */
  static void position_m(double centuries_tt, double[] r_m) {
    double t = centuries_tt;
    double mean = FastMath.toRadians(218.31617 + 481267.88088 * t - 1.3972 * t);
    double[] arguments = {
      FastMath.toRadians(134.96292 + 477198.86753 * t),
      FastMath.toRadians(357.52543 + 35999.04944 * t),
      FastMath.toRadians(93.27283 + 483202.01873 * t),
      FastMath.toRadians(297.85027 + 445267.11135 * t),
    };
    double longitude = mean;
    for (int[] term : LONGITUDE) {
      longitude += term[0] * ARCSECOND_RAD * FastMath.sin(argument(term, arguments));
    }
    double inner =
        arguments[2]
            + (longitude - mean)
            + ARCSECOND_RAD
                * (412 * FastMath.sin(2 * arguments[2]) + 541 * FastMath.sin(arguments[1]));
    double latitude = 18520 * ARCSECOND_RAD * FastMath.sin(inner);
    for (int[] term : LATITUDE) {
      latitude += term[0] * ARCSECOND_RAD * FastMath.sin(argument(term, arguments));
    }
    double distance = 385_000e3;
    for (int[] term : DISTANCE) {
      distance += term[0] * 1e3 * FastMath.cos(argument(term, arguments));
    }
    double x = distance * FastMath.cos(latitude) * FastMath.cos(longitude);
    double y = distance * FastMath.cos(latitude) * FastMath.sin(longitude);
    double z = distance * FastMath.sin(latitude);
    double cos = FastMath.cos(OBLIQUITY_RAD);
    double sin = FastMath.sin(OBLIQUITY_RAD);
    r_m[0] = x;
    r_m[1] = cos * y - sin * z;
    r_m[2] = sin * y + cos * z;
  }

  private static double argument(int[] term, double[] arguments) {
    return term[1] * arguments[0]
        + term[2] * arguments[1]
        + term[3] * arguments[2]
        + term[4] * arguments[3];
  }
}
