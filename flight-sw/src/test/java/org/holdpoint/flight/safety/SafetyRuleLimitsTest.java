package org.holdpoint.flight.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.dictionary.telemetry.Rung;
import org.holdpoint.dictionary.telemetry.Verdict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both sides of every limit: what just does not break a rule, and what just does not clear it. */
class SafetyRuleLimitsTest {
  /**
   * The edges of one row.
   *
   * @param breaks what breaks it
   * @param measured the event then says
   * @param limit the event says beside it
   * @param spares each just does not break it
   * @param keeps no longer broken, and yet it does not clear
   */
  record Edges(
      String id,
      Mode mode,
      Consumer<Picture> breaks,
      double measured,
      double limit,
      List<Consumer<Picture>> spares,
      Consumer<Picture> keeps) {
    @Override
    public String toString() {
      return id;
    }
  }

  private static double speedLimit_m_s(double range_m) {
    Picture picture = new Picture();
    picture.range_m = range_m;
    return picture.build().speedLimit_m_s();
  }

  static Stream<Edges> edges() {
    return Stream.of(
        new Edges(
            "SAF-101",
            Mode.DRIFT,
            p -> p.range_m = 30.3,
            29.9,
            30,
            List.of(p -> p.range_m = 30.4),
            p -> {
              p.range_m = 1.1 * DriftForecast.KEEP_OUT_M;
              p.position3sigma_m = 0;
            }),
        new Edges(
            "SAF-102",
            Mode.FORCED_APPROACH,
            p -> {
              p.corridorArmed = true;
              p.offVbar_deg = 10.5;
            },
            10.5,
            10,
            List.of(
                p -> {
                  p.corridorArmed = true;
                  p.offVbar_deg = 10;
                },
                p -> p.offVbar_deg = 20),
            p -> p.offVbar_deg = 8.001),
        new Edges(
            "SAF-103",
            Mode.RETREAT,
            p -> {
              p.tubeRadius_m = 50;
              p.tubeOffset_m = 51;
            },
            51,
            50,
            List.of(
                p -> {
                  p.tubeRadius_m = 50;
                  p.tubeOffset_m = 50;
                },
                p -> p.tubeOffset_m = 51),
            p -> p.tubeOffset_m = 40.001),
        new Edges(
            "SAF-104",
            Mode.FORCED_APPROACH,
            p -> {
              p.range_m = 90;
              p.closing_m_s = 0.12;
            },
            0.12,
            0.10,
            List.of(
                p -> {
                  p.range_m = 100;
                  p.closing_m_s = 0.15;
                },
                p -> {
                  p.range_m = 90;
                  p.closing_m_s = 0.10;
                  p.velocity3sigma_m_s = 0;
                },
                p -> {
                  p.range_m = 90;
                  p.closing_m_s = 0.11;
                  p.velocity3sigma_m_s = 0.02;
                }),
            p -> p.closing_m_s = 0.08),
        new Edges(
            "SAF-105",
            Mode.HOLD,
            p -> {
              p.closing_m_s = 0.3;
              p.speed_m_s = 0.7;
            },
            0.7,
            speedLimit_m_s(250),
            List.of(
                p -> {
                  p.range_m = 1000;
                  p.closing_m_s = 3;
                  p.speed_m_s = 3;
                },
                p -> {
                  p.closing_m_s = p.velocity3sigma_m_s;
                  p.speed_m_s = 3;
                },
                p -> {
                  p.velocity3sigma_m_s = 0;
                  p.closing_m_s = 0.3;
                  p.speed_m_s = speedLimit_m_s(250);
                },
                p -> {
                  p.velocity3sigma_m_s = 0.1;
                  p.closing_m_s = 0.3;
                  p.speed_m_s = 0.09 + speedLimit_m_s(250);
                }),
            p -> {
              p.closing_m_s = 0;
              p.speed_m_s = 0.9 * speedLimit_m_s(250);
            }),
        new Edges(
            "SAF-106",
            Mode.DRIFT,
            p -> {
              p.range_m = 120;
              p.closing_m_s = 0.1;
              p.brakingNeeded_m = 91;
            },
            91,
            89.6,
            List.of(
                p -> {
                  p.closing_m_s = 0;
                  p.brakingNeeded_m = 1000;
                },
                p -> {
                  p.range_m = 120;
                  p.position3sigma_m = 0;
                  p.closing_m_s = 0.1;
                  p.brakingNeeded_m = 90;
                }),
            p -> p.closing_m_s = 0),
        new Edges(
            "SAF-107",
            Mode.ESCAPE,
            p -> {
              p.driftSafeFor_s = 599;
              p.driftSmallest_m = 20;
            },
            20,
            30,
            List.of(p -> p.driftSafeFor_s = 600),
            p -> p.driftSafeFor_s = 1200),
        new Edges(
            "SAF-108",
            Mode.TRANSFER,
            p -> p.driftSmallest_m = 29,
            29,
            30,
            List.of(p -> p.driftSmallest_m = 30),
            p -> p.driftSmallest_m = 40),
        new Edges(
            "SAF-109",
            Mode.HOLD,
            p -> p.driftSmallest_m = 29,
            29,
            30,
            List.of(p -> p.driftSmallest_m = 30),
            p -> p.driftSmallest_m = 40),
        new Edges(
            "SAF-110",
            Mode.TRANSFER,
            p -> p.claimAge_s = 20.1,
            20.1,
            20,
            List.of(p -> p.claimAge_s = 20),
            p -> p.claimAge_s = 0.1),
        new Edges(
            "SAF-111",
            Mode.FORCED_APPROACH,
            p -> p.claimAge_s = 2.1,
            2.1,
            2,
            List.of(p -> p.claimAge_s = 2),
            p -> p.claimAge_s = 0.1),
        new Edges(
            "SAF-112",
            Mode.FORCED_APPROACH,
            p -> p.ownAge_s = Double.POSITIVE_INFINITY,
            1e9,
            10,
            List.of(p -> p.ownAge_s = 10),
            p -> p.ownAge_s = 5),
        new Edges(
            "SAF-113",
            Mode.TRANSFER,
            p -> p.disagreement_m = 5.1,
            5.1,
            5,
            List.of(p -> p.disagreement_m = 5),
            p -> p.disagreement_m = 0.7 * 5),
        new Edges(
            "SAF-114",
            Mode.HOLD,
            p -> p.propellant_kg = 1.9,
            1.9,
            2,
            List.of(p -> p.propellant_kg = 2),
            p -> p.propellant_kg = 2 + 0.1),
        new Edges(
            "SAF-160",
            Mode.PARK,
            p -> p.rate_deg_s = 1.6,
            1.6,
            1.5,
            List.of(p -> p.rate_deg_s = 1.5),
            p -> p.rate_deg_s = 1.2),
        new Edges(
            "SAF-161",
            Mode.FORCED_APPROACH,
            p -> p.rate_deg_s = 1.3,
            1.3,
            1.2,
            List.of(p -> p.rate_deg_s = 1.2),
            p -> p.rate_deg_s = 1.0),
        new Edges(
            "SAF-162",
            Mode.CHASE,
            p -> p.wheelMomentum_N_m_s = 7.6,
            7.6,
            7.5,
            List.of(p -> p.wheelMomentum_N_m_s = 7.5),
            p -> p.wheelMomentum_N_m_s = 6),
        new Edges(
            "SAF-163",
            Mode.CHASE,
            p -> p.torque_N_m = 0.2,
            2,
            1,
            List.of(p -> p.torque_N_m = 0.1, p -> p.force_N = 0.15),
            p -> p.torque_N_m = 0.05),
        new Edges(
            "SAF-164",
            Mode.FORCED_APPROACH,
            p -> p.sunAngle_deg = 29,
            29,
            30,
            List.of(p -> p.sunAngle_deg = 30),
            p -> p.sunAngle_deg = 32),
        new Edges(
            "SAF-165",
            Mode.TRANSFER,
            p -> p.batteryCharge = 0.3,
            0.3,
            0.35,
            List.of(p -> p.batteryCharge = 0.35),
            p -> p.batteryCharge = 0.45),
        new Edges(
            "SAF-166",
            Mode.PARK,
            p -> p.missedTicks = 3,
            3,
            2,
            List.of(p -> p.missedTicks = 2),
            p -> p.missedTicks = 1),
        new Edges(
            "SAF-167",
            Mode.FORCED_APPROACH,
            p -> p.groundHeardAge_s = 30.1,
            30.1,
            30,
            List.of(p -> p.groundHeardAge_s = 30),
            p -> p.groundHeardAge_s = 0.1),
        new Edges(
            "SAF-168",
            Mode.HOLD,
            p -> p.blind_s = 300.1,
            300.1,
            300,
            List.of(
                p -> p.blind_s = 300,
                p -> {
                  p.range_m = 3000;
                  p.blind_s = 500;
                }),
            p -> p.blind_s = 0.1),
        new Edges(
            "SAF-171",
            Mode.FORCED_APPROACH,
            p -> p.contactsMissed = 2,
            2,
            2,
            List.of(p -> p.contactsMissed = 1),
            p -> p.contactsMissed = 1),
        new Edges(
            "SAF-172",
            Mode.CHASE,
            p -> p.contactsMissed = 2,
            2,
            2,
            List.of(p -> p.contactsMissed = 1),
            p -> p.contactsMissed = 1));
  }

