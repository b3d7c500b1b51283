package org.holdpoint.flight.assurance;

import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;

/**
 * What the present mode may still spend. It fills again slowly, and anew with another mode; once
 * spent it stays spent until then, because who has spent it is lost (DART, 2005: propellant gone by
 * one filter reset after another).
 */
final class Budget implements Retained {
  private static final double HOUR_S = 3600;

  private Mode mode = Mode.DRIFT;
  private double left_m_s;
  private boolean latched;

  /** True in the tick in which it is found spent. */
  boolean step(Arming arming, Mode now, double spent_m_s) {
    if (now != mode) {
      mode = now;
      left_m_s = arming.burst_m_s();
      latched = false;
      return false;
    }
    double back_m_s = arming.rate_m_s_h() * Tick.PERIOD_S / HOUR_S;
    left_m_s = Math.min(arming.burst_m_s(), left_m_s + back_m_s) - spent_m_s;
    boolean found = left_m_s <= 0 && spent_m_s > 0 && !latched;
    latched |= found;
    return found;
  }

  double left_m_s() {
    return Math.max(0, left_m_s);
  }

  boolean latched() {
    return latched;
  }

  @Override
  public void save(StateWriter out) {
    out.put(mode).put(left_m_s).put(latched);
  }

  @Override
  public void restore(StateReader in) {
    mode = in.getEnum(Mode.class);
    left_m_s = in.getDouble();
    latched = in.getBoolean();
  }
}
