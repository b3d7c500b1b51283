package org.holdpoint.flight.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdpoint.flight.command.CommandReport.Stage.COMPLETION;
import static org.holdpoint.flight.command.CommandReport.Stage.START;

import org.holdpoint.dictionary.command.Abort;
import org.holdpoint.dictionary.command.Escape;
import org.holdpoint.dictionary.command.Hold;
import org.holdpoint.dictionary.command.Refusal;
import org.holdpoint.dictionary.command.Resume;
import org.holdpoint.dictionary.command.Retreat;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.dictionary.telemetry.Rung;
import org.holdpoint.dictionary.telemetry.RungVerdict;
import org.holdpoint.dictionary.telemetry.Validity;
import org.holdpoint.flight.ActuatorCommands;
import org.holdpoint.flight.command.CommandReport;
import org.holdpoint.flight.control.WantedActuation;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.Vec3;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Commands and rules push the response up; RESUME takes it back; unsafe rungs go up. */
class SafingTest {

  private static Chaser at250(long seed) {
    Chaser chaser = new Chaser(seed, new Vec3(0, -250, 0), Vec3.ZERO);
    chaser.keep(new Vec3(0, -250, 0), 400);
    assertThat(chaser.alarms()).isEmpty();
    return chaser;
  }

  @Test
  @Tag("SAF-020")
  void aHoldCompletesWhenTheModeAnswersAndStaysUntilResume() {
    Chaser chaser = at250(21);
    chaser.send(new Hold());
    chaser.tickOnce();
    assertThat(chaser.reports).extracting(CommandReport::stage).containsExactly(START);
    assertThat(chaser.verdict.active()).isEqualTo(Rung.HOLD);
    assertThat(chaser.verdict.nominalInhibited()).isFalse();
    chaser.tickOnce();
    assertThat(chaser.reports).extracting(CommandReport::stage).containsExactly(START, COMPLETION);

    chaser.send(new Hold());
    chaser.fly(1);
    assertThat(chaser.reports).hasSize(4);
    assertThat(chaser.verdict.telemetry().safing_count()).isEqualTo(1);

    chaser.fly(60);
    assertThat(chaser.verdict.active()).isEqualTo(Rung.HOLD);
    chaser.send(new Resume(1, Rung.HOLD));
    chaser.tickOnce();
    assertThat(chaser.verdict.active()).isEqualTo(Rung.NONE);
  }

  @Test
  @Tag("SAF-021")
  void aHoldThatNobodyAnswersFailsItsCompletionWithinTwoSecondsOrSo() {
    Chaser chaser = at250(22);
    chaser.send(new Hold());
    for (int i = 0; i < 25; i++) {
      chaser.tickOnce();
      chaser.handled = Rung.NONE;
    }
    assertThat(chaser.reports.get(1))
        .returns(COMPLETION, CommandReport::stage)
        .returns(Refusal.EFFECT_NOT_SEEN, CommandReport::refusal);
  }

  @Test
  @Tag("SAF-022")
  void aLowerRungIsRefusedWhileAHigherOneIsInForce() {
    Chaser chaser = at250(23);
    chaser.send(new Retreat());
    chaser.fly(1);
    chaser.send(new Hold());
    chaser.tickOnce();
    assertThat(chaser.verdict.active()).isEqualTo(Rung.RETREAT);
    assertThat(chaser.reports.get(chaser.reports.size() - 1).refusal())
        .isEqualTo(Refusal.SAFING_ACTIVE);
    chaser.send(new Abort());
    chaser.tickOnce();
    assertThat(chaser.verdict.active()).isEqualTo(Rung.ABORT);
    assertThat(chaser.verdict.telemetry().safing_count()).isEqualTo(2);
  }

  @Test
  @Tag("SAF-022")
  void resumeWithNothingInForceIsRefused() {
    Chaser chaser = at250(24);
    chaser.send(new Resume(1, Rung.HOLD));
    chaser.tickOnce();
    assertThat(chaser.reports.get(0).refusal()).isEqualTo(Refusal.ALREADY_SO);
  }

  @Test
  @Tag("SAF-023")
  void anUnsafeHoldBecomesARetreatAndAnUnsafeRetreatAnAbort() {
    // Below the target and behind it: drifts forward, 37.7 m an orbit for each metre below.
    Chaser chaser = new Chaser(25, new Vec3(-6, -200, 0), Vec3.ZERO);
    chaser.fly(200);
    assertThat(chaser.verdict.telemetry().hold_verdict()).isEqualTo(RungVerdict.UNSAFE);
    assertThat(chaser.verdict.telemetry().retreat_verdict()).isEqualTo(RungVerdict.SAFE);
    chaser.send(new Hold());
    chaser.tickOnce();
    assertThat(chaser.verdict.active()).isEqualTo(Rung.RETREAT);
    assertThat(chaser.has(ChaserEvent.SAFING_ESCALATED)).isTrue();

    Chaser near = new Chaser(26, new Vec3(0, -28, 0), Vec3.ZERO);
    near.mode = Mode.DRIFT;
    near.fly(1);
    near.send(new Abort());
    near.fly(60);
    assertThat(near.verdict.active()).isEqualTo(Rung.ABORT);
  }

