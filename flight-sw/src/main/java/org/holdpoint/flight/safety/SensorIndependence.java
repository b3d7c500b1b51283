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
              "search, chase and parking beyond 3 km",
              "visible camera on its mount, star tracker A, IMU A, GNSS, the cue",
              "nothing on the target: its relative state is INVALID, its rungs UNKNOWN. IMU B, star"
                  + " tracker B, wheels and ticks are watched",
              "not on the target, which navigation alone sees; GNSS gives the place on Earth to"
                  + " both; power and time"),
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
              "escape",
              "as before it, while the target is in view: guidance burns 0.3 m/s by its word",
              "star tracker B and IMU B; laser ranger B and thermal camera while the target is in"
                  + " view. It judged the escape before it was asked for and aborts when it was not"
                  + " enough",
              "as above; when navigation and monitor disagree the escape becomes an abort, which is"
                  + " the monitor's alone"),
          new Row(
              "abort and abort drift",
              "as long as the target is in view; nothing of it is used",
              "IMU B and star tracker B; the relative state goes stale when the target leaves view",
              "body rates above what both star trackers can follow"));

  private SensorIndependence() {}
}
