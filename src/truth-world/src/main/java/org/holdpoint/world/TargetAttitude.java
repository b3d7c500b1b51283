package org.holdpoint.world;

/**
 * How the target turns. All start from the nadir attitude: +z body to Earth, +y against the orbit
 * normal, +x completing, about along the velocity.
 *
 * @param motion what it does from there
 * @param rate_deg_s for SPIN: rate about +y body, which stays inertially fixed; else 0
 */
public record TargetAttitude(Motion motion, double rate_deg_s) {
  /** What the target's attitude does. */
  public enum Motion {
    /** Follows the local vertical. */
    NADIR_FIXED,
    /** Stays in GCRF. */
    INERTIAL,
    /** Spins at a constant rate. */
    SPIN
  }

  public static final TargetAttitude NADIR_FIXED = new TargetAttitude(Motion.NADIR_FIXED, 0);
  public static final TargetAttitude INERTIAL = new TargetAttitude(Motion.INERTIAL, 0);

  public TargetAttitude {
    if (motion == Motion.SPIN) {
      Checks.within("target attitude: rate_deg_s", rate_deg_s, -30, 30);
    } else if (rate_deg_s != 0) {
      throw new IllegalArgumentException(
          "target attitude: rate_deg_s: only spin has one, " + motion + " has none.");
    }
  }

  /** A spinning target. */
  public static TargetAttitude spin(double rate_deg_s) {
    return new TargetAttitude(Motion.SPIN, rate_deg_s);
  }
}
