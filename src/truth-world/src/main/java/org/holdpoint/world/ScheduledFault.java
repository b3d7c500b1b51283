package org.holdpoint.world;

import java.util.Map;

/**
 * A fault that comes by itself.
 *
 * @param at_s time after the start
 */
public record ScheduledFault(
    double at_s, String unit, String kind, Map<String, Double> parameters) {
  public ScheduledFault {
    Checks.within("scheduled fault: at_s", at_s, 0, 30 * 86_400.0);
    parameters = Map.copyOf(parameters);
  }
}
