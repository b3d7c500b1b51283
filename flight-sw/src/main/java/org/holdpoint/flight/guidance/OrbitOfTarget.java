package org.holdpoint.flight.guidance;

import org.hipparchus.util.FastMath;
import org.holdpoint.flight.navigation.NavigationSolution;
import org.holdpoint.motion.KeplerOrbit;
import org.holdpoint.motion.Vec3;

/** The target's orbit as guidance needs it: its shape and where in it the target is. */
final class OrbitOfTarget {
  /** Earth, EGM96. */
  static final double MU_M3_S2 = 3.986004418e14;

  /** A larger eccentricity is not one of this mission; then a circular orbit is flown. */
  private static final double MAX_ECCENTRICITY = 0.1;

  private OrbitOfTarget() {}

  /**
   * The mean motion is navigation's; eccentricity and true anomaly are those of the chaser's own
   * orbit, which differ from the target's by less than 1e-3 within 3 km.
   */
  static KeplerOrbit of(NavigationSolution navigation) {
    double n = navigation.meanMotion_rad_s();
    double a_m = FastMath.cbrt(MU_M3_S2 / (n * n));
    Vec3 r = navigation.r_C_I_m();
    Vec3 v = navigation.v_C_I_m_s();
    if (r.norm() == 0) {
      return new KeplerOrbit(MU_M3_S2, a_m, 0, 0);
    }
    Vec3 h = r.cross(v);
    Vec3 toPerigee = v.cross(h).times(1 / MU_M3_S2).minus(r.unit());
    double e = toPerigee.norm();
    if (!(e > 1e-9 && e < MAX_ECCENTRICITY)) {
      return new KeplerOrbit(MU_M3_S2, a_m, 0, 0);
    }
    double anomaly_rad = FastMath.atan2(h.unit().dot(toPerigee.cross(r)), toPerigee.dot(r));
    return new KeplerOrbit(MU_M3_S2, a_m, e, anomaly_rad);
  }
}
