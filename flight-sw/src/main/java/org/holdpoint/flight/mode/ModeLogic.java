package org.holdpoint.flight.mode;

import java.util.ArrayList;
import java.util.List;
import org.holdpoint.dictionary.Xyz;
import org.holdpoint.dictionary.command.Pointing;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.GatePacket;
import org.holdpoint.dictionary.telemetry.LegKind;
import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.dictionary.telemetry.NextEvent;
import org.holdpoint.dictionary.telemetry.PlanPacket.Leg;
import org.holdpoint.dictionary.telemetry.Rung;
import org.holdpoint.dictionary.telemetry.Validity;
import org.holdpoint.flight.FlightConfiguration;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.command.AuthorityToken;
import org.holdpoint.flight.command.CommandReport;
import org.holdpoint.flight.command.ReceivedCommand;
import org.holdpoint.flight.guidance.GuidanceReference;
import org.holdpoint.flight.guidance.LegAssessment;
import org.holdpoint.flight.guidance.LegPlanner;
import org.holdpoint.flight.guidance.TransferPlan;
import org.holdpoint.flight.navigation.NavigationSolution;
import org.holdpoint.flight.safety.SafetyVerdict;
import org.holdpoint.flight.state.RecordState;
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
  /** Hold points remembered as places to go back to; the oldest is forgotten. */
  private static final int MOST_VISITED = 8;

  /** The loaded start point is the first hold when the chaser is found this near to it. */
  private static final double START_TOLERANCE_M = 30;

  /** A hold is acquired this near to its point, this slow. */
  private static final double ACQUIRED_M = 10;

  private static final double ACQUIRED_M_S = 0.03;

  private static final Leg NO_LEG = new Leg(LegKind.NONE, 0, new Xyz(0, 0, 0), 0);

  /** What one tick brings, and what it says. */
  record Now(
      Tick tick,
      AuthorityToken token,
      NavigationSolution navigation,
      @Nullable GuidanceReference reference,
      @Nullable SafetyVerdict verdict,
      List<EventReport> events,
      List<CommandReport> reports) {

    RelativeState state() {
      return new RelativeState(navigation.r_CT_L_m(), navigation.v_CT_L_m_s());
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
  }

  /**
   * The place in plan and flight, kept from tick to tick.
   *
   * @param legInFlight whether the leg still has an end to reach
   * @param legBegan_tick when it began
   * @param holdPoint_L_m where the vehicle holds or held last; null before the first hold
   * @param planStart_L_m where leg 1 departs from; null when that is the ellipse
   * @param place place of the plan that the vehicle waits at, see {@link PlanPlaces}; 0 at none
   * @param reached place that the plan has been flown to
   */
  private record Kept(
      Mode mode,
      long entered_tick,
      int legIndex,
      Leg leg,
      long legSerial,
      boolean legInFlight,
      long legBegan_tick,
      boolean stopBurnPending,
      Pointing pointing,
      Rung safingHandled,
      boolean started,
      boolean acquired,
      @Nullable Vec3 holdPoint_L_m,
      @Nullable Vec3 planStart_L_m,
      int place,
      int reached,
      List<Vec3> visited) {
    Kept {
      visited = List.copyOf(visited);
    }
  }

  private final FlightConfiguration configuration;
  private final PlanStore plans;
  private final GateKeeper gate;
  private final GuidanceCommands commandDesk;

  private Mode mode = Mode.DRIFT;
  private long entered_tick;
  private int legIndex;
  private Leg leg = NO_LEG;
  private long legSerial = 1;
  private boolean legInFlight;
  private long legBegan_tick;
  private boolean stopBurnPending;
  private Pointing pointing = Pointing.TARGET;
  private Rung safingHandled = Rung.NONE;
  private boolean started;
  private boolean acquired;
  private @Nullable Vec3 holdPoint_L_m;
  private @Nullable Vec3 planStart_L_m;
  private int place;
  private int reached = 1;
  private List<Vec3> visited = new ArrayList<>();

  public ModeLogic(FlightConfiguration configuration) {
    this.configuration = configuration;
    plans = new PlanStore(configuration.plan_id(), configuration.plan());
    gate = new GateKeeper(configuration.propellantReserve_kg());
    commandDesk = new GuidanceCommands(this, plans, gate, configuration.propellantReserve_kg());
  }

  /**
   * @param commands GO, plan upload, TRANSFER_TO and SET_POINTING that passed acceptance
   * @param reference guidance's of the previous tick; null in the first
   * @param verdict the monitor's of the previous tick; null in the first
   */
  public ModeStep step(
      Tick tick,
      List<ReceivedCommand> commands,
      AuthorityToken token,
      NavigationSolution navigation,
      @Nullable GuidanceReference reference,
      @Nullable SafetyVerdict verdict) {
    Now now =
        new Now(
            tick, token, navigation, reference, verdict, new ArrayList<>(0), new ArrayList<>(0));
    long planBefore = plans.plan().hash();
    int idBefore = plans.plan().id();
    listen(now);
    for (ReceivedCommand command : commands) {
      commandDesk.obey(command, now);
    }
    watchHold(now);
    boolean planChanged =
        plans.plan().hash() != planBefore || plans.plan().id() != idBefore || tick.number() == 0;
    ModeDecision decision =
        new ModeDecision(
            mode,
            (tick.number() - entered_tick) * Tick.PERIOD_S,
            legIndex,
            leg,
            legSerial,
            stopBurnPending,
            pointing,
            safingHandled);
    return new ModeStep(
        decision, gatePacket(now), plans.packet(), planChanged, now.events(), now.reports());
  }

  /** Triggers that are not commands: start, guidance's word, the monitor's response. */
  private void listen(Now now) {
    if (!started && now.navigationValid()) {
      started = true;
      fire(Trigger.NAVIGATION_READY, now);
    }
    GuidanceReference reference = now.reference();
    if (legInFlight && reference != null && reference.burnMissed()) {
      fire(Trigger.BURN_MISSED, now);
    } else if (legInFlight && reference != null && reference.legComplete() && holdTimeOver(now)) {
      fire(Trigger.LEG_COMPLETE, now);
    }
    Rung asked = now.safing();
    SafetyVerdict verdict = now.verdict();
    if (mode == Mode.ABORT && verdict != null && verdict.abortDeltaVToGo_B_m_s() == null) {
      fire(Trigger.ABORT_BURN_END, now);
    }
    if (asked != safingHandled) {
      Trigger trigger =
          switch (asked) {
            case NONE -> Trigger.SAFING_CLEARED;
            case HOLD -> Trigger.SAFING_HOLD;
            case RETREAT, ESCAPE -> Trigger.SAFING_RETREAT;
            case ABORT -> Trigger.SAFING_ABORT;
          };
      if (fire(trigger, now)) {
        safingHandled = asked;
      }
    }
  }

  private boolean holdTimeOver(Now now) {
    double flown_s = (now.tick().number() - legBegan_tick) * Tick.PERIOD_S;
    return leg.kind() != LegKind.HOLD_AT || flown_s >= leg.duration_s();
  }

  private boolean fire(Trigger trigger, Now now) {
    ModeFacts facts = facts(trigger, now);
    var row = ModeTable.TABLE.answer(mode, trigger, facts).row();
    row.ifPresent(taken -> take(taken, now, null));
    return row.isPresent();
  }

  /** What the guards look at; the way out is searched for only when it is asked for. */
  ModeFacts facts(Trigger trigger, Now now) {
    GuidanceReference reference = now.reference();
    NextEvent next = reference == null ? NextEvent.NONE : reference.nextEvent();
    boolean burnsAhead = next == NextEvent.START_BURN || next == NextEvent.STOP_BURN;
    boolean inTube = reference != null && reference.tubeRadius_m() > 0;
    Leg departing = departing();
    return new ModeFacts(
        now.navigationValid(),
        next != NextEvent.START_BURN,
        mode == Mode.CIRCUMNAVIGATION && reference != null && !burnsAhead && !inTube,
        !legInFlight,
        stopBurnPending,
        departing == null ? LegKind.NONE : departing.kind(),
        trigger == Trigger.SAFING_RETREAT && now.navigationValid() && wayOut(now) != null);
  }

  private @Nullable Leg wayOut(Now now) {
    return HoldChoice.retreat(
        now.state(),
        GateKeeper.full(now.navigation().covariance()),
        now.navigation().meanMotion_rad_s(),
        visited,
        configuration.retreat_L_m());
  }

  /**
   * Carries out the effect of a row and enters its mode.
   *
   * @param transfer leg of a TRANSFER_TO; null on any other trigger
   */
  void take(
      TransitionTable.Row<Mode, Trigger, ModeFacts, Effect> row, Now now, @Nullable Leg transfer) {
    Mode next = row.next();
    switch (row.effect()) {
      case STAY, KEEP_ELLIPSE, POINT, STORE -> {}
      case START_HOLD -> startHold(now);
      case FLY_PLAN_LEG -> flyPlanLeg(now);
      case FLY_TRANSFER -> {
        if (transfer != null) {
          begin(transfer, 0, now);
        }
      }
      case FLY_RETREAT -> {
        Leg out = wayOut(now);
        if (out != null) {
          begin(out, 0, now);
        }
      }
      case HOLD_AT_END -> completeAtHold(now);
      case PARK -> {
        completed(now, now.reference() == null ? Vec3.ZERO : now.reference().r_reference_L_m());
        place = legIndex + 1;
        reached = place;
      }
      case HOLD_HERE -> next = holdHere(now, next);
      case FINISH_THEN_HOLD -> stopBurnPending = true;
      case INHIBIT, COAST -> fly(NO_LEG, 0, now, false);
    }
    enter(next, now);
  }

  private void enter(Mode next, Now now) {
    if (next != mode) {
      now.event(ChaserEvent.MODE_CHANGED, mode.code(), next.code(), 0);
      mode = next;
      entered_tick = now.tick().number();
    }
  }

  private void startHold(Now now) {
    Vec3 loaded = configuration.retreat_L_m();
    boolean near = loaded.minus(now.state().r_CT_L_m()).norm() < START_TOLERANCE_M;
    Vec3 start = near ? loaded : HoldChoice.beside(now.state());
    planStart_L_m = start;
    place = 1;
    holdAt(start, now, 1);
  }

  private void flyPlanLeg(Now now) {
    Leg departing = departing();
    if (departing == null) {
      throw new IllegalStateException("no leg departs from place " + place + " of the plan");
    }
    now.event(ChaserEvent.GO_ACCEPTED, departing.gate_id(), place, 0);
    if (departing.kind() != LegKind.HOLD_AT) {
      begin(departing, place, now);
      return;
    }
    int index = place;
    Xyz target = departing.target_L_m();
    holdAt(new Vec3(target.x(), target.y(), target.z()), now, 0);
    now.event(ChaserEvent.LEG_STARTED, index, departing.kind().code(), departing.duration_s());
    fly(departing, index, now, true);
  }

  /** Begins a leg that goes somewhere. */
  private void begin(Leg flown, int index, Now now) {
    Vec3 from = holdPoint_L_m;
    if (mode == Mode.HOLD && !stopBurnPending && from != null && !visited.contains(from)) {
      visited.add(from);
      if (visited.size() > MOST_VISITED) {
        visited.remove(0);
      }
    }
    TransferPlan transfer = index > 0 ? gate.assessment().transfer() : null;
    double foreseen_s =
        transfer == null ? flown.duration_s() : transfer.wait_s() + transfer.coast_s();
    now.event(ChaserEvent.LEG_STARTED, index, flown.kind().code(), foreseen_s);
    fly(flown, index, now, true);
  }

  private void fly(Leg flown, int index, Now now, boolean inFlight) {
    leg = flown;
    legIndex = index;
    legSerial++;
    legInFlight = inFlight;
    legBegan_tick = now.tick().number();
    stopBurnPending = false;
    place = 0;
    gate.leave();
  }

  private void holdAt(Vec3 point_L_m, Now now, int atPlace) {
    fly(HoldChoice.leg(LegKind.HOLD_AT, point_L_m), 0, now, false);
    holdPoint_L_m = point_L_m;
    acquired = false;
    place = atPlace;
    reached = atPlace > 0 ? atPlace : reached;
  }

  private void completed(Now now, Vec3 end_L_m) {
    double off_m = now.state().r_CT_L_m().minus(end_L_m).norm();
    now.event(ChaserEvent.LEG_COMPLETED, legIndex, leg.kind().code(), off_m);
    legInFlight = false;
  }

  private void completeAtHold(Now now) {
    Vec3 end = new Vec3(leg.target_L_m().x(), leg.target_L_m().y(), leg.target_L_m().z());
    completed(now, end);
    holdAt(end, now, legIndex > 0 ? legIndex + 1 : placeOf(end));
  }

  private int placeOf(Vec3 point_L_m) {
    return PlanPlaces.at(point_L_m, plans.plan().legs(), planStart_L_m, reached);
  }

  /** Holds where the chaser is; off V-bar it goes to V-bar first, or drifts when it cannot. */
  private Mode holdHere(Now now, Mode wanted) {
    RelativeState here = now.state();
    Vec3 last = holdPoint_L_m;
    if (last != null && last.minus(here.r_CT_L_m()).norm() < START_TOLERANCE_M) {
      holdAt(last, now, placeOf(last));
      return wanted;
    }
    if (HoldChoice.canStopHere(here)) {
      Vec3 point = HoldChoice.beside(here);
      holdAt(point, now, placeOf(point));
      return wanted;
    }
    Leg join =
        HoldChoice.joinVbar(
            here,
            GateKeeper.full(now.navigation().covariance()),
            now.navigation().meanMotion_rad_s());
    if (join == null) {
      fly(NO_LEG, 0, now, false);
      return Mode.DRIFT;
    }
    begin(join, 0, now);
    stopBurnPending = true;
    return wanted;
  }

  /** Says when a hold is acquired, and watches the gate. */
  private void watchHold(Now now) {
    Vec3 point = mode == Mode.HOLD && !stopBurnPending ? holdPoint_L_m : null;
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

  /** The gate that the vehicle waits at; 0 when none. */
  int gateAtHand() {
    boolean waits =
        (mode == Mode.HOLD && !stopBurnPending) || mode == Mode.CIRCUMNAVIGATION && !legInFlight;
    return waits ? PlanPlaces.gate(plans.plan().legs(), place) : 0;
  }

  @Nullable Leg departing() {
    return PlanPlaces.departing(plans.plan().legs(), place);
  }

  GateKeeper.Waiting waiting() {
    return new GateKeeper.Waiting(
        gateAtHand(), departing(), mode == Mode.HOLD ? holdPoint_L_m : null);
  }

  Mode mode() {
    return mode;
  }

  Rung safingHandled() {
    return safingHandled;
  }

  Pointing pointing() {
    return pointing;
  }

  void point(Pointing wanted) {
    pointing = wanted;
  }

  /** State that a new plan would depart from. */
  RelativeState departure(Now now) {
    Vec3 point = mode == Mode.HOLD ? holdPoint_L_m : null;
    return point == null ? now.state() : new RelativeState(point, Vec3.ZERO);
  }

  /** A new plan begins where the vehicle waits. */
  void beginPlan() {
    boolean waits = mode == Mode.HOLD || mode == Mode.CIRCUMNAVIGATION;
    planStart_L_m = mode == Mode.HOLD ? holdPoint_L_m : null;
    place = waits ? 1 : 0;
    reached = 1;
    gate.leave();
  }

  private GatePacket gatePacket(Now now) {
    GuidanceReference reference = now.reference();
    Leg departing = gateAtHand() == 0 ? null : departing();
    double safeFor_s =
        reference != null && reference.nextEvent() == NextEvent.HOLD_SAFE_END
            ? reference.timeToNextEvent_s()
            : 0;
    return new GatePacket(
        gateAtHand(),
        gate.open(),
        departing == null ? 0 : place,
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
    RecordState.write(
        out,
        new Kept(
            mode,
            entered_tick,
            legIndex,
            leg,
            legSerial,
            legInFlight,
            legBegan_tick,
            stopBurnPending,
            pointing,
            safingHandled,
            started,
            acquired,
            holdPoint_L_m,
            planStart_L_m,
            place,
            reached,
            visited));
    plans.save(out);
    gate.save(out);
    commandDesk.save(out);
  }

  @Override
  public void restore(StateReader in) {
    Kept kept = RecordState.read(in, Kept.class);
    mode = kept.mode();
    entered_tick = kept.entered_tick();
    legIndex = kept.legIndex();
    leg = kept.leg();
    legSerial = kept.legSerial();
    legInFlight = kept.legInFlight();
    legBegan_tick = kept.legBegan_tick();
    stopBurnPending = kept.stopBurnPending();
    pointing = kept.pointing();
    safingHandled = kept.safingHandled();
    started = kept.started();
    acquired = kept.acquired();
    holdPoint_L_m = kept.holdPoint_L_m();
    planStart_L_m = kept.planStart_L_m();
    place = kept.place();
    reached = kept.reached();
    visited = new ArrayList<>(kept.visited());
    plans.restore(in);
    gate.restore(in);
    commandDesk.restore(in);
  }

  /** Assessment of a leg from where the vehicle is. */
  static LegAssessment assess(Leg wanted, Now now) {
    return LegPlanner.plan(
        wanted,
        now.state(),
        GateKeeper.full(now.navigation().covariance()),
        now.navigation().meanMotion_rad_s(),
        true);
  }
}
