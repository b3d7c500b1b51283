package org.holdpoint.world.sensor;

import org.hipparchus.util.FastMath;
import org.holdpoint.world.fault.UnitErrors;

/**
 * Bearing to the target by a camera for its own heat along +x body: 1 Hz, 100 ms late, 0.1 deg,
 * within 15 deg of the boresight, day and night, to 3 km.
 */
final class ThermalCamera extends Sensor {
  static final double WHITE_RAD = FastMath.toRadians(0.1);
  private static final double FIELD_COSINE = FastMath.cos(FastMath.toRadians(15));
  private static final double REACH_M = 3000;

  private final double[] u = new double[3];

  ThermalCamera(long runSeed) {
    super(runSeed, "thermal-camera", new Rating(10, 1, 0.003), 4);
  }

  @Override
  boolean sense(Situation now, UnitErrors errors) {
    System.arraycopy(now.toTarget_B, 0, u, 0, 3);
    Turns.nudge(
        u,
        0,
        noise(0, WHITE_RAD, errors) + errors.offset()[1],
        noise(1, WHITE_RAD, errors) + errors.offset()[2]);
    System.arraycopy(u, 0, value, 0, 3);
    value[3] = WHITE_RAD;
    return now.toTarget_B[0] >= FIELD_COSINE && now.range_m <= REACH_M && !now.earthInFront();
  }
}
