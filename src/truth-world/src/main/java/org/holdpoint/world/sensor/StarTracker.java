package org.holdpoint.world.sensor;

import org.hipparchus.util.FastMath;
import org.holdpoint.world.fault.UnitErrors;

/** 10 Hz; 5" across and 30" about its boresight, +z body. Never blinded here. */
final class StarTracker extends Sensor {
  private static final double ARCSECOND_RAD = FastMath.PI / 648_000;
  private static final double[] SIGMA_RAD = {
    5 * ARCSECOND_RAD, 5 * ARCSECOND_RAD, 30 * ARCSECOND_RAD
  };

  private final double[] error_rad = new double[3];

  StarTracker(long runSeed, String unit) {
    super(runSeed, unit, 1, 4);
  }

  @Override
  boolean sense(Situation now, UnitErrors errors) {
    for (int i = 0; i < 3; i++) {
      error_rad[i] = noise(SIGMA_RAD[i], errors) + errors.offset()[i];
    }
    Turns.bodyTurned(now.body, error_rad, value);
    return true;
  }
}
