package org.holdpoint.flight.mode;

import org.jspecify.annotations.Nullable;

/**
 * What safe mode is judged by.
 *
 * @param batteryCharge 0 to 1; null when the power unit said nothing in this tick
 * @param attitudeLost navigation does not know the attitude any more
 * @param propellant_kg by the tank gauge
 */
public record Health(@Nullable Double batteryCharge, boolean attitudeLost, double propellant_kg) {
  /** Full, oriented. */
  public static final Health GOOD = new Health(null, false, Double.MAX_VALUE);
}
