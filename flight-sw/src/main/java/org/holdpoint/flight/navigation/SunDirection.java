package org.holdpoint.flight.navigation;

import org.hipparchus.util.FastMath;
import org.holdpoint.motion.Vec3;

/**
 * Direction to the Sun from the Kepler orbit of the Earth-Moon barycentre in the mean ecliptic and
 * equinox of J2000 (Standish, approximate positions of the planets, valid 1800 to 2050); good to
 * 0.01 deg, without aberration.
 */
final class SunDirection {
  /** From 1958-01-01T00:00 TAI to J2000.0 (2000-01-01T12:00 TT) in days, less TT - TAI. */
  private static final double J2000_SINCE_1958_DAYS = 15340.5;

  private static final double TT_MINUS_TAI_S = 32.184;
  private static final double OBLIQUITY_RAD = FastMath.toRadians(23.43929111);
  private static final double OBLIQUITY_COS = FastMath.cos(OBLIQUITY_RAD);
  private static final double OBLIQUITY_SIN = FastMath.sin(OBLIQUITY_RAD);

  private SunDirection() {}

  /** Unit vector, GCRF. */
  static Vec3 of(long tai_ns) {
    double days = (tai_ns * 1e-9 + TT_MINUS_TAI_S) / 86400 - J2000_SINCE_1958_DAYS;
    double centuries = days / 36525;
    double mean = 100.46457166 + 35999.37244981 * centuries;
    double perihelion = 102.93768193 + 0.32327364 * centuries;
    double e = 0.01671123 - 0.00004392 * centuries;
    double anomaly = FastMath.toRadians(mean - perihelion);
    // Equation of the centre to e^2; the Sun is opposite to the Earth.
    double longitude =
        FastMath.toRadians(mean + 180)
            + 2 * e * FastMath.sin(anomaly)
            + 1.25 * e * e * FastMath.sin(2 * anomaly);
    double sin = FastMath.sin(longitude);
    return new Vec3(FastMath.cos(longitude), sin * OBLIQUITY_COS, sin * OBLIQUITY_SIN);
  }
}
