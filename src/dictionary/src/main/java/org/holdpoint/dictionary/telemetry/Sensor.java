package org.holdpoint.dictionary.telemetry;

import org.holdpoint.dictionary.Coded;
import org.holdpoint.dictionary.Meaning;

/** The chaser's sensors. A: navigation's set; B and the thermal camera: the monitor's. */
public enum Sensor implements Coded {
  @Meaning("GNSS receiver.")
  GNSS(0),
  @Meaning("Star tracker A.")
  STAR_TRACKER_A(1),
  @Meaning("Inertial measurement unit A.")
  IMU_A(2),
  @Meaning("Visible camera.")
  VISIBLE_CAMERA(3),
  @Meaning("Laser ranger A.")
  LASER_RANGER_A(4),
  @Meaning("Star tracker B, of the monitor.")
  STAR_TRACKER_B(5),
  @Meaning("Inertial measurement unit B, of the monitor.")
  IMU_B(6),
  @Meaning("Thermal camera, of the monitor.")
  THERMAL_CAMERA(7),
  @Meaning("Laser ranger B, of the monitor.")
  LASER_RANGER_B(8),
  @Meaning("Sun sensor.")
  SUN_SENSOR(9),
  @Meaning("Propellant tank gauge.")
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
