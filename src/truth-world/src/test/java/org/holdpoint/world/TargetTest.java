package org.holdpoint.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.util.FastMath;
import org.holdpoint.world.dynamics.BodyFrame;
import org.holdpoint.world.sample.Wxyz;
import org.holdpoint.world.sample.Xyz;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The target's attitude. */
class TargetTest {
  @Test
  @Tag("WLD-054")
  void aNadirFixedTargetKeepsItsPlusZToEarth() {
    TruthWorld world = world(TargetAttitude.NADIR_FIXED);
    Worlds.coast(world, 9_000);
    TruthSnapshot t = world.truth();
    double r = t.r_T_I_m().norm();
    Xyz down =
        inTarget(
            t.q_TI(), new Xyz(-t.r_T_I_m().x() / r, -t.r_T_I_m().y() / r, -t.r_T_I_m().z() / r));
    assertThat(down.z()).isCloseTo(1, within(1e-12));
    double v = t.v_T_I_m_s().norm();
    Xyz ahead =
        inTarget(
            t.q_TI(), new Xyz(t.v_T_I_m_s().x() / v, t.v_T_I_m_s().y() / v, t.v_T_I_m_s().z() / v));
    assertThat(ahead.x()).isGreaterThan(0.999);
  }

  @Test
  @Tag("WLD-054")
  void anInertialTargetKeepsItsAttitude() {
    TruthWorld world = world(TargetAttitude.INERTIAL);
    Wxyz start = world.truth().q_TI();
    Worlds.coast(world, 1_000);
    assertThat(world.truth().q_TI()).isEqualTo(start);
  }

  @Test
  @Tag("WLD-054")
  void aSpinningTargetTurnsAboutItsOwnYAtItsRate() {
    TruthWorld world = world(TargetAttitude.spin(3));
    Wxyz a = world.truth().q_TI();
    Worlds.coast(world, 200); // 60 deg
    Wxyz b = world.truth().q_TI();
    double cosine = a.q0() * b.q0() + a.q1() * b.q1() + a.q2() * b.q2() + a.q3() * b.q3();
    assertThat(FastMath.toDegrees(2 * FastMath.acos(Math.abs(cosine)))).isCloseTo(60, within(1e-9));
    // what was along +x before is seen along +z when the body has turned 90 deg about +y
    Xyz x_I = inTarget(new Wxyz(a.q0(), -a.q1(), -a.q2(), -a.q3()), new Xyz(1, 0, 0));
    Worlds.coast(world, 100);
    assertThat(inTarget(world.truth().q_TI(), x_I).z()).isCloseTo(1, within(1e-9));
  }

  private static TruthWorld world(TargetAttitude attitude) {
    return TruthWorld.create(
        Worlds.with(Worlds.DAWN_DUSK, new Xyz(0, -300, 0), BodyProperties.TARGET, attitude));
  }

  private static Xyz inTarget(Wxyz q, Xyz v) {
    double[] to = new double[3];
    BodyFrame.toBody(
        new double[] {q.q0(), q.q1(), q.q2(), q.q3()}, new double[] {v.x(), v.y(), v.z()}, to);
    return Xyz.of(to, 0);
  }
}
