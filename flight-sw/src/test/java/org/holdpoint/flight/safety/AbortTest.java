package org.holdpoint.flight.safety;

import static org.assertj.core.api.Assertions.assertThat;

import org.holdpoint.dictionary.command.Abort;
import org.holdpoint.dictionary.command.Refusal;
import org.holdpoint.dictionary.command.Resume;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.telemetry.Direction;
import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.dictionary.telemetry.Rung;
import org.holdpoint.dictionary.telemetry.RungVerdict;
import org.holdpoint.dictionary.telemetry.Validity;
import org.holdpoint.flight.command.CommandReport;
import org.holdpoint.motion.Vec3;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The abort: at once, with any thruster failed, and never back. */
class AbortTest {
  private static final double DAY_S = 86400;

  private static Chaser holdingAt(double y_m, long seed) {
    Chaser chaser = new Chaser(seed, new Vec3(0, y_m, 0), Vec3.ZERO);
    chaser.keep(new Vec3(0, y_m, 0), 600);
    return chaser;
  }

  @Test
  @Tag("SAF-030")
  void firesItsFirstPulseInTheTickInWhichTheCommandArrives() {
    Chaser chaser = holdingAt(-250, 3);
    assertThat(chaser.applied.commands().firesAnyThruster()).isFalse();

    chaser.send(new Abort());
    chaser.tickOnce();

    assertThat(chaser.applied.commands().firesAnyThruster()).isTrue();
    assertThat(chaser.applied.substituted()).isTrue();
    assertThat(chaser.reports)
        .extracting(CommandReport::stage)
        .containsExactly(CommandReport.Stage.START, CommandReport.Stage.COMPLETION);
    assertThat(chaser.has(ChaserEvent.ABORT_DIRECTION)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
  @Tag("SAF-031")
  @Tag("SAF-032")
  @Tag("long")
  void givesItsDeltaVWithAnyThrusterFailedAndStaysOutsideForADay(int failed) {
    Chaser chaser = holdingAt(-250, 40 + failed);
    chaser.failedThruster = failed;
    Vec3 before = chaser.truth.v_L();
    chaser.send(new Abort());
    chaser.tickOnce();
    Direction direction = chaser.verdict.telemetry().abort_direction();

    double fastest_rad_s = 0;
    double burning_s = 0;
    while (chaser.verdict.abortDeltaVToGo_B_m_s() != null) {
      chaser.tickOnce();
      burning_s += 0.1;
      fastest_rad_s = Math.max(fastest_rad_s, chaser.rate_B.norm());
      assertThat(burning_s).isLessThanOrEqualTo(80);
    }

    Vec3 given = chaser.truth.v_L().minus(before);
    // The rotating frame adds up to 0.09 m/s across in 80 s; along the burn far less.
    assertThat(given.dot(AbortChoice.axis(direction))).isBetween(0.47, 0.53);
    assertThat(fastest_rad_s).isLessThan(0.1);
    assertThat(chaser.has(ChaserEvent.ABORT_BURN_ENDED)).isTrue();
    chaser.mode = Mode.ABORT_DRIFT;
    chaser.fly(5);
    assertThat(chaser.applied.commands().firesAnyThruster()).isFalse();
    assertThat(chaser.truth.coast(DAY_S, 10)).isGreaterThan(30);
  }

  @Test
  @Tag("SAF-033")
  void aSecondAbortDoesNotBurnTwice() {
    Chaser chaser = holdingAt(-250, 5);
    chaser.send(new Abort());
    chaser.fly(90);
    int events = chaser.events.size();
    chaser.send(new Abort());
    chaser.fly(2);

    assertThat(chaser.applied.commands().firesAnyThruster()).isFalse();
    assertThat(chaser.events).hasSize(events);
    assertThat(chaser.reports.get(chaser.reports.size() - 1))
        .returns(CommandReport.Stage.COMPLETION, CommandReport::stage)
        .returns(Refusal.NONE, CommandReport::refusal);
  }

  @Test
  @Tag("SAF-034")
  void resumeIsRefusedWhileTheBurnIsOnAndWithoutNavigation() {
    Chaser chaser = holdingAt(-250, 6);
    chaser.send(new Abort());
    chaser.fly(5);
    chaser.send(new Resume(1, Rung.ABORT));
    chaser.tickOnce();
    assertThat(last(chaser)).isEqualTo(Refusal.SAFING_ACTIVE);

    chaser.fly(90);
    chaser.mode = Mode.ABORT_DRIFT;
    chaser.navigationValidity = Validity.INVALID;
    chaser.send(new Resume(1, Rung.ABORT));
    chaser.tickOnce();
    assertThat(last(chaser)).isEqualTo(Refusal.NAVIGATION_INVALID);
    assertThat(chaser.verdict.active()).isEqualTo(Rung.ABORT);

    chaser.navigationValidity = Validity.VALID;
    chaser.send(new Resume(1, Rung.HOLD));
    chaser.tickOnce();
    assertThat(last(chaser)).isEqualTo(Refusal.SAFING_ACTIVE);

    chaser.send(new Resume(1, Rung.ABORT));
    chaser.tickOnce();
    assertThat(last(chaser)).isEqualTo(Refusal.NONE);
    assertThat(chaser.verdict.active()).isEqualTo(Rung.NONE);
    assertThat(chaser.verdict.nominalInhibited()).isFalse();
    assertThat(chaser.has(ChaserEvent.SAFING_ENDED)).isTrue();
  }

  private static Refusal last(Chaser chaser) {
    return chaser.reports.get(chaser.reports.size() - 1).refusal();
  }

  @Test
  @Tag("SAF-035")
  void aBlindMonitorUsesItsLatchForAMinuteAndThenTheLastKnownSide() {
    Chaser chaser = holdingAt(-250, 7);
    Direction latched = chaser.verdict.telemetry().abort_direction();
    assertThat(latched).isNotEqualTo(Direction.NONE);
    chaser.thermalOn = false;
    chaser.rangerOn = false;
    chaser.fly(20);
    assertThat(chaser.verdict.telemetry().monitor()).isEqualTo(Validity.STALE);
    assertThat(chaser.verdict.telemetry().abort_verdict()).isEqualTo(RungVerdict.UNKNOWN);
    assertThat(chaser.verdict.telemetry().hold_verdict()).isEqualTo(RungVerdict.UNKNOWN);
    Chaser later = holdingAt(-250, 7);
    later.thermalOn = false;
    later.rangerOn = false;
    later.fly(70);
    assertThat(later.verdict.telemetry().monitor()).isEqualTo(Validity.INVALID);

    chaser.send(new Abort());
    chaser.tickOnce();
    later.send(new Abort());
    later.tickOnce();

    assertThat(direction(chaser)).isEqualTo(latched);
    assertThat(direction(later)).isEqualTo(Direction.MINUS_Y);
    later.fly(80);
    assertThat(later.truth.coast(DAY_S, 10)).isGreaterThan(30);
  }

  private static Direction direction(Chaser chaser) {
    double code =
        chaser.events.stream()
            .filter(report -> report.event() == ChaserEvent.ABORT_DIRECTION)
            .findFirst()
            .orElseThrow()
            .a();
    return Direction.values()[(int) code];
  }

  @Test
  @Tag("SAF-036")
  void withoutImuTheBurnEndsByTime() {
    Chaser chaser = holdingAt(-250, 8);
    chaser.send(new Abort());
    chaser.tickOnce();
    chaser.imuOn = false;
    chaser.fly(79);
    assertThat(chaser.applied.commands().firesAnyThruster()).isTrue();
    chaser.fly(2);
    assertThat(chaser.applied.commands().firesAnyThruster()).isFalse();
    assertThat(chaser.truth.coast(DAY_S, 10)).isGreaterThan(30);
  }
}
