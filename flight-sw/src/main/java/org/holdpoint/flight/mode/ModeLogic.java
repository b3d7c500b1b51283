package org.holdpoint.flight.mode;

import java.util.ArrayList;
import java.util.List;
import org.holdpoint.dictionary.command.Pointing;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.telemetry.GatePacket;
import org.holdpoint.dictionary.telemetry.LegKind;
import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.dictionary.telemetry.NextEvent;
import org.holdpoint.dictionary.telemetry.PlanPacket.Leg;
import org.holdpoint.dictionary.telemetry.Rung;
import org.holdpoint.flight.FlightConfiguration;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.command.AuthorityToken;
import org.holdpoint.flight.command.ReceivedCommand;
import org.holdpoint.flight.guidance.GuidanceReference;
import org.holdpoint.flight.guidance.TransferPlan;
import org.holdpoint.flight.mode.TransitionTable.Row;
import org.holdpoint.flight.navigation.NavigationSolution;
import org.holdpoint.flight.safety.SafetyVerdict;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Vec3;
import org.jspecify.annotations.Nullable;

/**
 * Decides what the vehicle does: turns guidance's word, the monitor's response and commands into
 * triggers, looks them up in the {@link ModeTable} and carries out the effect of the row taken.
 */
public final class ModeLogic implements Retained {
  /** A hold point is the present one when the chaser is this near to it. */
  private static final double SAME_POINT_M = 30;

  /** A hold is acquired this near to its point, this slow. */
  private static final double ACQUIRED_M = 10;

  private static final double ACQUIRED_M_S = 0.03;

  /** Beyond this range nothing is held: the laser rangers reach 3 km, linear motion little more. */
  private static final double FAR_M = 3500;

  /** A departure that is nearer than this is now: the gate plans every ten seconds. */
  private static final double NOW_S = 20;

  /** A kept GO lapses after this part of an orbit: the light should have come by then. */
  private static final double KEPT_ORBITS = 1.1;

  private static final long NO_GO = -1;

  private final FlightConfiguration configuration;
  private final PlanStore plans;
  private final Course course;
  private final GateKeeper gate;
  private final GuidanceCommands commandDesk;
  private final SafeModeWatch safeModeWatch = new SafeModeWatch();

  private Mode mode = Mode.DRIFT;
  private long entered_tick;
  private Pointing pointing = Pointing.TARGET;
  private Rung safingHandled = Rung.NONE;
  private boolean started;
  private boolean acquired;

  /** When the GO came that is kept until the light is right. */
  private long keptGo_tick = NO_GO;

  public ModeLogic(FlightConfiguration configuration) {
    this.configuration = configuration;
    plans = new PlanStore(configuration.plan_id(), configuration.plan());
    course = new Course(plans);
    gate = new GateKeeper(configuration.propellantReserve_kg());
    commandDesk = new GuidanceCommands(this, plans, gate, configuration.propellantReserve_kg());
  }

  /**
   * One tick.
   *
   * @param commands GO, plan upload, TRANSFER_TO and SET_POINTING that passed acceptance
   * @param processor whether it was restarted before this tick
   * @param health what may lead to safe mode
   * @param reference guidance's of the previous tick; null in the first
   * @param verdict the monitor's of the previous tick; null in the first
   */
  public ModeStep step(
      Tick tick,
      List<ReceivedCommand> commands,
      AuthorityToken token,
      NavigationSolution navigation,
      ProcessorWord processor,
      Health health,
      @Nullable GuidanceReference reference,
      @Nullable SafetyVerdict verdict) {
    Now now =
        new Now(
            tick,
            token,
            navigation,
            health,
            reference,
            verdict,
            new ArrayList<>(0),
            new ArrayList<>(0));
    PlanStore.Plan planBefore = plans.plan();
    hear(processor, now);
    listen(now);
    for (ReceivedCommand command : commands) {
      commandDesk.obey(command, now);
    }
    watch(now);
    departWhenLit(now);
    ModeDecision decision =
        new ModeDecision(
            mode,
            (tick.number() - entered_tick) * Tick.PERIOD_S,
            course.legIndex(),
            course.leg(),
            course.legSerial(),
            course.stopBurnPending(),
            pointing,
            safingHandled);
    boolean planChanged = plans.plan() != planBefore || tick.number() == 0;
    return new ModeStep(
        decision, gatePacket(now), plans.packet(), planChanged, now.events(), now.reports());
  }

