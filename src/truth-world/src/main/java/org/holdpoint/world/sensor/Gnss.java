package org.holdpoint.world.sensor;

import java.nio.ByteBuffer;
import org.holdpoint.world.fault.UnitErrors;

/**
 * GNSS receiver with antennas on both sides, so that it sees the sky in any attitude: 1 Hz, 100 ms
 * late. Per axis 2 m and 5 mm/s in all: of position 1.6 m last (orbits, clocks and ionosphere, 300
 * s) and 1.2 m are white, of velocity 3 mm/s (60 s) and 4 mm/s. One fix in a thousand is an
 * outlier. A ramp of position shows in velocity too.
 */
final class Gnss extends Sensor {
  static final double POSITION_WHITE_M = 1.2;
  static final double POSITION_SLOW_M = 1.6;
  static final double POSITION_CORRELATION_S = 300;
  static final double VELOCITY_WHITE_M_S = 0.004;
  static final double VELOCITY_SLOW_M_S = 0.003;
  static final double VELOCITY_CORRELATION_S = 60;

  private final SlowError position_m;
  private final SlowError velocity_m_s;

  Gnss(long runSeed) {
    super(runSeed, "gnss", new Rating(10, 1, 0.001), 6);
    position_m =
        new SlowError(
            runSeed, "gnss/position", 3, POSITION_SLOW_M, POSITION_CORRELATION_S, period_s());
    velocity_m_s =
        new SlowError(
            runSeed, "gnss/velocity", 3, VELOCITY_SLOW_M_S, VELOCITY_CORRELATION_S, period_s());
  }

  @Override
  boolean sense(Situation now, UnitErrors errors) {
    position_m.step();
    velocity_m_s.step();
    for (int i = 0; i < 3; i++) {
      value[i] =
          now.chaser_I[i]
              + position_m.get(i)
              + noise(i, POSITION_WHITE_M, errors)
              + errors.offset()[i];
      value[3 + i] =
          now.chaser_I[3 + i]
              + velocity_m_s.get(i)
              + noise(3 + i, VELOCITY_WHITE_M_S, errors)
              + errors.offsetRate()[i];
    }
    return true;
  }

  @Override
  public void save(ByteBuffer out) {
    super.save(out);
    position_m.save(out);
    velocity_m_s.save(out);
  }

  @Override
  public void restore(ByteBuffer in) {
    super.restore(in);
    position_m.restore(in);
    velocity_m_s.restore(in);
  }
}
