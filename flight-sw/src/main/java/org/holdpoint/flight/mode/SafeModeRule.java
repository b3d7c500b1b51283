package org.holdpoint.flight.mode;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.holdpoint.dictionary.telemetry.SafeCause;

/**
 * A row of the table of what leads to safe mode without a person. The monitor's rules come earlier
 * and lead away from the target; these are for the vehicle that is left.
 *
 * @param cause reported
 * @param measures for operators
 * @param value of it in this tick; NaN when nothing is known, which neither trips nor clears
 * @param below it trips below {@code limit} and clears above {@code clear}
 * @param inRow values in a row that it must be so
 * @param because the reason for the numbers
 */
record SafeModeRule(
    SafeCause cause,
    String measures,
    ToDoubleFunction<Health> value,
    double below,
    double clear,
    int inRow,
    String because) {

  static final List<SafeModeRule> ROWS =
      List.of(
          new SafeModeRule(
              SafeCause.BATTERY,
              "charge, 0 to 1, once a second",
              health -> health.batteryCharge() == null ? Double.NaN : health.batteryCharge(),
              0.25,
              0.45,
              10,
              "an eclipse takes 0.22: the next one would be the last; SAF-165 has led away at"
                  + " 0.35"),
          new SafeModeRule(
              SafeCause.ATTITUDE,
              "attitude known, 0 or 1: neither gyro nor star tracker for 10 s, or 1 sigma > 2 deg,"
                  + " is 0",
              health -> health.attitudeLost() ? 0 : 1,
              0.5,
              0.5,
              10,
              "a burn would go anywhere and no camera can be pointed; the Sun sensor still finds"
                  + " the Sun"),
          new SafeModeRule(
              SafeCause.PROPELLANT,
              "propellant, kg",
              Health::propellant_kg,
              0.5,
              0.6,
              100,
              "SAF-114 has led away at 2 kg; what is left pays some aborts (0.06 kg each) and the"
                  + " unloading of wheels, and nothing else may use it"));
}
