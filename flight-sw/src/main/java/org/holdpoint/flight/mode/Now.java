package org.holdpoint.flight.mode;

import java.util.List;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.PlanPacket.Leg;
import org.holdpoint.dictionary.telemetry.Rung;
import org.holdpoint.dictionary.telemetry.Validity;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.command.AuthorityToken;
import org.holdpoint.flight.command.CommandReport;
import org.holdpoint.flight.guidance.GuidanceReference;
import org.holdpoint.flight.guidance.LegAssessment;
import org.holdpoint.flight.guidance.LegPlanner;
import org.holdpoint.flight.guidance.SunlitSight;
import org.holdpoint.flight.navigation.NavigationSolution;
import org.holdpoint.flight.safety.SafetyVerdict;
import org.holdpoint.motion.RelativeState;
import org.jspecify.annotations.Nullable;

/**
 * What one tick brings to the mode logic, and what it says in it.
 *
 * @param reference guidance's of the previous tick; null in the first
 * @param verdict the monitor's of the previous tick; null in the first
 */
record Now(
    Tick tick,
    AuthorityToken token,
    NavigationSolution navigation,
    Health health,
    @Nullable GuidanceReference reference,
    @Nullable SafetyVerdict verdict,
    List<EventReport> events,
    List<CommandReport> reports) {

  RelativeState state() {
    return new RelativeState(navigation.r_CT_L_m(), navigation.v_CT_L_m_s());
  }

  /** Covariance of the state as 36 entries by rows. */
  double[] covariance() {
    return GateKeeper.full(navigation.covariance());
  }

  boolean navigationValid() {
    return navigation.validity() == Validity.VALID;
  }

  Rung safing() {
    return verdict == null ? Rung.NONE : verdict.active();
  }

  void event(ChaserEvent event, double a, double b, double c) {
    events.add(new EventReport(event, a, b, c));
  }

  /** Assessment of a leg from where the vehicle is. */
  LegAssessment assess(Leg wanted) {
    return LegPlanner.plan(
        wanted,
        state(),
        covariance(),
        navigation.meanMotion_rad_s(),
        true,
        SunlitSight.of(navigation));
  }
}
