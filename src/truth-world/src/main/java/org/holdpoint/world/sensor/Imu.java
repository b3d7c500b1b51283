package org.holdpoint.world.sensor;

import java.nio.ByteBuffer;
import org.hipparchus.util.FastMath;
import org.holdpoint.world.fault.UnitErrors;
import org.holdpoint.world.state.Kept;

/**
 * 10 Hz; gyros of 0.01 deg/sqrt(h) with a bias of 1 deg/h (1 sigma) that wanders by 0.1 deg/h in an
 * hour; velocity changes to 5 um/s per sample, without bias. Faults act on the gyros.
 */
final class Imu extends Sensor {
  private static final double STEP_S = 0.1;
  private static final double DEG_H = FastMath.PI / 180 / 3600;

  /** Angle random walk over one sample, as a rate. */
  static final double RATE_1SIGMA_RAD_S =
      0.01 * FastMath.PI / 180 / 60 * FastMath.sqrt(STEP_S) / STEP_S;

  private static final double FIRST_BIAS_1SIGMA_RAD_S = DEG_H;
  private static final double BIAS_STEP_RAD_S = 0.1 * DEG_H * FastMath.sqrt(STEP_S / 3600);

  /** Noise of the velocity change. */
  static final double DELTA_V_1SIGMA_M_S = 5e-6;

  private final double[] bias_rad_s = new double[3];

  Imu(long runSeed, String unit) {
    super(runSeed, unit, 1, 6);
    for (int i = 0; i < 3; i++) {
      bias_rad_s[i] = FIRST_BIAS_1SIGMA_RAD_S * noise.gaussian();
    }
  }

  @Override
  boolean sense(Situation now, UnitErrors errors) {
    for (int i = 0; i < 3; i++) {
      bias_rad_s[i] += BIAS_STEP_RAD_S * noise.gaussian();
      value[i] =
          now.meanRate_rad_s[i]
              + bias_rad_s[i]
              + noise(RATE_1SIGMA_RAD_S, errors)
              + errors.offset()[i];
      value[3 + i] = now.deltaV_B_m_s[i] + noise(DELTA_V_1SIGMA_M_S, errors);
    }
    return true;
  }

  @Override
  public void save(ByteBuffer out) {
    super.save(out);
    Kept.put(out, bias_rad_s);
  }

  @Override
  public void restore(ByteBuffer in) {
    super.restore(in);
    Kept.get(in, bias_rad_s);
  }
}
