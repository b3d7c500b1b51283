package org.holdpoint.world.fault;

/**
 * A number that a fault takes.
 *
 * @param name ends in its unit, as in {@code rate_m_s}
 * @param unit as people write it, 1 for a plain number
 * @param min least value
 * @param max largest value
 * @param required must be given
 * @param fallback its value when it is not given and need not be
 * @param whole takes whole numbers only
 */
public record FaultParameter(
    String name,
    String unit,
    double min,
    double max,
    boolean required,
    double fallback,
    boolean whole) {

  static FaultParameter required(String name, String unit, double min, double max) {
    return new FaultParameter(name, unit, min, max, true, 0, false);
  }

  static FaultParameter optional(
      String name, String unit, double min, double max, double fallback) {
    return new FaultParameter(name, unit, min, max, false, fallback, false);
  }

  static FaultParameter whole(String name, double min, double max, boolean required) {
    return new FaultParameter(name, "1", min, max, required, min, true);
  }
}
