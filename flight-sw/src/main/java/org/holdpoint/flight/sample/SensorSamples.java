package org.holdpoint.flight.sample;

import org.holdpoint.motion.Vec3;
import org.jspecify.annotations.Nullable;

/**
 * Everything the sensors delivered in one tick; a component is null when its unit delivered
 * nothing.
 *
 * @param detections of the narrow camera; null when it took no picture or was blinded
 * @param sun_B unit vector to the Sun, body frame; null in eclipse
 * @param tank_kg propellant by the tank gauge
 * @param wheelMomentum_B_N_m_s by the wheel tachometers, body frame
 * @param monitor the safety monitor's own set
 */
public record SensorSamples(
    @Nullable GnssFix gnss,
    @Nullable AttitudeFix starTrackerA,
    @Nullable InertialSample imuA,
    @Nullable BearingFix visibleCamera,
    @Nullable Detections detections,
    @Nullable RangeFix laserRangerA,
    @Nullable Vec3 sun_B,
    double tank_kg,
    Vec3 wheelMomentum_B_N_m_s,
    MonitorSamples monitor) {}
