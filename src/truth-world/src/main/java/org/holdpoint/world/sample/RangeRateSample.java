package org.holdpoint.world.sample;

/** Range between the spacecraft and its rate of change, by radio. */
public record RangeRateSample(long sampled_tai_ns, double range_m, double rangeRate_m_s) {}
