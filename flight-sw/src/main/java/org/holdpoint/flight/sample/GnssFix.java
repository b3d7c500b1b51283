package org.holdpoint.flight.sample;

import org.holdpoint.motion.Vec3;

/** Own position and velocity in GCRF; 1 Hz, 2 m and 5 mm/s (1 sigma per axis). */
public record GnssFix(long sampled_tai_ns, Vec3 r_C_I_m, Vec3 v_C_I_m_s) {}
