package org.holdpoint.world.sensor;

import org.holdpoint.world.fault.UnitErrors;

/** Charge of the battery, 0 to 1, 1 Hz, 0.5 %. */
final class BatteryGauge extends Sensor {
  static final double WHITE = 0.005;

  BatteryGauge(long runSeed) {
    super(runSeed, "battery-gauge", new Rating(10, 0, 0), 1);
  }

  @Override
  boolean sense(Situation now, UnitErrors errors) {
    double read = now.batteryCharge + noise(0, WHITE, errors) + errors.offset()[0];
    value[0] = Math.max(0, Math.min(1, read));
    return true;
  }
}
