package org.holdpoint.flight.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.holdpoint.dictionary.telemetry.Direction;
import org.holdpoint.motion.Vec3;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How one abort direction is scored, and which of two alike wins. */
class AbortChoiceTest {
  private static final double N_RAD_S = 1.1068e-3;

  private final DriftForecast forecast = new DriftForecast(N_RAD_S, 1.5);
  private final AbortChoice choice = new AbortChoice(forecast, N_RAD_S);

  private static double[] sharp() {
    double[] p = new double[36];
    for (int i = 0; i < 3; i++) {
      p[7 * i] = 0.01;
      p[7 * (3 + i)] = 1e-8;
    }
    return p;
  }

  /** The state half a burn of 80 s later with 0.5 m/s and its error of 5 mm/s on each axis. */
  private DriftOutlook after(double[] state, Direction direction) {
    double[] phi = new double[36];
    double[] x = new double[6];
    double[] p = new double[36];
    FreeDrift.transition(N_RAD_S, 40, phi);
    FreeDrift.carryState(phi, state, x);
    FreeDrift.carryCovariance(phi, sharp(), new double[36], p);
    Vec3 axis = AbortChoice.axis(direction);
    x[3] += 0.5 * axis.x();
    x[4] += 0.5 * axis.y();
    x[5] += 0.5 * axis.z();
    for (int i = 21; i < 36; i += 7) {
      p[i] += 2.5e-5;
    }
    return forecast.look(x, p, 86_400, 0);
  }

  @Test
  @Tag("SAF-037")
  void eachDirectionIsScoredAsAnImpulseInTheMiddleOfTheLongestBurn() {
    double[] state = {10, -250, 20, 0.01, 0.02, -0.01};
    for (Direction direction : AbortChoice.ORDER) {
      DriftOutlook wanted = after(state, direction);
      AbortChoice.Best found = choice.better(AbortChoice.Best.NONE, direction, state, sharp());
      assertThat(found.direction()).isEqualTo(direction);
      assertThat(found.smallest_m())
          .as(direction.name())
          .isCloseTo(wanted.smallest_m(), within(1e-9));
      assertThat(found.end_m()).as(direction.name()).isCloseTo(wanted.end_m(), within(1e-9));
    }
  }

  @Test
  @Tag("SAF-037")
  void ofTwoThatAreAlikeTheOneThatEndsFartherAwayWins() {
    double[] state = {10, -250, 20, 0.01, 0.02, -0.01};
    DriftOutlook minusY = after(state, Direction.MINUS_Y);
    double smallest_m = minusY.smallest_m();
    double end_m = minusY.end_m();
    for (double edge_m : new double[] {-0.99, 0, 0.99}) {
      assertThat(against(state, smallest_m + edge_m, end_m - 1))
          .as("alike by %s m, ends farther", edge_m)
          .isEqualTo(Direction.MINUS_Y);
      assertThat(against(state, smallest_m + edge_m, end_m + 1))
          .as("alike by %s m, ends nearer", edge_m)
          .isEqualTo(Direction.PLUS_Z);
    }
    assertThat(against(state, smallest_m - 1.01, end_m + 1e5))
        .as("safer by more than a metre")
        .isEqualTo(Direction.MINUS_Y);
    assertThat(against(state, smallest_m + 1.01, 0))
        .as("less safe by more than a metre")
        .isEqualTo(Direction.PLUS_Z);
  }

  private Direction against(double[] state, double smallest_m, double end_m) {
    return choice
        .better(
            new AbortChoice.Best(Direction.PLUS_Z, smallest_m, end_m),
            Direction.MINUS_Y,
            state,
            sharp())
        .direction();
  }

  @Test
  @Tag("SAF-037")
  void aRoundBeginsWithTheLatchedDirectionAndHasEachOnce() {
    for (Direction latched : AbortChoice.ORDER) {
      assertThat(AbortChoice.inTurn(0, latched)).isEqualTo(latched);
      Direction[] round = new Direction[AbortChoice.ORDER.length];
      for (int i = 0; i < round.length; i++) {
        round[i] = AbortChoice.inTurn(i, latched);
      }
      assertThat(round).containsExactlyInAnyOrder(AbortChoice.ORDER);
    }
    assertThat(AbortChoice.inTurn(0, Direction.NONE)).isEqualTo(AbortChoice.ORDER[0]);
  }
}
