package org.holdpoint.flight.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.hipparchus.util.FastMath;
import org.holdpoint.flight.navigation.Noise;
import org.holdpoint.motion.Quaternion;
import org.holdpoint.motion.Rotations;
import org.holdpoint.motion.Vec3;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Slews of a rigid body by the attitude law and wheels of 0.2 N.m. */
class SunKeepOutTest {
  private static final Vec3 CAMERAS = new Vec3(1, 0, 0);
  private static final double STEP_S = 0.1;
  private static final double WHEEL_N_M = 0.2;

  private record Slew(double nearest_deg, double took_s) {}

  @Test
  @Tag("CTL-020")
  void noSlewLeadsTheCamerasThroughTheSun() {
    Noise noise = new Noise(1);
    int wouldHave = 0;
    for (int i = 0; i < 300; i++) {
      Vec3 sun_I = noise.direction();
      Quaternion from = attitude(noise);
      Quaternion to = attitude(noise);
      if (off_deg(from, sun_I) < 33 || off_deg(to, sun_I) < 33) {
        continue;
      }
      Slew straight = fly(from, to, sun_I, false);
      Slew round = fly(from, to, sun_I, true);
      wouldHave += straight.nearest_deg() < 30 ? 1 : 0;
      assertThat(round.nearest_deg()).as("slew %s", i).isGreaterThan(30);
      assertThat(round.took_s()).as("slew %s", i).isLessThan(straight.took_s() + 180);
    }
    assertThat(wouldHave).as("slews that the Sun stood in the way of").isGreaterThan(15);
  }

  @Test
  @Tag("CTL-020")
  void straightThroughTheSunThereIsAWayRoundAsWell() {
    Vec3 sun_I = new Vec3(0, 1, 0);
    Quaternion from = Quaternion.IDENTITY;
    Quaternion to = Quaternion.ofBodyTurn(new Vec3(0, 0, FastMath.toRadians(179)));
    Slew slew = fly(from, to, sun_I, true);
    assertThat(slew.nearest_deg()).isGreaterThan(30);
    assertThat(slew.took_s()).isLessThan(450);
  }

  @Test
  @Tag("CTL-020")
  void whatMustEndAtTheSunOrClearsItGoesTheShortestWay() {
    Vec3 turn = new Vec3(0, 0, FastMath.toRadians(80));
    assertThat(SunKeepOut.round(turn, new Vec3(0, 1, 0))).isEqualTo(turn);
    assertThat(SunKeepOut.round(turn, new Vec3(0, -1, 0))).isEqualTo(turn);
    assertThat(SunKeepOut.round(turn, new Vec3(0, 0, 1))).isEqualTo(turn);
    assertThat(SunKeepOut.isSlew(new Vec3(0, 0.08, 0))).isFalse();
  }

  private static Quaternion attitude(Noise noise) {
    return Quaternion.ofBodyTurn(noise.direction().times(noise.uniform(0, Math.PI)));
  }

  private static double off_deg(Quaternion q_BI, Vec3 sun_I) {
    return FastMath.toDegrees(FastMath.acos(Math.min(1, q_BI.rotate(sun_I).dot(CAMERAS))));
  }

  private static Slew fly(Quaternion from, Quaternion to, Vec3 sun_I, boolean round) {
    Quaternion q_BI = from;
    Vec3 rate = Vec3.ZERO;
    double nearest_deg = 180;
    for (int k = 0; k < 10_000; k++) {
      Vec3 turn = Rotations.rotationVector_rad(to.times(q_BI.conjugate()));
      if (turn.norm() < FastMath.toRadians(0.5) && rate.norm() < 1e-3) {
        return new Slew(nearest_deg, k * STEP_S);
      }
      Vec3 way =
          round && SunKeepOut.isSlew(turn) ? SunKeepOut.round(turn, q_BI.rotate(sun_I)) : turn;
      Vec3 torque = AttitudeLaw.toward(way, Vec3.ZERO, rate, Vec3.ZERO).torque_B_N_m();
      double most = Math.max(Math.abs(torque.x()), Math.abs(torque.y()));
      most = Math.max(most, Math.abs(torque.z()));
      torque = most > WHEEL_N_M ? torque.times(WHEEL_N_M / most) : torque;
      Vec3 free = torque.minus(AttitudeLaw.gyroscopic(rate, Vec3.ZERO));
      rate = rate.plus(AttitudeLaw.overInertia(free).times(STEP_S));
      q_BI = Quaternion.ofBodyTurn(rate.times(STEP_S)).times(q_BI).normalized();
      nearest_deg = Math.min(nearest_deg, off_deg(q_BI, sun_I));
    }
    throw new AssertionError("not there after 1000 s");
  }
}
