package org.holdpoint.flight.mode;

import java.util.List;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.GatePacket;
import org.holdpoint.dictionary.telemetry.PlanPacket;
import org.holdpoint.flight.command.CommandReport;

/**
 * What the mode logic hands out in one tick.
 *
 * @param decision for guidance
 * @param gate at hand, for the ground
 * @param plan onboard, for the ground
 * @param planChanged it is another one than a tick ago
 * @param events to be reported
 * @param reports PUS S1 reports of the commands carried out or refused
 */
public record ModeStep(
    ModeDecision decision,
    GatePacket gate,
    PlanPacket plan,
    boolean planChanged,
    List<EventReport> events,
    List<CommandReport> reports) {
  public ModeStep {
    events = List.copyOf(events);
    reports = List.copyOf(reports);
  }
}
