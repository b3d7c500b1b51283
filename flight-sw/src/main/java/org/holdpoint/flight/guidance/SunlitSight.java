package org.holdpoint.flight.guidance;

import org.hipparchus.util.FastMath;
import org.holdpoint.flight.navigation.NavigationSolution;
import org.holdpoint.flight.navigation.OrbitModel;
import org.holdpoint.motion.ClohessyWiltshire;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Vec3;

/**
 * What the cameras would get to see of the target by daylight on one turn of natural motion. The
 * target is taken as a sphere that keeps its attitude to Earth; a place on it is seen as well as
 * the worse of light and look falls on it at the best moment: the smaller cosine from its normal.
 * Seen from L the Sun and a chaser on its ellipse turn the same way in the same time, so that who
 * enters with the Sun behind keeps it there, and who enters against it sees a black target for as
 * long: the phase of the entry decides.
 *
 * @param sun_L unit vector to the Sun now
 * @param radius_m of the target's orbit
 * @param meanMotion_rad_s of the target
 */
public record SunlitSight(Vec3 sun_L, double radius_m, double meanMotion_rad_s) {
  /** Moments of a turn that are looked at: every 4 minutes. */
  private static final int MOMENTS = 24;

  /** Nearer than this to the Sun a camera sees nothing: half of its keep-out cone. */
  private static final double BLIND_COSINE = FastMath.cos(FastMath.toRadians(30));

  /** Places on the target, evenly by the golden angle: 30 deg apart. */
  private static final Vec3[] PLACES = places(48);

  /** By the Sun and the orbit of the moment. */
  public static SunlitSight of(NavigationSolution navigation) {
    double n = navigation.meanMotion_rad_s();
    return new SunlitSight(navigation.sun_L(), FastMath.cbrt(OrbitModel.MU_M3_S2 / (n * n)), n);
  }

  /**
   * From 0, nothing, to 0.5, half the sphere lit and looked at from straight above at once, to 2/3
   * and more when the light goes round.
   *
   * @param state at which the turn begins
   * @param after_s from now to its begin
   */
  double over(RelativeState state, double after_s) {
    double[] best = new double[PLACES.length];
    double step_s = 2 * Math.PI / (MOMENTS * meanMotion_rad_s);
    for (int k = 0; k < MOMENTS; k++) {
      Vec3 sun = Light.later(sun_L, meanMotion_rad_s * (after_s + k * step_s));
      Vec3 r = ClohessyWiltshire.propagate(state, meanMotion_rad_s, k * step_s).r_CT_L_m();
      Vec3 look = r.unit();
      if (Light.shadowed(sun.x(), radius_m) || -look.dot(sun) > BLIND_COSINE) {
        continue;
      }
      for (int i = 0; i < PLACES.length; i++) {
        best[i] = Math.max(best[i], Math.min(PLACES[i].dot(look), PLACES[i].dot(sun)));
      }
    }
    double sum = 0;
    for (double place : best) {
      sum += place;
    }
    return sum / PLACES.length;
  }

  private static Vec3[] places(int count) {
    Vec3[] places = new Vec3[count];
    double turn = Math.PI * (3 - Math.sqrt(5));
    for (int i = 0; i < count; i++) {
      double z = 1 - (2 * i + 1.0) / count;
      double across = Math.sqrt(1 - z * z);
      places[i] = new Vec3(across * FastMath.cos(turn * i), across * FastMath.sin(turn * i), z);
    }
    return places;
  }
}
