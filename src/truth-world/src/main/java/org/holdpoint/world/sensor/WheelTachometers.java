package org.holdpoint.world.sensor;

import org.holdpoint.world.fault.UnitErrors;

/** Momentum of the three wheels, 10 Hz, 1 mN m s. */
final class WheelTachometers extends Sensor {
  static final double WHITE_N_M_S = 0.001;

  WheelTachometers(long runSeed) {
    super(runSeed, "wheel-tachometers", new Rating(1, 0, 0), 3);
  }

  @Override
  boolean sense(Situation now, UnitErrors errors) {
    for (int i = 0; i < 3; i++) {
      value[i] = now.body[7 + i] + noise(i, WHITE_N_M_S, errors) + errors.offset()[i];
    }
    return true;
  }
}
