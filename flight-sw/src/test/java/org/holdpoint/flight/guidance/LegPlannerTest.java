package org.holdpoint.flight.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.util.FastMath;
import org.holdpoint.dictionary.Xyz;
import org.holdpoint.dictionary.command.Refusal;
import org.holdpoint.dictionary.telemetry.LegKind;
import org.holdpoint.dictionary.telemetry.PlanPacket.Leg;
import org.holdpoint.motion.ClohessyWiltshire;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Vec3;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LegPlannerTest {
  private static final double N = 1.10678e-3;
  private static final RelativeState OUTER = new RelativeState(new Vec3(0, -1000, 0), Vec3.ZERO);
  private static final RelativeState INNER = new RelativeState(new Vec3(0, -250, 0), Vec3.ZERO);

  @Test
  @Tag("GUI-060")
  void aHopOf750MetresCostsWhatIsPublishedAndTakesHalfAnOrbit() {
    // rpo-reference: 750 m: 2 x 0.2075 m/s, T/2.
    LegAssessment hop = plan(LegKind.RADIAL_HOP, new Xyz(0, -250, 0), 0, OUTER);
    TransferPlan plan = planned(hop);
    assertThat(plan.startDeltaV_L_m_s().norm()).isCloseTo(0.2075, within(1e-4));
    assertThat(plan.stopDeltaV_L_m_s().norm()).isCloseTo(0.2075, within(1e-4));
    assertThat(plan.startDeltaV_L_m_s().x() / 0.2075).isCloseTo(-1, within(1e-3));
    assertThat(plan.coast_s()).isCloseTo(94.616 * 60 / 2, within(1.0));
    assertThat(hop.refusal()).isEqualTo(Refusal.NONE);
  }

  @Test
  @Tag("GUI-061")
  void theEllipseIsEnteredFarFromTheTargetForAQuarterMetreASecond() {
    LegAssessment entry = plan(LegKind.CIRCUMNAVIGATE, new Xyz(100, 200, 100), 0, INNER);
    TransferPlan plan = planned(entry);
    assertThat(entry.smallestRange_m()).isGreaterThan(TransferSearch.COMFORTABLE_M);
    assertThat(plan.deltaV_m_s()).isBetween(0.2, 0.45);
    for (int i = 0; i < 400; i++) {
      double nearest = ClohessyWiltshire.propagate(plan.end(), N, i * 30).r_CT_L_m().norm();
      assertThat(nearest).isGreaterThan(99.9);
    }
    RelativeState orbitLater = ClohessyWiltshire.propagate(plan.end(), N, 2 * Math.PI / N);
    assertThat(orbitLater.r_CT_L_m().minus(plan.end().r_CT_L_m()).norm()).isLessThan(0.1);
  }

  /** Phase of the Sun about the orbit normal, 0 above; out of the plane by 0 or 20 deg. */
  private static SunlitSight sight(double phase_rad, double elevation_deg) {
    double b = FastMath.toRadians(elevation_deg);
    double c = FastMath.cos(b);
    Vec3 sun_L =
        new Vec3(c * FastMath.cos(phase_rad), c * FastMath.sin(phase_rad), FastMath.sin(b));
    return new SunlitSight(sun_L, 6.878e6, N);
  }

  @Test
  @Tag("GUI-064")
  void wheneverTheGoComesTheEllipseIsEnteredSoThatTheTargetIsSeenByDay() {
    Leg ellipse = new Leg(LegKind.CIRCUMNAVIGATE, 1, new Xyz(100, 200, 100), 0);
    double worstAtOnce = 1;
    for (double elevation_deg : new double[] {-70, -20, 0, 20, 70}) {
      for (int i = 0; i < 16; i++) {
        SunlitSight sight = sight(2 * Math.PI * i / 16, elevation_deg);
        LegAssessment atOnce = LegPlanner.plan(ellipse, INNER, covariance(), N, false, sight);
        LegAssessment lit = LegPlanner.plan(ellipse, INNER, covariance(), N, true, sight);
        TransferPlan plan = planned(lit);
        double shown = sight.over(plan.end(), plan.duration_s());
        worstAtOnce =
            Math.min(worstAtOnce, sight.over(planned(atOnce).end(), planned(atOnce).duration_s()));
        assertThat(shown).as("Sun %s/16, %s deg", i, elevation_deg).isGreaterThan(0.28);
        assertThat(plan.wait_s()).isBetween(0.0, 2 * Math.PI / N);
        assertThat(lit.smallestRange_m()).isGreaterThan(TransferSearch.COMFORTABLE_M);
        assertThat(plan.deltaV_m_s()).isLessThan(0.35);
      }
    }
    assertThat(worstAtOnce).as("whoever goes at once may see nothing").isLessThan(0.1);
  }

  @Test
  @Tag("GUI-064")
  void onAnEllipseOneDoesNotWaitForTheLightByDriftingElsewhere() {
    RelativeState moving = new SafetyEllipse(150, 150).at(1, N);
    Leg ellipse = new Leg(LegKind.CIRCUMNAVIGATE, 1, new Xyz(100, 200, 100), 0);
    for (int i = 0; i < 8; i++) {
      SunlitSight sight = sight(Math.PI * i / 4, 0);
      assertThat(planned(LegPlanner.plan(ellipse, moving, covariance(), N, true, sight)).wait_s())
          .isZero();
    }
  }

  @Test
  @Tag("GUI-062")
  void fromEveryPointOfTheEllipseThereIsASafeWayOutAtOnce() {
    for (int sense = -1; sense <= 1; sense += 2) {
      for (int i = 0; i < 48; i++) {
        RelativeState now = new SafetyEllipse(100, sense * 100).at(i * Math.PI / 24, N);
        LegAssessment out =
            LegPlanner.plan(
                new Leg(LegKind.RETREAT, 0, new Xyz(0, -1000, 0), 0),
                now,
                covariance(),
                N,
                false,
                null);
        assertThat(out.refusal()).as("phase %s", i).isEqualTo(Refusal.NONE);
        assertThat(planned(out).wait_s()).isZero();
        assertThat(out.deltaV_m_s()).isLessThan(1.6);
      }
    }
  }

  @Test
  @Tag("GUI-063")
  void whatCannotBeFlownIsUnreachableAndWhatMayNotIsUnsafe() {
    assertThat(plan(LegKind.RADIAL_HOP, new Xyz(10, -250, 0), 0, OUTER).refusal())
        .isEqualTo(Refusal.UNREACHABLE);
    assertThat(plan(LegKind.RADIAL_HOP, new Xyz(0, -250, 0), 1000, OUTER).refusal())
        .isEqualTo(Refusal.UNREACHABLE);
    assertThat(plan(LegKind.TWO_IMPULSE, new Xyz(0, -250, 0), 2 * Math.PI / N, OUTER).refusal())
        .isEqualTo(Refusal.UNREACHABLE);
    assertThat(plan(LegKind.CIRCUMNAVIGATE, new Xyz(100, 100, 100), 0, INNER).refusal())
        .isEqualTo(Refusal.UNREACHABLE);
    assertThat(plan(LegKind.HOLD_AT, new Xyz(0, -800, 0), 0, OUTER).refusal())
        .isEqualTo(Refusal.UNREACHABLE);
    assertThat(plan(LegKind.FORCED_VBAR, new Xyz(0, 100, 0), 0, INNER).refusal())
        .isEqualTo(Refusal.UNREACHABLE);
    assertThat(plan(LegKind.NONE, new Xyz(0, 0, 0), 0, INNER).refusal())
        .isEqualTo(Refusal.UNREACHABLE);
    assertThat(plan(LegKind.FORCED_VBAR, new Xyz(0, -35, 0), 0, INNER).refusal())
        .isEqualTo(Refusal.UNSAFE);
    assertThat(plan(LegKind.CIRCUMNAVIGATE, new Xyz(35, 70, 35), 0, INNER).refusal())
        .isEqualTo(Refusal.UNSAFE);
    assertThat(plan(LegKind.RADIAL_HOP, new Xyz(0, 20, 0), 0, INNER).refusal())
        .isEqualTo(Refusal.UNSAFE);
    assertThat(plan(LegKind.FORCED_VBAR, new Xyz(0, -40, 0), 0, INNER).refusal())
        .isEqualTo(Refusal.NONE);
  }

  private static LegAssessment plan(LegKind kind, Xyz target, double time_s, RelativeState from) {
    return LegPlanner.plan(new Leg(kind, 1, target, time_s), from, covariance(), N, true, null);
  }

  private static TransferPlan planned(LegAssessment assessment) {
    TransferPlan plan = assessment.transfer();
    assertThat(plan).isNotNull();
    return plan;
  }

  private static double[] covariance() {
    double[] covariance = new double[36];
    for (int i = 0; i < 6; i++) {
      covariance[7 * i] = i < 3 ? 0.16 : 0.25e-6;
    }
    return covariance;
  }
}
