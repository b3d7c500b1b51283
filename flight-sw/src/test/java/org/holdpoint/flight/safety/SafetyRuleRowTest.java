package org.holdpoint.flight.safety;

import static org.assertj.core.api.Assertions.assertThat;

import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.dictionary.telemetry.Rung;
import org.holdpoint.dictionary.telemetry.SafingSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A row of the policy says what it was written with, and judges by nothing else. */
class SafetyRuleRowTest {
  private static SafetyRule row() {
    return SafetyRule.rule("SAF-999", "too near")
        .reports(SafingSource.KEEP_OUT, ChaserEvent.PASSIVE_SAFETY_RULE)
        .compares("range", MonitorPicture::range_m)
        .with("100 m", picture -> 100)
        .when("range < 100 m", picture -> picture.range_m() < 100)
        .clearsWhen("range > 120 m", picture -> picture.range_m() > 120)
        .staleAfter_s(2, SafetyRule.Source.OWN_STATE)
        .persists_ticks(7)
        .responds(Rung.RETREAT)
        .armedIn(Mode.HOLD, Mode.TRANSFER)
        .override(SafetyRule.Override.RESUME)
        .because("a test says so");
  }

  @Test
  @Tag("SAF-020")
  void everyColumnIsAsWritten() {
    SafetyRule row = row();
    assertThat(row.id()).isEqualTo("SAF-999");
    assertThat(row.name()).isEqualTo("too near");
    assertThat(row.topic()).isEqualTo(SafingSource.KEEP_OUT);
    assertThat(row.event()).isEqualTo(ChaserEvent.PASSIVE_SAFETY_RULE);
    assertThat(row.measured().text()).isEqualTo("range");
    assertThat(row.limit().text()).isEqualTo("100 m");
    assertThat(row.broken().text()).isEqualTo("range < 100 m");
    assertThat(row.clear().text()).isEqualTo("range > 120 m");
    assertThat(row.data()).containsExactly(SafetyRule.Source.OWN_STATE);
    assertThat(row.staleAfter_s()).isEqualTo(2);
    assertThat(row.persists_ticks()).isEqualTo(7);
    assertThat(row.response()).isEqualTo(Rung.RETREAT);
    assertThat(row.armedIn()).containsExactlyInAnyOrder(Mode.HOLD, Mode.TRANSFER);
    assertThat(row.override()).isEqualTo(SafetyRule.Override.RESUME);
    assertThat(row.because()).isEqualTo("a test says so");
    assertThat(row.needsTarget()).isTrue();
  }

  @Test
  @Tag("SAF-020")
  void itIsJudgedByItsConditionWhileItsDataAreFreshAndNumbers() {
    SafetyRule row = row();
    Picture picture = new Picture();
    picture.range_m = 99;
    assertThat(row.judge(picture.build())).isEqualTo(RuleOutcome.TRUE);
    assertThat(row.clear().of().test(picture.build())).isFalse();
    picture.range_m = 101;
    assertThat(row.judge(picture.build())).isEqualTo(RuleOutcome.FALSE);
    picture.range_m = 121;
    assertThat(row.clear().of().test(picture.build())).isTrue();
    picture.ownAge_s = 2;
    assertThat(row.judge(picture.build())).isEqualTo(RuleOutcome.FALSE);
    picture.ownAge_s = 2.1;
    assertThat(row.judge(picture.build())).isEqualTo(RuleOutcome.STALE);
    picture.ownAge_s = 0;
    picture.range_m = Double.NaN;
    assertThat(row.judge(picture.build())).isEqualTo(RuleOutcome.ERROR);
  }

  @Test
  @Tag("SAF-020")
  void aRowThatSaysNothingNeverTripsAndAsksForNothing() {
    SafetyRule silent = SafetyRule.rule("SAF-998", "nothing").because("to see the defaults");
    assertThat(silent.judge(new Picture().build())).isEqualTo(RuleOutcome.FALSE);
    assertThat(silent.clear().of().test(new Picture().build())).isTrue();
    assertThat(silent.response()).isEqualTo(Rung.NONE);
    assertThat(silent.armedIn()).isEmpty();
    assertThat(silent.needsTarget()).isFalse();
    assertThat(silent.override()).isEqualTo(SafetyRule.Override.NOBODY);
  }
}
