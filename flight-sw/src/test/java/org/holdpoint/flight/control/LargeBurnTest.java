package org.holdpoint.flight.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.util.FastMath;
import org.holdpoint.flight.ActuatorCommands;
import org.holdpoint.flight.LargeThrusters;
import org.holdpoint.flight.guidance.GuidanceReference.Translation;
import org.holdpoint.motion.Quaternion;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Rotations;
import org.holdpoint.motion.Vec3;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Burns by the four 22 N thrusters. */
class LargeBurnTest {
  private static final RelativeState FAR = FlownLoop.rest(0, -3500, 0);
  private static final Vec3 NORMAL = new Vec3(0, 0, 1);

  @ParameterizedTest
  @CsvSource({"1, 0.6, 0.02", "2, 5, 0.02", "3, 20, 0.02", "4, 20, -0.01"})
  @Tag("CTL-010")
  void aLargeBurnTurnsTheBodyFiresAndEndsWithinASmallPulse(
      long seed, double size_m_s, double offCentre_m) {
    var loop = new FlownLoop(seed, FAR, 5, 0.01);
    loop.world.centreOfMass_B_m = new Vec3(0.02, offCentre_m, -offCentre_m / 2);
    Vec3 wanted = new Vec3(-0.2, -1, 0.3).unit().times(size_m_s);
    Quaternion q_BL = Rotations.ofTwoVectors(wanted, NORMAL);
    loop.fly(10, n -> References.at(Translation.COAST, FAR, Vec3.ZERO, n));

    Vec3[] toGo = {wanted};
    double worstRate_deg_s = 0;
    double worstWhileFiring_deg = 0;
    double turning_s = 0;
    int ticks = 0;
    while (toGo[0].norm() > 5e-4 && ticks < 5000) {
      ActuatorCommands given =
          loop.tick(
              n -> {
                toGo[0] = toGo[0].minus(n.sensedDeltaV_L_m_s());
                return References.at(Translation.BURN, FAR, toGo[0], q_BL, n);
              });
      ticks++;
      worstRate_deg_s =
          Math.max(worstRate_deg_s, FastMath.toDegrees(loop.solution.rate_B_rad_s().norm()));
      if (given.onTime_ms(12) > 0) {
        worstWhileFiring_deg = Math.max(worstWhileFiring_deg, loop.wanted.attitudeError_deg());
        turning_s = turning_s == 0 ? 0.1 * ticks : turning_s;
      }
    }

    assertThat(toGo[0].norm()).isLessThan(5e-4);
    // The side effects of steering it straight are small.
    assertThat(loop.world.deltaVGiven_m_s()).isCloseTo(size_m_s, within(0.02 + 0.01 * size_m_s));
    assertThat(worstWhileFiring_deg).isBetween(0.0001, 1.5);
    assertThat(worstRate_deg_s).isLessThan(1.05);
    assertThat(turning_s).isBetween(90.0, LargeThrusters.TURN_S);
    assertThat(0.1 * ticks - turning_s)
        .isLessThan(250 * size_m_s / LargeThrusters.BURN_FORCE_N + LargeThrusters.TRIM_S);
  }

  @ParameterizedTest
  @CsvSource({"12", "13", "14", "15"})
  @Tag("CTL-012")
  void withOneLargeThrusterIsolatedTwoAcrossFromEachOtherGiveTheBurn(int isolated) {
    var loop = new FlownLoop(20 + isolated, FAR, 5, 0.01);
    loop.isolated = 1 << isolated;
    loop.world.centreOfMass_B_m = new Vec3(0.005, 0.002, -0.002);
    Vec3 wanted = new Vec3(0.1, 4, 0);
    Quaternion q_BL = Rotations.ofTwoVectors(wanted, NORMAL);
    Vec3[] toGo = {wanted};
    int other = 0;
    double worstWhileFiring_deg = 0;
    int ticks = 0;
    while (toGo[0].norm() > 5e-4 && ticks < 4000) {
      ActuatorCommands given =
          loop.tick(
              n -> {
                toGo[0] = toGo[0].minus(n.sensedDeltaV_L_m_s());
                return References.at(Translation.BURN, FAR, toGo[0], q_BL, n);
              });
      ticks++;
      assertThat(given.onTime_ms(isolated)).isZero();
      if (given.onTime_ms(27 - isolated) == 0 && (given.onTime_ms(12) + given.onTime_ms(13)) > 0) {
        other++;
        worstWhileFiring_deg = Math.max(worstWhileFiring_deg, loop.wanted.attitudeError_deg());
      }
    }
    assertThat(toGo[0].norm()).isLessThan(5e-4);
    assertThat(other).isGreaterThan(200);
    assertThat(worstWhileFiring_deg).isLessThan(2.0);
  }

  @Test
  @Tag("CTL-010")
  void aSmallBurnNeitherTurnsTheBodyNorFiresTheLargeThrusters() {
    var loop = new FlownLoop(5, FAR, 5, 0.01);
    Vec3[] toGo = {new Vec3(0, 0.49, 0)};
    int large = 0;
    for (int k = 0; k < 600; k++) {
      ActuatorCommands given =
          loop.tick(
              n -> {
                toGo[0] = toGo[0].minus(n.sensedDeltaV_L_m_s());
                return References.at(Translation.BURN, FAR, toGo[0], n);
              });
      large +=
          given.onTime_ms(12) + given.onTime_ms(13) + given.onTime_ms(14) + given.onTime_ms(15);
    }
    assertThat(large).isZero();
    assertThat(toGo[0].norm()).isLessThan(5e-4);
  }

  @ParameterizedTest
  @CsvSource({
    // range behind, delta-v along-track: towards the target is positive
    "3000, -5, true, the plume meets the target at 3 km or more",
    "2999, -5, false, the plume would meet the target",
    "2999, 5, true, the plume leaves away from it",
    "1000, 5, true, still",
    "999, 5, false, too near for any",
    "2999, 0.49, false, too small",
  })
  @Tag("CTL-011")
  void theLargeThrustersNeverBlowAtTheTarget(
      double behind_m, double deltaV_m_s, boolean given, String because) {
    assertThat(LargeThrusters.give(new Vec3(0, deltaV_m_s, 0), new Vec3(0, -behind_m, 0)))
        .as(because)
        .isEqualTo(given);
  }
}
