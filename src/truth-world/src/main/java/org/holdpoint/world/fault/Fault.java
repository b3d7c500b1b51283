package org.holdpoint.world.fault;

import java.util.Map;

/**
 * A fault as data: the same for scenarios, instructors and campaigns.
 *
 * @param unit one of {@link FaultCatalogue#units()}
 * @param kind code of one of the unit's kinds
 * @param parameters by name; those left out take their defaults
 * @param start_s begin, seconds after the start of the run; 0 to 30 days
 * @param end_s end, seconds after the start of the run; infinite when it stays
 * @param condition when it acts between the two
 */
public record Fault(
    String unit,
    String kind,
    Map<String, Double> parameters,
    double start_s,
    double end_s,
    FaultCondition condition) {
  private static final double LATEST_S = 30 * 86_400.0;

  /**
   * @throws IllegalArgumentException saying what is wrong and what is allowed
   */
  public Fault {
    parameters = Map.copyOf(parameters);
    FaultCatalogue.check(unit, kind, parameters);
    if (!(start_s >= 0 && start_s <= LATEST_S)) {
      throw new IllegalArgumentException(
          "start_s: " + start_s + " is not in 0 to " + LATEST_S + ".");
    }
    if (!(end_s > start_s)) {
      throw new IllegalArgumentException(
          "end_s: " + end_s + " is not later than start_s, " + start_s + ".");
    }
  }

  /** A fault that comes at a time and stays. */
  public static Fault from(
      double start_s, String unit, String kind, Map<String, Double> parameters) {
    return new Fault(
        unit, kind, parameters, start_s, Double.POSITIVE_INFINITY, FaultCondition.ALWAYS);
  }
}
