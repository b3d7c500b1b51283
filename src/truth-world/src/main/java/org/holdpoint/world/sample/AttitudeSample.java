package org.holdpoint.world.sample;

/** The chaser's attitude, from GCRF to body. */
public record AttitudeSample(long sampled_tai_ns, Wxyz q_BI) {}
