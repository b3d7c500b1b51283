package org.holdpoint.flight.guidance;

import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.flight.LargeThrusters;
import org.holdpoint.motion.Vec3;

/**
 * A burn in progress: what was wanted, and what is still to be given by IMU A's word.
 *
 * @param begun_s when it began
 * @param duration_s how long it should take
 * @param large given by the 22 N thrusters: the body is turned along it
 */
record Burn(Vec3 wanted_L_m_s, Vec3 toGo_L_m_s, double begun_s, double duration_s, boolean large) {
  /** Less than two of the smallest pulses on one axis: nothing that could still be given. */
  private static final double CUT_OFF_M_S = 0.0005;

  /** A burn that has not ended by twice its time and this, or the time of a turn, is ended. */
  private static final double PATIENCE_S = 10;

  /** What may be left of a burn that ends late and still counts as given. */
  private static final double TOLERATED_M_S = 0.004;

  private static final double TOLERATED_PART = 0.1;

  enum Status {
    RUNNING,
    GIVEN,
    MISSED
  }

  static Burn begin(Vec3 wanted_L_m_s, Vec3 r_CT_L_m, double now_s, double mass_kg) {
    return new Burn(
        wanted_L_m_s,
        wanted_L_m_s,
        now_s,
        BurnExecution.duration_s(wanted_L_m_s, r_CT_L_m, mass_kg),
        LargeThrusters.give(wanted_L_m_s, r_CT_L_m));
  }

  Burn sensed(Vec3 deltaV_L_m_s) {
    return new Burn(wanted_L_m_s, toGo_L_m_s.minus(deltaV_L_m_s), begun_s, duration_s, large);
  }

  Status status(double now_s) {
    double left = toGo_L_m_s.norm();
    if (left < CUT_OFF_M_S) {
      return Status.GIVEN;
    }
    double patience_s = large ? LargeThrusters.TURN_S : PATIENCE_S;
    if (now_s < begun_s + 2 * duration_s + patience_s) {
      return Status.RUNNING;
    }
    boolean tolerable = left <= Math.max(TOLERATED_M_S, TOLERATED_PART * wanted_L_m_s.norm());
    return tolerable ? Status.GIVEN : Status.MISSED;
  }

  EventReport started() {
    return new EventReport(ChaserEvent.BURN_STARTED, wanted_L_m_s.norm(), 0, 0);
  }

  EventReport ended(Status status) {
    double wanted = wanted_L_m_s.norm();
    double left = toGo_L_m_s.norm();
    double given = wanted == 0 ? 0 : wanted_L_m_s.minus(toGo_L_m_s).dot(wanted_L_m_s) / wanted;
    return status == Status.MISSED
        ? new EventReport(ChaserEvent.BURN_MISSED, given, wanted, 0)
        : new EventReport(ChaserEvent.BURN_COMPLETED, given, left, 0);
  }
}
