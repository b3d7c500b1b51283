package org.holdpoint.flight.navigation;

import org.hipparchus.util.FastMath;
import org.holdpoint.motion.LocalFrame;
import org.holdpoint.motion.Quaternion;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Vec3;

/**
 * Holding on V-bar without effort: to be on the target's own orbit, ahead or behind by a fixed
 * time. Seen from the target that is no fixed point: with the eccentricity and the short periods of
 * J2 of a 500 km orbit it breathes by 1 to 2 m at 1 km. Staying on it costs nothing, staying on the
 * fixed point several mm/s an orbit.
 */
public final class TrailingOrbit {
  private TrailingOrbit() {}

  /**
   * State relative to the target, now, of a spacecraft on the target's orbit whose mean distance
   * along-track is {@code alongTrack_m} (positive ahead; up to some tens of kilometres).
   */
  public static RelativeState state(NavigationSolution navigation, double alongTrack_m) {
    Vec3 r_L = navigation.r_CT_L_m();
    Vec3 v_L = navigation.v_CT_L_m_s();
    Quaternion q_IL = navigation.q_LI().conjugate();
    Vec3 r_T = navigation.r_C_I_m().minus(q_IL.rotate(r_L));
    // The rate of L follows from the target's velocity, which needs the rate: two rounds do.
    double rate = navigation.meanMotion_rad_s();
    Vec3 v_T = Vec3.ZERO;
    for (int i = 0; i < 2; i++) {
      Vec3 difference = new Vec3(v_L.x() - rate * r_L.y(), v_L.y() + rate * r_L.x(), v_L.z());
      v_T = navigation.v_C_I_m_s().minus(q_IL.rotate(difference));
      rate = r_T.cross(v_T).norm() / r_T.dot(r_T);
    }
    double n = navigation.meanMotion_rad_s();
    double meanSpeed_m_s = FastMath.cbrt(OrbitModel.MU_M3_S2 * n);
    double[] state = new double[6];
    OrbitModel.set(state, r_T, v_T);
    new OrbitModel().advance(state, alongTrack_m / meanSpeed_m_s);
    return LocalFrame.of(r_T, v_T)
        .toRelative(OrbitModel.position(state), OrbitModel.velocity(state));
  }
}
