package org.holdpoint.flight.guidance;

import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Vec3;
import org.jspecify.annotations.Nullable;

/**
 * A transfer by two burns: coast, start burn, coast, stop burn; perhaps another one after it.
 *
 * @param wait_s from now to the start burn's nominal time
 * @param coast_s from the start burn's nominal time to the stop burn's
 * @param startDeltaV_L_m_s start burn
 * @param stopDeltaV_L_m_s stop burn
 * @param end state after the stop burn: at rest at a hold point, or in natural motion
 * @param then what departs from there, its wait counted from the stop burn; null when nothing does
 */
public record TransferPlan(
    double wait_s,
    double coast_s,
    Vec3 startDeltaV_L_m_s,
    Vec3 stopDeltaV_L_m_s,
    RelativeState end,
    @Nullable TransferPlan then) {

  /** All burns together. */
  public double deltaV_m_s() {
    double here_m_s = startDeltaV_L_m_s.norm() + stopDeltaV_L_m_s.norm();
    return then == null ? here_m_s : here_m_s + then.deltaV_m_s();
  }

  /** From now to the last burn. */
  public double duration_s() {
    double here_s = wait_s + coast_s;
    return then == null ? here_s : here_s + then.duration_s();
  }

  /** Where it all ends. */
  public RelativeState last() {
    return then == null ? end : then.last();
  }

  TransferPlan departingIn(double s) {
    return new TransferPlan(s, coast_s, startDeltaV_L_m_s, stopDeltaV_L_m_s, end, then);
  }

  TransferPlan followedBy(TransferPlan next) {
    return new TransferPlan(wait_s, coast_s, startDeltaV_L_m_s, stopDeltaV_L_m_s, end, next);
  }
}
