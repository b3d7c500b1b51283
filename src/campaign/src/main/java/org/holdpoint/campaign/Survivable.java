package org.holdpoint.campaign;

import java.util.List;
import org.holdpoint.world.fault.Fault;

/**
 * Which single faults leave a vehicle that can finish its mission: those that pass, and lasting
 * ones of units that another unit or a pause makes up for. A lasting loss of a unit that nothing
 * replaces (the only laser ranger of navigation, a unit of the monitor without which no gate opens)
 * is not survivable as a mission; the vehicle must be safe all the same.
 */
final class Survivable {
  /**
   * A row.
   *
   * @param unit begin of the unit's name
   * @param kinds that are survivable when they stay; empty for all
   */
  private record Row(String unit, List<String> kinds, String because) {}

  private static final List<Row> LASTING =
      List.of(
          new Row("thruster-", List.of("stuck-closed", "degraded", "noise"), "eleven are left"),
          new Row("crosslink", List.of(), "no leg needs it"),
          new Row("gnss", List.of("noise", "degraded", "outlier", "latency"), "the orbit coasts"),
          new Row("narrow-camera", List.of("dropout", "degraded"), "the wide one sees as well"),
          new Row("wide-camera", List.of("dropout", "degraded"), "the narrow one sees as well"),
          new Row("sun-sensor", List.of(), "only safe mode needs it"),
          new Row("tank-gauge", List.of("noise", "degraded"), "propellant is read slowly"),
          new Row("star-tracker-a", List.of("degraded"), "gyros bridge lost samples"),
          new Row("star-tracker-b", List.of("degraded"), "gyros bridge lost samples"),
          new Row("laser-ranger-a", List.of("degraded"), "one range a second is plenty"),
          new Row("laser-ranger-b", List.of("degraded"), "one range a second is plenty"),
          new Row("thermal-camera", List.of("degraded"), "one bearing a second is plenty"));

  private Survivable() {}

  static boolean is(Fault fault) {
    if (fault.end_s() < Double.POSITIVE_INFINITY) {
      return !fault.unit().equals("tank"); // what has leaked does not come back
    }
    return LASTING.stream()
        .anyMatch(
            row ->
                fault.unit().startsWith(row.unit())
                    && (row.kinds().isEmpty() || row.kinds().contains(fault.kind())));
  }

  /** The table for people. */
  static List<String> rows() {
    return LASTING.stream()
        .map(
            row ->
                "%s %s: %s"
                    .formatted(
                        row.unit(),
                        row.kinds().isEmpty() ? "any" : String.join(", ", row.kinds()),
                        row.because()))
        .toList();
  }
}
