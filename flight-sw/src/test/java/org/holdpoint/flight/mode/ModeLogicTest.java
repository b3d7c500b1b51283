package org.holdpoint.flight.mode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.holdpoint.dictionary.Xyz;
import org.holdpoint.dictionary.command.ChaserCommand;
import org.holdpoint.dictionary.command.Go;
import org.holdpoint.dictionary.command.PlanBegin;
import org.holdpoint.dictionary.command.PlanCommit;
import org.holdpoint.dictionary.command.PlanLeg;
import org.holdpoint.dictionary.command.Pointing;
import org.holdpoint.dictionary.command.Refusal;
import org.holdpoint.dictionary.command.SafeMode;
import org.holdpoint.dictionary.command.SetPointing;
import org.holdpoint.dictionary.command.TransferTo;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.AuthorityLevel;
import org.holdpoint.dictionary.telemetry.Holder;
import org.holdpoint.dictionary.telemetry.LegKind;
import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.dictionary.telemetry.NextEvent;
import org.holdpoint.dictionary.telemetry.PlanHash;
import org.holdpoint.dictionary.telemetry.PlanPacket.Leg;
import org.holdpoint.dictionary.telemetry.Rung;
import org.holdpoint.dictionary.telemetry.SafeCause;
import org.holdpoint.dictionary.telemetry.Validity;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.closedloop.PointMassFlight;
import org.holdpoint.flight.command.AuthorityToken;
import org.holdpoint.flight.command.CommandReport;
import org.holdpoint.flight.command.ReceivedCommand;
import org.holdpoint.flight.command.RequestId;
import org.holdpoint.flight.guidance.GuidanceReference;
import org.holdpoint.flight.navigation.Covariance6;
import org.holdpoint.flight.navigation.NavigationSolution;
import org.holdpoint.flight.navigation.far.FarSolution;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.Quaternion;
import org.holdpoint.motion.Vec3;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The mode logic by itself: what it is told, and what it says and does in that very tick. */
class ModeLogicTest {
  private static final Vec3 OUTER = new Vec3(0, -1000, 0);
  private static final long START_TAI_NS = 2_183_155_237_000_000_000L;
  private static final AuthorityToken GROUND =
      new AuthorityToken(Holder.GROUND, Holder.GROUND, AuthorityLevel.SEQUENCED, 1);

  private AuthorityToken token = GROUND;
  private ProcessorWord processor = ProcessorWord.STEADY;
  private Health health = Health.GOOD;
  private List<Leg> plan = PointMassFlight.firstApproach();
  private ModeLogic logic = new ModeLogic(PointMassFlight.configuration(OUTER, plan));
  private long number;
  private Vec3 r_L = OUTER;
  private Vec3 v_L = Vec3.ZERO;
  private Vec3 sun_L = new Vec3(0, 0, 1);
  private Validity validity = Validity.VALID;
  private Rung safing = Rung.NONE;
  private boolean abortBurning;
  private NextEvent next = NextEvent.NONE;
  private double toNext_s;
  private double tube_m;
  private boolean legComplete;
  private boolean burnMissed;
  private ModeStep last = tickOnce();

  private ModeStep tickOnce(ChaserCommand... commands) {
    double[] upper = new double[21];
    upper[0] = upper[6] = upper[11] = 0.04;
    upper[15] = upper[18] = upper[20] = 2.5e-7;
    NavigationSolution navigation =
        new NavigationSolution(
            validity,
            r_L,
            v_L,
            new Covariance6(upper),
            Quaternion.IDENTITY,
            Quaternion.IDENTITY,
            Vec3.ZERO,
            Vec3.ZERO,
            Vec3.ZERO,
            Vec3.ZERO,
            Vec3.ZERO,
            Vec3.ZERO,
            1.1068e-3,
            sun_L,
            250,
            12,
            new NavigationSolution.FilterStatistics(2, 1, 0, 0, 0, 0),
            FarSolution.NONE);
    GuidanceReference reference =
        new GuidanceReference(
            GuidanceReference.Translation.COAST,
            r_L,
            v_L,
            Vec3.ZERO,
            Quaternion.IDENTITY,
            Vec3.ZERO,
            next,
            toNext_s,
            tube_m,
            false,
            legComplete,
            burnMissed);
    List<ReceivedCommand> received = new ArrayList<>();
    for (ChaserCommand command : commands) {
      received.add(new ReceivedCommand(new RequestId(0x1800, (int) number), command));
    }
    Tick tick = new Tick(number, START_TAI_NS + number * Tick.PERIOD_NS);
    number++;
    last =
        logic.step(
            tick,
            received,
            token,
            navigation,
            processor,
            health,
            reference,
            PointMassFlight.verdict(safing, abortBurning));
    return last;
  }

