package org.holdpoint.dictionary.telemetry;

import org.holdpoint.dictionary.Coded;

/** The chaser's sensors. A: navigation's set; B and the thermal camera: the monitor's. */
public enum Sensor implements Coded {
  GNSS(0),
  STAR_TRACKER_A(1),
  IMU_A(2),
  VISIBLE_CAMERA(3),
  LASER_RANGER_A(4),
  STAR_TRACKER_B(5),
  IMU_B(6),
  THERMAL_CAMERA(7),
  LASER_RANGER_B(8),
  SUN_SENSOR(9),
  TANK_GAUGE(10);

  private final int code;

  Sensor(int code) {
    this.code = code;
  }

  @Override
  public int code() {
    return code;
  }
}
