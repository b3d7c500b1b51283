package org.holdpoint.flight.guidance;

import java.util.ArrayList;
import java.util.List;
import org.holdpoint.dictionary.command.Pointing;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.LegKind;
import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.dictionary.telemetry.NextEvent;
import org.holdpoint.dictionary.telemetry.PlanPacket;
import org.holdpoint.dictionary.telemetry.Rung;
import org.holdpoint.dictionary.telemetry.Validity;
import org.holdpoint.flight.FlightConfiguration;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.guidance.GuidanceReference.Translation;
import org.holdpoint.flight.mode.ModeDecision;
import org.holdpoint.flight.navigation.NavigationSolution;
import org.holdpoint.flight.state.RecordState;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.Quaternion;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Vec3;
import org.jspecify.annotations.Nullable;

/**
 * Turns the leg that the mode logic wants flown into a reference for control: where to be, which
 * delta-v to give, where to point. A leg is planned once, when its serial number appears; its burns
 * are planned again from the navigated state as they begin.
 */
public final class Guidance implements Retained {
  /** Delta-v of the abort burn, for the time that operators are shown. */
  private static final double ABORT_DELTA_V_M_S = 0.5;

  /** How often the passively safe time is worked out again. */
  private static final int SAFE_FOR_TICKS = 100;

  /** Ticks over which sensed delta-v is summed before its size counts: noise averages out. */
  private static final int USE_TICKS = 10;

  /** Sums below this are noise of IMU A, not thrust. */
  private static final double USE_THRESHOLD_M_S = 0.0006;

  /**
   * Everything that is kept from tick to tick.
   *
   * @param legSerial of the leg being flown
   * @param kind of it
   * @param line reference of a hold or of forced motion
   * @param transfer in flight
   * @param ellipse in flight, after its transfer
   * @param drift in flight
   * @param unplanned the leg could not be planned when it began
   * @param safeFor_s passively safe time when last worked out
   * @param safeForAt_s when that was
   * @param pointing attitude profile in force
   * @param q_BI_kept attitude kept by INERTIAL
   * @param used_m_s delta-v used
   * @param summed_L_m_s sensed delta-v not counted yet
   */
  private record Kept(
      long legSerial,
      LegKind kind,
      @Nullable LineMotion line,
      @Nullable TransferFlight transfer,
      @Nullable EllipseFlight ellipse,
      @Nullable DriftFlight drift,
      boolean unplanned,
      double safeFor_s,
      double safeForAt_s,
      Pointing pointing,
      Quaternion q_BI_kept,
      double used_m_s,
      Vec3 summed_L_m_s) {

    Kept leg(
        long serial,
        LegKind newKind,
        @Nullable LineMotion newLine,
        @Nullable TransferFlight newTransfer,
        boolean isUnplanned) {
      return new Kept(
          serial,
          newKind,
          newLine,
          newTransfer,
          null,
          null,
          isUnplanned,
          safeFor_s,
          safeForAt_s,
          pointing,
          q_BI_kept,
          used_m_s,
          summed_L_m_s);
    }

    Kept flown(
        @Nullable LineMotion newLine,
        @Nullable TransferFlight newTransfer,
        @Nullable EllipseFlight newEllipse) {
      return new Kept(
          legSerial,
          kind,
          newLine,
          newTransfer,
          newEllipse,
          null,
          unplanned,
          safeFor_s,
          safeForAt_s,
          pointing,
          q_BI_kept,
          used_m_s,
          summed_L_m_s);
    }

    Kept drifting(@Nullable DriftFlight flight, boolean isUnplanned) {
      return new Kept(
          legSerial,
          kind,
          null,
          null,
          null,
          flight,
          isUnplanned,
          safeFor_s,
          safeForAt_s,
          pointing,
          q_BI_kept,
          used_m_s,
          summed_L_m_s);
    }

    Kept safe(double time_s, double at_s) {
      return new Kept(
          legSerial,
          kind,
          line,
          transfer,
          ellipse,
          drift,
          unplanned,
          time_s,
          at_s,
          pointing,
          q_BI_kept,
          used_m_s,
          summed_L_m_s);
    }

    Kept pointed(Pointing newPointing, Quaternion q_BI) {
      return new Kept(
          legSerial,
          kind,
          line,
          transfer,
          ellipse,
          drift,
          unplanned,
          safeFor_s,
          safeForAt_s,
          newPointing,
          q_BI,
          used_m_s,
          summed_L_m_s);
    }

    Kept used(double total_m_s, Vec3 sum_L_m_s) {
      return new Kept(
          legSerial,
          kind,
          line,
          transfer,
          ellipse,
          drift,
          unplanned,
          safeFor_s,
          safeForAt_s,
          pointing,
          q_BI_kept,
          total_m_s,
          sum_L_m_s);
    }
  }

