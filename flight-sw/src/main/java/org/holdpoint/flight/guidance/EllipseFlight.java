package org.holdpoint.flight.guidance;

import java.util.List;
import java.util.Optional;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.NextEvent;
import org.holdpoint.dictionary.telemetry.Validity;
import org.holdpoint.flight.navigation.NavigationSolution;
import org.holdpoint.motion.ClohessyWiltshire;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Transition;
import org.holdpoint.motion.TwoImpulse;
import org.jspecify.annotations.Nullable;

/**
 * Natural motion on the safety ellipse. The chaser coasts; when the state would leave the ellipse
 * by more than a few metres in the next third of an orbit, a small transfer brings it back.
 *
 * @param origin state on the ellipse
 * @param origin_s when
 * @param meanMotion_rad_s that the ellipse is flown with
 * @param complete_s when the leg is complete; the ellipse is flown on after it
 * @param nextCheck_s when the next correction is considered
 * @param correction in progress
 */
record EllipseFlight(
    RelativeState origin,
    double origin_s,
    double meanMotion_rad_s,
    double complete_s,
    double nextCheck_s,
    @Nullable TransferFlight correction) {

  /** Corrections are considered this often, in orbits. */
  private static final double CHECK_ORBITS = 0.125;

  /** A correction takes this long: cross-track and in-plane can both be moved well in it. */
  private static final double CORRECTION_ORBITS = 0.3;

  /** Departures below this are left alone: the ellipse has 70 m to spare. */
  private static final double WORTH_M = 12;

  /** A departure counts when it is this many times what navigation is uncertain of, 1 sigma. */
  private static final double SIGMAS = 2;

  private static final double SMALLEST_M_S = 0.001;
  private static final double LARGEST_M_S = 0.1;

  /** The flight and its motion after one tick. */
  record Step(EllipseFlight flight, Motion motion) {}

  static EllipseFlight begin(
      RelativeState state, double now_s, double meanMotion_rad_s, double duration_s) {
    return new EllipseFlight(
        state,
        now_s,
        meanMotion_rad_s,
        now_s + duration_s,
        now_s + CHECK_ORBITS * 2 * Math.PI / meanMotion_rad_s,
        null);
  }

  boolean complete(double now_s) {
    return now_s >= complete_s;
  }

  RelativeState reference(double time_s) {
    return ClohessyWiltshire.propagate(origin, meanMotion_rad_s, time_s - origin_s);
  }

  /** One tick on; without {@code mayBurn} nothing is corrected and a correction is given up. */
  Step step(
      double now_s, NavigationSolution navigation, boolean mayBurn, List<EventReport> events) {
    EllipseFlight next = mayBurn ? this : with(nextCheck_s, null);
    if (mayBurn && correction == null && now_s >= nextCheck_s) {
      next = considered(now_s, navigation);
    }
    Motion motion = Motion.coast(reference(now_s));
    TransferFlight flown = next.correction();
    if (flown != null) {
      TransferFlight.Step step = flown.step(now_s, navigation, events);
      boolean over = step.motion().complete() || step.motion().missed();
      next = next.with(next.nextCheck_s(), over ? null : step.flight());
      if (step.motion().deltaVToGo_L_m_s().norm() > 0) {
        motion = motion.burning(step.motion().deltaVToGo_L_m_s());
      }
    }
    boolean complete = complete(now_s);
    if (!complete) {
      motion = motion.next(NextEvent.LEG_END, complete_s - now_s);
    }
    return new Step(next, motion.ended(complete, false));
  }

  private EllipseFlight considered(double now_s, NavigationSolution navigation) {
    double orbit_s = 2 * Math.PI / meanMotion_rad_s;
    EllipseFlight checked = with(now_s + CHECK_ORBITS * orbit_s, null);
    if (navigation.validity() != Validity.VALID) {
      return checked;
    }
    double coast_s = CORRECTION_ORBITS * orbit_s;
    RelativeState now = new RelativeState(navigation.r_CT_L_m(), navigation.v_CT_L_m_s());
    RelativeState end = reference(now_s + coast_s);
    double[] phi = ClohessyWiltshire.transition(meanMotion_rad_s, coast_s);
    double off_m = Transition.apply(phi, now).r_CT_L_m().minus(end.r_CT_L_m()).norm();
    double[] covariance = PassiveSafety.matrix(navigation.covariance());
    double[] at = new double[36];
    Transition.propagateCovariance(phi, covariance, new double[36], at);
    double sigma_m = Math.sqrt(Math.max(0, at[0] + at[7] + at[14]));
    if (off_m < Math.max(WORTH_M, SIGMAS * sigma_m)) {
      return checked;
    }
    Optional<TwoImpulse> impulses =
        Transition.twoImpulse(phi, now, end, Math.min(coast_s, 1 / meanMotion_rad_s));
    if (impulses.isEmpty()
        || impulses.get().total_m_s() < SMALLEST_M_S
        || impulses.get().total_m_s() > LARGEST_M_S) {
      return checked;
    }
    TwoImpulse burns = impulses.get();
    TransferPlan plan =
        new TransferPlan(0, coast_s, burns.departure_L_m_s(), burns.arrival_L_m_s(), end, null);
    double[] after = BurnExecution.after(covariance, burns.departure_L_m_s());
    double range_m =
        PassiveSafety.smallestRange_m(
            now.plusDeltaV(burns.departure_L_m_s()),
            after,
            meanMotion_rad_s,
            PassiveSafety.ORBITS,
            0);
    if (range_m < PassiveSafety.KEEP_OUT_M) {
      return checked;
    }
    return with(
        now_s + coast_s + CHECK_ORBITS * orbit_s,
        TransferFlight.begin(plan, now_s, navigation, false, false));
  }

  private EllipseFlight with(double next_s, @Nullable TransferFlight flown) {
    return new EllipseFlight(origin, origin_s, meanMotion_rad_s, complete_s, next_s, flown);
  }
}