  private static SafetyRule rule(Edges edges) {
    return SafetyRules.RULES.stream()
        .filter(rule -> rule.id().equals(edges.id()))
        .findFirst()
        .orElseThrow();
  }

  private static List<EventReport> run(RuleWatch watch, Picture picture, int ticks) {
    List<EventReport> events = new ArrayList<>();
    for (int i = 0; i < ticks; i++) {
      watch.step(picture.build(), events);
    }
    return events;
  }

  private static RuleWatch tripped(Edges edges, Picture picture) {
    SafetyRule rule = rule(edges);
    RuleWatch watch = new RuleWatch(List.of(rule));
    edges.breaks().accept(picture);
    run(watch, picture, rule.persists_ticks());
    assertThat(watch.asked()).isEqualTo(rule.response());
    return watch;
  }

  @ParameterizedTest
  @MethodSource("edges")
  @Tag("SAF-003")
  void atItsLimitItIsNotBrokenHoweverLong(Edges edges) {
    SafetyRule rule = rule(edges);
    for (Consumer<Picture> spare : edges.spares()) {
      RuleWatch watch = new RuleWatch(List.of(rule));
      Picture picture = Picture.in(edges.mode());
      spare.accept(picture);
      assertThat(run(watch, picture, rule.persists_ticks() + 5)).isEmpty();
      assertThat(watch.verdict(rule.topic())).isEqualTo(Verdict.PASS);
    }
  }

