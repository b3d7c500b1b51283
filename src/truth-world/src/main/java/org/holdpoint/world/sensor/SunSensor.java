package org.holdpoint.world.sensor;

import java.nio.ByteBuffer;
import org.hipparchus.util.FastMath;
import org.holdpoint.world.fault.UnitErrors;

/**
 * Direction to the Sun by heads that look all around: 1 Hz, 0.1 deg about each axis and 0.05 deg
 * that changes over minutes (light from Earth); nothing in eclipse.
 */
final class SunSensor extends Sensor {
  static final double WHITE_RAD = FastMath.toRadians(0.1);
  static final double SLOW_RAD = FastMath.toRadians(0.05);
  static final double CORRELATION_S = 600;

  private final SlowError albedo_rad;

  SunSensor(long runSeed) {
    super(runSeed, "sun-sensor", new Rating(10, 0, 0.001), 3);
    albedo_rad = new SlowError(runSeed, "sun-sensor", 3, SLOW_RAD, CORRELATION_S, period_s());
  }

  @Override
  boolean sense(Situation now, UnitErrors errors) {
    albedo_rad.step();
    System.arraycopy(now.sun_B, 0, value, 0, 3);
    Turns.nudge(
        value,
        albedo_rad.get(0) + noise(0, WHITE_RAD, errors) + errors.offset()[0],
        albedo_rad.get(1) + noise(1, WHITE_RAD, errors) + errors.offset()[1],
        albedo_rad.get(2) + noise(2, WHITE_RAD, errors) + errors.offset()[2]);
    return now.chaserLit;
  }

  @Override
  public void save(ByteBuffer out) {
    super.save(out);
    albedo_rad.save(out);
  }

  @Override
  public void restore(ByteBuffer in) {
    super.restore(in);
    albedo_rad.restore(in);
  }
}
