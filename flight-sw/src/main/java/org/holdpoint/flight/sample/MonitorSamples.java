package org.holdpoint.flight.sample;

import org.jspecify.annotations.Nullable;

/** The safety monitor's own sensors; nothing in it comes from units that navigation uses. */
public record MonitorSamples(
    @Nullable AttitudeFix starTrackerB,
    @Nullable InertialSample imuB,
    @Nullable BearingFix thermalCamera,
    @Nullable RangeFix laserRangerB) {}
