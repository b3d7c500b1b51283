package org.holdpoint.world.sensor;

import java.nio.ByteBuffer;
import org.holdpoint.world.fault.UnitErrors;

/**
 * Radio ranging over the crosslink to a target that answers: 1 Hz, 100 ms late, to 100 km with no
 * Earth between, in any attitude. Range to 0.5 m with 0.3 m that lasts (delays of both
 * transponders, 1 h), range rate to 2 mm/s. A ramp of range shows in its rate too.
 */
final class Crosslink extends Sensor {
  static final double RANGE_WHITE_M = 0.5;
  static final double RANGE_SLOW_M = 0.3;
  static final double RATE_WHITE_M_S = 0.002;
  static final double CORRELATION_S = 3_600;
  private static final double REACH_M = 100_000;

  private final SlowError delay_m;

  Crosslink(long runSeed) {
    super(runSeed, "crosslink", new Rating(10, 1, 0.001), 2);
    delay_m = new SlowError(runSeed, "crosslink", 1, RANGE_SLOW_M, CORRELATION_S, period_s());
  }

  @Override
  boolean sense(Situation now, UnitErrors errors) {
    delay_m.step();
    value[0] = now.range_m + delay_m.get(0) + noise(0, RANGE_WHITE_M, errors) + errors.offset()[0];
    value[1] = now.rangeRate_m_s + noise(1, RATE_WHITE_M_S, errors) + errors.offsetRate()[0];
    return now.targetCooperative && now.range_m <= REACH_M && !now.earthInFront();
  }

  @Override
  public void save(ByteBuffer out) {
    super.save(out);
    delay_m.save(out);
  }

  @Override
  public void restore(ByteBuffer in) {
    super.restore(in);
    delay_m.restore(in);
  }
}
