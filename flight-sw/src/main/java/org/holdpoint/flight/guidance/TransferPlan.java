package org.holdpoint.flight.guidance;

import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Vec3;

/**
 * A transfer by two burns: coast, start burn, coast, stop burn.
 *
 * @param wait_s from now to the start burn's nominal time
 * @param coast_s from the start burn's nominal time to the stop burn's
 * @param startDeltaV_L_m_s start burn
 * @param stopDeltaV_L_m_s stop burn
 * @param end state after the stop burn: at rest at a hold point, or on the ellipse
 */
public record TransferPlan(
    double wait_s,
    double coast_s,
    Vec3 startDeltaV_L_m_s,
    Vec3 stopDeltaV_L_m_s,
    RelativeState end) {

  public double deltaV_m_s() {
    return startDeltaV_L_m_s.norm() + stopDeltaV_L_m_s.norm();
  }
}
