package org.holdpoint.flight.mode;

import org.hipparchus.util.FastMath;

/** What a delta-v costs. */
final class Propellant {
  /** 220 s of specific impulse. */
  private static final double EXHAUST_SPEED_M_S = 220 * 9.80665;

  /** Part of the thrusters' force that pushes: six canted by 52 to 56 deg give 3.46 N of 6. */
  private static final double EFFICIENCY = 0.57;

  private Propellant() {}

  /** Kilogrammes used by {@code deltaV_m_s} at a mass. */
  static double used_kg(double deltaV_m_s, double mass_kg) {
    return mass_kg * (1 - FastMath.exp(-deltaV_m_s / (EXHAUST_SPEED_M_S * EFFICIENCY)));
  }
}
