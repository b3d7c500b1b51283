package org.holdpoint.flight.sample;

import org.jspecify.annotations.Nullable;

/**
 * The safety monitor's own sensors; nothing in it comes from units that navigation uses.
 *
 * @param gnss by the one receiver that the vehicle has; the monitor takes the place on Earth from
 *     it, never anything of the target
 * @param batteryCharge 0 empty, 1 full, by the power unit; null when it says nothing
 * @param uplinkLocked the command receiver has the ground's carrier
 */
public record MonitorSamples(
    @Nullable AttitudeFix starTrackerB,
    @Nullable InertialSample imuB,
    @Nullable BearingFix thermalCamera,
    @Nullable RangeFix laserRangerB,
    @Nullable GnssFix gnss,
    @Nullable Double batteryCharge,
    boolean uplinkLocked) {

  /** Without a word on position and power; the ground's carrier is there. */
  public MonitorSamples(
      @Nullable AttitudeFix starTrackerB,
      @Nullable InertialSample imuB,
      @Nullable BearingFix thermalCamera,
      @Nullable RangeFix laserRangerB) {
    this(starTrackerB, imuB, thermalCamera, laserRangerB, null, null, true);
  }
}
