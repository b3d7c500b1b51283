package org.holdpoint.flight.safety;

import java.util.List;

/** Which sensors navigation and the monitor live on, and what could take both at once. */
final class SensorIndependence {
  /**
   * One phase of a flight.
   *
   * @param phase as operators call it
   * @param navigation what navigation measures with
   * @param monitor what the monitor measures with
   * @param commonCauses what could mislead both
   */
  record Row(String phase, String navigation, String monitor, String commonCauses) {}

  static final List<Row> ROWS =
      List.of(
          new Row(
              "beyond 3 km",
              "GNSS and uploaded ephemeris, visible camera, star tracker A, IMU A",
              "none of its own in this version: its state is INVALID and its rungs UNKNOWN",
              "not applicable"),
          new Row(
              "hold and transfer, 3 km to 100 m",
              "laser ranger A, visible camera, star tracker A, IMU A, GNSS",
              "laser ranger B, thermal camera, star tracker B, IMU B",
              "uploaded target ephemeris; pointing away from the target; the facet that both beams"
                  + " hit; power and time"),
          new Row(
              "circumnavigation",
              "laser ranger A, visible camera, star tracker A, IMU A",
              "laser ranger B, thermal camera, star tracker B, IMU B",
              "as above; the Sun behind the target blinds the visible camera only"),
          new Row(
              "forced approach inside 100 m",
              "laser ranger A, visible camera, star tracker A, IMU A",
              "laser ranger B, thermal camera, star tracker B, IMU B",
              "as above; plume on the target"),
          new Row(
              "abort and abort drift",
              "as long as the target is in view",
              "IMU B and star tracker B; the relative state goes stale when the target leaves view",
              "body rates above what both star trackers can follow"));

  private SensorIndependence() {}
}
