package org.holdpoint.world.sensor;

import org.hipparchus.util.FastMath;
import org.holdpoint.world.fault.UnitErrors;

/**
 * Range along +x body, 1 Hz, to 3 km, when the boresight is within 2 deg of the target; 0.1 m and
 * 0.1 % of the range. The beam is wide and reports the first return: the nearest part of the hull.
 */
final class LaserRanger extends Sensor {
  private static final double BEAM_COSINE = FastMath.cos(FastMath.toRadians(2));
  private static final double REACH_M = 3000;
  private static final double FIXED_1SIGMA_M = 0.1;
  private static final double SHARE_1SIGMA = 0.001;

  LaserRanger(long runSeed, String unit) {
    super(runSeed, unit, 10, 1);
  }

  @Override
  boolean sense(Situation now, UnitErrors errors) {
    double range_m = now.range_m - now.hullAlongSight_m;
    if (now.targetCosine() < BEAM_COSINE || range_m > REACH_M) {
      return false;
    }
    value[0] =
        range_m + noise(FIXED_1SIGMA_M + SHARE_1SIGMA * range_m, errors) + errors.offset()[0];
    return true;
  }
}
