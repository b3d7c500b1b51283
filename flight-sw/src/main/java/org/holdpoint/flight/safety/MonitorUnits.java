package org.holdpoint.flight.safety;

import org.holdpoint.dictionary.telemetry.UnitState;

/** States of the monitor's own units, as the monitor judges them. */
public record MonitorUnits(
    UnitState starTrackerB, UnitState imuB, UnitState thermalCamera, UnitState laserRangerB) {

  /** Before the first sample. */
  public static final MonitorUnits OFF =
      new MonitorUnits(UnitState.OFF, UnitState.OFF, UnitState.OFF, UnitState.OFF);
}
