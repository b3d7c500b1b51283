package org.holdpoint.flight.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.dictionary.telemetry.Rung;
import org.holdpoint.dictionary.telemetry.SafingSource;
import org.holdpoint.dictionary.telemetry.Verdict;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row of the policy trips, holds on, and clears as its row says. */
class SafetyRulesTest {
  /** What breaks a rule and what clears it again, in which mode. */
  record Story(String id, Mode mode, Consumer<Picture> breaks, Consumer<Picture> clears) {
    @Override
    public String toString() {
      return id;
    }
  }

  static Stream<Story> stories() {
    return Stream.of(
        new Story("SAF-101", Mode.TRANSFER, p -> p.range_m = 30.3, p -> p.range_m = 34),
        new Story(
            "SAF-102",
            Mode.FORCED_APPROACH,
            p -> {
              p.corridorArmed = true;
              p.offVbar_deg = 10.5;
            },
            p -> p.offVbar_deg = 8),
        new Story(
            "SAF-103",
            Mode.TRANSFER,
            p -> {
              p.tubeRadius_m = 50;
              p.tubeOffset_m = 51;
            },
            p -> p.tubeOffset_m = 40),
        new Story(
            "SAF-104",
            Mode.TRANSFER,
            p -> {
              p.range_m = 90;
              p.closing_m_s = 0.12;
              p.speed_m_s = 0.12;
            },
            p -> p.closing_m_s = 0.07),
        new Story(
            "SAF-105",
            Mode.TRANSFER,
            p -> {
              p.closing_m_s = 0.3;
              p.speed_m_s = 0.7;
            },
            p -> p.speed_m_s = 0.5),
        new Story(
            "SAF-106",
            Mode.HOLD,
            p -> {
              p.range_m = 120;
              p.closing_m_s = 0.1;
              p.brakingNeeded_m = 91;
            },
            p -> p.closing_m_s = -0.01),
        new Story("SAF-107", Mode.HOLD, p -> p.driftSafeFor_s = 500, p -> p.driftSafeFor_s = 1300),
        new Story(
            "SAF-108",
            Mode.CIRCUMNAVIGATION,
            p -> p.driftSmallest_m = 29,
            p -> p.driftSmallest_m = 41),
        new Story("SAF-109", Mode.HOLD, p -> p.driftSmallest_m = 29, p -> p.driftSmallest_m = 41),
        new Story("SAF-110", Mode.HOLD, p -> p.claimAge_s = 20.1, p -> p.claimAge_s = 0),
        new Story("SAF-111", Mode.FORCED_APPROACH, p -> p.claimAge_s = 2.1, p -> p.claimAge_s = 0),
        new Story("SAF-112", Mode.FORCED_APPROACH, p -> p.ownAge_s = 10.1, p -> p.ownAge_s = 1),
        new Story("SAF-113", Mode.HOLD, p -> p.disagreement_m = 5.1, p -> p.disagreement_m = 3),
        new Story("SAF-114", Mode.HOLD, p -> p.propellant_kg = 1.9, p -> p.propellant_kg = 2.2),
        new Story("SAF-160", Mode.HOLD, p -> p.rate_deg_s = 1.51, p -> p.rate_deg_s = 1.19),
        new Story(
            "SAF-161", Mode.FORCED_APPROACH, p -> p.rate_deg_s = 1.21, p -> p.rate_deg_s = 0.99),
        new Story(
            "SAF-162",
            Mode.PARK,
            p -> p.wheelMomentum_N_m_s = 7.51,
            p -> p.wheelMomentum_N_m_s = 5.99),
        new Story("SAF-163", Mode.HOLD, p -> p.force_N = 0.151, p -> p.force_N = 0.074),
        new Story(
            "SAF-164", Mode.FORCED_APPROACH, p -> p.sunAngle_deg = 29.9, p -> p.sunAngle_deg = 33),
        new Story("SAF-165", Mode.HOLD, p -> p.batteryCharge = 0.34, p -> p.batteryCharge = 0.46),
        new Story("SAF-166", Mode.CHASE, p -> p.missedTicks = 3, p -> p.missedTicks = 0),
        new Story(
            "SAF-167",
            Mode.FORCED_APPROACH,
            p -> p.groundHeardAge_s = 30.1,
            p -> p.groundHeardAge_s = 0),
        new Story("SAF-168", Mode.TRANSFER, p -> p.blind_s = 300.1, p -> p.blind_s = 0),
        new Story("SAF-170", Mode.HOLD, p -> p.contactsMissed = 1, p -> p.contactsMissed = 0),
        new Story(
            "SAF-171", Mode.CIRCUMNAVIGATION, p -> p.contactsMissed = 2, p -> p.contactsMissed = 0),
        new Story("SAF-172", Mode.CHASE, p -> p.contactsMissed = 2, p -> p.contactsMissed = 0));
  }