  private void ticks(int count) {
    for (int i = 0; i < count; i++) {
      tickOnce();
    }
  }

  private void fresh(List<Leg> legs, Vec3 at) {
    plan = legs;
    logic = new ModeLogic(PointMassFlight.configuration(OUTER, legs));
    number = 0;
    r_L = at;
    tickOnce();
  }

  private ModeStep go() {
    return tickOnce(
        new Go(
            1, last.gate().gate_id(), last.gate().plan_hash(), last.gate().onboard_tai_s() + 60));
  }

  private void goWhenOpen() {
    ticks(45);
    assertThat(last.gate().gate_open()).as("%s", last.gate()).isTrue();
    go();
    assertThat(last.reports()).extracting(CommandReport::refusal).containsOnly(Refusal.NONE);
  }

  private void completeAt(Vec3 end_L) {
    r_L = end_L;
    v_L = Vec3.ZERO;
    legComplete = true;
    tickOnce();
    legComplete = false;
  }

  private Mode mode() {
    return last.decision().mode();
  }

  private EventReport event(ChaserEvent kind) {
    return last.events().stream()
        .filter(event -> event.event() == kind)
        .findFirst()
        .orElseThrow(() -> new AssertionError(kind + " not in " + last.events()));
  }

  private static Vec3 target(Leg leg) {
    return new Vec3(leg.target_L_m().x(), leg.target_L_m().y(), leg.target_L_m().z());
  }

  @Test
  @Tag("GUI-020")
  void aFlightBeginsInAHoldAtItsLoadedPointOrBesideItself() {
    assertThat(mode()).isEqualTo(Mode.HOLD);
    assertThat(event(ChaserEvent.MODE_CHANGED))
        .isEqualTo(
            new EventReport(ChaserEvent.MODE_CHANGED, Mode.DRIFT.code(), Mode.HOLD.code(), 0));
    assertThat(last.planChanged()).isTrue();
    assertThat(last.decision().timeInMode_s()).isZero();
    ticks(10);
    assertThat(last.planChanged()).isFalse();
    assertThat(last.decision().timeInMode_s()).isCloseTo(1, within(1e-9));

    fresh(plan, new Vec3(3, -1029, 4));
    assertThat(target(last.decision().leg())).isEqualTo(OUTER);
    fresh(plan, new Vec3(0, -1030, 0));
    assertThat(target(last.decision().leg())).isEqualTo(new Vec3(0, -1030, 0));
  }

  @Test
  @Tag("GUI-020")
  void itWaitsForNavigationAndFarAwayItParksInstead() {
    validity = Validity.INVALID;
    fresh(plan, OUTER);
    ticks(5);
    assertThat(mode()).isEqualTo(Mode.DRIFT);
    assertThat(last.gate().gate_id()).isZero();
    validity = Validity.VALID;
    tickOnce();
    assertThat(mode()).isEqualTo(Mode.HOLD);

    fresh(plan, new Vec3(0, -3500, 0));
    assertThat(mode()).isEqualTo(Mode.HOLD);
    fresh(plan, new Vec3(0, -3500.1, 0));
    assertThat(mode()).isEqualTo(Mode.PARK);
    assertThat(last.gate().gate_id()).isEqualTo(1);
    assertThat(last.decision().leg().kind()).isEqualTo(LegKind.NONE);
  }

  @Test
  @Tag("GUI-040")
  void aHoldIsAcquiredOnceWithinTenMetresAndThreeCentimetresPerSecond() {
    fresh(plan, new Vec3(0, -1010, 0));
    assertThat(last.events())
        .extracting(EventReport::event)
        .doesNotContain(ChaserEvent.HOLD_ACQUIRED);
    r_L = new Vec3(0, -1009, 0);
    v_L = new Vec3(0, 0.03, 0);
    tickOnce();
    assertThat(last.events()).isEmpty();
    validity = Validity.STALE;
    v_L = new Vec3(0, 0.02, 0);
    tickOnce();
    assertThat(last.events()).isEmpty();
    validity = Validity.VALID;
    tickOnce();
    assertThat(event(ChaserEvent.HOLD_ACQUIRED))
        .isEqualTo(new EventReport(ChaserEvent.HOLD_ACQUIRED, 1, 9, 0));
    tickOnce();
    assertThat(last.events()).isEmpty();
  }

