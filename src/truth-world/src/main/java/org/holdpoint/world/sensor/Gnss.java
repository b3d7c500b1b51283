package org.holdpoint.world.sensor;

import org.holdpoint.world.fault.UnitErrors;

/** 1 Hz; 2 m and 5 mm/s per axis. A ramp of position shows in velocity too. */
final class Gnss extends Sensor {
  private static final double POSITION_1SIGMA_M = 2;
  private static final double VELOCITY_1SIGMA_M_S = 0.005;

  Gnss(long runSeed) {
    super(runSeed, "gnss", 10, 6);
  }

  @Override
  boolean sense(Situation now, UnitErrors errors) {
    for (int i = 0; i < 3; i++) {
      value[i] = now.chaser_I[i] + noise(POSITION_1SIGMA_M, errors) + errors.offset()[i];
      value[3 + i] =
          now.chaser_I[3 + i] + noise(VELOCITY_1SIGMA_M_S, errors) + errors.offsetRate()[i];
    }
    return true;
  }
}
