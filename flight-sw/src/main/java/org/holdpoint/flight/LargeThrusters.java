package org.holdpoint.flight;

import org.holdpoint.motion.Vec3;

/**
 * When a burn is given by the four 22 N thrusters: one table for guidance, which times and points
 * the burn, and for control, which fires it.
 *
 * <p>They push along +x body only, so that the body must be turned first, and their plumes leave
 * along -x body, against the delta-v.
 */
public final class LargeThrusters {
  /** From this size on a burn is worth the turn: 42 s by the 1 N thrusters. */
  public static final double SMALLEST_BURN_M_S = 0.5;

  /** How long before ignition the body turns: half a turn at 1 deg/s, and settling. */
  public static final double TURN_S = 240;

  /** All four, less what off-modulation takes for attitude. */
  public static final double BURN_FORCE_N = 80;

  /** After the large thrusters the 1 N ones trim for so long at most. */
  public static final double TRIM_S = 5;

  /** Nearer than this they never fire: other people's satellite. */
  private static final double NEVER_WITHIN_M = 1000;

  /** Within this range they do not fire with the target in their plume. */
  private static final double PLUME_RANGE_M = 3000;

  /** Half angle of the plume that counts: outside it the flux is below 0.1 % of the axis. */
  private static final double PLUME_COSINE = 0.5;

  private LargeThrusters() {}

  /**
   * Whether a burn is given by the large thrusters.
   *
   * @param deltaV_L_m_s of the whole burn, target-centred QSW
   * @param r_CT_L_m chaser relative to target at the burn
   */
  public static boolean give(Vec3 deltaV_L_m_s, Vec3 r_CT_L_m) {
    double size_m_s = deltaV_L_m_s.norm();
    double range_m = r_CT_L_m.norm();
    if (size_m_s < SMALLEST_BURN_M_S || range_m < NEVER_WITHIN_M) {
      return false;
    }
    // The gas leaves along -deltaV, the target lies along -r.
    double cosine = deltaV_L_m_s.dot(r_CT_L_m) / (size_m_s * range_m);
    return range_m >= PLUME_RANGE_M || cosine < PLUME_COSINE;
  }
}
