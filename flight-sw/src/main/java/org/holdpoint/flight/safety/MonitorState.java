package org.holdpoint.flight.safety;

import org.holdpoint.dictionary.telemetry.Validity;
import org.holdpoint.motion.Quaternion;
import org.holdpoint.motion.Vec3;

/**
 * What the monitor knows by its own sensors after this tick.
 *
 * @param validity of the relative state
 * @param r_CT_L_m chaser relative to target, target-centred QSW
 * @param v_CT_L_m_s velocity seen in the rotating frame
 * @param position3sigma_m worst axis, half the hull not included
 * @param velocity3sigma_m_s worst axis
 * @param age_s since both a bearing and a range were last used
 * @param q_BL from L to body, the monitor's own; the last one known while the attitude is unusable
 * @param rate_B_rad_s inertial body rate by IMU B
 * @param sensedDeltaV_L_m_s delta-v by IMU B over the last tick
 */
record MonitorState(
    Validity validity,
    Vec3 r_CT_L_m,
    Vec3 v_CT_L_m_s,
    double position3sigma_m,
    double velocity3sigma_m_s,
    double age_s,
    Quaternion q_BL,
    Vec3 rate_B_rad_s,
    Vec3 sensedDeltaV_L_m_s) {

  double range_m() {
    return r_CT_L_m.norm();
  }

  /** Positive when closing. */
  double closing_m_s() {
    double range_m = range_m();
    return range_m > 0 ? -r_CT_L_m.dot(v_CT_L_m_s) / range_m : 0;
  }
}