  @Test
  @Tag("GUI-040")
  void theGateTellsTheLegThatDepartsAndForHowLongTheHoldIsSafe() {
    ticks(5);
    assertThat(last.gate().gate_id()).isEqualTo(1);
    assertThat(last.gate().plan_hash()).isEqualTo(PlanHash.of(plan));
    assertThat(last.gate().onboard_tai_s()).isEqualTo(START_TAI_NS / 1_000_000_000L);
    assertThat(last.gate().next_leg_kind()).isEqualTo(LegKind.RADIAL_HOP);
    assertThat(last.gate().hold_safe_for_s()).isZero();
    next = NextEvent.HOLD_SAFE_END;
    toNext_s = 777;
    tickOnce();
    assertThat(last.gate().hold_safe_for_s()).isEqualTo(777);
    next = NextEvent.STOP_BURN;
    tickOnce();
    assertThat(last.gate().hold_safe_for_s()).isZero();
  }

  @Test
  @Tag("GUI-040")
  void aGoBeginsTheLegAndItsEndIsAHoldAtTheNextGate() {
    goWhenOpen();
    assertThat(mode()).isEqualTo(Mode.TRANSFER);
    assertThat(event(ChaserEvent.GO_ACCEPTED))
        .isEqualTo(new EventReport(ChaserEvent.GO_ACCEPTED, 1, 1, 0));
    EventReport started = event(ChaserEvent.LEG_STARTED);
    assertThat(started.a()).isEqualTo(1);
    assertThat(started.b()).isEqualTo(LegKind.RADIAL_HOP.code());
    // Half an orbit of coast, and the burn is centred a little after the GO.
    assertThat(started.c()).isBetween(2800.0, 3300.0);
    assertThat(last.gate().gate_id()).isZero();
    assertThat(last.gate().gate_open()).isFalse();
    assertThat(last.decision().legIndex()).isEqualTo(1);

    next = NextEvent.STOP_BURN;
    ticks(50);
    assertThat(mode()).isEqualTo(Mode.TRANSFER);
    completeAt(new Vec3(0, -253, 4));
    assertThat(mode()).isEqualTo(Mode.HOLD);
    EventReport completed = event(ChaserEvent.LEG_COMPLETED);
    assertThat(completed.a()).isEqualTo(1);
    assertThat(completed.b()).isEqualTo(LegKind.RADIAL_HOP.code());
    assertThat(completed.c()).isCloseTo(5, within(1e-9));
    assertThat(target(last.decision().leg())).isEqualTo(new Vec3(0, -250, 0));
    next = NextEvent.NONE;
    ticks(2);
    assertThat(last.gate().gate_id()).isEqualTo(2);
    assertThat(last.decision().stopBurnPending()).isFalse();
  }

  private void atInnerHold() {
    goWhenOpen();
    completeAt(new Vec3(0, -250, 0));
    ticks(2);
    assertThat(mode()).isEqualTo(Mode.HOLD);
  }

  @Test
  @Tag("GUI-021")
  void aRetreatGoesBackToTheHoldThatWasLeft() {
    atInnerHold();
    safing = Rung.RETREAT;
    tickOnce();
    assertThat(mode()).isEqualTo(Mode.RETREAT);
    assertThat(last.decision().safingHandled()).isEqualTo(Rung.RETREAT);
    assertThat(target(last.decision().leg())).isEqualTo(OUTER);
    assertThat(last.decision().legIndex()).as("none of the plan").isZero();
    assertThat(event(ChaserEvent.LEG_STARTED).b()).isEqualTo(LegKind.RETREAT.code());
    completeAt(OUTER);
    assertThat(mode()).isEqualTo(Mode.HOLD);
    tickOnce();
    assertThat(last.gate().gate_id()).as("the outer gate again").isEqualTo(1);
    safing = Rung.NONE;
    tickOnce();
    assertThat(mode()).isEqualTo(Mode.HOLD);
    assertThat(last.decision().safingHandled()).isEqualTo(Rung.NONE);
  }

  @Test
  @Tag("GUI-021")
  void atTheOutermostHoldARetreatStaysAndWithoutNavigationItIsNotAnswered() {
    safing = Rung.RETREAT;
    tickOnce();
    assertThat(mode()).isEqualTo(Mode.HOLD);
    assertThat(last.decision().safingHandled()).isEqualTo(Rung.RETREAT);

    safing = Rung.NONE;
    fresh(PointMassFlight.firstApproach(), OUTER);
    goWhenOpen();
    validity = Validity.STALE;
    safing = Rung.RETREAT;
    tickOnce();
    assertThat(mode()).isEqualTo(Mode.TRANSFER);
    assertThat(last.decision().safingHandled()).isEqualTo(Rung.NONE);
  }

