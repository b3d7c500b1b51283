package org.holdpoint.flight.guidance;

import org.hipparchus.util.FastMath;
import org.holdpoint.flight.navigation.NavigationSolution;
import org.holdpoint.flight.navigation.OrbitModel;
import org.holdpoint.motion.Vec3;

/** When the target is lit: the Earth's shadow as a cylinder, the Sun at rest among the stars. */
public final class Light {
  /** Penumbra and atmosphere are left out on the dark side: 50 km more. */
  private static final double SHADOW_RADIUS_M = 6_378_136.3 + 50_000;

  /** Samples an orbit: 24 s. */
  private static final int SAMPLES = 240;

  private Light() {}

  /** How long the target stays lit from now on, at most an orbit; 0 in eclipse. */
  public static double litFor_s(NavigationSolution navigation) {
    double n = navigation.meanMotion_rad_s();
    return litFor_s(navigation.sun_L(), FastMath.cbrt(OrbitModel.MU_M3_S2 / (n * n)), n);
  }

  /**
   * As above.
   *
   * @param sun_L unit vector to the Sun now
   * @param radius_m of the orbit
   */
  static double litFor_s(Vec3 sun_L, double radius_m, double meanMotion_rad_s) {
    double step_s = 2 * Math.PI / (SAMPLES * meanMotion_rad_s);
    for (int k = 0; k < SAMPLES; k++) {
      if (shadowed(later(sun_L, 2 * Math.PI * k / SAMPLES).x(), radius_m)) {
        return k * step_s;
      }
    }
    return 2 * Math.PI / meanMotion_rad_s;
  }

  /** Whether the chaser itself is in sunlight. */
  public static boolean falls(NavigationSolution navigation) {
    Vec3 r_I_m = navigation.r_C_I_m();
    Vec3 r_L_m = navigation.q_LI().rotate(r_I_m);
    double radius_m = r_I_m.norm();
    double up = r_L_m.dot(navigation.sun_L()) / radius_m;
    return !shadowed(up, radius_m);
  }

  /** Where the Sun is when L has turned on: L turns by +n about z, what is at rest by -n in it. */
  static Vec3 later(Vec3 sun_L, double turned_rad) {
    double c = FastMath.cos(turned_rad);
    double s = FastMath.sin(turned_rad);
    return new Vec3(sun_L.x() * c + sun_L.y() * s, sun_L.y() * c - sun_L.x() * s, sun_L.z());
  }

  /**
   * @param up cosine of the angle between the radial direction and the Sun
   */
  static boolean shadowed(double up, double radius_m) {
    return up < 0 && radius_m * Math.sqrt(Math.max(0, 1 - up * up)) < SHADOW_RADIUS_M;
  }
}