  @Test
  @Tag("SAF-060")
  void escapeIsJudgedLiveAndTakesHoldLikeTheRungsBelowIt() {
    Chaser chaser = at250(60);
    assertThat(chaser.verdict.telemetry().escape_verdict()).isEqualTo(RungVerdict.SAFE);
    assertThat(chaser.verdict.telemetry().escape_range_3sigma_m()).isGreaterThan(30);
    assertThat(chaser.verdict.telemetry().escape_valid_for_s()).isGreaterThan(600);
    chaser.send(new Escape());
    chaser.fly(0.2);
    assertThat(chaser.verdict.active()).isEqualTo(Rung.ESCAPE);
    assertThat(chaser.verdict.nominalInhibited()).isFalse();
    assertThat(chaser.reports).extracting(CommandReport::stage).containsExactly(START, COMPLETION);
    chaser.send(new Retreat());
    chaser.tickOnce();
    assertThat(chaser.reports.get(chaser.reports.size() - 1).refusal())
        .isEqualTo(Refusal.SAFING_ACTIVE);
    chaser.send(new Abort());
    chaser.tickOnce();
    assertThat(chaser.verdict.active()).isEqualTo(Rung.ABORT);
  }

  @Test
  @Tag("SAF-061")
  void anEscapeWithoutNavigationBecomesAnAbort() {
    Chaser chaser = at250(61);
    chaser.navigationValidity = Validity.INVALID;
    chaser.send(new Escape());
    chaser.tickOnce();
    assertThat(chaser.verdict.active()).isEqualTo(Rung.ABORT);
    assertThat(chaser.has(ChaserEvent.SAFING_ESCALATED)).isTrue();
  }

  @Test
  @Tag("SAF-062")
  void aRungThatNobodyAnswersGoesUpAfterTwoSecondsWhenDriftingIsUnsafe() {
    // Below the target and behind it: drifts forward, 37.7 m an orbit for each metre below.
    Chaser chaser = new Chaser(62, new Vec3(-6, -200, 0), Vec3.ZERO);
    chaser.fly(200);
    assertThat(chaser.verdict.telemetry().hold_verdict()).isEqualTo(RungVerdict.UNSAFE);
    chaser.send(new Retreat());
    chaser.tickOnce();
    assertThat(chaser.verdict.active()).isEqualTo(Rung.RETREAT);
    chaser.handled = Rung.NONE;
    for (int i = 1; i < 20; i++) {
      chaser.tickOnce();
      chaser.handled = Rung.NONE;
      assertThat(chaser.verdict.active()).as("tick %s", i).isEqualTo(Rung.RETREAT);
    }
    chaser.tickOnce();
    assertThat(chaser.verdict.active()).isEqualTo(Rung.ESCAPE);
  }

  @Test
  @Tag("SAF-062")
  void aRetreatThatLosesNavigationOnItsWayBecomesAnAbortWhenDriftingIsUnsafe() {
    Chaser chaser = new Chaser(64, new Vec3(-6, -200, 0), Vec3.ZERO);
    chaser.fly(200);
    chaser.send(new Retreat());
    for (int i = 0; i < 30; i++) {
      chaser.mode = Mode.RETREAT;
      chaser.tickOnce();
    }
    assertThat(chaser.verdict.active()).as("on its way").isEqualTo(Rung.RETREAT);
    chaser.navigationValidity = Validity.INVALID;
    for (int i = 0; i <= 20; i++) {
      assertThat(chaser.verdict.active()).as("adrift, tick %s", i).isEqualTo(Rung.RETREAT);
      chaser.mode = Mode.DRIFT;
      chaser.tickOnce();
    }
    assertThat(chaser.verdict.active()).isEqualTo(Rung.ABORT);
  }

  @Test
  @Tag("SAF-062")
  void aRungThatNobodyAnswersStaysWhileDriftingIsSafe() {
    Chaser chaser = at250(63);
    chaser.send(new Retreat());
    for (int i = 0; i < 100; i++) {
      chaser.tickOnce();
      chaser.handled = Rung.NONE;
    }
    assertThat(chaser.verdict.active()).isEqualTo(Rung.RETREAT);
  }

  @Test
  @Tag("SAF-024")
  void aRampOfNavigationsRangerRaisesTheAlarmAndHolds() {
    Chaser chaser = at250(27);
    long start = chaser.number;
    while (chaser.verdict.active() == Rung.NONE && chaser.number < start + 600) {
      chaser.navigationError_L = new Vec3(0, -0.5 * (chaser.number - start) * 0.1, 0);
      chaser.tickOnce();
    }
    double seconds = (chaser.number - start) * 0.1;
    assertThat(chaser.verdict.active()).isEqualTo(Rung.HOLD);
    assertThat(chaser.has(ChaserEvent.RANGER_DISAGREEMENT)).isTrue();
    assertThat(seconds).isBetween(10.0, 20.0);

    // Nobody burns on a state that is in doubt: neither to keep the point nor to stop at one.
    chaser.fly(10);
    assertThat(chaser.verdict.nominalInhibited()).isTrue();

    // The operator knows better and goes on: the rule is silent until it has cleared.
    chaser.send(new Resume(1, Rung.HOLD));
    chaser.fly(10);
    assertThat(chaser.verdict.active()).isEqualTo(Rung.NONE);
    assertThat(chaser.verdict.nominalInhibited()).isFalse();
  }

