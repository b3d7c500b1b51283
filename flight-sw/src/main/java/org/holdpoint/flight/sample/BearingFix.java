package org.holdpoint.flight.sample;

import org.holdpoint.motion.Vec3;

/**
 * Direction to the target, body frame; cameras look along +x body. Visible camera, the sharper of a
 * narrow and a wide one: 1 Hz, noise max(20", 0.1 of the target's apparent size) or worse, not in
 * eclipse; thermal camera: 1 Hz, 0.1 deg, to 3 km, day and night. Both come some ticks late.
 *
 * @param u_B unit vector from chaser to target
 * @param sigma_rad noise per axis, 1 sigma, as the unit states it
 */
public record BearingFix(long sampled_tai_ns, Vec3 u_B, double sigma_rad) {}
