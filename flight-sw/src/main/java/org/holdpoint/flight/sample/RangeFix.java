package org.holdpoint.flight.sample;

/**
 * Range from chaser to the target's facet that the beam hits; 1 Hz, 0.1 m + 0.1 %, to 3 km,
 * boresight +x body.
 */
public record RangeFix(long sampled_tai_ns, double range_m) {}
