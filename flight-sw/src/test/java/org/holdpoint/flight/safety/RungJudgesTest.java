package org.holdpoint.flight.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.holdpoint.dictionary.telemetry.Direction;
import org.holdpoint.dictionary.telemetry.RungVerdict;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.Vec3;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Verdicts on ESCAPE and RETREAT against each of their candidates flown by itself. */
class RungJudgesTest {
  private static final double N_RAD_S = 1.1068e-3;
  private static final double DAY_S = 86_400;

  private final DriftForecast forecast = new DriftForecast(N_RAD_S, 1.5);
  private final double[] p = new double[36];

  RungJudgesTest() {
    for (int i = 0; i < 3; i++) {
      p[7 * i] = 0.09;
      p[7 * (3 + i)] = 2.5e-7;
    }
  }

  /** Range over a day after a burn of an escape along an axis. */
  private double escape_m(double[] state, Direction direction) {
    double[] phi = new double[36];
    double[] then = new double[6];
    double[] covariance = new double[36];
    FreeDrift.transition(N_RAD_S, EscapeJudge.LEAD_S / 2, phi);
    FreeDrift.carryState(phi, state, then);
    FreeDrift.carryCovariance(phi, p, new double[36], covariance);
    Vec3 axis = AbortChoice.axis(direction);
    then[3] += 0.3 * axis.x();
    then[4] += 0.3 * axis.y();
    then[5] += 0.3 * axis.z();
    for (int i = 21; i < 36 && direction != Direction.NONE; i += 7) {
      covariance[i] += 9e-6;
    }
    return forecast.look(then, covariance, DAY_S, 0).smallest_m();
  }

  @Test
  @Tag("SAF-060")
  void afterARoundTheEscapeIsTheBestOfAllDirections() {
    double[][] states = {
      {0, -250, 0, 0, 0, 0},
      {0, 250, 0, 0, 0, 0},
      {40, 60, 30, 0, -0.1, 0},
      {-50, -120, 10, 0.05, 0.05, 0},
      {0, -60, 60, 0.01, 0, 0.05},
    };
    for (double[] state : states) {
      EscapeJudge judge = new EscapeJudge(forecast, N_RAD_S);
      double best_m = 0;
      for (Direction direction : Direction.values()) {
        best_m = Math.max(best_m, escape_m(state, direction));
      }
      RungOutlook found = RungOutlook.UNKNOWN;
      for (int second = 0; second < Direction.values().length; second++) {
        found = judge.judge(state, p, 5000);
      }
      assertThat(found.smallest_m()).isCloseTo(best_m, within(1e-6));
      assertThat(found.verdict()).isEqualTo(best_m >= 30 ? RungVerdict.SAFE : RungVerdict.UNSAFE);
      assertThat(found.validFor_s()).isEqualTo(best_m >= 30 ? 4970 : 0);
    }
  }

  @Test
  @Tag("SAF-060")
  void untilAllDirectionsWereLookedAtNothingFoundIsUnknownAndThenUnsafe() {
    double[] inside = {0, -20, 0, 0, 0, 0};
    EscapeJudge judge = new EscapeJudge(forecast, N_RAD_S);
    int all = Direction.values().length;
    for (int round = 0; round < 2; round++) {
      for (int second = 1; second < all; second++) {
        assertThat(judge.judge(inside, p, 0)).as("look %s", second).isEqualTo(RungOutlook.UNKNOWN);
      }
      assertThat(judge.judge(inside, p, 0).verdict()).isEqualTo(RungVerdict.UNSAFE);
      assertThat(judge.judge(inside, p, 0).verdict()).isEqualTo(RungVerdict.UNSAFE);
      judge.startAgain();
    }
  }

  @Test
  @Tag("SAF-040")
  void anEscapeHalfLookedAtSurvivesARestore() {
    double[] state = {-50, -120, 10, 0.05, 0.05, 0};
    EscapeJudge judge = new EscapeJudge(forecast, N_RAD_S);
    for (int second = 0; second < 4; second++) {
      judge.judge(state, p, 100);
    }
    StateWriter out = new StateWriter();
    judge.save(out);
    EscapeJudge restored = new EscapeJudge(forecast, N_RAD_S);
    restored.restore(new StateReader(out.bytes()));
    for (int second = 0; second < 8; second++) {
      assertThat(restored.judge(state, p, 100)).isEqualTo(judge.judge(state, p, 100));
    }
  }

  @Test
  @Tag("SAF-060")
  void aRungIsValidUntilDriftingOnIsNotLessItsLead() {
    assertThat(RungOutlook.of(29.9, 1000, 100))
        .isEqualTo(new RungOutlook(RungVerdict.UNSAFE, 29.9, 0));
    assertThat(RungOutlook.of(30, 1000, 100)).isEqualTo(new RungOutlook(RungVerdict.SAFE, 30, 900));
    assertThat(RungOutlook.of(50, 60, 100)).isEqualTo(new RungOutlook(RungVerdict.SAFE, 50, 0));
  }

  @Test
  @Tag("SAF-033")
  void theRetreatIsTheBestOfItsThreeDurationsWithTheSecondBurnMissed() {
    RetreatJudge judge = new RetreatJudge(forecast, N_RAD_S);
    Vec3 out = new Vec3(0, -1000, 0);
    Vec3[] from = {
      new Vec3(0, -250, 0), new Vec3(30, -150, 40), new Vec3(-60, 20, 90), new Vec3(0, 200, 5)
    };
    for (Vec3 r : from) {
      double[] state = {r.x(), r.y(), r.z(), 0.01, -0.02, 0.03};
      double best_m = 0;
      for (double part : new double[] {0.25, 0.4, 0.6}) {
        double seconds = part * forecast.period_s();
        double[] phi = new double[36];
        FreeDrift.transition(N_RAD_S, seconds, phi);
        Vec3 v = Chaser.departure(N_RAD_S, r, out, seconds);
        double[] start = {r.x(), r.y(), r.z(), v.x(), v.y(), v.z()};
        double[] end = new double[6];
        FreeDrift.carryState(phi, start, end);
        assertThat(new Vec3(end[0], end[1], end[2]).minus(out).norm()).isLessThan(1e-6);
        double burn = v.minus(new Vec3(0.01, -0.02, 0.03)).norm();
        double sigma = 0.001 + 0.005 * burn;
        double[] after = p.clone();
        for (int i = 21; i < 36; i += 7) {
          after[i] += sigma * sigma;
        }
        if (burn < 2) {
          best_m =
              Math.max(best_m, forecast.look(start, after, forecast.period_s(), 0).smallest_m());
        }
      }
      assertThat(judge.smallest_m(state, p, out)).isCloseTo(best_m, within(1e-6));
    }
  }

  @Test
  @Tag("SAF-033")
  void aRetreatThatCostsMoreThanTwoMetresPerSecondIsNone() {
    RetreatJudge judge = new RetreatJudge(forecast, N_RAD_S);
    double[] state = {0, -250, 0, 0, 0, 0};
    assertThat(judge.smallest_m(state, p, new Vec3(0, -30_000, 0))).isZero();
  }
}
