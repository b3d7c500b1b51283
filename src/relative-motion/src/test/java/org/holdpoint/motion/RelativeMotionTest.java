package org.holdpoint.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RelativeMotionTest {
  private static final double N_500_KM = 1.10678e-3;

  static void assertClose(Vec3 actual, Vec3 expected, double tolerance) {
    assertThat(actual.x()).isCloseTo(expected.x(), within(tolerance));
    assertThat(actual.y()).isCloseTo(expected.y(), within(tolerance));
    assertThat(actual.z()).isCloseTo(expected.z(), within(tolerance));
  }

  @Test
  @Tag("NAV-001")
  void curtis72ReturnsToTheOriginInEightHoursWithThePublishedImpulses() {
    var from = new RelativeState(new Vec3(20e3, 20e3, 20e3), new Vec3(-20, 20, -5));
    var to = new RelativeState(Vec3.ZERO, Vec3.ZERO);

    var transfer = ClohessyWiltshire.twoImpulse(from, to, 0.00115697, 28800).orElseThrow();

    assertClose(
        transfer.departure_L_m_s(), new Vec3(29.357511488, -66.751151059, 13.029719714), 1e-8);
    assertClose(transfer.arrival_L_m_s(), new Vec3(25.820815904, 0.472351059, 24.493024130), 1e-8);
    assertThat(transfer.total_m_s()).isCloseTo(109.669450, within(1e-6));
  }

  @Test
  @Tag("NAV-001")
  void vallado614DriftsForFiveMinutesAsPublished() {
    double a = 6378136.3 + 590e3;
    double n = Math.sqrt(398600.4415e9 / (a * a * a));

    var after =
        ClohessyWiltshire.propagate(
            new RelativeState(Vec3.ZERO, new Vec3(-0.1, -0.04, -0.02)), n, 300);

    assertClose(after.r_CT_L_m(), new Vec3(-33.345724432, -1.473560307, -5.894530312), 1e-8);
    assertClose(after.v_CT_L_m_s(), new Vec3(-0.120337094, 0.032387584, -0.018949032), 1e-9);
  }

  @Test
  @Tag("NAV-002")
  void yamanakaAnkersenFollowsTheStronglyEllipticExample() {
    var orbit = new KeplerOrbit(3.986e14, 18000e3, 0.8, Math.toRadians(15));
    double dt = 152.979372;
    assertThat(orbit.after(dt).trueAnomaly_rad()).isCloseTo(Math.toRadians(45), within(1e-9));

    var after =
        YamanakaAnkersen.propagate(
            new RelativeState(ofPaper(10, 20, 30), ofPaper(2, 3, 4)), orbit, dt);

    assertClose(after.r_CT_L_m(), ofPaper(578.953279, 464.802949, 447.057629), 2e-6);
    assertClose(after.v_CT_L_m_s(), ofPaper(4.834366, 2.752491, 1.416413), 2e-6);
  }

  /** The example's axes are the paper's: along-track, against the angular momentum, down. */
  private static Vec3 ofPaper(double along, double againstMomentum, double down) {
    return new Vec3(-down, along, -againstMomentum);
  }

  @Test
  @Tag("NAV-002")
  void yamanakaAnkersenOnACircleIsClohessyWiltshire() {
    var draws = new Draws(1);
    double a = 6878137;
    for (int i = 0; i < 200; i++) {
      var orbit = new KeplerOrbit(3.986004418e14, a, 0, draws.between(-3, 3));
      double dt = draws.between(0, 5572.8);
      var start = draws.state(1000, 1);

      var elliptic = YamanakaAnkersen.propagate(start, orbit, dt);
      var circular = ClohessyWiltshire.propagate(start, orbit.meanMotion_rad_s(), dt);

      assertClose(elliptic.r_CT_L_m(), circular.r_CT_L_m(), 2e-9);
      assertClose(elliptic.v_CT_L_m_s(), circular.v_CT_L_m_s(), 1e-12);
    }
  }

  @Test
  void propagatingInTwoStepsIsPropagatingInOne() {
    var draws = new Draws(2);
    for (int i = 0; i < 200; i++) {
      var orbit = new KeplerOrbit(3.986e14, 8000e3, draws.between(0, 0.7), draws.between(-3, 3));
      double first = draws.between(1, 3000);
      double second = draws.between(1, 3000);
      var start = draws.state(100, 0.1);

      var once = YamanakaAnkersen.propagate(start, orbit, first + second);
      var twice =
          YamanakaAnkersen.propagate(
              YamanakaAnkersen.propagate(start, orbit, first), orbit.after(first), second);

      assertClose(twice.r_CT_L_m(), once.r_CT_L_m(), 1e-6);
      assertClose(twice.v_CT_L_m_s(), once.v_CT_L_m_s(), 1e-8);
    }
  }

  @Test
  void twoImpulseTransfersArriveWhereTheyAreSent() {
    var draws = new Draws(3);
    int flown = 0;
    for (int i = 0; i < 200; i++) {
      var orbit = new KeplerOrbit(3.986e14, 7000e3, draws.between(0, 0.3), draws.between(-3, 3));
      double dt = draws.between(200, 5000);
      var from = draws.state(1000, 0.5);
      var to = draws.state(1000, 0.5);
      var transfer = YamanakaAnkersen.twoImpulse(from, to, orbit, dt);
      if (transfer.isEmpty()) {
        continue;
      }
      flown++;
      var arrived =
          YamanakaAnkersen.propagate(from.plusDeltaV(transfer.get().departure_L_m_s()), orbit, dt);
      assertClose(arrived.r_CT_L_m(), to.r_CT_L_m(), 1e-6);
      assertClose(
          arrived.plusDeltaV(transfer.get().arrival_L_m_s()).v_CT_L_m_s(), to.v_CT_L_m_s(), 1e-9);
    }
    assertThat(flown).isGreaterThan(150);
  }

  @Test
  @Tag("NAV-003")
  void aTransferOfOneWholeRevolutionIsRefused() {
    double period = 2 * Math.PI / N_500_KM;
    var from = new RelativeState(new Vec3(0, -1000, 0), Vec3.ZERO);
    var to = new RelativeState(new Vec3(0, -250, 0), Vec3.ZERO);
    assertThat(ClohessyWiltshire.twoImpulse(from, to, N_500_KM, period)).isEmpty();
    assertThat(ClohessyWiltshire.twoImpulse(from, to, N_500_KM, period + 20)).isEmpty();
    assertThat(ClohessyWiltshire.twoImpulse(from, to, N_500_KM, 0)).isEmpty();
    assertThat(ClohessyWiltshire.twoImpulse(from, to, N_500_KM, 0.6 * period)).isPresent();
  }

  @Test
  @Tag("NAV-003")
  void aRadialHopOfHalfARevolutionFliesDespiteTheCrossTrackSingularity() {
    double half = Math.PI / N_500_KM;
    var from = new RelativeState(new Vec3(0, -1000, 0.3), new Vec3(0, 0, 0.001));
    var to = new RelativeState(new Vec3(0, -250, 0), Vec3.ZERO);

    var hop = ClohessyWiltshire.twoImpulse(from, to, N_500_KM, half).orElseThrow();

    double expected = N_500_KM * 750 / 4;
    assertThat(expected).isCloseTo(0.2075, within(1e-4));
    assertClose(hop.departure_L_m_s(), new Vec3(-expected, 0, -0.001), 1e-9);

    var far = new RelativeState(new Vec3(0, -250, 40), Vec3.ZERO);
    assertThat(ClohessyWiltshire.twoImpulse(from, far, N_500_KM, half)).isEmpty();
  }

  @Test
  void aMissedStopBurnAfterARadialHopReturnsToItsStart() {
    var departed = new RelativeState(new Vec3(0, -1000, 0), new Vec3(-0.2075, 0, 0));
    var drift = Drift.predict(departed, new double[36], N_500_KM, 0, 2 * Math.PI / N_500_KM, 10);
    var end = drift.points().get(drift.points().size() - 1);
    assertClose(end.state().r_CT_L_m(), new Vec3(0, -1000, 0), 0.01);
    assertThat(drift.smallestRange_m()).isGreaterThan(240);
  }

  @Test
  @Tag("NAV-004")
  void aSlowDriftTowardsTheTargetTurnsBackAt260Metres() {
    var start = new RelativeState(new Vec3(0, -300, 0), new Vec3(0, 0.1, 0));
    double revolution = 94.616 * 60;

    var drift = Drift.predict(start, new double[36], N_500_KM, 0, revolution, 10);

    assertThat(drift.smallestRange_m()).isCloseTo(260.089, within(0.002));
    assertThat(drift.timeOfSmallestRange_s()).isEqualTo(590);
    var end = drift.points().get(drift.points().size() - 1);
    assertThat(end.time_s()).isEqualTo(revolution);
    assertThat(end.state().r_CT_L_m().y()).isCloseTo(-2003.09, within(0.2));
  }

  @Test
  @Tag("NAV-004")
  void oneMillimetrePerSecondOfVelocityUncertaintyGrowsBySeventeenMetresAnOrbit() {
    double[] covariance = new double[36];
    covariance[28] = 1e-6;
    var rest = new RelativeState(new Vec3(0, -1000, 0), Vec3.ZERO);
    double revolution = 2 * Math.PI / N_500_KM;

    var drift = Drift.predict(rest, covariance, N_500_KM, 0, revolution, 10);

    var end = drift.points().get(drift.points().size() - 1);
    assertThat(end.rangeSigma3_m() / 3).isCloseTo(17.0, within(0.05));
    assertThat(end.largestSigma3_m()).isCloseTo(end.rangeSigma3_m(), within(1e-6));
    assertThat(drift.smallestRange3sigma_m()).isLessThan(1000 - 50);
  }

  @Test
  void differentialDragPushesFiveMetresAnOrbitAndAKilometreADay() {
    double drag = 0.5 * 7e-13 * 7612.6 * 7612.6 * 0.005;
    double n = N_500_KM;
    double orbit = drag * ClohessyWiltshire.alongTrackResponse(n, 2 * Math.PI / n).r_CT_L_m().y();
    double day = drag * ClohessyWiltshire.alongTrackResponse(n, 86400).r_CT_L_m().y();
    assertThat(orbit).isCloseTo(-4.9, within(0.1));
    assertThat(day).isCloseTo(-1130, within(30.0));
  }

  @Test
  void aDriftLongerThanTheLimitIsRefused() {
    var rest = new RelativeState(new Vec3(0, -1000, 0), Vec3.ZERO);
    assertThatThrownBy(() -> Drift.predict(rest, new double[36], N_500_KM, 0, 1e6, 1))
        .hasMessageContaining("100000 points");
  }

  @Test
  void theLargestSigmaIsThatOfTheWorstDirection() {
    var draws = new Draws(5);
    for (int i = 0; i < 100; i++) {
      double[] covariance = new double[36];
      for (int k = 0; k < 4; k++) {
        Vec3 g = draws.vector(3);
        double[] part = {g.x(), g.y(), g.z()};
        for (int row = 0; row < 3; row++) {
          for (int column = 0; column < 3; column++) {
            covariance[6 * row + column] += part[row] * part[column];
          }
        }
      }
      double largest = RelativeCovariance.largestSigma_m(covariance);
      double sampled = 0;
      for (int k = 0; k < 2000; k++) {
        sampled = Math.max(sampled, RelativeCovariance.sigmaAlong_m(covariance, draws.vector(1)));
      }
      assertThat(sampled).isLessThanOrEqualTo(largest + 1e-9).isGreaterThan(0.98 * largest);
      assertThat(RelativeCovariance.ofUpper(RelativeCovariance.upperOf(covariance)))
          .isEqualTo(covariance);
    }
  }
}