  @Test
  @Tag("GUI-021")
  void holdBetweenTheBurnsGivesTheStopBurnAndAMissedOneDrifts() {
    goWhenOpen();
    next = NextEvent.STOP_BURN;
    safing = Rung.HOLD;
    tickOnce();
    assertThat(mode()).isEqualTo(Mode.HOLD);
    assertThat(last.decision().stopBurnPending()).isTrue();
    assertThat(last.gate().gate_id()).as("not there yet").isZero();
    burnMissed = true;
    tickOnce();
    assertThat(mode()).isEqualTo(Mode.DRIFT);
    assertThat(last.decision().leg().kind()).isEqualTo(LegKind.NONE);
    assertThat(last.decision().stopBurnPending()).isFalse();
  }

  @Test
  @Tag("GUI-021")
  void holdBeforeTheStartBurnHoldsWhereItIs() {
    goWhenOpen();
    next = NextEvent.START_BURN;
    safing = Rung.HOLD;
    tickOnce();
    assertThat(mode()).isEqualTo(Mode.HOLD);
    assertThat(last.decision().stopBurnPending()).isFalse();
    assertThat(target(last.decision().leg())).isEqualTo(OUTER);
    tickOnce();
    assertThat(last.gate().gate_id()).isEqualTo(1);
  }

  @Test
  @Tag("GUI-021")
  void anAbortLeavesTheThrustersToTheMonitorAndResumeHoldsWhereItIs() {
    ticks(45);
    safing = Rung.ABORT;
    abortBurning = true;
    tickOnce();
    assertThat(mode()).isEqualTo(Mode.ABORT);
    assertThat(last.gate().gate_open()).isFalse();
    assertThat(last.decision().leg().kind()).isEqualTo(LegKind.NONE);
    ticks(3);
    assertThat(mode()).isEqualTo(Mode.ABORT);
    abortBurning = false;
    tickOnce();
    assertThat(mode()).isEqualTo(Mode.ABORT_DRIFT);

    // On V-bar and slow, far from every hold: it stops beside itself, at no gate.
    r_L = new Vec3(5, -600, 6);
    v_L = new Vec3(0, 0.1, 0);
    safing = Rung.NONE;
    tickOnce();
    assertThat(mode()).isEqualTo(Mode.HOLD);
    assertThat(target(last.decision().leg())).isEqualTo(new Vec3(0, -600, 0));
    tickOnce();
    assertThat(last.gate().gate_id()).isZero();
  }

  private void abortedTo(Vec3 r, Vec3 v) {
    ticks(3);
    safing = Rung.ABORT;
    tickOnce();
    tickOnce();
    assertThat(mode()).isEqualTo(Mode.ABORT_DRIFT);
    r_L = r;
    v_L = v;
    safing = Rung.NONE;
    tickOnce();
  }

  @Test
  @Tag("GUI-021")
  void resumeNearTheLastHoldHoldsThereAgain() {
    abortedTo(new Vec3(20, -1010, 10), new Vec3(0, 0.3, 0));
    assertThat(mode()).isEqualTo(Mode.HOLD);
    assertThat(target(last.decision().leg())).isEqualTo(OUTER);
    assertThat(last.decision().leg().kind()).isEqualTo(LegKind.HOLD_AT);
    tickOnce();
    assertThat(last.gate().gate_id()).isEqualTo(1);
  }

  @Test
  @Tag("GUI-021")
  void resumeOffVbarJoinsItByATransfer() {
    abortedTo(new Vec3(60, -800, 40), new Vec3(0.01, -0.05, 0));
    assertThat(mode()).isEqualTo(Mode.HOLD);
    assertThat(last.decision().stopBurnPending()).isTrue();
    assertThat(last.decision().leg().kind()).isEqualTo(LegKind.TWO_IMPULSE);
    assertThat(target(last.decision().leg()).x()).isZero();
    assertThat(target(last.decision().leg()).y()).isLessThanOrEqualTo(-800);
    assertThat(last.gate().gate_id()).isZero();
    completeAt(target(last.decision().leg()));
    assertThat(mode()).isEqualTo(Mode.HOLD);
    assertThat(last.decision().stopBurnPending()).isFalse();
  }

  @Test
  @Tag("GUI-021")
  void resumeWithoutAStateDriftsAndFarAwayItParks() {
    validity = Validity.VALID;
    abortedTo(new Vec3(0, -4000, 0), Vec3.ZERO);
    assertThat(mode()).isEqualTo(Mode.PARK);

    fresh(PointMassFlight.firstApproach(), OUTER);
    ticks(2);
    safing = Rung.ABORT;
    ticks(2);
    validity = Validity.STALE;
    safing = Rung.NONE;
    tickOnce();
    assertThat(mode()).isEqualTo(Mode.DRIFT);
  }

