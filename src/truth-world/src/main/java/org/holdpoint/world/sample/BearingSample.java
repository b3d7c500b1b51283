package org.holdpoint.world.sample;

/**
 * Direction to the target.
 *
 * @param u_B unit vector from chaser to target, body frame
 * @param sigma_rad noise per axis, 1 sigma, that the unit claims
 */
public record BearingSample(long sampled_tai_ns, Xyz u_B, double sigma_rad) {}
