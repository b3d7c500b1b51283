package org.holdpoint.world;

import org.holdpoint.world.sample.Xyz;

/**
 * A burn of the target, as an impulse.
 *
 * @param at_s seconds after the start
 * @param dv_L_m_s change of its velocity, its QSW at that time
 */
public record TargetBurn(double at_s, Xyz dv_L_m_s) {
  /** Largest burn. */
  public static final double LARGEST_M_S = 5;

  public TargetBurn {
    Checks.within("target burn: at_s", at_s, 0, 1e7);
    check("target burn: dv_L_m_s", dv_L_m_s);
  }

  /**
   * Refuses a burn that no target makes.
   *
   * @throws IllegalArgumentException saying what is allowed
   */
  public static void check(String what, Xyz dv_L_m_s) {
    double size_m_s = dv_L_m_s.norm();
    if (!(size_m_s > 0 && size_m_s <= LARGEST_M_S)) {
      throw new IllegalArgumentException(
          what + ": " + size_m_s + " m/s is not above 0 and up to " + LARGEST_M_S + " m/s.");
    }
  }
}
