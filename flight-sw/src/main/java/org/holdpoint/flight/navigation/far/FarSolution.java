package org.holdpoint.flight.navigation.far;

import org.holdpoint.motion.Vec3;

/**
 * What far navigation knows, beside the relative state that it puts into the navigation solution.
 *
 * @param stage how far it has come
 * @param roe_m mean elements of the target relative to the chaser's own orbit
 * @param range1Sigma_m of the distance to the target
 * @param rangeFraction the same as a part of the range
 * @param u_lookAt_I unit vector along which the narrow camera shall look, GCRF
 * @param biasAz_rad camera bias about body z
 * @param biasEl_rad camera bias about body -y
 */
public record FarSolution(
    Stage stage,
    Roe6 roe_m,
    double range1Sigma_m,
    double rangeFraction,
    Vec3 u_lookAt_I,
    double biasAz_rad,
    double biasEl_rad) {

  /** Nothing to say: the near filter leads. */
  public static final FarSolution NONE =
      new FarSolution(Stage.OFF, Roe6.ZERO, 0, 0, new Vec3(1, 0, 0), 0, 0);

  /** Stages of far navigation. */
  public enum Stage {
    /** The near filter leads. */
    OFF,
    /** The target has not been found since the cue or a restart. */
    SEARCHING,
    /** A confirmed track feeds the filter; the range is not yet known well. */
    TRACKING,
    /** Range known to 5 % (1 sigma) or better. */
    CONVERGED
  }
}