  private Kept kept;
  private @Nullable EscapeFlight escape;

  /** Of the orbital plane, 1 or -1, where body z is kept. */
  private double side = 1;

  /**
   * @param configuration nothing of it is needed yet; every component is made the same way
   */
  public Guidance(FlightConfiguration configuration) {
    kept =
        new Kept(
            0,
            LegKind.NONE,
            null,
            null,
            null,
            null,
            false,
            0,
            0,
            Pointing.TARGET,
            Quaternion.IDENTITY,
            0,
            Vec3.ZERO);
  }

  /** One tick. */
  public GuidanceStep step(Tick tick, ModeDecision mode, NavigationSolution navigation) {
    List<EventReport> events = new ArrayList<>(0);
    double now_s = tick.number() * Tick.PERIOD_S;
    countDeltaV(tick, navigation.sensedDeltaV_L_m_s());
    if (mode.legSerial() != kept.legSerial()) {
      beginLeg(now_s, mode, navigation);
    }
    Motion motion =
        withSafeTime(tick, now_s, mode, navigation, fly(now_s, mode, navigation, events));
    AttitudeProfile attitude = attitude(mode.pointing(), motion, navigation);
    GuidanceReference reference =
        new GuidanceReference(
            motion.translation(),
            motion.reference().r_CT_L_m(),
            motion.reference().v_CT_L_m_s(),
            motion.deltaVToGo_L_m_s(),
            attitude.q_BL(),
            attitude.rate_B_rad_s(),
            motion.next(),
            motion.timeToNext_s(),
            motion.tubeRadius_m(),
            motion.corridorArmed(),
            motion.complete(),
            motion.missed());
    return new GuidanceStep(reference, kept.used_m_s(), events);
  }

  private void countDeltaV(Tick tick, Vec3 sensed_L_m_s) {
    Vec3 sum = kept.summed_L_m_s().plus(sensed_L_m_s);
    if (!tick.every(USE_TICKS)) {
      kept = kept.used(kept.used_m_s(), sum);
      return;
    }
    double size = sum.norm();
    kept = kept.used(kept.used_m_s() + (size > USE_THRESHOLD_M_S ? size : 0), Vec3.ZERO);
  }

