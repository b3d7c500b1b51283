package org.holdpoint.world.sample;

/** The chaser's position and velocity in GCRF. */
public record GnssSample(long sampled_tai_ns, Xyz r_C_I_m, Xyz v_C_I_m_s) {}
