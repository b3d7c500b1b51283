package org.holdpoint.world;

import org.holdpoint.world.sample.Xyz;

/**
 * Another object in the world, which only drifts: a spent stage, a cover, somebody's satellite. No
 * sensor sees it; coming within 30 m of it is judged as with the target.
 *
 * @param name unique in a world
 * @param r_L_m where it is at the start, relative to the target, target-centred QSW
 * @param v_L_m_s velocity of the same, seen in the rotating frame
 * @param body a sphere
 */
public record Bystander(String name, Xyz r_L_m, Xyz v_L_m_s, BodyProperties body) {
  private static final double LARGEST_RANGE_M = 5_000_000;
  private static final double LARGEST_SPEED_M_S = 1000;

  public Bystander {
    Checks.within("bystander " + name + ": r_L_m", r_L_m.norm(), 0, LARGEST_RANGE_M);
    Checks.within("bystander " + name + ": v_L_m_s", v_L_m_s.norm(), 0, LARGEST_SPEED_M_S);
    if (body.shape() != null) {
      throw new IllegalArgumentException(
          "bystander " + name + ": body: only a sphere drifts along");
    }
  }

  /**
   * Where one is.
   *
   * @param r_I_m GCRF
   * @param v_I_m_s GCRF
   * @param range_m to the chaser
   * @param smallestRange_m to the chaser since start, between ticks too
   * @param entries how often the chaser came within 30 m
   */
  public record Truth(
      String name, Xyz r_I_m, Xyz v_I_m_s, double range_m, double smallestRange_m, int entries) {}
}
