package org.holdpoint.world.sensor;

import java.nio.ByteBuffer;
import org.holdpoint.world.fault.UnitErrors;

/**
 * The accelerometers of an IMU: 10 Hz; velocity change of the last 100 ms to 5 um/s, with a bias of
 * 3 ug (30 um/s2, 1 sigma) that keeps for hours.
 */
final class Accelerometers extends Sensor {
  static final double WHITE_M_S = 5e-6;
  static final double BIAS_1SIGMA_M_S2 = 3e-5;
  private static final double BIAS_CORRELATION_S = 4 * 3600.0;

  private final SlowError bias_m_s2;

  Accelerometers(long runSeed, String unit) {
    super(runSeed, unit, new Rating(1, 0, 0), 3);
    bias_m_s2 = new SlowError(runSeed, unit, 3, BIAS_1SIGMA_M_S2, BIAS_CORRELATION_S, period_s());
  }

  @Override
  boolean sense(Situation now, UnitErrors errors) {
    bias_m_s2.step();
    for (int i = 0; i < 3; i++) {
      value[i] =
          now.deltaV_B_m_s[i]
              + TICK_S * (bias_m_s2.get(i) + errors.offset()[i])
              + noise(i, WHITE_M_S, errors);
    }
    return true;
  }

  @Override
  public void save(ByteBuffer out) {
    super.save(out);
    bias_m_s2.save(out);
  }

  @Override
  public void restore(ByteBuffer in) {
    super.restore(in);
    bias_m_s2.restore(in);
  }
}
