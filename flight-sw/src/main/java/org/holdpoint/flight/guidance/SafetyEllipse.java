package org.holdpoint.flight.guidance;

import org.hipparchus.util.FastMath;
import org.holdpoint.dictionary.Xyz;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Vec3;

/**
 * The ellipse of a circumnavigation: natural motion with parallel relative eccentricity and
 * inclination vectors, so that it never passes nearer to the along-track axis than the smaller of
 * its radial and cross-track semi-axes, wherever it drifts along-track (D'Amico 2010, ch. 2). When
 * it drifts on purpose it lies lower or higher by 2/3 of the rate over the mean motion.
 *
 * @param radial_m radial semi-axis; the along-track one is twice it
 * @param crossTrack_m cross-track semi-axis, with the sign of the sense of motion
 * @param centre_m along-track position of its centre
 * @param rate_m_s at which the centre drifts along-track
 */
record SafetyEllipse(double radial_m, double crossTrack_m, double centre_m, double rate_m_s) {

  /** Along-track semi-axes other than twice the radial one are not natural motion. */
  static final double AXIS_TOLERANCE_M = 1;

  /** About the target. */
  SafetyEllipse(double radial_m, double crossTrack_m) {
    this(radial_m, crossTrack_m, 0, 0);
  }

  /** The centre about which a state moves without thrust, along-track. */
  static double centre_m(RelativeState state, double meanMotion_rad_s) {
    return state.r_CT_L_m().y() - 2 * state.v_CT_L_m_s().x() / meanMotion_rad_s;
  }

  /**
   * Whether the semi-axes (x, y, z) of a leg are those of an ellipse that flies by itself; the sign
   * of z is the sense of motion.
   */
  static boolean isNatural(Xyz semiAxes_L_m) {
    return semiAxes_L_m.x() > 0
        && semiAxes_L_m.z() != 0
        && Math.abs(semiAxes_L_m.y() - 2 * semiAxes_L_m.x()) <= AXIS_TOLERANCE_M;
  }

  /** State at a phase: 0 at the lowest point, moving forward. */
  RelativeState at(double phase_rad, double meanMotion_rad_s) {
    double n = meanMotion_rad_s;
    double s = FastMath.sin(phase_rad);
    double c = FastMath.cos(phase_rad);
    double height_m = -2 * rate_m_s / (3 * n);
    return new RelativeState(
        new Vec3(height_m - radial_m * c, centre_m + 2 * radial_m * s, crossTrack_m * s),
        new Vec3(n * radial_m * s, 2 * n * radial_m * c + rate_m_s, n * crossTrack_m * c));
  }
}