  @Test
  @Tag("GUI-040")
  void theEllipseIsWaitedOnAtItsOwnGateAndPlansDepartFromIt() {
    atInnerHold();
    goWhenOpen();
    assertThat(mode()).isEqualTo(Mode.CIRCUMNAVIGATION);
    next = NextEvent.START_BURN;
    tickOnce();
    assertThat(last.gate().gate_id()).isZero();
    next = NextEvent.NONE;
    r_L = new Vec3(0, -200, 100);
    v_L = new Vec3(0.11, 0, 0);
    legComplete = true;
    tickOnce();
    legComplete = false;
    assertThat(mode()).isEqualTo(Mode.CIRCUMNAVIGATION);
    assertThat(event(ChaserEvent.LEG_COMPLETED).a()).isEqualTo(2);
    ticks(2);
    assertThat(last.gate().gate_id()).isEqualTo(3);

    safing = Rung.HOLD;
    tickOnce();
    assertThat(mode()).as("the ellipse is the hold").isEqualTo(Mode.CIRCUMNAVIGATION);
    assertThat(last.decision().safingHandled()).isEqualTo(Rung.HOLD);
  }

  @Test
  @Tag("GUI-040")
  void aStayBeforeTheEllipseIsReachedStopsTheLeg() {
    atInnerHold();
    goWhenOpen();
    next = NextEvent.START_BURN;
    safing = Rung.HOLD;
    tickOnce();
    assertThat(mode()).isEqualTo(Mode.HOLD);
    assertThat(target(last.decision().leg())).isEqualTo(new Vec3(0, -250, 0));
  }

  @Test
  @Tag("GUI-040")
  void aHoldLegLastsItsTime() {
    fresh(
        List.of(
            new Leg(LegKind.HOLD_AT, 1, new Xyz(0, -1000, 0), 60),
            new Leg(LegKind.RADIAL_HOP, 2, new Xyz(0, -250, 0), 0)),
        OUTER);
    goWhenOpen();
    assertThat(mode()).isEqualTo(Mode.HOLD);
    assertThat(last.decision().leg().kind()).isEqualTo(LegKind.HOLD_AT);
    assertThat(last.decision().legIndex()).isEqualTo(1);
    legComplete = true;
    ticks(599);
    assertThat(last.decision().legIndex()).isEqualTo(1);
    tickOnce();
    assertThat(event(ChaserEvent.LEG_COMPLETED).a()).isEqualTo(1);
    tickOnce();
    assertThat(last.gate().gate_id()).isEqualTo(2);
  }

  private static PlanLeg uploaded(int index, Leg leg) {
    return new PlanLeg(1, index, leg.kind(), leg.gate_id(), leg.target_L_m(), leg.duration_s());
  }

  @Test
  @Tag("GUI-043")
  void aNewPlanBeginsWhereTheVehicleWaitsAndShutsTheGate() {
    atInnerHold();
    ticks(45);
    List<Leg> back = List.of(new Leg(LegKind.RETREAT, 5, new Xyz(0, -1000, 0), 0));
    tickOnce(
        new PlanBegin(1, 9, 1, PlanHash.of(back)), uploaded(1, back.get(0)), new PlanCommit(1, 9));
    assertThat(last.reports()).extracting(CommandReport::refusal).containsOnly(Refusal.NONE);
    assertThat(last.planChanged()).isTrue();
    assertThat(event(ChaserEvent.PLAN_ACCEPTED))
        .isEqualTo(new EventReport(ChaserEvent.PLAN_ACCEPTED, 9, 1, 0));
    assertThat(last.gate().gate_id()).isEqualTo(5);
    assertThat(last.gate().gate_open()).isFalse();
    goWhenOpen();
    assertThat(mode()).isEqualTo(Mode.RETREAT);
  }

  @Test
  @Tag("GUI-043")
  void whileDriftingANewPlanHasNoGateAtHand() {
    ticks(2);
    goWhenOpen();
    next = NextEvent.STOP_BURN;
    burnMissed = true;
    tickOnce();
    burnMissed = false;
    assertThat(mode()).isEqualTo(Mode.DRIFT);
    List<Leg> again = List.of(new Leg(LegKind.RADIAL_HOP, 1, new Xyz(0, -400, 0), 0));
    r_L = OUTER;
    tickOnce(
        new PlanBegin(1, 9, 1, PlanHash.of(again)),
        uploaded(1, again.get(0)),
        new PlanCommit(1, 9));
    assertThat(last.gate().gate_id()).isZero();
  }

  @Test
  @Tag("GUI-044")
  void aTransferIsFlownFromAHoldAndBringsNoGate() {
    ticks(5);
    tickOnce(new TransferTo(1, new Xyz(0, -700, 0), 0));
    assertThat(last.reports()).extracting(CommandReport::refusal).containsOnly(Refusal.NONE);
    assertThat(mode()).isEqualTo(Mode.TRANSFER);
    assertThat(event(ChaserEvent.LEG_STARTED).a()).isZero();
    completeAt(new Vec3(0, -700, 0));
    ticks(2);
    assertThat(mode()).isEqualTo(Mode.HOLD);
    assertThat(last.gate().gate_id()).isZero();
  }

