package org.holdpoint.flight.sample;

import org.holdpoint.motion.Vec3;

/** Mean body rate and sensed delta-v over the 100 ms before the sample time; 10 Hz. */
public record InertialSample(long sampled_tai_ns, Vec3 rate_B_rad_s, Vec3 deltaV_B_m_s) {}
