package org.holdpoint.world.sample;

import org.jspecify.annotations.Nullable;

/**
 * Everything the sensors delivered in a tick; a component is null when its unit delivered nothing.
 * Each sample bears the time at which it was taken, which is earlier by the unit's latency.
 *
 * @param sampled_tai_ns the time of delivery, and of the samples without time of their own
 * @param narrowDetections of the narrow camera, where it sees anything at all
 * @param crosslink only to a cooperative target
 * @param sun_B unit vector to the Sun, body frame
 * @param tank_kg propellant by the tank gauge
 * @param wheelMomentum_B_N_m_s by the wheel tachometers, body frame
 * @param batteryCharge 0 empty, 1 full
 */
public record WorldSamples(
    long sampled_tai_ns,
    @Nullable GnssSample gnss,
    @Nullable AttitudeSample starTrackerA,
    @Nullable AttitudeSample starTrackerB,
    @Nullable InertialSample imuA,
    @Nullable InertialSample imuB,
    @Nullable BearingSample narrowCamera,
    @Nullable DetectionsSample narrowDetections,
    @Nullable BearingSample wideCamera,
    @Nullable BearingSample thermalCamera,
    @Nullable RangeSample laserRangerA,
    @Nullable RangeSample laserRangerB,
    @Nullable RangeRateSample crosslink,
    @Nullable Xyz sun_B,
    double tank_kg,
    Xyz wheelMomentum_B_N_m_s,
    @Nullable Double batteryCharge) {}
