package org.holdpoint.flight.control;

import org.holdpoint.flight.ActuatorCommands;
import org.holdpoint.motion.Vec3;

/**
 * What control wants in this tick.
 *
 * @param commands on-times and wheel torques
 * @param force_B_N translation force asked of the thrusters, body frame
 * @param attitudeError_deg between the wanted and the estimated attitude
 */
public record WantedActuation(
    ActuatorCommands commands, Vec3 force_B_N, double attitudeError_deg) {}
