package org.holdpoint.world.sample;

/** Range to the facet of the target's hull that the beam hits. */
public record RangeSample(long sampled_tai_ns, double range_m) {}
