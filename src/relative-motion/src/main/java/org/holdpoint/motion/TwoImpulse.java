package org.holdpoint.motion;

/**
 * Transfer by two impulses, frame L.
 *
 * @param departure_L_m_s impulse at the start
 * @param arrival_L_m_s impulse at the end
 */
public record TwoImpulse(Vec3 departure_L_m_s, Vec3 arrival_L_m_s) {

  /** Sum of the magnitudes of the two. */
  public double total_m_s() {
    return departure_L_m_s.norm() + arrival_L_m_s.norm();
  }
}
