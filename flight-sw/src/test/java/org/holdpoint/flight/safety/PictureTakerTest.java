package org.holdpoint.flight.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.dictionary.telemetry.Validity;
import org.holdpoint.flight.contact.ContactState;
import org.holdpoint.motion.Quaternion;
import org.holdpoint.motion.Vec3;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The numbers that the rules compare, worked out by hand. */
class PictureTakerTest {
  private static final Vec3 R_L_M = new Vec3(3, -100, 4);
  private static final Vec3 CLOSING_M_S = new Vec3(0, 0.3, 0);
  private static final double RANGE_M = Math.sqrt(10_025);
  private static final double CLOSING = 30 / RANGE_M;

  private final Chaser chaser = new Chaser(1, R_L_M, Vec3.ZERO);
  private final MonitorEstimator estimator = new MonitorEstimator(chaser.configuration);
  private final double n_rad_s = estimator.meanMotion_rad_s();
  private final PictureTaker taker = new PictureTaker(chaser.configuration, n_rad_s);

  private static MonitorState own(Vec3 v_L_m_s, double position3sigma_m) {
    return new MonitorState(
        Validity.VALID,
        R_L_M,
        v_L_m_s,
        position3sigma_m,
        0.002,
        1.5,
        Quaternion.IDENTITY,
        new Vec3(0, 0.001, 0),
        Vec3.ZERO);
  }

  private MonitorPicture picture(MonitorState own) {
    return taker.take(
        own,
        new Outlooks(chaser.configuration, estimator),
        new Vitals(11, new Vec3(0.5, -1.25, 0), false, ContactState.IN_TOUCH),
        new VehicleWatch(),
        new ThrustWatch(chaser.configuration),
        0.3,
        chaser.claims());
  }

  @Test
  @Tag("SAF-108")
  void aClosingChaserInItsTubeIsMeasuredAgainstEveryLimit() {
    chaser.mode = Mode.TRANSFER;
    chaser.reference_L = new Vec3(0, -100, 0);
    chaser.tube_m = 20;
    chaser.navigationError_L = new Vec3(0, 0, 2);
    MonitorPicture picture = picture(own(CLOSING_M_S, 0.5));

    assertThat(picture.mode()).isEqualTo(Mode.TRANSFER);
    assertThat(picture.ownAge_s()).isEqualTo(1.5);
    assertThat(picture.range_m()).isCloseTo(RANGE_M, within(1e-9));
    assertThat(picture.closing_m_s()).isCloseTo(CLOSING, within(1e-9));
    assertThat(picture.speed_m_s()).isCloseTo(0.3, within(1e-9));
    assertThat(picture.offVbar_deg()).isCloseTo(2.862405, within(1e-6)); // atan(5 / 100)
    assertThat(picture.tubeOffset_m()).isCloseTo(4.5, within(1e-9)); // 5 m off less 3 sigma
    assertThat(picture.tubeRadius_m()).isEqualTo(20);
    assertThat(picture.speedLimit_m_s()).isCloseTo(0.1 + 2 * n_rad_s * RANGE_M, within(1e-12));
    assertThat(picture.brakingNeeded_m()) // 1.6 N on 250 kg, after the reaction
        .isCloseTo(
            CLOSING * CLOSING / (2 * 0.0064) + PictureTaker.REACTION_S * CLOSING, within(1e-9));
    assertThat(picture.brakingLeft_m()).isCloseTo(RANGE_M - 30.5, within(1e-9));
    assertThat(picture.disagreement_m()).isCloseTo(2, within(1e-6));
    assertThat(picture.disagreementLimit_m()).isEqualTo(5);
    assertThat(picture.wheelMomentum_N_m_s()).isEqualTo(1.25);
    assertThat(picture.rate_deg_s()).isCloseTo(Math.toDegrees(0.001), within(1e-12));
    assertThat(picture.imuAge_s()).isEqualTo(0.3);
    assertThat(picture.propellant_kg()).isEqualTo(11);
    assertThat(picture.reserve_kg()).isEqualTo(2);
    assertThat(picture.claimAge_s()).isZero();
  }

  @Test
  @Tag("SAF-108")
  void withoutTubeAndOpeningThereIsNothingToKeepToAndNothingToBrake() {
    chaser.tube_m = 0;
    MonitorPicture picture = picture(own(CLOSING_M_S.times(-1), 0.5));
    assertThat(picture.tubeOffset_m()).isZero();
    assertThat(picture.brakingNeeded_m()).isZero();
    assertThat(picture.closing_m_s()).isCloseTo(-CLOSING, within(1e-9));
  }

  @Test
  @Tag("SAF-024")
  void twoUncertainStatesMayDifferByTheirTogetherThreeSigmasAndHalfTheHull() {
    double claimed3sigma_m = chaser.claims().navigation().covariance().position3sigma_m();
    assertThat(claimed3sigma_m).isCloseTo(0.6, within(1e-9));
    assertThat(picture(own(Vec3.ZERO, 8)).disagreementLimit_m())
        .isCloseTo(Math.sqrt(0.36 + 64) + 0.75, within(1e-9));
  }

  @Test
  @Tag("SAF-024")
  void farAwayTheMonitorsBearingsAreNoBetterThanThreePartsInAThousand() {
    Vec3 far = new Vec3(0, -2500, 0);
    MonitorState own =
        new MonitorState(
            Validity.VALID,
            far,
            Vec3.ZERO,
            0.5,
            0.002,
            0,
            Quaternion.IDENTITY,
            Vec3.ZERO,
            Vec3.ZERO);
    assertThat(picture(own).disagreementLimit_m()).isCloseTo(7.5, within(1e-9));
  }

  @Test
  @Tag("SAF-024")
  void aClaimThatIsNotValidAges() {
    chaser.navigationValidity = Validity.STALE;
    assertThat(picture(own(Vec3.ZERO, 0.5)).claimAge_s()).isInfinite();
    chaser.navigationValidity = Validity.VALID;
    assertThat(picture(own(Vec3.ZERO, 0.5)).claimAge_s()).isZero();
    chaser.navigationValidity = Validity.STALE;
    assertThat(picture(own(Vec3.ZERO, 0.5)).claimAge_s()).isCloseTo(0.1, within(1e-12));
    assertThat(picture(own(Vec3.ZERO, 0.5)).claimAge_s()).isCloseTo(0.2, within(1e-12));
  }

  @Test
  @Tag("SAF-105")
  void theClosingSpeedStillAllowedGrowsWithRangeFromTheNearZoneOn() {
    assertThat(taker.closingMargin_m_s(own(CLOSING_M_S, 0.5)))
        .isCloseTo(0.1 + 2 * n_rad_s * RANGE_M - CLOSING, within(1e-12));
    MonitorState near =
        new MonitorState(
            Validity.VALID,
            new Vec3(0, -99, 0),
            new Vec3(0, 0.04, 0),
            0.5,
            0.002,
            0,
            Quaternion.IDENTITY,
            Vec3.ZERO,
            Vec3.ZERO);
    assertThat(taker.closingMargin_m_s(near)).isCloseTo(0.06, within(1e-12));
  }
}