  @Test
  @Tag("GUI-021")
  void anEscapeCoastsAtItsEndAndTheLegOfThePlanIsGone() {
    goWhenOpen();
    safing = Rung.ESCAPE;
    tickOnce();
    assertThat(mode()).isEqualTo(Mode.ESCAPE);
    assertThat(last.decision().leg().kind()).isEqualTo(LegKind.NONE);
    legComplete = true;
    tickOnce();
    assertThat(mode()).isEqualTo(Mode.DRIFT);
    assertThat(last.decision().safingHandled()).isEqualTo(Rung.ESCAPE);
  }

  @Test
  @Tag("GUI-006")
  void itGoesOnFromASavedStateAsIfNeverInterrupted() {
    atInnerHold();
    ticks(17);
    StateWriter out = new StateWriter();
    logic.save(out);
    ModeLogic kept = logic;
    ModeLogic restored = new ModeLogic(PointMassFlight.configuration(OUTER, plan));
    restored.restore(new StateReader(out.bytes()));
    long at = number;
    ModeStep whole = tickOnce();
    number = at;
    logic = restored;
    ModeStep parted = tickOnce();
    assertThat(parted.decision()).isEqualTo(whole.decision());
    assertThat(parted.gate()).isEqualTo(whole.gate());
    assertThat(logic).isNotSameAs(kept);
  }

  private void refusedWith(Refusal why, ChaserCommand command) {
    tickOnce(command);
    assertThat(last.reports()).as("%s", command).hasSize(1);
    assertThat(last.reports().get(0).refusal()).as("%s", command).isEqualTo(why);
  }

  @Test
  @Tag("GUI-043")
  void commandsThatAreNotAllowedNowAreRefusedWithTheReason() {
    TransferTo there = new TransferTo(1, new Xyz(0, -700, 0), 0);
    ticks(45);
    token = new AuthorityToken(Holder.AUTONOMY, Holder.AUTONOMY, AuthorityLevel.SUPERVISED, 2);
    refusedWith(Refusal.NOT_HOLDER, there);
    refusedWith(Refusal.NOT_HOLDER, new SetPointing(2, Pointing.NADIR));
    refusedWith(Refusal.NOT_HOLDER, new PlanBegin(2, 9, 1, 0));
    refusedWith(Refusal.NOT_HOLDER, new PlanCommit(2, 9));
    token = new AuthorityToken(Holder.GROUND, Holder.GROUND, AuthorityLevel.DIRECT, 3);
    long now_s = last.gate().onboard_tai_s();
    long hash = last.gate().plan_hash();
    refusedWith(Refusal.NOT_HOLDER, new Go(3, 1, hash, now_s + 60));
    assertThat(last.gate().go_expiry_tai_s()).isEqualTo(now_s + 60);
    token = GROUND;
    refusedWith(Refusal.GO_EXPIRED, new Go(1, 1, hash, now_s - 1));
    refusedWith(Refusal.PLAN_SEQUENCE, new PlanCommit(1, 9));
    assertThat(event(ChaserEvent.PLAN_REFUSED).b()).isEqualTo(Refusal.PLAN_SEQUENCE.code());
    refusedWith(Refusal.ALREADY_SO, new SetPointing(1, Pointing.TARGET));

    safing = Rung.ABORT;
    abortBurning = true;
    tickOnce();
    refusedWith(Refusal.SAFING_ACTIVE, there);
    assertThat(last.reports().get(0).parameter1()).isEqualTo(Rung.ABORT.code());
    refusedWith(Refusal.SAFING_ACTIVE, new SetPointing(1, Pointing.NADIR));
    assertThat(last.reports().get(0).parameter1()).isEqualTo(Mode.ABORT.code());
    refusedWith(Refusal.SAFING_ACTIVE, new PlanCommit(1, 9));
  }

  @Test
  @Tag("GUI-043")
  void inTheSecondOfItsExpiryAGoStillCounts() {
    ticks(45);
    tickOnce(new Go(1, 1, last.gate().plan_hash(), last.gate().onboard_tai_s()));
    assertThat(mode()).isEqualTo(Mode.TRANSFER);
  }

