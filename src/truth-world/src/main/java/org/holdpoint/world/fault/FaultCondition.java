package org.holdpoint.world.fault;

import org.jspecify.annotations.Nullable;

/**
 * When a fault acts between its start and its end: all parts that are given must hold, by the
 * truth. A fault whose condition fails pauses, and begins anew when it holds again.
 *
 * @param rangeAbove_m acts at this range or farther, between the centres of mass
 * @param rangeBelow_m acts nearer than this
 * @param inEclipse acts only with the chaser in eclipse, or only out of it; null for both
 * @param thrusting acts only while a thruster fires, or only while none does; null for both
 */
public record FaultCondition(
    double rangeAbove_m,
    double rangeBelow_m,
    @Nullable Boolean inEclipse,
    @Nullable Boolean thrusting) {

  /** Always holds. */
  public static final FaultCondition ALWAYS =
      new FaultCondition(0, Double.POSITIVE_INFINITY, null, null);

  public FaultCondition {
    if (!(rangeAbove_m >= 0) || !(rangeBelow_m > rangeAbove_m)) {
      throw new IllegalArgumentException(
          "condition: no range is at least "
              + rangeAbove_m
              + " m and below "
              + rangeBelow_m
              + " m. range_above_m: 0 or more; range_below_m: more than range_above_m.");
    }
  }

  boolean holds(double range_m, boolean eclipse, boolean firing) {
    return range_m >= rangeAbove_m
        && range_m < rangeBelow_m
        && (inEclipse == null || inEclipse == eclipse)
        && (thrusting == null || thrusting == firing);
  }
}
