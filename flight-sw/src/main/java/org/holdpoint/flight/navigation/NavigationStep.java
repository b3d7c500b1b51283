package org.holdpoint.flight.navigation;

import java.util.List;
import java.util.Map;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.Sensor;
import org.holdpoint.dictionary.telemetry.UnitState;
import org.holdpoint.flight.command.CommandReport;

/**
 * What navigation hands out in one tick.
 *
 * @param solution for guidance and control
 * @param units states of GNSS, star tracker A, IMU A, visible camera and laser ranger A
 * @param attitudeLost the attitude is not known any more; the state is INVALID then
 * @param events to be reported
 * @param reports of the commands that navigation carries out
 */
public record NavigationStep(
    NavigationSolution solution,
    Map<Sensor, UnitState> units,
    boolean attitudeLost,
    List<EventReport> events,
    List<CommandReport> reports) {
  public NavigationStep {
    events = List.copyOf(events);
    reports = List.copyOf(reports);
  }
}
