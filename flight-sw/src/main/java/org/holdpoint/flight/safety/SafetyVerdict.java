package org.holdpoint.flight.safety;

import java.util.List;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.Rung;
import org.holdpoint.dictionary.telemetry.SafetyPacket;
import org.holdpoint.flight.command.CommandReport;
import org.holdpoint.motion.Vec3;
import org.jspecify.annotations.Nullable;

/**
 * The monitor's word for this tick.
 *
 * @param active response in force; HOLD and RETREAT are carried out by the mode logic from the next
 *     tick on, ABORT by the actuator gate in this one
 * @param abortDeltaVToGo_B_m_s delta-v that the gate shall give now, body frame of the monitor's
 *     attitude; null when no abort burn is on
 * @param abortRate_B_rad_s body rate by IMU B, for rate damping while the gate flies
 * @param nominalInhibited the gate must not pass what control wants for the thrusters: an abort has
 *     been given, or it holds because navigation is in doubt
 * @param units states of the monitor's own units, for housekeeping
 * @param telemetry the whole of it for the ground
 * @param events to be reported
 * @param reports PUS S1 reports of the safing commands
 */
public record SafetyVerdict(
    Rung active,
    @Nullable Vec3 abortDeltaVToGo_B_m_s,
    Vec3 abortRate_B_rad_s,
    boolean nominalInhibited,
    MonitorUnits units,
    SafetyPacket telemetry,
    List<EventReport> events,
    List<CommandReport> reports) {
  public SafetyVerdict {
    events = List.copyOf(events);
    reports = List.copyOf(reports);
  }
}