  private static SafetyRule rule(String id) {
    return SafetyRules.RULES.stream()
        .filter(rule -> rule.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Tag("SAF-003")
  void everyRowHasItsStory() {
    assertThat(stories().map(Story::id))
        .containsExactlyInAnyOrderElementsOf(
            SafetyRules.RULES.stream().map(SafetyRule::id).toList());
  }

  @ParameterizedTest
  @MethodSource("stories")
  @Tag("SAF-003")
  void tripsOnTheTickThatCompletesItsPersistenceAndClearsByItsOwnCondition(Story story) {
    SafetyRule rule = rule(story.id());
    RuleWatch watch = new RuleWatch(List.of(rule));
    List<EventReport> events = new ArrayList<>();
    Picture picture = Picture.in(story.mode());
    watch.step(picture.build(), events);
    assertThat(watch.verdict(rule.topic())).isEqualTo(Verdict.PASS);

    story.breaks().accept(picture);
    for (int i = 1; i < rule.persists_ticks(); i++) {
      watch.step(picture.build(), events);
    }
    assertThat(events).isEmpty();
    assertThat(watch.asked()).isEqualTo(Rung.NONE);
    watch.step(picture.build(), events);
    assertThat(watch.asked()).isEqualTo(rule.response());
    assertThat(watch.askedBy()).isEqualTo(rule.topic());
    watch.step(picture.build(), events);
    assertThat(events).extracting(EventReport::event).containsExactly(rule.event());

    story.clears().accept(picture);
    watch.step(picture.build(), events);
    assertThat(watch.asked()).isEqualTo(Rung.NONE);
    assertThat(watch.verdict(rule.topic())).isEqualTo(Verdict.PASS);
  }

  @ParameterizedTest
  @MethodSource("stories")
  @Tag("SAF-003")
  void aBreakShorterThanThePersistenceDoesNotTrip(Story story) {
    SafetyRule rule = rule(story.id());
    RuleWatch watch = new RuleWatch(List.of(rule));
    List<EventReport> events = new ArrayList<>();
    Picture broken = Picture.in(story.mode());
    story.breaks().accept(broken);
    for (int burst = 0; burst < 5; burst++) {
      for (int i = 1; i < rule.persists_ticks(); i++) {
        watch.step(broken.build(), events);
      }
      watch.step(Picture.in(story.mode()).build(), events);
    }
    assertThat(events).isEmpty();
  }

  @Test
  @Tag("SAF-004")
  void oldDataShowAsUnknownAndNeitherTripNorClear() {
    SafetyRule rule = rule("SAF-101");
    RuleWatch watch = new RuleWatch(List.of(rule));
    List<EventReport> events = new ArrayList<>();
    Picture picture = Picture.in(Mode.TRANSFER);
    picture.range_m = 20;
    picture.ownAge_s = 6;
    for (int i = 0; i < 100; i++) {
      watch.step(picture.build(), events);
    }
    assertThat(events).isEmpty();
    assertThat(watch.verdict(SafingSource.KEEP_OUT)).isEqualTo(Verdict.UNKNOWN);

    picture.ownAge_s = 0;
    for (int i = 0; i < 3; i++) {
      watch.step(picture.build(), events);
    }
    picture.ownAge_s = 6;
    picture.range_m = 500;
    watch.step(picture.build(), events);
    assertThat(watch.asked()).isEqualTo(Rung.ABORT);
  }

  @Test
  @Tag("SAF-004")
  void aValueThatIsNoNumberIsAnErrorNotAPass() {
    SafetyRule rule = rule("SAF-114");
    Picture picture = new Picture();
    picture.propellant_kg = Double.NaN;
    assertThat(rule.judge(picture.build())).isEqualTo(RuleOutcome.ERROR);
    RuleWatch watch = new RuleWatch(List.of(rule));
    watch.step(picture.build(), new ArrayList<>());
    assertThat(watch.verdict(SafingSource.PROPELLANT)).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  @Tag("SAF-005")
  void theWorstResponseWins() {
    RuleWatch watch = new RuleWatch(SafetyRules.RULES);
    Picture picture = new Picture();
    picture.disagreement_m = 20;
    picture.propellant_kg = 1;
    run(watch, picture, 40);
    assertThat(watch.asked()).isEqualTo(Rung.HOLD);
    run(watch, picture, 100);
    assertThat(watch.asked()).isEqualTo(Rung.RETREAT);
    picture.range_m = 25;
    run(watch, picture, 3);
    assertThat(watch.asked()).isEqualTo(Rung.ABORT);
    assertThat(watch.askedBy()).isEqualTo(SafingSource.KEEP_OUT);
  }

  private static void run(RuleWatch watch, Picture picture, int ticks) {
    for (int i = 0; i < ticks; i++) {
      watch.step(picture.build(), new ArrayList<>());
    }
  }

  @Test
  @Tag("SAF-006")
  void aMaskedRuleIsSilentUntilItHasClearedOnce() {
    RuleWatch watch = new RuleWatch(List.of(rule("SAF-113")));
    Picture picture = new Picture();
    picture.disagreement_m = 20;
    run(watch, picture, 40);
    assertThat(watch.forbidsResume()).isFalse();
    watch.mask();
    run(watch, picture, 100);
    assertThat(watch.asked()).isEqualTo(Rung.NONE);
    assertThat(watch.verdict(SafingSource.DISAGREEMENT)).isEqualTo(Verdict.FAIL);
    picture.disagreement_m = 1;
    run(watch, picture, 1);
    picture.disagreement_m = 20;
    run(watch, picture, 30);
    assertThat(watch.asked()).isEqualTo(Rung.HOLD);
  }

  @Test
  @Tag("SAF-003")
  void aRuleIsNotApplicableOutsideItsModes() {
    RuleWatch watch = new RuleWatch(List.of(rule("SAF-102")));
    Picture picture = Picture.in(Mode.TRANSFER);
    picture.offVbar_deg = 20;
    run(watch, picture, 100);
    assertThat(watch.verdict(SafingSource.CORRIDOR)).isEqualTo(Verdict.NOT_APPLICABLE);
    assertThat(watch.asked()).isEqualTo(Rung.NONE);
  }

  @Test
  @Tag("SAF-040")
  void countersSurviveSaveAndRestore() {
    RuleWatch watch = new RuleWatch(SafetyRules.RULES);
    Picture picture = new Picture();
    picture.disagreement_m = 20;
    run(watch, picture, 29);
    StateWriter out = new StateWriter();
    watch.save(out);
    RuleWatch restored = new RuleWatch(SafetyRules.RULES);
    restored.restore(new StateReader(out.bytes()));
    List<EventReport> events = new ArrayList<>();
    restored.step(picture.build(), events);
    assertThat(events)
        .extracting(EventReport::event)
        .containsExactly(ChaserEvent.RANGER_DISAGREEMENT);
  }
}
