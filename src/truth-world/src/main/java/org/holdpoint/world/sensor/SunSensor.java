package org.holdpoint.world.sensor;

import org.hipparchus.util.FastMath;
import org.holdpoint.world.fault.UnitErrors;

/** Direction to the Sun all around, 1 Hz, 0.1 deg about each axis; nothing in eclipse. */
final class SunSensor extends Sensor {
  private static final double SIGMA_RAD = FastMath.toRadians(0.1);

  SunSensor(long runSeed) {
    super(runSeed, "sun-sensor", 10, 3);
  }

  @Override
  boolean sense(Situation now, UnitErrors errors) {
    if (!now.chaserLit) {
      return false;
    }
    System.arraycopy(now.sun_B, 0, value, 0, 3);
    Turns.nudge(
        value,
        noise(SIGMA_RAD, errors) + errors.offset()[0],
        noise(SIGMA_RAD, errors) + errors.offset()[1],
        noise(SIGMA_RAD, errors) + errors.offset()[2]);
    return true;
  }
}