  private void beginLeg(double now_s, ModeDecision mode, NavigationSolution navigation) {
    PlanPacket.Leg leg = mode.leg();
    RelativeState now = new RelativeState(navigation.r_CT_L_m(), navigation.v_CT_L_m_s());
    Vec3 point = new Vec3(leg.target_L_m().x(), leg.target_L_m().y(), leg.target_L_m().z());
    escape = mode.mode() == Mode.ESCAPE ? EscapeFlight.BEGIN : null;
    switch (leg.kind()) {
      case NONE -> kept = kept.leg(mode.legSerial(), leg.kind(), null, null, false);
      case HOLD_AT, FORCED_VBAR ->
          kept =
              kept.leg(
                  mode.legSerial(),
                  leg.kind(),
                  LineMotion.from(now.r_CT_L_m(), point),
                  null,
                  false);
      case RADIAL_HOP,
          TWO_IMPULSE,
          RETREAT,
          MULTI_IMPULSE,
          COELLIPTIC,
          CIRCUMNAVIGATE,
          WALKING_ELLIPSE,
          PARKING_ELLIPSE,
          DEPART -> {
        double[] covariance = PassiveSafety.matrix(navigation.covariance());
        boolean mayWait = mode.safingHandled() == Rung.NONE && !mode.stopBurnPending();
        TransferPlan plan =
            LegPlanner.plan(
                    leg,
                    now,
                    covariance,
                    navigation.meanMotion_rad_s(),
                    mayWait,
                    SunlitSight.of(navigation))
                .transfer();
        TransferFlight transfer =
            plan == null
                ? null
                : TransferFlight.begin(
                    plan, now_s, navigation, true, leg.kind() != LegKind.RETREAT);
        kept = kept.leg(mode.legSerial(), leg.kind(), null, transfer, plan == null);
      }
      case PHASE -> {
        DriftGoal goal = DriftGoal.of(leg).begun(DriftFlight.shapeKnown(navigation));
        DriftPlan plan =
            DriftPlan.of(
                DriftFlight.elements(navigation), goal, DriftFlight.shapeKnown(navigation));
        kept = kept.leg(mode.legSerial(), leg.kind(), null, null, false);
        kept =
            plan.reachable()
                ? kept.drifting(DriftFlight.begin(goal, plan, now_s), false)
                : kept.drifting(null, true);
      }
    }
  }

  private Motion fly(
      double now_s, ModeDecision mode, NavigationSolution navigation, List<EventReport> events) {
    RelativeState now = new RelativeState(navigation.r_CT_L_m(), navigation.v_CT_L_m_s());
    return switch (mode.mode()) {
      case DRIFT, ABORT_DRIFT, PARK, SAFE -> Motion.coast(now);
      case ABORT ->
          Motion.coast(now)
              .next(
                  NextEvent.ABORT_BURN_END,
                  BurnExecution.duration_s(ABORT_DELTA_V_M_S, navigation.mass_kg())
                      - mode.timeInMode_s());
      case ESCAPE -> flyEscape(now_s, navigation, events);
      case HOLD, TRANSFER, FORCED_APPROACH, CIRCUMNAVIGATION, RETREAT, CHASE ->
          flyLeg(now_s, mode, navigation, events);
    };
  }

  private Motion flyLeg(
      double now_s, ModeDecision mode, NavigationSolution navigation, List<EventReport> events) {
    LineMotion line = kept.line();
    TransferFlight transfer = kept.transfer();
    EllipseFlight ellipse = kept.ellipse();
    DriftFlight drift = kept.drift();
    if (drift != null) {
      DriftFlight.Step step = drift.step(now_s, navigation, events);
      kept = kept.drifting(step.flight(), false);
      return step.motion();
    }
    if (ellipse != null) {
      EllipseFlight.Step step = ellipse.step(now_s, navigation, mayCorrect(mode), events);
      kept = kept.flown(null, null, step.flight());
      return step.motion();
    }
    if (transfer != null) {
      return flyTransfer(now_s, mode, navigation, events, transfer);
    }
    if (line != null) {
      return kept.kind() == LegKind.FORCED_VBAR ? flyForced(line) : flyHold(line, navigation);
    }
    RelativeState now = new RelativeState(navigation.r_CT_L_m(), navigation.v_CT_L_m_s());
    return Motion.coast(now).ended(false, kept.unplanned());
  }

  /** What leaves is not brought back onto its path. */
  private boolean mayCorrect(ModeDecision mode) {
    return mode.safingHandled() != Rung.HOLD && kept.kind() != LegKind.DEPART;
  }

  private Motion flyTransfer(
      double now_s,
      ModeDecision mode,
      NavigationSolution navigation,
      List<EventReport> events,
      TransferFlight transfer) {
    TransferFlight.Step step = transfer.step(now_s, navigation, events);
    TransferPlan then = step.flight().planned().then();
    if (step.flight().done() && then != null) {
      TransferFlight next = step.flight().followedBy(then, now_s, navigation);
      TransferFlight.Step first = next.step(now_s, navigation, events);
      kept = kept.flown(null, first.flight(), null);
      return first.motion();
    }
    if (!step.flight().done() || kept.kind().endsAtPoint()) {
      kept = kept.flown(null, step.flight(), null);
      return step.motion();
    }
    double stop_s = step.flight().stop_s();
    double n = navigation.meanMotion_rad_s();
    double time_s = LegPlanner.timeOnEllipse_s(mode.leg(), step.flight().planned().coast_s(), n);
    EllipseFlight begun = EllipseFlight.begin(step.flight().planned().end(), stop_s, n, time_s);
    EllipseFlight.Step first = begun.step(now_s, navigation, false, events);
    kept = kept.flown(null, null, first.flight());
    return first.motion();
  }

