package org.holdpoint.flight.mode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.holdpoint.dictionary.command.Refusal;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.GateCriterion;
import org.holdpoint.dictionary.telemetry.GatePacket.Criterion;
import org.holdpoint.dictionary.telemetry.LegKind;
import org.holdpoint.dictionary.telemetry.Rung;
import org.holdpoint.dictionary.telemetry.Validity;
import org.holdpoint.dictionary.telemetry.Verdict;
import org.holdpoint.flight.guidance.LegAssessment;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A gate opens, stays and shuts by its criteria, each on both sides of its limit. */
class GateTest {
  /** Limits of a hop: 15 m, 8 m, 0.01 m/s, 3 deg, 25 m. */
  private LegKind next = LegKind.RADIAL_HOP;

  private int id = 1;
  private Refusal refusal = Refusal.NONE;
  private double smallest_m = 100;
  private Validity navigation = Validity.VALID;
  private Validity monitor = Validity.VALID;
  private double range_m = 1000;
  private double sigma_m = 15;
  private double off_m = 8;
  private double speed_m_s = 0.01;
  private double attitude_deg = 3;
  private double disagreement_m = 25;
  private double after_kg = 2;
  private Rung safing = Rung.NONE;
  private double litFor_s = 1000;
  private double forced_s;

  private final Gate gate = new Gate();
  private final List<EventReport> events = new ArrayList<>();

  private void judge(int times) {
    for (int i = 0; i < times; i++) {
      gate.judge(
          new Gate.Facts(
              id,
              next,
              new LegAssessment(refusal, null, smallest_m, 0.3),
              navigation,
              range_m,
              sigma_m,
              off_m,
              speed_m_s,
              attitude_deg,
              monitor,
              disagreement_m,
              after_kg,
              2,
              safing,
              litFor_s,
              forced_s,
              5677),
          events);
    }
  }

