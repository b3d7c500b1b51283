package org.holdpoint.motion;

/**
 * Chaser relative to target in the target-centred frame L (see the package).
 *
 * @param r_CT_L_m position
 * @param v_CT_L_m_s velocity seen in the rotating frame
 */
public record RelativeState(Vec3 r_CT_L_m, Vec3 v_CT_L_m_s) {

  public double range_m() {
    return r_CT_L_m.norm();
  }

  /** The same state after an impulse. */
  public RelativeState plusDeltaV(Vec3 deltaV_L_m_s) {
    return new RelativeState(r_CT_L_m, v_CT_L_m_s.plus(deltaV_L_m_s));
  }
}
