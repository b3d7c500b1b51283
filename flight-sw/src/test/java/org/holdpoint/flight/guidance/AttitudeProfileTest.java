package org.holdpoint.flight.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.util.FastMath;
import org.holdpoint.dictionary.command.Pointing;
import org.holdpoint.dictionary.telemetry.Validity;
import org.holdpoint.flight.navigation.Covariance6;
import org.holdpoint.flight.navigation.NavigationSolution;
import org.holdpoint.flight.navigation.far.FarSolution;
import org.holdpoint.motion.ClohessyWiltshire;
import org.holdpoint.motion.Quaternion;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Rotations;
import org.holdpoint.motion.Vec3;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AttitudeProfileTest {
  private static final double N = 1.10678e-3;

  @Test
  @Tag("GUI-070")
  void theBoresightStaysOnTheTargetAllAroundTheEllipseAndTheRateIsThatOfTheAttitude() {
    RelativeState state = new SafetyEllipse(100, 100).at(0, N);
    double fastest = 0;
    for (int second = 0; second < 5700; second++) {
      AttitudeProfile now = profile(Pointing.TARGET, state, lToI(second));
      Vec3 sight_B = now.q_BL().rotate(state.r_CT_L_m().negated().unit());
      assertThat(sight_B.x()).isCloseTo(1, within(1e-9));
      Vec3 normal_B = now.q_BL().rotate(new Vec3(0, 0, 1));
      assertThat(normal_B.z()).isGreaterThan(0.4);
      RelativeState later = ClohessyWiltshire.propagate(state, N, 1);
      AttitudeProfile next = profile(Pointing.TARGET, later, lToI(second + 1));
      Quaternion q_BI = now.q_BL().times(lToI(second));
      Quaternion q_BI_next = next.q_BL().times(lToI(second + 1));
      Vec3 rate = Rotations.rotationVector_rad(q_BI_next.times(q_BI.conjugate()));
      assertThat(rate.minus(now.rate_B_rad_s()).norm()).isLessThan(1e-5);
      fastest = Math.max(fastest, rate.norm());
      state = later;
    }
    assertThat(FastMath.toDegrees(fastest)).isLessThan(0.3);
  }

  @Test
  @Tag("GUI-071")
  void nadirLooksDownAndTurnsOnceAnOrbit() {
    RelativeState state = new RelativeState(new Vec3(0, -1000, 0), Vec3.ZERO);
    AttitudeProfile nadir = profile(Pointing.NADIR, state, Quaternion.IDENTITY);
    assertThat(nadir.q_BL().rotate(new Vec3(-1, 0, 0)).x()).isCloseTo(1, within(1e-12));
    assertThat(nadir.rate_B_rad_s().z()).isCloseTo(N, within(1e-12));
  }

  @Test
  @Tag("GUI-071")
  void inertialKeepsTheAttitudeWhileTheFrameTurns() {
    RelativeState state = new RelativeState(new Vec3(0, -1000, 0), Vec3.ZERO);
    Quaternion kept = new Quaternion(0.5, 0.5, -0.5, 0.5);
    for (int second = 0; second < 3000; second += 500) {
      AttitudeProfile inertial =
          AttitudeProfile.of(Pointing.INERTIAL, state, kept, 1, solution(lToI(second)));
      Quaternion q_BI = inertial.q_BL().times(lToI(second));
      assertThat(Rotations.angle_rad(q_BI, kept)).isLessThan(1e-9);
      assertThat(inertial.rate_B_rad_s()).isEqualTo(Vec3.ZERO);
    }
  }

  @Test
  @Tag("GUI-072")
  void theStarTrackersAreKeptOnTheSideAwayFromTheSunAndDoNotChangeSidesForALittle() {
    RelativeState state = new RelativeState(new Vec3(0, -1000, 0), Vec3.ZERO);
    double side = 1;
    int changes = 0;
    for (double elevation_deg : new double[] {40, 3, -4, 4, -4.9, -6, -40, -3, 4, 4.9, 6}) {
      double b = FastMath.toRadians(elevation_deg);
      Vec3 sun_L = new Vec3(FastMath.cos(b), 0, FastMath.sin(b));
      NavigationSolution now = solution(Quaternion.IDENTITY, sun_L);
      double next = AttitudeProfile.side(side, now);
      changes += next == side ? 0 : 1;
      side = next;
      for (Pointing pointing : new Pointing[] {Pointing.TARGET, Pointing.NADIR}) {
        Quaternion q_BL =
            AttitudeProfile.of(pointing, state, Quaternion.IDENTITY, side, now).q_BL();
        Vec3 trackers_L = q_BL.conjugate().rotate(new Vec3(0, 0, -1));
        assertThat(trackers_L.dot(sun_L)).isLessThan(FastMath.sin(FastMath.toRadians(5)));
      }
    }
    assertThat(changes).isEqualTo(2);
  }

  @Test
  @Tag("GUI-072")
  void forABurnAlongTheOrbitNormalTheStarTrackersLookUp() {
    Quaternion q_BL = AttitudeProfile.alongBurn(new Vec3(0, 0.1, 12), 1, N).q_BL();
    assertThat(q_BL.conjugate().rotate(new Vec3(0, 0, -1)).x()).isGreaterThan(0.99);
  }

  private static AttitudeProfile profile(Pointing pointing, RelativeState state, Quaternion q_LI) {
    return AttitudeProfile.of(pointing, state, Quaternion.IDENTITY, 1, solution(q_LI));
  }

  private static Quaternion lToI(double time_s) {
    return Quaternion.ofBodyTurn(new Vec3(0, 0, N * time_s));
  }

  private static NavigationSolution solution(Quaternion q_LI) {
    return solution(q_LI, new Vec3(0, 0, 1));
  }

  private static NavigationSolution solution(Quaternion q_LI, Vec3 sun_L) {
    return new NavigationSolution(
        Validity.VALID,
        new Vec3(0, -1000, 0),
        Vec3.ZERO,
        new Covariance6(new double[21]),
        Quaternion.IDENTITY,
        q_LI,
        Vec3.ZERO,
        Vec3.ZERO,
        Vec3.ZERO,
        Vec3.ZERO,
        Vec3.ZERO,
        Vec3.ZERO,
        N,
        sun_L,
        250,
        12,
        new NavigationSolution.FilterStatistics(0, 0, 0, 0, 0, 0),
        FarSolution.NONE);
  }
}
