package org.holdpoint.flight.telemetry;

import java.util.Map;
import java.util.function.Supplier;
import org.holdpoint.dictionary.telemetry.AssurancePacket;
import org.holdpoint.dictionary.telemetry.GatePacket;
import org.holdpoint.dictionary.telemetry.PlanPacket;
import org.holdpoint.dictionary.telemetry.PropulsionPacket;
import org.holdpoint.dictionary.telemetry.Sensor;
import org.holdpoint.dictionary.telemetry.UnitState;
import org.holdpoint.flight.ccsds.UplinkStatus;
import org.holdpoint.flight.command.AuthorityToken;
import org.holdpoint.flight.command.CommandVerification.CommandStatus;
import org.holdpoint.flight.contact.ContactState;
import org.holdpoint.flight.control.WantedActuation;
import org.holdpoint.flight.guidance.GuidanceReference;
import org.holdpoint.flight.mode.ModeDecision;
import org.holdpoint.flight.navigation.NavigationSolution;
import org.holdpoint.flight.safety.AppliedActuation;
import org.holdpoint.flight.safety.SafetyVerdict;
import org.holdpoint.flight.sample.SensorSamples;

/**
 * What the components put out in one tick, as far as the ground is told.
 *
 * @param samples that the tick began with
 * @param uplink state of the uplink
 * @param commands counters of telecommands
 * @param token who holds authority
 * @param navigation relative and own state
 * @param navigationUnits states of navigation's units
 * @param isolatedSensors bit i: the ground has isolated the sensor with this code
 * @param mode in force
 * @param gate at hand
 * @param plan onboard
 * @param planChanged the plan is another one than a tick ago
 * @param contact how long the ground has been silent
 * @param reference what control follows
 * @param deltaVUsed_m_s by translation since start
 * @param propulsion state of the thrusters, put together when it is sent
 * @param assurance what run-time assurance let through
 * @param wanted what control wants
 * @param verdict of the monitor
 * @param applied what the gate let through
 */
public record TickResults(
    SensorSamples samples,
    UplinkStatus uplink,
    CommandStatus commands,
    AuthorityToken token,
    NavigationSolution navigation,
    Map<Sensor, UnitState> navigationUnits,
    int isolatedSensors,
    ModeDecision mode,
    GatePacket gate,
    PlanPacket plan,
    boolean planChanged,
    ContactState contact,
    GuidanceReference reference,
    double deltaVUsed_m_s,
    Supplier<PropulsionPacket> propulsion,
    AssurancePacket assurance,
    WantedActuation wanted,
    SafetyVerdict verdict,
    AppliedActuation applied) {

  /** State of one of navigation's units; OFF when navigation says nothing of it. */
  UnitState unit(Sensor sensor) {
    return shown(sensor, navigationUnits.getOrDefault(sensor, UnitState.OFF));
  }

  /** What who uses a unit says of it, unless nobody may. */
  UnitState shown(Sensor sensor, UnitState judged) {
    return (isolatedSensors >> sensor.code() & 1) != 0 ? UnitState.ISOLATED : judged;
  }
}
