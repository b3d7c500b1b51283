package org.holdpoint.world;

/**
 * What has passed between both spacecraft; for instructors and judges.
 *
 * @param contacts how often the chaser touched the target's hull, since start
 * @param firstContact_s seconds since start; NaN when there was none
 * @param lastContact_s likewise
 * @param lastContactSpeed_m_s relative speed of the centres of mass then; NaN when there was none
 * @param plumeForce_N mean push of the chaser's plumes on the target in the last tick
 * @param plumeImpulse_N_s sum of its size since start
 * @param targetBurns burns that the target has made
 * @param targetDeltaV_m_s sum of their sizes
 */
public record ProximityTruth(
    int contacts,
    double firstContact_s,
    double lastContact_s,
    double lastContactSpeed_m_s,
    double plumeForce_N,
    double plumeImpulse_N_s,
    int targetBurns,
    double targetDeltaV_m_s) {
  /** A push of more than this raises the flag. */
  public static final double PLUME_FLAG_N = 1e-3;

  /** Whether the plume pushed the target in the last tick by more than a millinewton. */
  public boolean plumeOnTarget() {
    return plumeForce_N > PLUME_FLAG_N;
  }
}
