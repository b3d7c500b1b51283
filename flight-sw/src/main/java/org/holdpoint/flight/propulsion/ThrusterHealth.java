package org.holdpoint.flight.propulsion;

import java.util.List;
import java.util.function.Supplier;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.PropulsionPacket;
import org.holdpoint.flight.command.CommandReport;

/**
 * What is known of the thrusters in this tick.
 *
 * @param isolated bit i: thruster i is not to be used and its latch valve is closed
 * @param telemetry state of each, put together when it is asked for: it is sent once a second
 * @param events isolations and restorations
 * @param reports of commands
 */
public record ThrusterHealth(
    int isolated,
    Supplier<PropulsionPacket> telemetry,
    List<EventReport> events,
    List<CommandReport> reports) {
  public ThrusterHealth {
    events = List.copyOf(events);
    reports = List.copyOf(reports);
  }

  public boolean usable(int thruster) {
    return (isolated >> thruster & 1) == 0;
  }
}