  @Test
  @Tag("GUI-191")
  void safeModeGivesNoThrustLooksAtTheSunAndIsLeftByCommandAlone() {
    ticks(45);
    tickOnce(new SafeMode(1, true));
    assertThat(last.reports()).extracting(CommandReport::refusal).containsOnly(Refusal.NONE);
    assertThat(mode()).isEqualTo(Mode.SAFE);
    assertThat(last.decision().leg().kind()).isEqualTo(LegKind.NONE);
    assertThat(last.decision().pointing()).isEqualTo(Pointing.SUN);
    assertThat(last.gate().gate_id()).isZero();
    refusedWith(Refusal.WRONG_MODE, new TransferTo(1, new Xyz(0, -700, 0), 0));
    tickOnce(new SafeMode(1, true));
    assertThat(last.reports().get(0).refusal()).as("it is safe already").isNotEqualTo(Refusal.NONE);
    ticks(20);
    assertThat(mode()).isEqualTo(Mode.SAFE);
    tickOnce(new SafeMode(1, false));
    assertThat(mode()).isEqualTo(Mode.HOLD);
    assertThat(last.decision().pointing()).isEqualTo(Pointing.TARGET);
    assertThat(target(last.decision().leg())).isEqualTo(OUTER);
  }

  @Test
  @Tag("GUI-191")
  void aProcessorThatRestartsAgainAndAgainLeadsToSafeModeAndLeavingItFarAwayParks() {
    ticks(5);
    processor = ProcessorWord.UNSTABLE;
    tickOnce();
    processor = ProcessorWord.STEADY;
    assertThat(mode()).isEqualTo(Mode.SAFE);
    r_L = new Vec3(0, -4000, 0);
    tickOnce(new SafeMode(1, false));
    assertThat(mode()).isEqualTo(Mode.PARK);
    assertThat(last.decision().leg().kind()).isEqualTo(LegKind.NONE);
  }

  private static Health battery(double charge) {
    return new Health(charge, false, 12);
  }

  @Test
  @Tag("GUI-194")
  void aBatteryBelowAQuarterForTenSamplesLeadsToSafeModeAndNineDoNot() {
    ticks(45);
    health = battery(0.249);
    ticks(9);
    health = new Health(null, false, 12);
    ticks(20);
    assertThat(mode()).isEqualTo(Mode.HOLD);
    health = battery(0.25);
    tickOnce();
    health = battery(0.249);
    ticks(9);
    assertThat(mode()).as("a good sample between").isEqualTo(Mode.HOLD);
    tickOnce();
    assertThat(mode()).isEqualTo(Mode.SAFE);
    assertThat(last.decision().pointing()).isEqualTo(Pointing.SUN);
    assertThat(event(ChaserEvent.SAFE_MODE_NEEDED).a()).isEqualTo(SafeCause.BATTERY.code());
  }

  @Test
  @Tag("GUI-194")
  void aLostAttitudeAndAnEmptyTankLeadToSafeModeAsWell() {
    ticks(45);
    health = new Health(null, true, 12);
    ticks(9);
    assertThat(mode()).isEqualTo(Mode.HOLD);
    tickOnce();
    assertThat(mode()).isEqualTo(Mode.SAFE);
    assertThat(event(ChaserEvent.SAFE_MODE_NEEDED).a()).isEqualTo(SafeCause.ATTITUDE.code());

    fresh(plan, OUTER);
    health = new Health(null, false, 0.5);
    ticks(200);
    assertThat(mode()).isEqualTo(Mode.HOLD);
    health = new Health(null, false, 0.499);
    ticks(99);
    assertThat(mode()).isEqualTo(Mode.HOLD);
    tickOnce();
    assertThat(mode()).isEqualTo(Mode.SAFE);
    assertThat(event(ChaserEvent.SAFE_MODE_NEEDED).a()).isEqualTo(SafeCause.PROPELLANT.code());
  }

  @Test
  @Tag("GUI-195")
  void whoLeavesSafeModeInSpiteOfItsCauseIsNotSentBackUntilItHasClearedAndComeAgain() {
    health = battery(0.2);
    ticks(10);
    assertThat(mode()).isEqualTo(Mode.SAFE);
    tickOnce(new SafeMode(1, false));
    ticks(50);
    assertThat(mode()).isEqualTo(Mode.HOLD);
    health = battery(0.45);
    tickOnce();
    health = battery(0.2);
    ticks(20);
    assertThat(mode()).as("not cleared at the limit").isEqualTo(Mode.HOLD);
    health = battery(0.451);
    tickOnce();
    health = battery(0.2);
    ticks(10);
    assertThat(mode()).isEqualTo(Mode.SAFE);
  }

