package org.holdpoint.flight.guidance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.holdpoint.dictionary.telemetry.Direction;
import org.holdpoint.motion.ClohessyWiltshire;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Vec3;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where guidance escapes to. */
class EscapeChoiceTest {
  private static final double N = 1.1068e-3;

  private static double[] covariance(double position_m, double velocity_m_s) {
    double[] p = new double[36];
    for (int i = 0; i < 3; i++) {
      p[7 * i] = position_m * position_m;
      p[21 + 7 * i] = velocity_m_s * velocity_m_s;
    }
    return p;
  }

  @Test
  @Tag("GUI-162")
  void fromASeededHundredStatesTheEscapeStaysOutsideForADay() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 100; i++) {
      double range_m = 60 + 1400 * random.nextDouble();
      double angle = 2 * Math.PI * random.nextDouble();
      Vec3 r =
          new Vec3(
              0.4 * range_m * Math.cos(angle),
              range_m * Math.sin(angle),
              0.4 * range_m * (random.nextDouble() - 0.5));
      double speed_m_s = 0.08;
      Vec3 v =
          new Vec3(
              speed_m_s * (random.nextDouble() - 0.5),
              speed_m_s * (random.nextDouble() - 0.5),
              speed_m_s * (random.nextDouble() - 0.5));
      RelativeState now = new RelativeState(r, v);
      if (now.range_m() < 60) {
        continue;
      }
      EscapeChoice choice = EscapeChoice.of(now, covariance(0.2, 0.001), N);
      RelativeState after = now.plusDeltaV(EscapeChoice.deltaV_L_m_s(choice.direction()));
      double smallest_m = after.range_m();
      for (double t = 0; t < 86_400; t += 20) {
        smallest_m =
            Math.min(smallest_m, ClohessyWiltshire.propagate(after, N, t).r_CT_L_m().norm());
      }
      assertThat(choice.smallest_m()).as("%s", now).isGreaterThanOrEqualTo(30);
      assertThat(smallest_m).as("%s %s", now, choice).isGreaterThanOrEqualTo(30);
    }
  }

  @Test
  @Tag("GUI-163")
  void aDriftThatIsAsSafeAsAnyBurnIsLeftAlone() {
    // Behind and above: drifts further behind for ever.
    RelativeState leaving = new RelativeState(new Vec3(50, -600, 0), new Vec3(0, -1.5 * N * 50, 0));
    EscapeChoice choice = EscapeChoice.of(leaving, covariance(0.1, 0.0001), N);
    assertThat(choice.direction()).isEqualTo(Direction.NONE);
    assertThat(EscapeChoice.deltaV_L_m_s(choice.direction())).isEqualTo(Vec3.ZERO);
  }

  @Test
  @Tag("GUI-164")
  void within100mAndFortyFiveDegreesABurnAwayBlowsOnTheTarget() {
    assertThat(EscapeChoice.blowsOnTarget(Direction.MINUS_Y, new Vec3(0, -99, 0))).isTrue();
    assertThat(EscapeChoice.blowsOnTarget(Direction.MINUS_Y, new Vec3(0, -100, 0))).isFalse();
    assertThat(EscapeChoice.blowsOnTarget(Direction.PLUS_Y, new Vec3(0, -99, 0))).isFalse();
    assertThat(EscapeChoice.blowsOnTarget(Direction.MINUS_Y, new Vec3(49, -50, 0))).isTrue();
    assertThat(EscapeChoice.blowsOnTarget(Direction.MINUS_Y, new Vec3(51, -50, 0))).isFalse();
    assertThat(EscapeChoice.blowsOnTarget(Direction.NONE, new Vec3(0, -50, 0))).isFalse();
  }

  @Test
  @Tag("GUI-164")
  void nearTheTargetItBlowsOnItOnlyWhenNoOtherWayIsSafe() {
    RelativeState above = new RelativeState(new Vec3(80, -20, 0), Vec3.ZERO);
    EscapeChoice clean = EscapeChoice.of(above, covariance(0.1, 0.0005), N);
    assertThat(clean.smallest_m()).isGreaterThanOrEqualTo(30);
    assertThat(EscapeChoice.blowsOnTarget(clean.direction(), above.r_CT_L_m())).isFalse();

    // On V-bar only along-track leaves for good: radial and cross-track burns come back.
    RelativeState behind = new RelativeState(new Vec3(0, -50, 0), Vec3.ZERO);
    EscapeChoice only = EscapeChoice.of(behind, covariance(0.1, 0.0005), N);
    assertThat(only.smallest_m()).isGreaterThanOrEqualTo(30);
    assertThat(only.direction()).isEqualTo(Direction.MINUS_Y);
  }

  @Test
  @Tag("GUI-162")
  void withoutAStateItGoesAwayAlongVbarOnTheLastKnownSide() {
    assertThat(EscapeChoice.blind(new Vec3(0, -200, 0))).isEqualTo(Direction.MINUS_Y);
    assertThat(EscapeChoice.blind(new Vec3(0, 200, 0))).isEqualTo(Direction.PLUS_Y);
    assertThat(EscapeChoice.blind(Vec3.ZERO)).isEqualTo(Direction.PLUS_Y);
  }
}
