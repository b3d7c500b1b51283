package org.holdpoint.flight.safety;

import org.holdpoint.motion.Quaternion;
import org.holdpoint.motion.Vec3;

/**
 * What the monitor knows by its own units, for run-time assurance.
 *
 * @param valid the relative state and the attitude are good enough to judge by
 * @param r_CT_L_m chaser relative to target, target-centred QSW
 * @param v_CT_L_m_s velocity seen in the rotating frame
 * @param q_BL from L to body
 * @param rate_B_rad_s inertial body rate
 * @param sun_B unit vector to the Sun, body frame; null vector in Earth's shadow
 */
public record OwnState(
    boolean valid, Vec3 r_CT_L_m, Vec3 v_CT_L_m_s, Quaternion q_BL, Vec3 rate_B_rad_s, Vec3 sun_B) {

  /** From chaser to target, body frame. */
  public Vec3 target_B_m() {
    return q_BL.rotate(r_CT_L_m).negated();
  }
}
