package org.holdpoint.world.sensor;

import java.nio.ByteBuffer;
import org.hipparchus.util.FastMath;
import org.holdpoint.world.fault.UnitErrors;
import org.holdpoint.world.state.Kept;
import org.holdpoint.world.state.NoiseStream;

/**
 * The gyros of an IMU: 10 Hz; mean rate of the last 100 ms with an angle random walk of 0.01
 * deg/sqrt(h) and a bias of 1 deg/h (1 sigma) that walks by 0.1 deg/h in an hour.
 */
final class Gyros extends Sensor {
  private static final double DEG_H = FastMath.PI / 180 / 3600;

  /** Angle random walk coefficient N: 0.01 deg/sqrt(h). */
  static final double ANGLE_WALK_RAD_SQRT_S = 0.01 * FastMath.PI / 180 / 60;

  /** Rate random walk coefficient K: 0.1 deg/h per sqrt(h). */
  static final double BIAS_WALK_RAD_S_SQRT_S = 0.1 * DEG_H / 60;

  static final double FIRST_BIAS_1SIGMA_RAD_S = DEG_H;

  private final NoiseStream walk;
  private final double[] bias_rad_s = new double[3];

  Gyros(long runSeed, String unit) {
    super(runSeed, unit, new Rating(1, 0, 0), 3);
    walk = new NoiseStream(runSeed, unit + "/bias");
    for (int i = 0; i < 3; i++) {
      bias_rad_s[i] = FIRST_BIAS_1SIGMA_RAD_S * walk.gaussian();
    }
  }

  @Override
  boolean sense(Situation now, UnitErrors errors) {
    double white_rad_s = ANGLE_WALK_RAD_SQRT_S / Math.sqrt(TICK_S);
    for (int i = 0; i < 3; i++) {
      bias_rad_s[i] += BIAS_WALK_RAD_S_SQRT_S * Math.sqrt(TICK_S) * walk.gaussian();
      value[i] =
          now.meanRate_rad_s[i]
              + bias_rad_s[i]
              + noise(i, white_rad_s, errors)
              + errors.offset()[i];
    }
    return true;
  }

  @Override
  public void save(ByteBuffer out) {
    super.save(out);
    walk.save(out);
    Kept.put(out, bias_rad_s);
  }

  @Override
  public void restore(ByteBuffer in) {
    super.restore(in);
    walk.restore(in);
    Kept.get(in, bias_rad_s);
  }
}
