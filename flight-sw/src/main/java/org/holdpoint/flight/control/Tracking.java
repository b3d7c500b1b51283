package org.holdpoint.flight.control;

import org.holdpoint.flight.navigation.Covariance6;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Vec3;

/**
 * Follows a moving reference: the position error asks for a velocity, and when the velocity is off
 * by more than a deadband it is corrected in one go. What Clohessy-Wiltshire does to a forced
 * motion (2 n v across it) gathers in the velocity error and is taken out impulse by impulse, so
 * the impulses are as large as the deadband and never chatter.
 */
final class Tracking implements Retained {
  /** A position error is to be gone with this time constant. */
  private static final double POSITION_TIME_S = 60;

  /** What a position error may add to the velocity. */
  private static final double MAX_CATCH_UP_M_S = 0.03;

  /** About three of the smallest firings. */
  private static final double DEADBAND_M_S = 0.001;

  private static final double ENOUGH_M_S = 2e-4;
  private static final double SIGMAS = 2;

  private boolean correcting;

  void reset() {
    correcting = false;
  }

  /**
   * Delta-v to give now, frame L; null vector when none.
   *
   * @param error navigated state less reference
   */
  Vec3 step(RelativeState error, Covariance6 covariance) {
    Vec3 catchUp = error.r_CT_L_m().times(-1 / POSITION_TIME_S);
    double speed = catchUp.norm();
    if (speed > MAX_CATCH_UP_M_S) {
      catchUp = catchUp.times(MAX_CATCH_UP_M_S / speed);
    }
    Vec3 deltaV = catchUp.minus(error.v_CT_L_m_s());
    double uncertain =
        Math.sqrt(
            Math.max(covariance.at(3, 3), Math.max(covariance.at(4, 4), covariance.at(5, 5))));
    double off = deltaV.norm();
    correcting = correcting ? off > ENOUGH_M_S : off > Math.max(DEADBAND_M_S, SIGMAS * uncertain);
    return correcting ? deltaV : Vec3.ZERO;
  }

  /** What is left is less than the thrusters can give. */
  void remainderCannotBeGiven() {
    correcting = false;
  }

  @Override
  public void save(StateWriter out) {
    out.put(correcting);
  }

  @Override
  public void restore(StateReader in) {
    correcting = in.getBoolean();
  }
}
