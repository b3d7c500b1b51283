package org.holdpoint.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.holdpoint.motion.RelativeMotionTest.assertClose;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FramesAndRotationsTest {
  private static final double MU = 3.986004418e14;

  @Test
  @Tag("NAV-005")
  void theRelativeVelocityIsTheOneSeenInTheRotatingFrame() {
    var frame = LocalFrame.of(new Vec3(7100e3, 0, 0), new Vec3(0, 7000, 0));

    var relative = frame.toRelative(new Vec3(7101e3, 0, 0), new Vec3(0, 7010, 0));

    assertClose(relative.r_CT_L_m(), new Vec3(1000, 0, 0), 1e-6);
    assertClose(relative.v_CT_L_m_s(), new Vec3(0, 9.01408, 0), 1e-5);
  }

  @Test
  void inertialAndRelativeStatesConvertBothWays() {
    var draws = new Draws(11);
    for (int i = 0; i < 200; i++) {
      var frame =
          LocalFrame.of(draws.vector(1).unit().times(6.9e6), draws.vector(1).unit().times(7600));
      var state = draws.state(2000, 2);
      var back = frame.toRelative(frame.position_I_m(state), frame.velocity_I_m_s(state));
      assertClose(back.r_CT_L_m(), state.r_CT_L_m(), 1e-7);
      assertClose(back.v_CT_L_m_s(), state.v_CT_L_m_s(), 1e-9);
      assertClose(frame.q_LI().rotate(frame.r_T_I_m()), new Vec3(6.9e6, 0, 0), 1e-6);
      assertThat(frame.q_LI().rotate(frame.v_T_I_m_s()).z()).isCloseTo(0, within(1e-9));
    }
  }

  @Test
  @Tag("NAV-005")
  void aBodyTurnedByNinetyDegreesAboutZSeesTheOldXAlongMinusY() {
    var q = Quaternion.ofBodyTurn(new Vec3(0, 0, Math.PI / 2));
    assertThat(q.q0()).isCloseTo(0.70710678, within(1e-8));
    assertThat(q.q3()).isCloseTo(-0.70710678, within(1e-8));
    assertClose(q.rotate(new Vec3(1, 0, 0)), new Vec3(0, -1, 0), 1e-12);
    var same = Rotations.ofAxes(new Vec3(0, 1, 0), new Vec3(-1, 0, 0), new Vec3(0, 0, 1));
    assertThat(Rotations.angle_rad(q, same)).isLessThan(1e-12);
  }

  @Test
  void rotationsAreTheSameByAxesByTurnAndByVector() {
    var draws = new Draws(12);
    for (int i = 0; i < 500; i++) {
      var q_BA = draws.attitude();
      var back = q_BA.conjugate();
      var byAxes =
          Rotations.ofAxes(
              back.rotate(new Vec3(1, 0, 0)),
              back.rotate(new Vec3(0, 1, 0)),
              back.rotate(new Vec3(0, 0, 1)));
      assertThat(Rotations.angle_rad(byAxes, q_BA)).isLessThan(1e-7);

      Vec3 turn = Rotations.rotationVector_rad(q_BA);
      assertThat(Rotations.angle_rad(Quaternion.ofBodyTurn(turn), q_BA)).isLessThan(1e-7);
      assertThat(turn.norm()).isLessThanOrEqualTo(Math.PI + 1e-12);

      Vec3 from = draws.vector(1);
      Vec3 to = draws.vector(1);
      assertClose(Rotations.between(from, to).rotate(from.unit()), to.unit(), 1e-12);
      assertClose(Rotations.ofTwoVectors(from, to).rotate(from.unit()), new Vec3(1, 0, 0), 1e-12);
      assertThat(Rotations.ofTwoVectors(from, to).rotate(to).z()).isGreaterThan(0);
    }
    assertClose(
        Rotations.between(new Vec3(1, 0, 0), new Vec3(-1, 0, 0)).rotate(new Vec3(1, 0, 0)),
        new Vec3(-1, 0, 0),
        1e-12);
  }

  @Test
  void stepsTowardsAnAttitudeNeverTurnFurtherThanAllowedAndArrive() {
    var draws = new Draws(13);
    for (int i = 0; i < 50; i++) {
      var q = draws.attitude();
      var goal = draws.attitude();
      double left = Rotations.angle_rad(q, goal);
      int steps = 0;
      while (Rotations.angle_rad(q, goal) > 1e-9 && steps < 100) {
        var next = Rotations.step(q, goal, 0.05);
        assertThat(Rotations.angle_rad(q, next)).isLessThan(0.05 + 1e-9);
        q = next;
        steps++;
      }
      assertThat(steps).isEqualTo((int) Math.ceil(left / 0.05));
    }
  }

  @Test
  void elementsAndCartesianStatesConvertBothWays() {
    var draws = new Draws(14);
    for (int i = 0; i < 300; i++) {
      var elements =
          new OrbitalElements(
              draws.between(6.7e6, 2e7),
              draws.between(0.001, 0.8),
              draws.between(0.05, 3.0),
              draws.between(-3, 3),
              draws.between(-3, 3),
              draws.between(-3, 3));
      var back = OrbitalElements.of(elements.position_I_m(MU), elements.velocity_I_m_s(MU), MU);
      assertThat(back.a_m()).isCloseTo(elements.a_m(), within(1e-5));
      assertThat(back.e()).isCloseTo(elements.e(), within(1e-11));
      assertThat(back.i_rad()).isCloseTo(elements.i_rad(), within(1e-11));
      assertThat(back.node_rad()).isCloseTo(elements.node_rad(), within(1e-10));
      assertThat(back.perigee_rad()).isCloseTo(elements.perigee_rad(), within(1e-8));
      assertThat(back.meanAnomaly_rad()).isCloseTo(elements.meanAnomaly_rad(), within(1e-8));
    }
  }

  @Test
  @Tag("NAV-006")
  void relativeElementsAreThePublishedOnes() {
    double re = 6378136.3;
    var chief = elements(re + 700e3, 0.001, 97.8, 15, 30, 45);
    var deputy = elements(re + 701e3, 0.0015, 97.85, 15.05, 30.05, 45.05);

    var relative = RelativeElements.of(chief, deputy);

    assertThat(relative.da()).isCloseTo(1.412801276516814e-4, within(1e-17));
    assertThat(Math.toDegrees(relative.dl())).isCloseTo(9.321422137829084e-2, within(1e-13));
    assertThat(relative.dex()).isCloseTo(4.323577088687794e-4, within(1e-16));
    assertThat(relative.dey()).isCloseTo(2.511333388799496e-4, within(1e-16));
    assertThat(Math.toDegrees(relative.dix())).isCloseTo(5e-2, within(1e-13));
    assertThat(Math.toDegrees(relative.diy())).isCloseTo(4.95373920235754e-2, within(1e-13));
  }

  @Test
  @Tag("NAV-006")
  void parallelEccentricityAndInclinationVectorsKeepTheSmallerOfTheTwoApart() {
    double a = 7e6;
    assertThat(new RelativeElements(0, 0, 0, 400 / a, 0, 200 / a).smallestRadialNormalDistance_m(a))
        .isCloseTo(200, within(1e-9));
    assertThat(new RelativeElements(0, 0, 0, 400 / a, 200 / a, 0).smallestRadialNormalDistance_m(a))
        .isZero();
  }

  private static OrbitalElements elements(
      double a, double e, double i, double node, double perigee, double mean) {
    return new OrbitalElements(
        a,
        e,
        Math.toRadians(i),
        Math.toRadians(node),
        Math.toRadians(perigee),
        Math.toRadians(mean));
  }
}