  @ParameterizedTest
  @MethodSource("edges")
  @Tag("SAF-003")
  void itsEventSaysWhatWasMeasuredAndTheLimit(Edges edges) {
    SafetyRule rule = rule(edges);
    Picture picture = Picture.in(edges.mode());
    edges.breaks().accept(picture);
    List<EventReport> events =
        run(new RuleWatch(List.of(rule)), picture, rule.persists_ticks() + 5);
    assertThat(events).hasSize(1);
    assertThat(events.get(0).event()).isEqualTo(rule.event());
    assertThat(events.get(0).a()).isCloseTo(edges.measured(), within(1e-9));
    assertThat(events.get(0).b()).isCloseTo(edges.limit(), within(1e-9));
  }

  @ParameterizedTest
  @MethodSource("edges")
  @Tag("SAF-003")
  void betweenItsLimitAndItsClearConditionItStaysTripped(Edges edges) {
    Picture picture = Picture.in(edges.mode());
    RuleWatch watch = tripped(edges, picture);
    edges.keeps().accept(picture);
    assertThat(rule(edges).judge(picture.build())).isEqualTo(RuleOutcome.FALSE);
    assertThat(run(watch, picture, 50)).isEmpty();
    assertThat(watch.asked()).isEqualTo(rule(edges).response());
    assertThat(watch.verdict(rule(edges).topic())).isEqualTo(Verdict.FAIL);
  }

  @ParameterizedTest
  @MethodSource("edges")
  @Tag("SAF-004")
  void dataOfItsGreatestAgeAreJudgedOlderOnesAreNot(Edges edges) {
    SafetyRule rule = rule(edges);
    for (SafetyRule.Source source : rule.data()) {
      Picture picture = Picture.in(edges.mode());
      edges.breaks().accept(picture);
      if (!age(picture, source, rule.staleAfter_s())) {
        continue; // always known
      }
      assertThat(rule.judge(picture.build())).isNotEqualTo(RuleOutcome.STALE);
      age(picture, source, rule.staleAfter_s() * 1.001);
      assertThat(rule.judge(picture.build())).isEqualTo(RuleOutcome.STALE);
      age(picture, source, Double.NaN);
      assertThat(rule.judge(picture.build())).isEqualTo(RuleOutcome.STALE);
    }
  }

  /** Makes the data of a source this old; false when they have no age. */
  private static boolean age(Picture picture, SafetyRule.Source source, double age_s) {
    switch (source) {
      case OWN_STATE -> picture.ownAge_s = age_s;
      case OUTLOOK -> picture.outlookAge_s = age_s;
      case CLAIM -> picture.claimAge_s = age_s;
      case IMU -> picture.imuAge_s = age_s;
      case THRUST -> picture.thrustAge_s = age_s;
      case ATTITUDE -> picture.attitudeAge_s = age_s;
      case POWER -> picture.batteryAge_s = age_s;
      case PRESENT -> {
        return false;
      }
    }
    return true;
  }

  @ParameterizedTest
  @MethodSource("edges")
  @Tag("SAF-006")
  void resumeSilencesItOrIsForbiddenAsItsRowSays(Edges edges) {
    Picture picture = Picture.in(edges.mode());
    RuleWatch watch = tripped(edges, picture);
    boolean byNobody = rule(edges).override() == SafetyRule.Override.NOBODY;
    assertThat(watch.forbidsResume()).isEqualTo(byNobody);
    watch.mask();
    assertThat(watch.asked()).isEqualTo(Rung.NONE);
    run(watch, picture, 5);
    assertThat(watch.asked()).as("until it has cleared").isEqualTo(Rung.NONE);
  }

  @ParameterizedTest
  @MethodSource("edges")
  @Tag("SAF-003")
  void inAModeInWhichItIsNotArmedItIsSilentAndForgets(Edges edges) {
    SafetyRule rule = rule(edges);
    for (Mode other : Mode.values()) {
      if (rule.armedIn().contains(other)) {
        continue;
      }
      Picture picture = Picture.in(edges.mode());
      RuleWatch watch = tripped(edges, picture);
      picture.mode = other;
      run(watch, picture, 1);
      assertThat(watch.asked()).isEqualTo(Rung.NONE);
      assertThat(watch.forbidsResume()).isFalse();
      assertThat(watch.verdict(rule.topic())).isEqualTo(Verdict.NOT_APPLICABLE);
    }
  }
}