  /** A restarted processor comes before all else that is said in the tick. */
  private void hear(ProcessorWord processor, Now now) {
    switch (processor) {
      case STEADY -> {}
      case RESTARTED -> fire(Trigger.PROCESSOR_RESTARTED, now);
      case UNSTABLE -> fire(Trigger.SAFE_ENTER, now);
    }
  }

  /** Triggers that are not commands: start, guidance's word, the monitor's response. */
  private void listen(Now now) {
    if (!started && now.navigationValid()) {
      started = true;
      fire(Trigger.NAVIGATION_READY, now);
    }
    GuidanceReference reference = now.reference();
    if (course.legInFlight() && reference != null) {
      if (reference.burnMissed()) {
        fire(Trigger.BURN_MISSED, now);
      } else if (reference.legComplete() && course.holdTimeOver(now.tick())) {
        fire(Trigger.LEG_COMPLETE, now);
      }
    }
    SafetyVerdict verdict = now.verdict();
    if (mode == Mode.ABORT && verdict != null && verdict.abortDeltaVToGo_B_m_s() == null) {
      fire(Trigger.ABORT_BURN_END, now);
    }
    Rung asked = now.safing();
    if (asked != safingHandled) {
      Trigger trigger =
          switch (asked) {
            case NONE -> Trigger.SAFING_CLEARED;
            case HOLD -> Trigger.SAFING_HOLD;
            case RETREAT -> Trigger.SAFING_RETREAT;
            case ESCAPE -> Trigger.SAFING_ESCAPE;
            case ABORT -> Trigger.SAFING_ABORT;
          };
      if (fire(trigger, now)) {
        safingHandled = asked;
      }
    }
    if (safeModeWatch.step(now.health(), now.events())) {
      fire(Trigger.SAFE_NEEDED, now);
    }
  }

  private boolean fire(Trigger trigger, Now now) {
    var row = ModeTable.TABLE.answer(mode, trigger, facts(trigger, now)).row();
    row.ifPresent(taken -> take(taken, now, null));
    return row.isPresent();
  }

  /** What the guards look at; the way out is searched for only when it is asked for. */
  ModeFacts facts(Trigger trigger, Now now) {
    GuidanceReference reference = now.reference();
    NextEvent next = reference == null ? NextEvent.NONE : reference.nextEvent();
    boolean burnsAhead = next == NextEvent.START_BURN || next == NextEvent.STOP_BURN;
    boolean inTube = reference != null && reference.tubeRadius_m() > 0;
    Leg departing = course.departing();
    return new ModeFacts(
        now.navigationValid(),
        now.navigation().range_m() > FAR_M,
        next != NextEvent.START_BURN,
        mode == Mode.CIRCUMNAVIGATION && reference != null && !burnsAhead && !inTube,
        !course.legInFlight(),
        course.stopBurnPending(),
        departing == null ? LegKind.NONE : departing.kind(),
        gate.departsIn_s() > NOW_S,
        trigger == Trigger.SAFING_RETREAT && now.navigationValid() && wayOut(now) != null,
        now.health().attitudeLost(),
        pointing == Pointing.SUN);
  }

  private @Nullable Leg wayOut(Now now) {
    return HoldChoice.retreat(
        now.state(),
        now.covariance(),
        now.navigation().meanMotion_rad_s(),
        course.visited(),
        configuration.retreat_L_m(),
        holds() ? course.holdPoint_L_m() : null);
  }

