package org.holdpoint.flight.guidance;

import java.util.List;
import java.util.Optional;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.NextEvent;
import org.holdpoint.dictionary.telemetry.Validity;
import org.holdpoint.flight.LargeThrusters;
import org.holdpoint.flight.navigation.NavigationSolution;
import org.holdpoint.motion.KeplerOrbit;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Transition;
import org.holdpoint.motion.TwoImpulse;
import org.holdpoint.motion.Vec3;
import org.holdpoint.motion.YamanakaAnkersen;
import org.jspecify.annotations.Nullable;

/**
 * A transfer in flight: start burn, mid-course corrections where they pay, stop burn. Burns are
 * planned from the navigated state as they begin (Yamanaka-Ankersen), centred on their nominal
 * time, and given until IMU A has sensed them.
 *
 * @param phase where in the transfer
 * @param start_s nominal time of the start burn
 * @param stop_s nominal time of the stop burn
 * @param planned how it was planned
 * @param anchor where the reference trajectory was last laid through
 * @param burn in progress
 * @param correctionsTried mid-course opportunities that are past
 * @param corrects whether mid-course corrections are made at all
 * @param judges whether a burn that could make things worse is refused; the way out is not judged
 */
record TransferFlight(
    Phase phase,
    double start_s,
    double stop_s,
    TransferPlan planned,
    Anchor anchor,
    @Nullable Burn burn,
    int correctionsTried,
    boolean corrects,
    boolean judges) {

  /** Half-width of the tube about the reference that the monitor may check. */
  static final double TUBE_M = 50;

  /** Parts of the coast after which a correction is considered; none where it would be dear. */
  private static final double[] CORRECTION_PARTS = {0.2, 0.5, 0.8};

  /** Misses below this are left to the stop burn and to station keeping. */
  private static final double MISS_WORTH_M = 3;

  /** A miss counts when it is this many times what navigation is uncertain of, 1 sigma. */
  private static final double MISS_SIGMAS = 2;

  /** Smaller corrections are not worth the thruster's error. */
  private static final double SMALLEST_CORRECTION_M_S = 0.001;

  /** A correction this large means that something is wrong: it is not flown. */
  private static final double LARGEST_CORRECTION_M_S = 0.15;

  /** How long a burn waits for navigation to become usable again. */
  private static final double LATEST_S = 30;

  enum Phase {
    TO_START,
    START,
    TO_STOP,
    CORRECTION,
    STOP,
    DONE,
    MISSED
  }

  /** A state without thrust and the time and orbit that it belongs to. */
  record Anchor(RelativeState state, double at_s, KeplerOrbit orbit) {
    RelativeState at(double time_s) {
      return Transition.apply(YamanakaAnkersen.transition(orbit, time_s - at_s), state);
    }
  }

  /** The flight and its motion after one tick. */
  record Step(TransferFlight flight, Motion motion) {}

  /** Begins a transfer; a plan without a wait burns at once. */
  static TransferFlight begin(
      TransferPlan plan,
      double now_s,
      NavigationSolution navigation,
      boolean corrects,
      boolean judges) {
    return begin(plan, now_s + plan.wait_s(), now_s, navigation, corrects, judges);
  }

  private static TransferFlight begin(
      TransferPlan plan,
      double nominal_s,
      double now_s,
      NavigationSolution navigation,
      boolean corrects,
      boolean judges) {
    double half_s = half_s(plan.startDeltaV_L_m_s(), navigation);
    boolean turns = LargeThrusters.give(plan.startDeltaV_L_m_s(), navigation.r_CT_L_m());
    double soonest_s = half_s + (turns ? LargeThrusters.TURN_S : 0);
    double start_s = Math.max(nominal_s, now_s + soonest_s);
    return new TransferFlight(
        Phase.TO_START,
        start_s,
        start_s + plan.coast_s(),
        plan,
        anchor(navigation, now_s),
        null,
        0,
        corrects,
        judges);
  }

  /** Begins what follows a transfer that is done; its wait began with the stop burn. */
  TransferFlight followedBy(TransferPlan next, double now_s, NavigationSolution navigation) {
    return begin(next, stop_s + next.wait_s(), now_s, navigation, corrects, judges);
  }

  static Anchor anchor(NavigationSolution navigation, double now_s) {
    return new Anchor(
        new RelativeState(navigation.r_CT_L_m(), navigation.v_CT_L_m_s()),
        now_s,
        OrbitOfTarget.of(navigation));
  }

  boolean started() {
    return phase != Phase.TO_START;
  }

  boolean done() {
    return phase == Phase.DONE;
  }

  /** One tick on. */
  Step step(double now_s, NavigationSolution navigation, List<EventReport> events) {
    TransferFlight next =
        switch (phase) {
          case TO_START -> towardsStart(now_s, navigation, events);
          case TO_STOP -> towardsStop(now_s, navigation, events);
          case START -> burning(now_s, navigation, events, Phase.TO_STOP, Phase.MISSED);
          case CORRECTION -> burning(now_s, navigation, events, Phase.TO_STOP, Phase.TO_STOP);
          case STOP -> burning(now_s, navigation, events, Phase.DONE, Phase.MISSED);
          case DONE, MISSED -> this;
        };
    return new Step(next, next.motion(now_s, navigation));
  }

  private TransferFlight towardsStart(
      double now_s, NavigationSolution navigation, List<EventReport> events) {
    double half_s = half_s(planned.startDeltaV_L_m_s(), navigation);
    if (now_s < start_s - half_s) {
      return this;
    }
    if (navigation.validity() == Validity.INVALID) {
      return waitOrMiss(now_s, start_s, planned.startDeltaV_L_m_s(), events);
    }
    Anchor here = anchor(navigation, now_s);
    RelativeState centre = here.at(now_s + half_s);
    KeplerOrbit orbit = here.orbit().after(half_s);
    double coast_s = stop_s - now_s - half_s;
    Optional<TwoImpulse> impulses =
        YamanakaAnkersen.twoImpulse(centre, planned.end(), orbit, coast_s);
    if (impulses.isEmpty()) {
      return missed(planned.startDeltaV_L_m_s(), events);
    }
    Vec3 deltaV = impulses.get().departure_L_m_s();
    if (refused(deltaV, here.state(), navigation, events)) {
      return missed(deltaV, events);
    }
    Anchor after = new Anchor(centre.plusDeltaV(deltaV), now_s + half_s, orbit);
    return ignite(Phase.START, deltaV, now_s, navigation, after, events);
  }

  private TransferFlight towardsStop(
      double now_s, NavigationSolution navigation, List<EventReport> events) {
    double half_s = half_s(planned.stopDeltaV_L_m_s(), navigation);
    if (now_s < stop_s - half_s) {
      return corrected(now_s, navigation, events);
    }
    if (navigation.validity() == Validity.INVALID) {
      return waitOrMiss(now_s, stop_s, planned.stopDeltaV_L_m_s(), events);
    }
    Anchor here = anchor(navigation, now_s);
    RelativeState centre = here.at(now_s + half_s);
    Vec3 wanted = endVelocity_L_m_s(centre, navigation.meanMotion_rad_s());
    Vec3 deltaV = wanted.minus(centre.v_CT_L_m_s());
    if (refused(deltaV, centre, navigation, events)) {
      return missed(deltaV, events);
    }
    Anchor after =
        new Anchor(
            new RelativeState(centre.r_CT_L_m(), wanted),
            now_s + half_s,
            here.orbit().after(half_s));
    return ignite(Phase.STOP, deltaV, now_s, navigation, after, events);
  }

  /**
   * At a hold point rest; on an ellipse the along-track speed that does not drift from the radial
   * position really reached, y' = -2 n x: 1 mm/s off would drift 17 m an orbit.
   */
  private Vec3 endVelocity_L_m_s(RelativeState arrival, double n) {
    Vec3 v = planned.end().v_CT_L_m_s();
    if (v.norm() == 0) {
      return v;
    }
    double offRadial_m = arrival.r_CT_L_m().x() - planned.end().r_CT_L_m().x();
    return new Vec3(v.x(), v.y() - 2 * n * offRadial_m, v.z());
  }

  /**
   * The last look before a burn: none of it, parts of it and all of it, with its own 3-sigma error,
   * from the state and covariance of the moment. It is refused when some part of it leads nearer
   * than keep-out, and nearer than not to burn at all.
   */
  private boolean refused(
      Vec3 deltaV_L_m_s,
      RelativeState at,
      NavigationSolution navigation,
      List<EventReport> events) {
    if (!judges) {
      return false;
    }
    double[] covariance = PassiveSafety.matrix(navigation.covariance());
    double n = navigation.meanMotion_rad_s();
    double without_m = PassiveSafety.smallestRange_m(at, covariance, n, PassiveSafety.ORBITS, 0);
    boolean toRest = phase == Phase.TO_STOP && endsAtRest();
    double orbits = toRest ? PassiveSafety.HOLD_ORBITS : PassiveSafety.ORBITS;
    double[] spread = BurnExecution.after(covariance, deltaV_L_m_s);
    double with_m =
        PassiveSafety.smallestRangeOfParts_m(
            at, deltaV_L_m_s, TransferSearch.LEAST_PART, 1, spread, n, orbits, 0);
    if (with_m >= Math.min(PassiveSafety.KEEP_OUT_M, without_m)) {
      return false;
    }
    events.add(new EventReport(ChaserEvent.BURN_REFUSED, deltaV_L_m_s.norm(), with_m, without_m));
    return true;
  }

  private boolean endsAtRest() {
    return planned.end().v_CT_L_m_s().equals(Vec3.ZERO);
  }

  /** Considers a mid-course correction when one of its times has come. */
  private TransferFlight corrected(
      double now_s, NavigationSolution navigation, List<EventReport> events) {
    if (!corrects
        || correctionsTried == CORRECTION_PARTS.length
        || now_s < start_s + CORRECTION_PARTS[correctionsTried] * planned.coast_s()) {
      return this;
    }
    TransferFlight tried = with(phase, anchor, burn, correctionsTried + 1);
    if (navigation.validity() != Validity.VALID) {
      return tried;
    }
    Anchor here = anchor(navigation, now_s);
    double left_s = stop_s - now_s;
    double[] phi = YamanakaAnkersen.transition(here.orbit(), left_s);
    Vec3 miss = Transition.apply(phi, here.state()).r_CT_L_m().minus(planned.end().r_CT_L_m());
    double[] covariance = PassiveSafety.matrix(navigation.covariance());
    double sigma_m = position1Sigma_m(phi, covariance);
    if (miss.norm() < Math.max(MISS_WORTH_M, MISS_SIGMAS * sigma_m)) {
      return tried;
    }
    Optional<TwoImpulse> impulses =
        YamanakaAnkersen.twoImpulse(here.state(), planned.end(), here.orbit(), left_s);
    if (impulses.isEmpty()) {
      return tried;
    }
    Vec3 deltaV = impulses.get().departure_L_m_s();
    double size = deltaV.norm();
    if (size < SMALLEST_CORRECTION_M_S
        || size > LARGEST_CORRECTION_M_S
        || !safeAfter(deltaV, here.state(), covariance, navigation.meanMotion_rad_s())) {
      return tried;
    }
    Anchor after = new Anchor(here.state().plusDeltaV(deltaV), now_s, here.orbit());
    return tried.ignite(Phase.CORRECTION, deltaV, now_s, navigation, after, events);
  }

  /** A correction may not make a missed stop burn worse than it is, once that is unsafe. */
  private static boolean safeAfter(
      Vec3 deltaV_L_m_s, RelativeState state, double[] covariance, double n) {
    double with =
        PassiveSafety.smallestRange_m(
            state.plusDeltaV(deltaV_L_m_s),
            BurnExecution.after(covariance, deltaV_L_m_s),
            n,
            PassiveSafety.ORBITS,
            0);
    return with >= PassiveSafety.KEEP_OUT_M
        || with >= PassiveSafety.smallestRange_m(state, covariance, n, PassiveSafety.ORBITS, 0);
  }

  private static double position1Sigma_m(double[] phi, double[] covariance) {
    double[] work = new double[36];
    double[] at = new double[36];
    Transition.propagateCovariance(phi, covariance, work, at);
    return Math.sqrt(Math.max(0, at[0] + at[7] + at[14]));
  }

  private TransferFlight ignite(
      Phase to,
      Vec3 deltaV_L_m_s,
      double now_s,
      NavigationSolution navigation,
      Anchor after,
      List<EventReport> events) {
    Burn begun = Burn.begin(deltaV_L_m_s, navigation.r_CT_L_m(), now_s, navigation.mass_kg());
    events.add(begun.started());
    return with(to, after, begun, correctionsTried);
  }

  private TransferFlight burning(
      double now_s,
      NavigationSolution navigation,
      List<EventReport> events,
      Phase given,
      Phase notGiven) {
    if (burn == null) {
      throw new IllegalStateException("phase " + phase + " of a transfer without its burn");
    }
    Burn on = burn.sensed(navigation.sensedDeltaV_L_m_s());
    Burn.Status status = on.status(now_s);
    if (status == Burn.Status.RUNNING) {
      return with(phase, anchor, on, correctionsTried);
    }
    events.add(on.ended(status));
    Phase to = status == Burn.Status.GIVEN ? given : notGiven;
    Anchor from = to == Phase.MISSED ? anchor(navigation, now_s) : anchor;
    return with(to, from, null, correctionsTried);
  }

  private TransferFlight waitOrMiss(
      double now_s, double nominal_s, Vec3 wanted_L_m_s, List<EventReport> events) {
    return now_s < nominal_s + LATEST_S ? this : missed(wanted_L_m_s, events);
  }

  private TransferFlight missed(Vec3 wanted_L_m_s, List<EventReport> events) {
    events.add(new Burn(wanted_L_m_s, wanted_L_m_s, 0, 0, false).ended(Burn.Status.MISSED));
    return with(Phase.MISSED, anchor, null, correctionsTried);
  }

  private TransferFlight with(Phase to, Anchor from, @Nullable Burn on, int tried) {
    return new TransferFlight(to, start_s, stop_s, planned, from, on, tried, corrects, judges);
  }

  private static double half_s(Vec3 deltaV_L_m_s, NavigationSolution navigation) {
    return BurnExecution.duration_s(deltaV_L_m_s, navigation.r_CT_L_m(), navigation.mass_kg()) / 2;
  }

  private Motion motion(double now_s, NavigationSolution navigation) {
    double mass_kg = navigation.mass_kg();
    double toStop_s = stop_s - now_s - half_s(planned.stopDeltaV_L_m_s(), navigation);
    double toStart_s = start_s - now_s - half_s(planned.startDeltaV_L_m_s(), navigation);
    Motion coast = Motion.coast(anchor.at(now_s)).tube(TUBE_M);
    Vec3 toGo = burn == null ? Vec3.ZERO : burn.toGo_L_m_s();
    return switch (phase) {
      case TO_START ->
          coast
              .next(NextEvent.START_BURN, toStart_s)
              .tube(0)
              .turnedFor(turnsFor(planned.startDeltaV_L_m_s(), toStart_s, navigation));
      case TO_STOP ->
          coast
              .next(NextEvent.STOP_BURN, toStop_s)
              .turnedFor(turnsFor(planned.stopDeltaV_L_m_s(), toStop_s, navigation));
      case START, CORRECTION ->
          coast.next(NextEvent.STOP_BURN, toStop_s).burning(toGo).turnedFor(axis());
      case STOP ->
          coast
              .next(
                  NextEvent.LEG_END, BurnExecution.duration_s(toGo, navigation.r_CT_L_m(), mass_kg))
              .burning(toGo)
              .turnedFor(axis());
      case DONE -> Motion.coast(planned.end()).ended(true, false);
      case MISSED -> coast.tube(0).ended(false, true);
    };
  }

  /** The planned burn when it is a large one and near. */
  private static Vec3 turnsFor(Vec3 deltaV_L_m_s, double left_s, NavigationSolution navigation) {
    boolean turns =
        left_s < LargeThrusters.TURN_S && LargeThrusters.give(deltaV_L_m_s, navigation.r_CT_L_m());
    return turns ? deltaV_L_m_s : Vec3.ZERO;
  }

  private Vec3 axis() {
    return burn != null && burn.large() ? burn.wanted_L_m_s() : Vec3.ZERO;
  }
}