  @Test
  @Tag("SAF-024")
  void aWayOutThatAPersonAskedForIsFlownInDoubtAsWell() {
    Chaser chaser = at250(28);
    chaser.navigationError_L = new Vec3(0, -12, 0);
    chaser.fly(10);
    assertThat(chaser.verdict.active()).isEqualTo(Rung.HOLD);
    assertThat(chaser.verdict.nominalInhibited()).isTrue();
    chaser.send(new Retreat());
    chaser.fly(1);
    assertThat(chaser.verdict.active()).isEqualTo(Rung.RETREAT);
    assertThat(chaser.verdict.nominalInhibited()).isFalse();
  }

  @Test
  @Tag("SAF-025")
  @Tag("long")
  void driftingIntoTheKeepOutSphereAborts() {
    Vec3 start = new Vec3(0, -150, 0);
    Vec3 towardsTheTarget = Chaser.departure(1.1068e-3, start, Vec3.ZERO, 1500);
    Chaser chaser = new Chaser(28, start, towardsTheTarget);
    chaser.mode = Mode.TRANSFER;
    double smallest = 1e9;
    for (int i = 0; i < 12000; i++) {
      chaser.tickOnce();
      chaser.mode = chaser.verdict.active() == Rung.ABORT ? Mode.ABORT : Mode.TRANSFER;
      smallest = Math.min(smallest, chaser.truth.range_m());
    }
    assertThat(chaser.verdict.active()).isEqualTo(Rung.ABORT);
    assertThat(chaser.has(ChaserEvent.PASSIVE_SAFETY_RULE)).isTrue();
    assertThat(smallest).isGreaterThan(30);
  }

  @Test
  @Tag("SAF-038")
  void theGatePassesWhatControlWantsUntilTheMonitorInhibitsIt() {
    Chaser chaser = at250(29);
    int[] on = new int[ActuatorCommands.THRUSTERS];
    on[13] = 100;
    ActuatorCommands commands = new ActuatorCommands(on, new Vec3(0.1, -7, 5));
    WantedActuation wanted = new WantedActuation(commands, Vec3.ZERO, 0);
    AppliedActuation passed =
        chaser.gate.step(chaser.tick(), wanted, chaser.verdict, chaser.monitor.own());
    assertThat(passed.substituted()).isFalse();
    assertThat(passed.commands()).isSameAs(commands);

    chaser.send(new Abort());
    chaser.fly(85);
    AppliedActuation inhibited =
        chaser.gate.step(chaser.tick(), wanted, chaser.verdict, chaser.monitor.own());
    assertThat(inhibited.substituted()).isTrue();
    assertThat(inhibited.commands().firesAnyThruster()).isFalse();
    assertThat(inhibited.commands().wheelTorque_B_N_m()).isEqualTo(new Vec3(0.1, -0.2, 0.2));
  }

  @Test
  @Tag("SAF-040")
  void savedAndRestoredAtAnyTickItContinuesAsIfNeverInterrupted() {
    Seeded random = new Seeded(5);
    for (int trial = 0; trial < 3; trial++) {
      long stop = 2000 + (long) (random.uniform() * 700);
      Chaser whole = script(31, Long.MAX_VALUE);
      Chaser parted = script(31, stop);
      assertThat(state(parted)).isEqualTo(state(whole));
      assertThat(parted.events).isEqualTo(whole.events);
      assertThat(parted.verdict.telemetry()).isEqualTo(whole.verdict.telemetry());
      assertThat(parted.truth.chaser).isEqualTo(whole.truth.chaser);
    }
  }

  /** HOLD at 205 s, ABORT at 230 s; both parts of the onboard state are renewed at a tick. */
  private static Chaser script(long seed, long renewedAt) {
    Chaser chaser = new Chaser(seed, new Vec3(0, -250, 0), Vec3.ZERO);
    while (chaser.number < 2800) {
      if (chaser.number == renewedAt) {
        byte[] state = state(chaser);
        SafetyMonitor monitor = new SafetyMonitor(chaser.configuration);
        ActuatorGate gate = new ActuatorGate(chaser.configuration);
        StateReader in = new StateReader(state);
        monitor.restore(in);
        gate.restore(in);
        assertThat(in.atEnd()).isTrue();
        chaser.monitor = monitor;
        chaser.gate = gate;
      }
      if (chaser.number == 2050) {
        chaser.send(new Hold());
      }
      if (chaser.number == 2300) {
        chaser.send(new Abort());
      }
      chaser.tickOnce();
    }
    return chaser;
  }

  private static byte[] state(Chaser chaser) {
    StateWriter out = new StateWriter();
    chaser.monitor.save(out);
    chaser.gate.save(out);
    return out.bytes();
  }
}
