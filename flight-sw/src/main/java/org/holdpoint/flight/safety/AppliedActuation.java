package org.holdpoint.flight.safety;

import org.holdpoint.flight.ActuatorCommands;

/**
 * What the actuator gate let through.
 *
 * @param commands on-times and torques that the vehicle gets
 * @param substituted the gate replaced what control wanted
 */
public record AppliedActuation(ActuatorCommands commands, boolean substituted) {}
