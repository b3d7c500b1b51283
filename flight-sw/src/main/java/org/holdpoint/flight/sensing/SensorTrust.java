package org.holdpoint.flight.sensing;

import java.util.List;
import org.holdpoint.dictionary.telemetry.Sensor;

/**
 * When navigation stops believing a unit, and how it comes back: one row a unit.
 *
 * @param suspicions times that it may be REJECTED within {@link #WITHIN_NS} before it is ISOLATED;
 *     0 when it never is
 * @param first_ns of its first isolation; each one after a trial that it did not pass is twice as
 *     long
 * @param longest_ns no isolation is longer
 * @param trialSamples in a row that must pass their gate, unused, before it is believed again
 * @param because reason for the row
 */
record SensorTrust(
    Sensor sensor,
    int suspicions,
    long first_ns,
    long longest_ns,
    int trialSamples,
    String because) {

  /** Suspicions further apart than this have nothing to do with each other. */
  static final long WITHIN_NS = 300_000_000_000L;

  private static final long S = 1_000_000_000L;

  static final List<SensorTrust> TABLE =
      List.of(
          new SensorTrust(
              Sensor.LASER_RANGER_A,
              3,
              60 * S,
              960 * S,
              15,
              "bearings carry the state; a run of ranges that no body could give isolates at once"),
          new SensorTrust(
              Sensor.VISIBLE_CAMERA, 3, 60 * S, 480 * S, 15, "the ranger and the orbit carry it"),
          new SensorTrust(
              Sensor.STAR_TRACKER_A, 3, 60 * S, 240 * S, 50, "the gyro carries the attitude"),
          new SensorTrust(
              Sensor.GNSS,
              0,
              0,
              0,
              0,
              "refused through burns that the orbit does not know of; nothing else could carry it"),
          new SensorTrust(
              Sensor.IMU_A, 0, 0, 0, 0, "has no gate; stuck or silent it is left out at once"));

  static SensorTrust of(Sensor sensor) {
    for (SensorTrust row : TABLE) {
      if (row.sensor() == sensor) {
        return row;
      }
    }
    throw new IllegalStateException("no row of trust for " + sensor + ": add one");
  }
}
