package org.holdpoint.flight.safety;

import org.holdpoint.flight.contact.ContactState;
import org.holdpoint.motion.Vec3;

/**
 * What the monitor reads of the vehicle beside its own units.
 *
 * @param tank_kg propellant by the tank gauge
 * @param wheelMomentum_B_N_m_s by the wheel tachometers, body frame
 * @param commanded a telecommand was accepted in this tick
 * @param contact how long the ground has been silent, by contacts
 */
public record Vitals(
    double tank_kg, Vec3 wheelMomentum_B_N_m_s, boolean commanded, ContactState contact) {}