  private Motion flyEscape(double now_s, NavigationSolution navigation, List<EventReport> events) {
    EscapeFlight flight = escape == null ? EscapeFlight.BEGIN : escape;
    EscapeFlight.Step step = flight.step(now_s, navigation, events);
    escape = step.flight();
    return step.motion();
  }

  private Motion flyForced(LineMotion line) {
    LineMotion next = line.step(line.forcedLimit_m_s());
    kept = kept.flown(next, null, null);
    Motion motion = Motion.of(Translation.TRACK, next.state()).corridor();
    return next.arrived()
        ? motion.ended(true, false)
        : motion.next(NextEvent.LEG_END, next.timeLeft_s());
  }

  /** Control keeps the point, and leads back to it from some tens of metres by itself. */
  private static Motion flyHold(LineMotion line, NavigationSolution navigation) {
    RelativeState atRest = new RelativeState(line.end_L_m(), Vec3.ZERO);
    Translation how =
        navigation.validity() == Validity.INVALID ? Translation.COAST : Translation.STATION_KEEP;
    return Motion.of(how, atRest).ended(true, false);
  }

  /** In holds and on the ellipse the next event is the end of their passive safety. */
  private Motion withSafeTime(
      Tick tick, double now_s, ModeDecision mode, NavigationSolution navigation, Motion motion) {
    boolean waits =
        motion.next() == NextEvent.NONE
            && switch (mode.mode()) {
              case HOLD, CIRCUMNAVIGATION, DRIFT, ABORT_DRIFT, SAFE -> true;
              case TRANSFER, FORCED_APPROACH, RETREAT, ESCAPE, ABORT, CHASE, PARK -> false;
            };
    if (!waits || navigation.validity() == Validity.INVALID) {
      kept = kept.safeForAt_s() == 0 ? kept : kept.safe(0, 0);
      return motion;
    }
    if (kept.safeForAt_s() == 0 || tick.every(SAFE_FOR_TICKS)) {
      double safe_s =
          PassiveSafety.safeFor_s(
              new RelativeState(navigation.r_CT_L_m(), navigation.v_CT_L_m_s()),
              navigation.covariance(),
              navigation.meanMotion_rad_s());
      kept = kept.safe(safe_s, Math.max(now_s, Tick.PERIOD_S));
    }
    return motion.next(NextEvent.HOLD_SAFE_END, kept.safeFor_s() - (now_s - kept.safeForAt_s()));
  }

  private AttitudeProfile attitude(
      Pointing pointing, Motion motion, NavigationSolution navigation) {
    side = AttitudeProfile.side(side, navigation);
    if (pointing != kept.pointing()) {
      kept = kept.pointed(pointing, navigation.q_BI());
    }
    if (!motion.burnAhead_L_m_s().equals(Vec3.ZERO)) {
      return AttitudeProfile.alongBurn(
          motion.burnAhead_L_m_s(), side, navigation.meanMotion_rad_s());
    }
    RelativeState sight =
        navigation.validity() == Validity.INVALID
            ? motion.reference()
            : new RelativeState(navigation.r_CT_L_m(), navigation.v_CT_L_m_s());
    return AttitudeProfile.of(pointing, sight, kept.q_BI_kept(), side, navigation);
  }

  @Override
  public void save(StateWriter out) {
    RecordState.write(out, kept);
    RecordState.write(out, escape);
    out.put(side);
  }

  @Override
  public void restore(StateReader in) {
    kept = RecordState.read(in, Kept.class);
    escape = RecordState.readNullable(in, EscapeFlight.class);
    side = in.getDouble();
  }
}
