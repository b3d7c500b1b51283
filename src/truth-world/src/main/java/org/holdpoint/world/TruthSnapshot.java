package org.holdpoint.world;

import org.holdpoint.world.sample.Wxyz;
import org.holdpoint.world.sample.Xyz;

/**
 * The truth at a time; for instructors, judges and the trace, never for those who are judged.
 *
 * @param tai_ns nanoseconds of TAI since 1958-01-01T00:00:00 TAI
 * @param r_T_I_m target, GCRF
 * @param r_C_I_m chaser, GCRF
 * @param r_CT_L_m chaser relative to target, Orekit's LOFType.QSW of the target
 * @param v_CT_L_m_s velocity of the same, seen in the rotating frame
 * @param q_BI chaser's attitude
 * @param q_TI target's attitude
 * @param rate_B_rad_s chaser's body rate with respect to GCRF
 * @param eclipse the chaser sees less than half of the Sun's disc
 * @param beta_deg the Sun's height above the target's orbital plane, positive towards its normal
 * @param smallestRange_m since start, between ticks too
 * @param keepOutEntries how often the range fell below 30 m; a start inside counts
 */
public record TruthSnapshot(
    long tai_ns,
    Xyz r_T_I_m,
    Xyz v_T_I_m_s,
    Xyz r_C_I_m,
    Xyz v_C_I_m_s,
    Xyz r_CT_L_m,
    Xyz v_CT_L_m_s,
    Wxyz q_BI,
    Wxyz q_TI,
    Xyz rate_B_rad_s,
    double mass_kg,
    double propellant_kg,
    Xyz wheelMomentum_B_N_m_s,
    double range_m,
    boolean eclipse,
    double beta_deg,
    double smallestRange_m,
    int keepOutEntries) {}
