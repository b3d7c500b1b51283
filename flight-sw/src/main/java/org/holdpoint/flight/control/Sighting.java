package org.holdpoint.flight.control;

import org.holdpoint.flight.sample.InertialSample;
import org.holdpoint.motion.Vec3;
import org.jspecify.annotations.Nullable;

/**
 * All that is sensed of how the body lies and turns when its attitude is lost.
 *
 * @param sun_B unit vector to the Sun, body frame; null in eclipse and between samples
 * @param rate_B_rad_s by the gyro of IMU A, body frame; null when it says nothing
 */
public record Sighting(@Nullable Vec3 sun_B, @Nullable Vec3 rate_B_rad_s) {

  public static Sighting of(@Nullable Vec3 sun_B, @Nullable InertialSample imuA) {
    return new Sighting(sun_B, imuA == null ? null : imuA.rate_B_rad_s());
  }
}
