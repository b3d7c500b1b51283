package org.holdpoint.flight.assurance;

import static org.holdpoint.dictionary.telemetry.AssuranceConstraint.AXIS_SPEED;
import static org.holdpoint.dictionary.telemetry.AssuranceConstraint.BRAKING;
import static org.holdpoint.dictionary.telemetry.AssuranceConstraint.BUDGET;
import static org.holdpoint.dictionary.telemetry.AssuranceConstraint.PASSIVE_SAFETY;
import static org.holdpoint.dictionary.telemetry.AssuranceConstraint.RANGE;
import static org.holdpoint.dictionary.telemetry.AssuranceConstraint.SPEED;
import static org.holdpoint.dictionary.telemetry.AssuranceConstraint.SUN_CONE;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.holdpoint.dictionary.telemetry.AssuranceConstraint;
import org.holdpoint.dictionary.telemetry.Mode;

/**
 * Which constraints hold in which mode, and what a mode may spend: one row a mode.
 *
 * @param mode of the vehicle
 * @param constraints armed in it
 * @param burst_m_s delta-v that may be spent at once
 * @param rate_m_s_h what comes back of it in an hour, up to the burst
 * @param because reason for the row
 */
record Arming(
    Mode mode,
    Set<AssuranceConstraint> constraints,
    double burst_m_s,
    double rate_m_s_h,
    String because) {

  static final List<Arming> TABLE =
      List.of(
          row(
              Mode.HOLD,
              0.6,
              0.4,
              "a hold costs 4 mm/s an orbit, being led back 0.15 m/s; forced legs stop in it",
              BRAKING,
              SPEED,
              AXIS_SPEED,
              BUDGET),
          row(
              Mode.TRANSFER,
              2.0,
              0.2,
              "two impulses of 0.5 m/s at most, corrections, and a stop",
              BRAKING,
              SPEED,
              PASSIVE_SAFETY,
              AXIS_SPEED,
              BUDGET),
          row(
              Mode.FORCED_APPROACH,
              1.5,
              5.0,
              "1 to 5 m/s an hour; not passively safe by its nature",
              BRAKING,
              SPEED,
              AXIS_SPEED,
              SUN_CONE,
              BUDGET),
          row(
              Mode.CIRCUMNAVIGATION,
              2.0,
              0.5,
              "0.6 m/s to enter and corrections; a circle is left by a leg, not by thrust",
              BRAKING,
              SPEED,
              RANGE,
              PASSIVE_SAFETY,
              AXIS_SPEED,
              BUDGET),
          row(
              Mode.RETREAT,
              2.0,
              0.2,
              "the way out is never made longer; two impulses",
              BRAKING,
              PASSIVE_SAFETY,
              AXIS_SPEED,
              BUDGET),
          row(Mode.ESCAPE, 1.0, 0, "0.3 m/s away", BRAKING, BUDGET),
          row(Mode.CHASE, 60, 5, "20 m/s for 10 km of drift orbit, and back", BUDGET));

  /** Nothing armed: no translation is commanded there, or the gate takes none. */
  private static final Arming NONE =
      new Arming(Mode.DRIFT, EnumSet.noneOf(AssuranceConstraint.class), 0, 0, "no translation");

  static Arming of(Mode mode) {
    for (int i = 0; i < TABLE.size(); i++) {
      if (TABLE.get(i).mode() == mode) {
        return TABLE.get(i);
      }
    }
    return NONE;
  }

  boolean has(AssuranceConstraint constraint) {
    return constraints.contains(constraint);
  }

  private static Arming row(
      Mode mode,
      double burst_m_s,
      double rate_m_s_h,
      String because,
      AssuranceConstraint first,
      AssuranceConstraint... others) {
    return new Arming(mode, EnumSet.of(first, others), burst_m_s, rate_m_s_h, because);
  }
}
