package org.holdpoint.flight.sample;

import org.holdpoint.motion.Quaternion;

/**
 * Attitude by a star tracker, from GCRF to body; 10 Hz, 5" across and 30" about its boresight: -z
 * body of tracker A, 45 deg to either side of it of tracker B. None when Sun or Earth blinds it.
 */
public record AttitudeFix(long sampled_tai_ns, Quaternion q_BI) {}
