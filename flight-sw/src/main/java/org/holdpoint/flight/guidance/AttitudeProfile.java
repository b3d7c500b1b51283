package org.holdpoint.flight.guidance;

import org.hipparchus.util.FastMath;
import org.holdpoint.dictionary.command.Pointing;
import org.holdpoint.flight.navigation.NavigationSolution;
import org.holdpoint.flight.navigation.far.FarSolution.Stage;
import org.holdpoint.motion.ClohessyWiltshire;
import org.holdpoint.motion.Quaternion;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Rotations;
import org.holdpoint.motion.Vec3;

/**
 * Wanted attitude and rate.
 *
 * <p>Star trackers look along body -z. Body z is therefore kept near that of the two orbit normals
 * on whose side the Sun stands, so that they look past Sun and Earth.
 *
 * <ul>
 *   <li>TARGET: body x to the target, body z as near to the orbit normal as that allows; SEARCH
 *       while far navigation has not found it.
 *   <li>NADIR: body x down, body z along the orbit normal.
 *   <li>INERTIAL: the attitude of the moment at which it was chosen.
 *   <li>SEARCH: body x where far navigation looks, body z as for TARGET.
 *   <li>SUN: body z to the Sun, at rest among the stars.
 *   <li>BURN: body x along the delta-v of the next large burn; TARGET while there is none.
 * </ul>
 *
 * @param q_BL wanted attitude, L to body
 * @param rate_B_rad_s inertial rate of it, body frame
 */
record AttitudeProfile(Quaternion q_BL, Vec3 rate_B_rad_s) {
  /** Inside this angle of the orbit normal body z is kept near the nadir instead. */
  private static final double NORMAL_COSINE = 0.97;

  /** Nearer than this the line of sight is no direction to point along. */
  private static final double NEAREST_M = 1;

  /** Never nearer to the Sun than 66 deg. */
  private static final Vec3 POLE_I = new Vec3(0, 0, 1);

  private static final Vec3 DOWN = new Vec3(-1, 0, 0);
  private static final Vec3 NORMAL = new Vec3(0, 0, 1);

  /** The Sun's elevation above the orbital plane at which the other side is taken, 5 deg. */
  private static final double OTHER_SIDE = FastMath.sin(FastMath.toRadians(5));

  /**
   * The side of the orbital plane that body z is kept on: the Sun's, with a hysteresis of 5 deg.
   *
   * @param side 1 or -1, the side until now
   */
  static double side(double side, NavigationSolution navigation) {
    return side * navigation.sun_L().z() < -OTHER_SIDE ? -side : side;
  }

  /**
   * @param side 1 or -1, of the orbit normal that body z is kept near
   * @param state relative state that the line of sight is taken from
   * @param q_BI_kept attitude kept by INERTIAL
   */
  static AttitudeProfile of(
      Pointing pointing,
      RelativeState state,
      Quaternion q_BI_kept,
      double side,
      NavigationSolution navigation) {
    double n = navigation.meanMotion_rad_s();
    return switch (pointing) {
      case INERTIAL ->
          new AttitudeProfile(
              q_BI_kept.times(navigation.q_LI().conjugate()).normalized(), Vec3.ZERO);
      case NADIR -> nadir(side, n);
      case TARGET, BURN ->
          navigation.far().stage() == Stage.SEARCHING
              ? search(side, navigation)
              : toTarget(state, side, n);
      case SEARCH -> search(side, navigation);
      case SUN -> toSun(navigation);
    };
  }

  /** At rest among the stars, body x as far from the pole as that allows. */
  private static AttitudeProfile toSun(NavigationSolution navigation) {
    Vec3 z = navigation.sun_L();
    Vec3 y = navigation.q_LI().rotate(POLE_I).cross(z).unit();
    return new AttitudeProfile(Rotations.ofAxes(y.cross(z), y, z), Vec3.ZERO);
  }

  /** Along a direction that stays nearly the same in L, as that to a far target does. */
  private static AttitudeProfile search(double side, NavigationSolution navigation) {
    Vec3 u_L = navigation.q_LI().rotate(navigation.far().u_lookAt_I());
    double n = navigation.meanMotion_rad_s();
    Quaternion q_BL = Rotations.ofTwoVectors(u_L, normalOrDown(u_L, side));
    return new AttitudeProfile(q_BL, q_BL.rotate(NORMAL.times(n)));
  }

  private static AttitudeProfile nadir(double side, double n) {
    Quaternion q_BL = Rotations.ofAxes(DOWN, new Vec3(0, -side, 0), NORMAL.times(side));
    return new AttitudeProfile(q_BL, q_BL.rotate(NORMAL.times(n)));
  }

  private static AttitudeProfile toTarget(RelativeState state, double side, double n) {
    if (state.range_m() < NEAREST_M) {
      return nadir(side, n);
    }
    Vec3 reference = normalOrDown(state.r_CT_L_m(), side);
    Quaternion now = Rotations.ofTwoVectors(state.r_CT_L_m().negated(), reference);
    Vec3 inASecond = state.r_CT_L_m().plus(state.v_CT_L_m_s());
    inASecond = inASecond.plus(ClohessyWiltshire.acceleration(state, n).times(0.5));
    Quaternion then = Rotations.ofTwoVectors(inASecond.negated(), reference);
    Vec3 turn_B_rad = Rotations.rotationVector_rad(then.times(now.conjugate()));
    return new AttitudeProfile(now, turn_B_rad.plus(now.rotate(NORMAL.times(n))));
  }

  /** Body x, along which the 22 N thrusters push, along a delta-v. */
  static AttitudeProfile alongBurn(Vec3 deltaV_L_m_s, double side, double meanMotion_rad_s) {
    Quaternion q_BL = Rotations.ofTwoVectors(deltaV_L_m_s, normalOrDown(deltaV_L_m_s, side));
    return new AttitudeProfile(q_BL, q_BL.rotate(NORMAL.times(meanMotion_rad_s)));
  }

  /** Along the normal itself body z goes down, so that the star trackers look up. */
  private static Vec3 normalOrDown(Vec3 along_L, double side) {
    return Math.abs(along_L.z()) < NORMAL_COSINE * along_L.norm() ? NORMAL.times(side) : DOWN;
  }
}
