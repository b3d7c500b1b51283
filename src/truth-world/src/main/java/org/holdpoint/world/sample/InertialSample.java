package org.holdpoint.world.sample;

/** Mean body rate and sensed velocity change over the 100 ms before the sample time. */
public record InertialSample(long sampled_tai_ns, Xyz rate_B_rad_s, Xyz deltaV_B_m_s) {}
