package org.holdpoint.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.holdpoint.world.dynamics.Plume;
import org.holdpoint.world.dynamics.ThrusterSet;
import org.holdpoint.world.sample.Xyz;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The push of plumes on the target. */
class PlumeTest {
  private static final double[] STRAIGHT = {1, 0, 0, 0};
  private static final double[] CENTRE = new double[3];

  @Test
  @Tag("WLD-018")
  void theFluxOverAHalfSphereSumsUpToTheThrust() {
    // over the half sphere of 7 m the flux must sum up to the thrust
    double sum = 0;
    int steps = 100_000;
    for (int i = 0; i < steps; i++) {
      double theta = (i + 0.5) / steps * Math.PI / 2;
      double ring = 2 * Math.PI * 49 * Math.sin(theta) * Math.PI / 2 / steps;
      sum += Plume.flux_m2(7, Math.cos(theta)) * ring;
    }
    assertThat(sum).isCloseTo(1, within(1e-6));
  }

  @Test
  @Tag("WLD-018")
  void thePushFallsWithRangeSquaredAndWithThePowerOfTheCosine() {
    double near = push(new double[] {40, 0, 0});
    double far = push(new double[] {80, 0, 0});
    // the nozzle sits 0.6 m behind and the face 1 m before the centres
    double expected = Math.pow((80 - 1.6) / (40 - 1.6), 2);
    assertThat(near / far).isCloseTo(expected, within(0.01 * expected));
    // 22 N at 38.4 m on a face of 1.6 x 1.6 m: F 11/(2 pi r^2) A
    double force = near / seconds();
    assertThat(force).isCloseTo(22 * 11 / (2 * Math.PI * 38.4 * 38.4) * 2.56, within(0.003));
  }

  @Test
  @Tag("WLD-018")
  void aPlumeThatPointsAwayDoesNotReachTheTarget() {
    assertThat(push(new double[] {-40, 0, 0})).isZero();
  }

  @Test
  @Tag("WLD-018")
  void aFiringBesideTheTargetPushesItOffAndRaisesTheFlag() {
    TruthWorld world = TruthWorld.create(Worlds.vbar(-6, 2));
    TruthWorld quiet = TruthWorld.create(Worlds.vbar(-6, 2));
    // +x body points at the target: thrusters with force along -x blow at it
    ThrusterSet set = new ThrusterSet(2);
    int[] on = new int[16];
    for (int i = 0; i < 12; i++) {
      on[i] = set.force_B_N(i)[0] < 0 ? 100 : 0;
    }
    for (int i = 0; i < 20; i++) {
      world.step(on, new double[3]);
    }
    assertThat(world.proximity().plumeOnTarget()).isTrue();
    Worlds.coast(quiet, 20);
    Xyz pushed = difference(world.truth().v_T_I_m_s(), quiet.truth().v_T_I_m_s());
    assertThat(400 * pushed.norm())
        .isCloseTo(
            world.proximity().plumeImpulse_N_s(),
            within(0.01 * world.proximity().plumeImpulse_N_s()));
    Vector3D sight =
        new Vector3D(
            difference(world.truth().r_T_I_m(), world.truth().r_C_I_m()).x(),
            difference(world.truth().r_T_I_m(), world.truth().r_C_I_m()).y(),
            difference(world.truth().r_T_I_m(), world.truth().r_C_I_m()).z());
    assertThat(Vector3D.angle(sight, new Vector3D(pushed.x(), pushed.y(), pushed.z())))
        .isLessThan(0.3);
    Worlds.coast(world, 3);
    assertThat(world.proximity().plumeOnTarget()).isFalse();
    assertThat(quiet.proximity().plumeImpulse_N_s()).isZero();
  }

  @Test
  @Tag("WLD-018")
  void aPlumeBesideAFreeTargetsCentreTurnsIt() {
    Plume plume = new Plume(1, 0.8, 0.8);
    plume.push(fired(), STRAIGHT, CENTRE, new double[] {10, 3, 0}, STRAIGHT);
    double[] turn = plume.angularImpulse_T_N_m_s();
    assertThat(turn[2]).isNotZero();
    assertThat(Math.abs(turn[0])).isLessThan(Math.abs(turn[2]));
  }

  private static double push(double[] r_CT_I_m) {
    Plume plume = new Plume(1, 0.8, 0.8);
    plume.push(fired(), STRAIGHT, CENTRE, r_CT_I_m, STRAIGHT);
    return plume.size_N_s();
  }

  /** A large thruster, its force along +x and its gas along -x. */
  private static ThrusterSet fired() {
    ThrusterSet set = new ThrusterSet(1);
    double[] on_s = new double[16];
    double[] full = new double[16];
    on_s[12] = 0.1;
    full[12] = 1;
    set.fire(on_s, full, 12);
    return set;
  }

  private static double seconds() {
    return new Vector3D(fired().impulse_N_s()).getNorm() / 22;
  }

  private static Xyz difference(Xyz a, Xyz b) {
    return new Xyz(a.x() - b.x(), a.y() - b.y(), a.z() - b.z());
  }
}
