package org.holdpoint.flight.guidance;

import java.util.List;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.Direction;
import org.holdpoint.dictionary.telemetry.NextEvent;
import org.holdpoint.dictionary.telemetry.Validity;
import org.holdpoint.flight.navigation.NavigationSolution;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Vec3;
import org.jspecify.annotations.Nullable;

/**
 * An escape: one burn in the direction chosen as it begins, then nothing.
 *
 * @param burn in progress; null before it is chosen, and when there is none
 * @param phase where in it
 */
record EscapeFlight(Phase phase, @Nullable Burn burn) {
  enum Phase {
    TO_CHOOSE,
    BURNING,
    GIVEN,
    MISSED
  }

  static final EscapeFlight BEGIN = new EscapeFlight(Phase.TO_CHOOSE, null);

  /** The flight and its motion after one tick. */
  record Step(EscapeFlight flight, Motion motion) {}

  Step step(double now_s, NavigationSolution navigation, List<EventReport> events) {
    EscapeFlight next =
        switch (phase) {
          case TO_CHOOSE -> chosen(now_s, navigation, events);
          case BURNING -> burning(now_s, navigation, events);
          case GIVEN, MISSED -> this;
        };
    return new Step(next, next.motion(now_s, navigation));
  }

  private static EscapeFlight chosen(
      double now_s, NavigationSolution navigation, List<EventReport> events) {
    Vec3 r_CT_L_m = navigation.r_CT_L_m();
    EscapeChoice choice =
        navigation.validity() == Validity.INVALID
            ? new EscapeChoice(EscapeChoice.blind(r_CT_L_m), 0)
            : EscapeChoice.of(
                new RelativeState(r_CT_L_m, navigation.v_CT_L_m_s()),
                PassiveSafety.matrix(navigation.covariance()),
                navigation.meanMotion_rad_s());
    Vec3 deltaV_L_m_s = EscapeChoice.deltaV_L_m_s(choice.direction());
    events.add(
        new EventReport(
            ChaserEvent.ESCAPE_DIRECTION,
            choice.direction().code(),
            deltaV_L_m_s.norm(),
            choice.smallest_m()));
    if (choice.direction() == Direction.NONE) {
      return new EscapeFlight(Phase.GIVEN, null);
    }
    Burn burn = Burn.begin(deltaV_L_m_s, r_CT_L_m, now_s, navigation.mass_kg());
    events.add(burn.started());
    return new EscapeFlight(Phase.BURNING, burn);
  }

  private EscapeFlight burning(
      double now_s, NavigationSolution navigation, List<EventReport> events) {
    if (burn == null) {
      return new EscapeFlight(Phase.MISSED, null);
    }
    Burn next = burn.sensed(navigation.sensedDeltaV_L_m_s());
    Burn.Status status = next.status(now_s);
    if (status == Burn.Status.RUNNING) {
      return new EscapeFlight(Phase.BURNING, next);
    }
    events.add(next.ended(status));
    return new EscapeFlight(status == Burn.Status.GIVEN ? Phase.GIVEN : Phase.MISSED, null);
  }

  private Motion motion(double now_s, NavigationSolution navigation) {
    Motion coast = Motion.coast(new RelativeState(navigation.r_CT_L_m(), navigation.v_CT_L_m_s()));
    if (burn == null) {
      return coast.ended(phase == Phase.GIVEN, phase == Phase.MISSED);
    }
    return coast
        .burning(burn.toGo_L_m_s())
        .next(NextEvent.LEG_END, burn.begun_s() + burn.duration_s() - now_s);
  }
}
