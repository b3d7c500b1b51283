package org.holdpoint.world.sample;

/** Range to the nearest part of the target's hull along the line of sight. */
public record RangeSample(long sampled_tai_ns, double range_m) {}