  @Test
  @Tag("GUI-194")
  void theWayOutGoesBeforeSafeModeUnlessTheAttitudeIsLost() {
    fresh(plan, new Vec3(0, -300, 0));
    ticks(45);
    safing = Rung.RETREAT;
    tickOnce();
    assertThat(mode()).isEqualTo(Mode.RETREAT);
    health = battery(0.2);
    ticks(20);
    assertThat(mode()).isEqualTo(Mode.RETREAT);
    legComplete = true;
    tickOnce();
    assertThat(mode()).as("there it is safe mode's turn").isEqualTo(Mode.SAFE);

    fresh(plan, new Vec3(0, -300, 0));
    legComplete = false;
    safing = Rung.NONE;
    health = Health.GOOD;
    ticks(45);
    safing = Rung.RETREAT;
    tickOnce();
    health = new Health(null, true, 12);
    ticks(10);
    assertThat(mode()).isEqualTo(Mode.SAFE);
  }

  @Test
  @Tag("GUI-194")
  void adriftAfterAnAbortTheWingsAreTurnedToTheSunAndTheModeStays() {
    ticks(45);
    safing = Rung.ABORT;
    abortBurning = true;
    tickOnce();
    abortBurning = false;
    tickOnce();
    assertThat(mode()).isEqualTo(Mode.ABORT_DRIFT);
    health = battery(0.2);
    ticks(12);
    assertThat(mode()).isEqualTo(Mode.ABORT_DRIFT);
    assertThat(last.decision().pointing()).isEqualTo(Pointing.SUN);
  }

  @Test
  @Tag("GUI-195")
  void whatSafeModeWaitsForIsRetained() {
    health = battery(0.2);
    ticks(9);
    StateWriter out = new StateWriter();
    logic.save(out);
    logic = new ModeLogic(PointMassFlight.configuration(OUTER, plan));
    logic.restore(new StateReader(out.bytes()));
    tickOnce();
    assertThat(mode()).isEqualTo(Mode.SAFE);
  }

  /** Behind the target for who enters now; an orbit has light enough later. */
  private static final Vec3 SUN_AGAINST = new Vec3(-1, 0, 0);

  private static final Vec3 SUN_BEHIND = new Vec3(1, 0, 0);

  private Go goToTheEllipse() {
    long now_s = last.gate().onboard_tai_s();
    return new Go(1, last.gate().gate_id(), last.gate().plan_hash(), now_s + 60);
  }

  private void keepGoForTheEllipse() {
    atInnerHold();
    legComplete = false;
    sun_L = SUN_AGAINST;
    ticks(150);
    assertThat(last.gate().gate_open()).isTrue();
    tickOnce(goToTheEllipse());
    assertThat(event(ChaserEvent.GO_KEPT).a()).isEqualTo(2);
    assertThat(event(ChaserEvent.GO_KEPT).b()).isBetween(600.0, 5600.0);
    assertThat(mode()).isEqualTo(Mode.HOLD);
  }

  @Test
  @Tag("GUI-100")
  void aGoForAnEllipseIsKeptInTheHoldUntilTheSunStandsBehind() {
    keepGoForTheEllipse();
    ticks(300);
    assertThat(mode()).isEqualTo(Mode.HOLD);
    sun_L = SUN_BEHIND;
    int waited = 0;
    while (mode() == Mode.HOLD && waited++ < 200) {
      tickOnce();
    }
    assertThat(mode()).isEqualTo(Mode.CIRCUMNAVIGATION);
    assertThat(waited).as("the gate plans every ten seconds").isLessThanOrEqualTo(101);
    assertThat(event(ChaserEvent.GO_ACCEPTED).a()).isEqualTo(2);
  }

  @Test
  @Tag("GUI-100")
  void aKeptGoIsTakenBackBySafingAndLapsesAfterAnOrbit() {
    keepGoForTheEllipse();
    safing = Rung.HOLD;
    tickOnce();
    safing = Rung.NONE;
    sun_L = SUN_BEHIND;
    ticks(300);
    assertThat(mode()).as("after a safing a person says GO again").isEqualTo(Mode.HOLD);

    fresh(plan, OUTER);
    keepGoForTheEllipse();
    int waited = 0;
    while (last.events().stream().noneMatch(e -> e.event() == ChaserEvent.GO_EXPIRED)
        && waited++ < 70_000) {
      tickOnce();
    }
    assertThat(waited).isBetween(62_000, 63_000);
    sun_L = SUN_BEHIND;
    ticks(300);
    assertThat(mode()).isEqualTo(Mode.HOLD);
  }

  @Test
  @Tag("GUI-100")
  void aKeptGoOutlivesARestartOfTheProcessor() {
    keepGoForTheEllipse();
    StateWriter out = new StateWriter();
    logic.save(out);
    logic = new ModeLogic(PointMassFlight.configuration(OUTER, plan));
    logic.restore(new StateReader(out.bytes()));
    sun_L = SUN_BEHIND;
    ticks(200);
    assertThat(mode()).isEqualTo(Mode.CIRCUMNAVIGATION);
  }
}
