package org.holdpoint.world.sensor;

import org.holdpoint.world.fault.UnitErrors;

/** Propellant mass, 10 Hz, 10 g. */
final class TankGauge extends Sensor {
  static final double WHITE_KG = 0.01;

  TankGauge(long runSeed) {
    super(runSeed, "tank-gauge", new Rating(1, 0, 0), 1);
  }

  @Override
  boolean sense(Situation now, UnitErrors errors) {
    value[0] = now.propellant_kg + noise(0, WHITE_KG, errors) + errors.offset()[0];
    return true;
  }
}
