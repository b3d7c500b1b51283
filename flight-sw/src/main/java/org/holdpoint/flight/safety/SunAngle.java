package org.holdpoint.flight.safety;

import org.hipparchus.util.FastMath;
import org.holdpoint.motion.Quaternion;
import org.holdpoint.motion.Vec3;

/**
 * Where the Sun stands for the cameras, by the monitor's own almanac: the mean Sun with its
 * equation of centre (Astronomical Almanac, low-precision formulae, 0.01 deg from 1950 to 2050),
 * and Earth's shadow as a cylinder.
 */
final class SunAngle {
  /** 2000-01-01T12:00:00 TT less 32.184 s, nanoseconds of TAI since 1958. */
  private static final long J2000_TAI_NS = 1_325_419_167_816_000_000L;

  private static final double DAY_NS = 86_400e9;
  private static final double EARTH_RADIUS_M = 6_378_137;

  /** Shown and judged when there is no sunlight. */
  static final double NONE_DEG = 180;

  private SunAngle() {}

  /** Unit vector from Earth to the Sun, mean equator of J2000. */
  static Vec3 direction_I(long tai_ns) {
    double days = (tai_ns - J2000_TAI_NS) / DAY_NS;
    double anomaly = FastMath.toRadians(357.528 + 0.9856003 * days);
    // Precession, 1.3969 deg a century along the ecliptic, taken off: longitude from J2000.
    double longitude =
        FastMath.toRadians(
            280.460
                + (0.9856474 - 1.3969 / 36525) * days
                + 1.915 * FastMath.sin(anomaly)
                + 0.020 * FastMath.sin(2 * anomaly));
    double obliquity = FastMath.toRadians(23.4393);
    double sine = FastMath.sin(longitude);
    return new Vec3(
        FastMath.cos(longitude), FastMath.cos(obliquity) * sine, FastMath.sin(obliquity) * sine);
  }

  /** Whether Earth is in front of the Sun. */
  static boolean inShadow(Vec3 r_I_m, Vec3 sun_I) {
    double along_m = r_I_m.dot(sun_I);
    return along_m < 0 && r_I_m.minus(sun_I.times(along_m)).norm() < EARTH_RADIUS_M;
  }

  /** Angle of the Sun off the cameras' axis, +x body, degrees; {@link #NONE_DEG} in shadow. */
  static double offCameras_deg(long tai_ns, Quaternion q_BI, Vec3 r_I_m) {
    Vec3 sun_I = direction_I(tai_ns);
    if (inShadow(r_I_m, sun_I)) {
      return NONE_DEG;
    }
    double cosine = q_BI.rotate(sun_I).x();
    return FastMath.toDegrees(FastMath.acos(Math.max(-1, Math.min(1, cosine))));
  }
}
