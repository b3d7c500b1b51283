package org.holdpoint.flight.control;

import org.holdpoint.flight.Tick;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.Vec3;

/**
 * When the wheels have stored much momentum, small torque pulses by the thrusters, once a second,
 * until little is left; the wheels answer them and give momentum back.
 */
final class WheelUnloading implements Retained {
  /** A wheel holds 8 N.m.s; unloading begins here and ends at the second figure. */
  private static final double BEGIN_N_M_S = 5;

  private static final double END_N_M_S = 1.5;

  /** Turns the body by less than 0.001 rad/s until the wheels have answered. */
  private static final double PULSE_N_M_S = 0.04;

  private static final int PERIOD_TICKS = 10;

  private boolean unloading;

  /** Angular impulse that the thrusters shall give in this tick, body frame. */
  Vec3 step(Tick tick, Vec3 wheelMomentum_B_N_m_s) {
    double most =
        Math.max(
            Math.abs(wheelMomentum_B_N_m_s.x()),
            Math.max(Math.abs(wheelMomentum_B_N_m_s.y()), Math.abs(wheelMomentum_B_N_m_s.z())));
    unloading = unloading ? most > END_N_M_S : most > BEGIN_N_M_S;
    if (!unloading || !tick.every(PERIOD_TICKS)) {
      return Vec3.ZERO;
    }
    return wheelMomentum_B_N_m_s.times(-PULSE_N_M_S / wheelMomentum_B_N_m_s.norm());
  }

  @Override
  public void save(StateWriter out) {
    out.put(unloading);
  }

  @Override
  public void restore(StateReader in) {
    unloading = in.getBoolean();
  }
}