  private Verdict verdict(GateCriterion id) {
    return gate.criteria().stream()
        .filter(criterion -> criterion.id() == id)
        .map(Criterion::verdict)
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Tag("GUI-041")
  void itOpensAfterThreePassesAtTheLimitsAndShutsAfterTwoFailures() {
    judge(2);
    assertThat(gate.open()).isFalse();
    assertThat(events).isEmpty();
    judge(1);
    assertThat(gate.open()).isTrue();
    assertThat(events).containsExactly(new EventReport(ChaserEvent.GATE_OPENED, 1, 0, 0));
    judge(5);
    assertThat(events).hasSize(1);
    off_m = 11;
    judge(1);
    assertThat(gate.open()).isTrue();
    judge(1);
    assertThat(gate.open()).isFalse();
    assertThat(events.get(1))
        .isEqualTo(
            new EventReport(ChaserEvent.GATE_CLOSED, 1, GateCriterion.POSITION_ERROR_M.code(), 11));
    judge(5);
    assertThat(events).hasSize(2);
  }

  @Test
  @Tag("GUI-041")
  void oneFailureBetweenPassesNeitherShutsNorLetsItOpen() {
    judge(2);
    safing = Rung.HOLD;
    judge(1);
    safing = Rung.NONE;
    judge(2);
    assertThat(gate.open()).isFalse();
    judge(1);
    assertThat(gate.open()).isTrue();
    for (int i = 0; i < 4; i++) {
      safing = Rung.HOLD;
      judge(1);
      safing = Rung.NONE;
      judge(1);
    }
    assertThat(gate.open()).isTrue();
  }

  private void fails(GateCriterion which, Runnable breaks) {
    gate.leave();
    breaks.run();
    judge(4);
    assertThat(gate.open()).as("%s", which).isFalse();
    assertThat(verdict(which)).isEqualTo(Verdict.FAIL);
    assertThat(gate.firstFailing().id()).isEqualTo(which);
  }

  @Test
  @Tag("GUI-041")
  void eachCriterionBeyondItsLimitKeepsItShut() {
    fails(GateCriterion.NAVIGATION_3_SIGMA_M, () -> sigma_m = 15.01);
    sigma_m = 15;
    fails(GateCriterion.POSITION_ERROR_M, () -> off_m = 8.01);
    off_m = 8;
    fails(GateCriterion.SPEED_M_S, () -> speed_m_s = 0.0101);
    speed_m_s = 0.01;
    fails(GateCriterion.ATTITUDE_ERROR_DEG, () -> attitude_deg = 3.01);
    attitude_deg = 3;
    fails(GateCriterion.MONITOR_AGREES_M, () -> disagreement_m = 25.1);
    disagreement_m = 25;
    fails(GateCriterion.NO_SAFING, () -> safing = Rung.HOLD);
    safing = Rung.NONE;
    fails(GateCriterion.NEXT_LEG_SAFE_M, () -> refusal = Refusal.UNSAFE);
    refusal = Refusal.NONE;
    fails(GateCriterion.PROPELLANT_KG, () -> after_kg = 1.99);
  }

  @Test
  @Tag("GUI-041")
  void whatPassedFailsOnlyAQuarterBeyondItsLimit() {
    judge(3);
    off_m = 10;
    speed_m_s = 0.0125;
    sigma_m = 18.75;
    attitude_deg = 3.75;
    disagreement_m = 31.25;
    judge(5);
    assertThat(gate.open()).isTrue();
    attitude_deg = 3.76;
    judge(2);
    assertThat(gate.open()).isFalse();
  }

  @Test
  @Tag("GUI-042")
  void aLegThatWasSafeStaysSoWithAQuarterOfSlackAndNoMore() {
    judge(3);
    refusal = Refusal.UNSAFE;
    smallest_m = 24.1;
    judge(4);
    assertThat(gate.open()).isTrue();
    smallest_m = 24;
    judge(2);
    assertThat(gate.open()).isFalse();
    assertThat(verdict(GateCriterion.NEXT_LEG_SAFE_M)).isEqualTo(Verdict.FAIL);
    smallest_m = 29;
    judge(4);
    assertThat(gate.open()).as("no slack for what has failed").isFalse();
    gate.leave();
    refusal = Refusal.UNREACHABLE;
    smallest_m = 100;
    judge(4);
    assertThat(gate.open()).isFalse();
  }

  @Test
  @Tag("GUI-041")
  void whatIsNotKnownIsUnknownAndKeepsItShut() {
    navigation = Validity.STALE;
    judge(4);
    assertThat(gate.open()).isFalse();
    assertThat(verdict(GateCriterion.NAVIGATION_VALID)).isEqualTo(Verdict.FAIL);
    assertThat(verdict(GateCriterion.NAVIGATION_3_SIGMA_M)).isEqualTo(Verdict.UNKNOWN);
    assertThat(verdict(GateCriterion.POSITION_ERROR_M)).isEqualTo(Verdict.UNKNOWN);
    assertThat(verdict(GateCriterion.SPEED_M_S)).isEqualTo(Verdict.UNKNOWN);
    assertThat(verdict(GateCriterion.MONITOR_AGREES_M)).isEqualTo(Verdict.UNKNOWN);
    assertThat(verdict(GateCriterion.NEXT_LEG_SAFE_M)).isEqualTo(Verdict.UNKNOWN);
    assertThat(verdict(GateCriterion.ATTITUDE_ERROR_DEG)).isEqualTo(Verdict.PASS);
    navigation = Validity.VALID;
    monitor = Validity.INVALID;
    judge(4);
    assertThat(gate.open()).isFalse();
    assertThat(verdict(GateCriterion.MONITOR_AGREES_M)).isEqualTo(Verdict.UNKNOWN);
    assertThat(verdict(GateCriterion.MONITOR_VALID)).isEqualTo(Verdict.FAIL);
    assertThat(gate.firstFailing().id()).isEqualTo(GateCriterion.MONITOR_AGREES_M);
  }

  @Test
  @Tag("GUI-041")
  void farAwayItIsJudgedByAPartOfTheRangeAndWithoutTheMonitor() {
    next = LegKind.PHASE;
    monitor = Validity.INVALID;
    range_m = 20_000;
    sigma_m = 3000;
    off_m = 1e5;
    speed_m_s = 10;
    attitude_deg = 10;
    disagreement_m = 1e6;
    judge(3);
    assertThat(gate.open()).isTrue();
    assertThat(verdict(GateCriterion.MONITOR_VALID)).isEqualTo(Verdict.NOT_APPLICABLE);
    assertThat(verdict(GateCriterion.POSITION_ERROR_M)).isEqualTo(Verdict.NOT_APPLICABLE);
    gate.leave();
    sigma_m = 3000.1;
    judge(4);
    assertThat(gate.open()).isFalse();
  }

  @Test
  @Tag("GUI-041")
  void whereNothingDepartsItNeverOpensAndShowsItsRowsAllTheSame() {
    next = LegKind.NONE;
    judge(5);
    assertThat(gate.open()).isFalse();
    assertThat(gate.criteria()).hasSize(11);
    assertThat(gate.criteria().get(9).id()).isEqualTo(GateCriterion.NONE);
    assertThat(gate.firstFailing().id()).isEqualTo(GateCriterion.NAVIGATION_VALID);
  }

  @Test
  @Tag("GUI-041")
  void anotherGateBeginsShut() {
    judge(3);
    id = 2;
    judge(1);
    assertThat(gate.open()).isFalse();
    judge(2);
    assertThat(gate.open()).isTrue();
    gate.leave();
    assertThat(gate.open()).isFalse();
    assertThat(gate.criteria()).hasSize(11);
  }

  @Test
  @Tag("GUI-006")
  void itsCountsSurviveARestore() {
    judge(2);
    StateWriter out = new StateWriter();
    gate.save(out);
    judge(1);
    assertThat(gate.open()).isTrue();
    gate.restore(new StateReader(out.bytes()));
    assertThat(gate.open()).isFalse();
    judge(1);
    assertThat(gate.open()).isTrue();
  }

  @Test
  @Tag("GUI-041")
  void everyKindOfLegHasItsLimitsOrIsNamed() {
    for (GateLimits row : GateLimits.ROWS) {
      assertThat(GateLimits.of(row.kind())).isSameAs(row);
    }
    assertThat(GateLimits.ROWS).extracting(GateLimits::kind).doesNotHaveDuplicates();
  }

  @Test
  @Tag("GUI-176")
  void aForcedLegWaitsForLightThatLastsToItsEndAndOtherLegsDoNotAskForIt() {
    judge(3);
    assertThat(gate.open()).isTrue();
    forced_s = 1001;
    judge(2);
    assertThat(gate.open()).isFalse();
    assertThat(gate.firstFailing().id()).isEqualTo(GateCriterion.LIT_FOR_S);
    litFor_s = 1300;
    judge(3);
    assertThat(gate.open()).isTrue();
  }
}
