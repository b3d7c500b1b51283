package org.holdpoint.flight.propulsion;

import org.hipparchus.util.FastMath;
import org.holdpoint.flight.ActuatorCommands;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;

/**
 * What a healthy thruster gives of its on-times by its data sheet: thrust rises with a time
 * constant of 8 ms from the begin of the tick and falls with 9 ms after the valve has closed,
 * across ticks.
 */
final class ValveResponse implements Retained {
  private static final double RISE_S = 0.008;
  private static final double FALL_S = 0.009;

  /** Less than this share of thrust is none. */
  private static final double TAIL_END = 1e-6;

  private static final double[] RISING = decay(RISE_S);
  private static final double[] FALLING = decay(FALL_S);

  private double level;
  private double seconds;
  private double late_s;

  /** Lives through the tick that had this on-time. */
  void step(int on_ms) {
    if (on_ms == 0 && level == 0) {
      seconds = 0;
      late_s = 0;
      return;
    }
    double on_s = 0.001 * on_ms;
    double closed = level;
    double given = 0;
    double moment = 0;
    if (on_ms > 0) {
      double missing = 1 - level;
      double left = RISING[on_ms];
      closed = 1 - missing * left;
      given = on_s - missing * RISE_S * (1 - left);
      moment = on_s * on_s / 2 - missing * RISE_S * (RISE_S * (1 - left) - on_s * left);
    }
    double rest_s = Tick.PERIOD_S - on_s;
    double left = FALLING[ActuatorCommands.MAX_ON_MS - on_ms];
    double tail = closed * FALL_S * (1 - left);
    given += tail;
    moment += on_s * tail + closed * FALL_S * (FALL_S * (1 - left) - rest_s * left);
    seconds = given;
    late_s = moment / Tick.PERIOD_S;
    level = closed * left < TAIL_END ? 0 : closed * left;
  }

  /** Seconds of full thrust in the tick. */
  double seconds() {
    return seconds;
  }

  /**
   * The part of them that the tick's mean body rate does not show yet, but the next one's: a pulse
   * at the end of a tick has turned the body for none of it.
   */
  double late_s() {
    return late_s;
  }

  private static double[] decay(double constant_s) {
    double[] left = new double[ActuatorCommands.MAX_ON_MS + 1];
    for (int ms = 0; ms < left.length; ms++) {
      left[ms] = FastMath.exp(-0.001 * ms / constant_s);
    }
    return left;
  }

  @Override
  public void save(StateWriter out) {
    out.put(level).put(seconds).put(late_s);
  }

  @Override
  public void restore(StateReader in) {
    level = in.getDouble();
    seconds = in.getDouble();
    late_s = in.getDouble();
  }
}