  /**
   * Carries out the effect of a row and enters its mode.
   *
   * @param transfer leg of a TRANSFER_TO; null on any other trigger
   */
  void take(Row<Mode, Trigger, ModeFacts, Effect> row, Now now, @Nullable Leg transfer) {
    Mode next = row.next();
    if (row.effect() != Effect.POINT) {
      keptGo_tick = NO_GO;
    }
    switch (row.effect()) {
      case STAY, KEEP_ELLIPSE, POINT, STORE -> {}
      case START_HOLD -> startHold(now);
      case START_PARK -> course.startParked(now.tick());
      case FLY_PLAN_LEG -> flyPlanLeg(now);
      case KEEP_GO -> {
        keptGo_tick = now.tick().number();
        now.event(ChaserEvent.GO_KEPT, gateAtHand(), gate.departsIn_s(), 0);
      }
      case FLY_TRANSFER -> begin(transfer, 0, now);
      case FLY_RETREAT -> begin(wayOut(now), 0, now);
      case FLY_ESCAPE -> {
        course.fly(now.tick(), Course.NO_LEG, 0);
        gate.leave();
      }
      case HOLD_AT_END -> {
        Vec3 end = course.legEnd_L_m();
        completed(now, end);
        hold(now, end, course.placeAfterLeg(end));
      }
      case WAIT_AT_END -> {
        GuidanceReference reference = now.reference();
        completed(now, reference == null ? Vec3.ZERO : reference.r_reference_L_m());
        course.park();
      }
      case HOLD_HERE -> next = holdHere(now, next);
      case FINISH_THEN_HOLD -> course.finishFirst();
      case INHIBIT, COAST -> coast(now);
      case POINT_AT_SUN -> {
        coast(now);
        pointing = Pointing.SUN;
      }
      case LEAVE_SAFE -> {
        safeModeWatch.silence();
        pointing = Pointing.TARGET;
        next = next == Mode.HOLD ? holdHere(now, next) : coasting(now, next);
      }
    }
    if (next != mode) {
      now.event(ChaserEvent.MODE_CHANGED, mode.code(), next.code(), 0);
      mode = next;
      entered_tick = now.tick().number();
    }
  }

  /** The mission's outer hold, when the flight begins near it; else the nearest point of V-bar. */
  private void startHold(Now now) {
    Vec3 loaded = configuration.retreat_L_m();
    boolean near = loaded.minus(now.state().r_CT_L_m()).norm() < SAME_POINT_M;
    course.start(now.tick(), near ? loaded : HoldChoice.beside(now.state()));
    acquired = false;
  }

  private void flyPlanLeg(Now now) {
    Leg departing = course.departing();
    int index = course.place();
    if (departing == null) {
      throw new IllegalStateException("no leg departs from place " + index + " of the plan");
    }
    now.event(ChaserEvent.GO_ACCEPTED, departing.gate_id(), index, 0);
    if (departing.kind() == LegKind.HOLD_AT) {
      Vec3 point =
          new Vec3(
              departing.target_L_m().x(), departing.target_L_m().y(), departing.target_L_m().z());
      hold(now, point, 0);
    }
    begin(departing, index, now);
  }

  /** Begins a leg that goes somewhere, and says how long it will take. */
  private void begin(@Nullable Leg flown, int index, Now now) {
    if (flown == null) {
      throw new IllegalStateException("a row begins a leg that nobody gave, in mode " + mode);
    }
    if (mode == Mode.HOLD && !course.stopBurnPending()) {
      course.leaveHold();
    }
    TransferPlan transfer = index > 0 ? gate.assessment().transfer() : null;
    double foreseen_s = transfer == null ? flown.duration_s() : transfer.duration_s();
    now.event(ChaserEvent.LEG_STARTED, index, flown.kind().code(), foreseen_s);
    course.fly(now.tick(), flown, index);
    gate.leave();
  }

  private Mode coasting(Now now, Mode next) {
    coast(now);
    return next;
  }

  private void coast(Now now) {
    course.coast(now.tick());
    gate.leave();
  }

  private void hold(Now now, Vec3 point_L_m, int atPlace) {
    course.hold(now.tick(), point_L_m, atPlace);
    gate.leave();
    acquired = false;
  }

  private void completed(Now now, Vec3 end_L_m) {
    double off_m = now.state().r_CT_L_m().minus(end_L_m).norm();
    now.event(ChaserEvent.LEG_COMPLETED, course.legIndex(), course.leg().kind().code(), off_m);
  }

  /** Holds where the chaser is; off V-bar it goes to V-bar first, or drifts when it cannot. */
  private Mode holdHere(Now now, Mode wanted) {
    RelativeState here = now.state();
    Vec3 last = course.holdPoint_L_m();
    boolean atLast = last != null && last.minus(here.r_CT_L_m()).norm() < SAME_POINT_M;
    if (atLast || HoldChoice.canStopHere(here)) {
      Vec3 point = last != null && atLast ? last : HoldChoice.beside(here);
      hold(now, point, course.placeOf(point));
      return wanted;
    }
    Leg join = HoldChoice.joinVbar(here, now.covariance(), now.navigation().meanMotion_rad_s());
    if (join == null) {
      coast(now);
      return Mode.DRIFT;
    }
    begin(join, 0, now);
    course.finishFirst();
    return wanted;
  }

