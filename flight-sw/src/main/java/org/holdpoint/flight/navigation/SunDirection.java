package org.holdpoint.flight.navigation;

import org.hipparchus.util.FastMath;
import org.holdpoint.motion.Vec3;

/**
 * Direction to the Sun by the low-precision series of Montenbruck and Gill, Satellite Orbits, eq.
 * 3.43-3.44, referred to the mean equator and equinox of J2000 (GCRF within 0.1"); good to about
 * 0.01 deg between 1950 and 2050.
 */
final class SunDirection {
  /** From 1958-01-01T00:00 TAI to J2000.0 (2000-01-01T12:00 TT) in days, less TT - TAI. */
  private static final double J2000_SINCE_1958_DAYS = 15340.5;

  private static final double TT_MINUS_TAI_S = 32.184;
  private static final double OBLIQUITY_RAD = FastMath.toRadians(23.43929111);

  private SunDirection() {}

  /** Unit vector, GCRF. */
  static Vec3 of(long tai_ns) {
    double days = (tai_ns * 1e-9 + TT_MINUS_TAI_S) / 86400 - J2000_SINCE_1958_DAYS;
    double centuries = days / 36525;
    double anomaly = FastMath.toRadians(357.5256 + 35999.049 * centuries);
    double longitude =
        FastMath.toRadians(
            282.9400
                + 357.5256
                + 35999.049 * centuries
                + 6892.0 / 3600 * FastMath.sin(anomaly)
                + 72.0 / 3600 * FastMath.sin(2 * anomaly));
    double sin = FastMath.sin(longitude);
    return new Vec3(
        FastMath.cos(longitude),
        sin * FastMath.cos(OBLIQUITY_RAD),
        sin * FastMath.sin(OBLIQUITY_RAD));
  }
}
