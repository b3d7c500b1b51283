package org.holdpoint.world.sensor;

import org.hipparchus.util.FastMath;
import org.holdpoint.world.fault.UnitErrors;

/**
 * Bearing to the target along +x body, 1 Hz, within 15 deg of the boresight. The visible one needs
 * light on the target and the Sun 30 deg off its boresight, and errs by the larger of 20" and a
 * tenth of the target's apparent size; the thermal one errs by 0.1 deg, day and night, to 3 km.
 */
final class Camera extends Sensor {
  private static final double FIELD_COSINE = FastMath.cos(FastMath.toRadians(15));
  private static final double SUN_COSINE = FastMath.cos(FastMath.toRadians(30));
  private static final double LEAST_SIGMA_RAD = 20 * FastMath.PI / 648_000;
  private static final double SIZE_SHARE = 0.1;
  private static final double THERMAL_SIGMA_RAD = FastMath.toRadians(0.1);
  private static final double THERMAL_REACH_M = 3000;

  private final boolean thermal;
  private final double[] u = new double[3];

  Camera(long runSeed, String unit, boolean thermal) {
    super(runSeed, unit, 10, 4);
    this.thermal = thermal;
  }

  @Override
  boolean sense(Situation now, UnitErrors errors) {
    if (now.targetCosine() < FIELD_COSINE || !(thermal ? sensesHeat(now) : sees(now))) {
      return false;
    }
    double sigma_rad =
        thermal
            ? THERMAL_SIGMA_RAD
            : Math.max(LEAST_SIGMA_RAD, SIZE_SHARE * now.targetSize_m / now.range_m);
    System.arraycopy(now.toTarget_B, 0, u, 0, 3);
    Turns.nudge(
        u,
        0,
        noise(sigma_rad, errors) + errors.offset()[1],
        noise(sigma_rad, errors) + errors.offset()[2]);
    System.arraycopy(u, 0, value, 0, 3);
    value[3] = sigma_rad;
    return true;
  }

  private static boolean sensesHeat(Situation now) {
    return now.range_m <= THERMAL_REACH_M;
  }

  private static boolean sees(Situation now) {
    return now.targetLit && (!now.chaserLit || now.sun_B[0] < SUN_COSINE);
  }
}