  /** Begins the leg whose GO is kept, once it would not wait any longer; lets an old GO lapse. */
  private void departWhenLit(Now now) {
    if (keptGo_tick == NO_GO) {
      return;
    }
    double kept_s = (now.tick().number() - keptGo_tick) * Tick.PERIOD_S;
    if (kept_s > KEPT_ORBITS * 2 * Math.PI / now.navigation().meanMotion_rad_s()) {
      keptGo_tick = NO_GO;
      now.event(ChaserEvent.GO_EXPIRED, gateAtHand(), 0, 0);
    } else if (gate.open() && gate.departsIn_s() <= NOW_S) {
      fire(Trigger.GO_DUE, now);
    }
  }

  /** Says when a hold is acquired, and watches the gate. */
  private void watch(Now now) {
    Vec3 point = holds() ? course.holdPoint_L_m() : null;
    if (point != null && !acquired && now.navigationValid()) {
      double off_m = now.state().r_CT_L_m().minus(point).norm();
      if (off_m < ACQUIRED_M && now.state().v_CT_L_m_s().norm() < ACQUIRED_M_S) {
        acquired = true;
        now.event(ChaserEvent.HOLD_ACQUIRED, gateAtHand(), off_m, 0);
      }
    }
    if (gateAtHand() != 0) {
      gate.watch(
          now.tick(), waiting(), now.navigation(), now.reference(), now.verdict(), now.events());
    }
  }

  private boolean holds() {
    return mode == Mode.HOLD && !course.stopBurnPending();
  }

  /** The gate that the vehicle waits at; 0 when none. */
  int gateAtHand() {
    boolean parked = (mode == Mode.CIRCUMNAVIGATION || mode == Mode.PARK) && !course.legInFlight();
    return holds() || parked ? course.gate() : 0;
  }

  GateKeeper.Waiting waiting() {
    return new GateKeeper.Waiting(
        gateAtHand(), course.departing(), mode == Mode.HOLD ? course.holdPoint_L_m() : null);
  }

  Mode mode() {
    return mode;
  }

  Pointing pointing() {
    return pointing;
  }

  void point(Pointing wanted) {
    pointing = wanted;
  }

  /** State that a new plan would depart from. */
  RelativeState departure(Now now) {
    Vec3 point = mode == Mode.HOLD ? course.holdPoint_L_m() : null;
    return point == null ? now.state() : new RelativeState(point, Vec3.ZERO);
  }

  /** A new plan begins where the vehicle waits. */
  void beginPlan() {
    keptGo_tick = NO_GO;
    boolean waits = mode == Mode.HOLD || mode == Mode.CIRCUMNAVIGATION || mode == Mode.PARK;
    course.beginPlan(waits, mode == Mode.HOLD ? course.holdPoint_L_m() : null);
    gate.leave();
  }

  private GatePacket gatePacket(Now now) {
    GuidanceReference reference = now.reference();
    Leg departing = gateAtHand() == 0 ? null : course.departing();
    double safeFor_s =
        reference != null && reference.nextEvent() == NextEvent.HOLD_SAFE_END
            ? reference.timeToNextEvent_s()
            : 0;
    return new GatePacket(
        gateAtHand(),
        gate.open(),
        departing == null ? 0 : course.place(),
        departing == null ? LegKind.NONE : departing.kind(),
        plans.plan().id(),
        plans.plan().hash(),
        commandDesk.goState(),
        commandDesk.goExpiry_tai_s(),
        GuidanceCommands.tai_s(now.tick()),
        safeFor_s,
        gate.criteria());
  }

  @Override
  public void save(StateWriter out) {
    out.put(mode).put(entered_tick).put(pointing).put(safingHandled);
    out.put(started).put(acquired).put(keptGo_tick);
    course.save(out);
    plans.save(out);
    gate.save(out);
    commandDesk.save(out);
    safeModeWatch.save(out);
  }

  @Override
  public void restore(StateReader in) {
    mode = in.getEnum(Mode.class);
    entered_tick = in.getLong();
    pointing = in.getEnum(Pointing.class);
    safingHandled = in.getEnum(Rung.class);
    started = in.getBoolean();
    acquired = in.getBoolean();
    keptGo_tick = in.getLong();
    course.restore(in);
    plans.restore(in);
    gate.restore(in);
    commandDesk.restore(in);
    safeModeWatch.restore(in);
  }
}
