package org.holdpoint.flight.guidance;

import org.hipparchus.util.FastMath;
import org.holdpoint.dictionary.telemetry.PlanPacket.Leg;

/**
 * Where a drift leg ends: at rest along-track, apart from the target's path by eccentricity and
 * inclination vectors that are parallel, so that no error along-track leads to the target. (D'Amico
 * and Montenbruck 2006.) Both point 90 deg from the node, where J2 leaves them in place: it turns
 * the inclination vector only when inclinations differ.
 *
 * @param along_m along-track separation, negative behind
 * @param radial_m amplitude of the radial motion: size of the relative eccentricity vector
 * @param cross_m amplitude of the cross-track motion
 * @param duration_s from now; 0 lets guidance choose
 * @param mendsAtExit the eccentricity vector was not known well enough for the first pair of burns
 */
record DriftGoal(
    double along_m, double radial_m, double cross_m, double duration_s, boolean mendsAtExit) {
  /**
   * Latitude of the e/i line: there the pairs of burns are given, so that e stays parallel to i.
   */
  static final double LINE_RAD = Math.PI / 2;

  /** A leg that ends further away than this may end with burns at any latitude. */
  private static final double FAR_END_M = 10_000;

  private static final double WORTH_MENDING_M = 100;

  static DriftGoal of(Leg leg) {
    return new DriftGoal(
        leg.target_L_m().y(),
        Math.abs(leg.target_L_m().x()),
        Math.abs(leg.target_L_m().z()),
        leg.duration_s(),
        false);
  }

  /** The same leg, begun with or without knowing the shape of the relative orbit. */
  DriftGoal begun(boolean shapeKnown) {
    return new DriftGoal(along_m, radial_m, cross_m, duration_s, !shapeKnown);
  }

  /** The wanted relative eccentricity along the line, on the side where it is nearer to now. */
  double eccentricity_m(AveragedElements now) {
    return FastMath.copySign(radial_m, now.dey_m());
  }

  /**
   * Latitude of the last pair of burns. Near the target it is the e/i line. Far away it is where
   * the pair mends the eccentricity vector as well, at no cost.
   */
  double exitLine_rad(AveragedElements now) {
    double dex = -now.dex_m();
    double dey = eccentricity_m(now) - now.dey_m();
    boolean mends =
        mendsAtExit && Math.abs(along_m) > FAR_END_M && FastMath.hypot(dex, dey) > WORTH_MENDING_M;
    return mends ? FastMath.atan2(dey, dex) : LINE_RAD;
  }

  double inclination_m(AveragedElements now) {
    return FastMath.copySign(cross_m, now.diy_m());
  }
}
