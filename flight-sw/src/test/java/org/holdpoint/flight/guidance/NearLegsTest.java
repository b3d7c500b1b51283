package org.holdpoint.flight.guidance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.holdpoint.dictionary.Xyz;
import org.holdpoint.dictionary.command.Refusal;
import org.holdpoint.dictionary.telemetry.LegKind;
import org.holdpoint.dictionary.telemetry.PlanPacket.Leg;
import org.holdpoint.motion.ClohessyWiltshire;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Vec3;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NearLegsTest {
  private static final double N = 1.10678e-3;
  private static final double ORBIT_S = 2 * Math.PI / N;
  private static final double DAY_S = 86_400;
  private static final double SIGMA_M = 0.5;
  private static final double SIGMA_M_S = 0.0005;

  /** What Clohessy-Wiltshire, at some kilometres, and three sigma by axes may be off. */
  private static final double MODEL_M = 3;

  @Test
  @Tag("GUI-090")
  void beyondTheTargetFourImpulsesAreSafeWhereTwoAreNot() {
    LegAssessment two = plan(LegKind.TWO_IMPULSE, new Xyz(0, 250, 0), 0, hold(-250));
    LegAssessment four = plan(LegKind.MULTI_IMPULSE, new Xyz(0, 250, 0), 0, hold(-250));
    assertThat(two.refusal()).isEqualTo(Refusal.UNSAFE);
    assertThat(four.refusal()).isEqualTo(Refusal.NONE);
    assertThat(planned(four).then()).isNotNull();
    assertThat(four.deltaV_m_s()).isLessThan(1);
    Vec3 end = planned(four).last().r_CT_L_m();
    assertThat(end.minus(new Vec3(0, 250, 0)).norm()).isLessThan(0.1);
  }

  @Test
  @Tag("GUI-091")
  void aCoellipticDriftGoesNearerButNotPastTheTarget() {
    LegAssessment nearer = plan(LegKind.COELLIPTIC, new Xyz(0, -1000, 0), 0, hold(-3000));
    assertThat(nearer.refusal()).isEqualTo(Refusal.NONE);
    // Less than 0.4 m/s would do, were only fifths of each burn judged.
    assertThat(nearer.deltaV_m_s()).isLessThan(0.5);
    assertThat(plan(LegKind.COELLIPTIC, new Xyz(0, 300, 0), 0, hold(-300)).refusal())
        .isEqualTo(Refusal.UNSAFE);
  }

  @Test
  @Tag("GUI-092")
  void theSignOfCrossTrackIsTheSenseOfTheEllipse() {
    for (int sign = -1; sign <= 1; sign += 2) {
      LegAssessment entry =
          plan(LegKind.CIRCUMNAVIGATE, new Xyz(100, 200, sign * 100), 0, hold(-250));
      assertThat(entry.refusal()).isEqualTo(Refusal.NONE);
      RelativeState on = planned(entry).end();
      // Along-track and cross-track positions go together, or against each other.
      assertThat(on.r_CT_L_m().z() * 2).isCloseTo(sign * on.r_CT_L_m().y(), near(0.1));
    }
  }

  @Test
  @Tag("GUI-093")
  void aWalkingEllipsePassesTheTargetAtTheRateThatItsTimeGives() {
    double time_s = 3 * ORBIT_S;
    LegAssessment walk = plan(LegKind.WALKING_ELLIPSE, new Xyz(100, 300, 100), time_s, hold(-300));
    assertThat(walk.refusal()).isEqualTo(Refusal.NONE);
    RelativeState on = planned(walk).end();
    double left_s = time_s - planned(walk).coast_s();
    RelativeState end = ClohessyWiltshire.propagate(on, N, left_s);
    assertThat(SafetyEllipse.centre_m(end, N)).isCloseTo(300, near(1));
    double nearest = Double.MAX_VALUE;
    for (double t = 0; t < left_s; t += 20) {
      nearest = Math.min(nearest, ClohessyWiltshire.propagate(on, N, t).r_CT_L_m().norm());
    }
    assertThat(nearest).isBetween(60.0, 110.0);
  }

  @Test
  @Tag("GUI-094")
  void parkingAtOneAndThreeKilometresIsSafeForADayWhereRestIsNot() {
    for (double y : new double[] {-1000, -3000, 1000, 3000}) {
      LegAssessment park = plan(LegKind.PARKING_ELLIPSE, new Xyz(100, y, 100), 0, hold(y));
      assertThat(park.refusal()).isEqualTo(Refusal.NONE);
      for (int drag = -1; drag <= 1; drag++) {
        for (RelativeState off : spread(planned(park).end())) {
          assertThat(FreeFlight.smallestRange_m(off, N, DAY_S, drag))
              .as("y %s, drag %s", y, drag)
              .isGreaterThan(PassiveSafety.KEEP_OUT_M);
        }
      }
    }
  }

  @Test
  @Tag("GUI-095")
  void departureGoesBeyondTenKilometresAndIsSafeForADay() {
    for (double y : new double[] {-250, -1000, 1000}) {
      double to = Math.copySign(12_000, y);
      LegAssessment out = plan(LegKind.DEPART, new Xyz(100, to, 100), 0, hold(y));
      assertThat(out.refusal()).isEqualTo(Refusal.NONE);
      assertThat(out.deltaV_m_s()).isLessThan(0.6);
      double left_s = 4 * ORBIT_S - planned(out).coast_s();
      RelativeState end = ClohessyWiltshire.propagate(planned(out).end(), N, left_s);
      assertThat(end.range_m()).isGreaterThan(10_000);
      for (RelativeState off : spread(planned(out).end())) {
        assertThat(FreeFlight.smallestRange_m(off, N, DAY_S, 0))
            .isGreaterThan(PassiveSafety.KEEP_OUT_M);
      }
    }
    assertThat(plan(LegKind.DEPART, new Xyz(100, -5000, 100), 0, hold(-250)).refusal())
        .isEqualTo(Refusal.UNREACHABLE);
  }

  @ParameterizedTest
  @EnumSource(
      value = LegKind.class,
      names = {
        "RADIAL_HOP",
        "TWO_IMPULSE",
        "MULTI_IMPULSE",
        "COELLIPTIC",
        "CIRCUMNAVIGATE",
        "WALKING_ELLIPSE",
        "PARKING_ELLIPSE",
        "DEPART"
      })
  @Tag("GUI-096")
  void noPartOfAnyBurnOfAnAcceptedPlanLeadsToTheTarget(LegKind kind) {
    Random random = new Random(90 + kind.code());
    int accepted = 0;
    int tried = 0;
    while (accepted < 25 && tried < 200) {
      tried++;
      RelativeState from = drawn(random);
      LegAssessment found = plan(kind, target(kind, from, random), 0, from);
      if (found.refusal() != Refusal.NONE) {
        continue;
      }
      accepted++;
      double nearest = nearest(planned(found), from, random);
      assertThat(nearest)
          .as("%s from %s, said %s", kind, from, found.smallestRange_m())
          .isGreaterThan(PassiveSafety.KEEP_OUT_M - MODEL_M);
    }
    assertThat(accepted).as("accepted of %s", tried).isGreaterThanOrEqualTo(10);
  }

  /** Smallest range over every burn missed, given in parts as they come or whole, 3 sigma off. */
  private static double nearest(TransferPlan plan, RelativeState from, Random random) {
    RelativeState now = ClohessyWiltshire.propagate(from, N, plan.wait_s());
    RelativeState arrived = plan.end().plusDeltaV(plan.stopDeltaV_L_m_s().negated());
    double nearest = Double.MAX_VALUE;
    for (double part : new double[] {0, random.nextDouble(), random.nextDouble(), 1}) {
      boolean holds = part < 0.2 && rests(now);
      nearest = Math.min(nearest, nearest(now, plan.startDeltaV_L_m_s(), part, holds));
    }
    for (double part : new double[] {random.nextDouble(), random.nextDouble(), 1}) {
      boolean holds = part > 0.8 && rests(plan.end());
      nearest = Math.min(nearest, nearest(arrived, plan.stopDeltaV_L_m_s(), part, holds));
    }
    TransferPlan then = plan.then();
    return then == null ? nearest : Math.min(nearest, nearest(then, plan.end(), random));
  }

  private static boolean rests(RelativeState state) {
    return state.v_CT_L_m_s().equals(Vec3.ZERO);
  }

  /** A hold is kept by control and judged for one orbit, everything else for two. */
  private static double nearest(RelativeState at, Vec3 deltaV_L_m_s, double part, boolean holds) {
    double time_s = (holds ? 1 : 2) * ORBIT_S;
    double nearest = Double.MAX_VALUE;
    for (RelativeState off : spread(at.plusDeltaV(deltaV_L_m_s.times(part)))) {
      nearest = Math.min(nearest, FreeFlight.smallestRange_m(off, N, time_s, 0));
    }
    return nearest;
  }

  private static List<RelativeState> spread(RelativeState at) {
    List<RelativeState> all = new ArrayList<>();
    all.add(at);
    for (int sign = -3; sign <= 3; sign += 6) {
      for (int axis = 0; axis < 3; axis++) {
        Vec3 unit = new Vec3(axis == 0 ? sign : 0, axis == 1 ? sign : 0, axis == 2 ? sign : 0);
        all.add(new RelativeState(at.r_CT_L_m().plus(unit.times(SIGMA_M)), at.v_CT_L_m_s()));
        all.add(new RelativeState(at.r_CT_L_m(), at.v_CT_L_m_s().plus(unit.times(SIGMA_M_S))));
      }
    }
    return all;
  }

  /** A hold on V-bar, or natural motion on an ellipse about a point of it. */
  private static RelativeState drawn(Random random) {
    double side = random.nextBoolean() ? 1 : -1;
    double y = side * (150 + 2850 * random.nextDouble());
    if (random.nextBoolean()) {
      return hold(y);
    }
    double size = 80 + 120 * random.nextDouble();
    SafetyEllipse ellipse = new SafetyEllipse(size, side * size, random.nextBoolean() ? 0 : y, 0);
    return ellipse.at(2 * Math.PI * random.nextDouble(), N);
  }

  private static Xyz target(LegKind kind, RelativeState from, Random random) {
    double side = random.nextBoolean() ? 1 : -1;
    double size = 60 + 140 * random.nextDouble();
    double y = side * (150 + 2850 * random.nextDouble());
    return switch (kind) {
      case CIRCUMNAVIGATE -> new Xyz(size, 2 * size, side * size);
      case WALKING_ELLIPSE, PARKING_ELLIPSE -> new Xyz(size, y, side * size);
      case DEPART -> new Xyz(size, side * 12_000, size);
      case COELLIPTIC -> new Xyz(0, from.r_CT_L_m().y() * (0.4 + random.nextDouble()), 0);
      default -> new Xyz(0, y, 0);
    };
  }

  private static org.assertj.core.data.Offset<Double> near(double offset) {
    return org.assertj.core.api.Assertions.within(offset);
  }

  private static RelativeState hold(double y_m) {
    return new RelativeState(new Vec3(0, y_m, 0), Vec3.ZERO);
  }

  private static LegAssessment plan(LegKind kind, Xyz target, double time_s, RelativeState from) {
    double[] covariance = new double[36];
    for (int i = 0; i < 6; i++) {
      double sigma = i < 3 ? SIGMA_M : SIGMA_M_S;
      covariance[7 * i] = sigma * sigma;
    }
    return LegPlanner.plan(new Leg(kind, 1, target, time_s), from, covariance, N, true, null);
  }

  private static TransferPlan planned(LegAssessment assessment) {
    TransferPlan plan = assessment.transfer();
    assertThat(plan).isNotNull();
    return plan;
  }
}
