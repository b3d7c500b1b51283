package org.holdpoint.flight.control;

import org.holdpoint.flight.sample.InertialSample;
import org.holdpoint.flight.sample.SensorSamples;
import org.holdpoint.motion.Vec3;
import org.jspecify.annotations.Nullable;

/**
 * All that is sensed of how the body lies and turns when its attitude is lost.
 *
 * @param sun_B unit vector to the Sun, body frame; null in eclipse and between samples
 * @param rate_B_rad_s by the gyro of IMU A, body frame; null when it says nothing
 */
public record Sighting(@Nullable Vec3 sun_B, @Nullable Vec3 rate_B_rad_s) {

  public static Sighting of(SensorSamples samples) {
    InertialSample imu = samples.imuA();
    return new Sighting(samples.sun_B(), imu == null ? null : imu.rate_B_rad_s());
  }
}
