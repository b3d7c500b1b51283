package org.holdpoint.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.geometry.euclidean.threed.Rotation;
import org.hipparchus.geometry.euclidean.threed.RotationConvention;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.hipparchus.util.FastMath;
import org.holdpoint.world.dynamics.BodyFrame;
import org.holdpoint.world.dynamics.ChaserBody;
import org.holdpoint.world.dynamics.ThrusterSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The chaser as a rigid body with thrusters, wheels and a tank. */
class ChaserTest {
  private static final double[] NO_TORQUE = new double[3];
  private static final boolean[] TURNING = new boolean[3];
  private static final double[] FAR_AWAY = {7e6, 0, 0};

  @Test
  @Tag("WLD-010")
  void aBodyTurnedAQuarterAboutZSeesXOnMinusY() {
    Rotation turned =
        new Rotation(Vector3D.PLUS_K, FastMath.PI / 2, RotationConvention.FRAME_TRANSFORM);
    double[] q = TargetTurning.quaternion(turned);
    double half = FastMath.sqrt(0.5);
    assertThat(q).containsExactly(new double[] {half, 0, 0, -half}, within(1e-15));
    double[] seen = new double[3];
    BodyFrame.toBody(q, new double[] {1, 0, 0}, seen);
    assertThat(seen).containsExactly(new double[] {0, -1, 0}, within(1e-15));
  }

  @Test
  @Tag("WLD-010")
  void aBodyThatSpinsAboutZForAQuarterGetsThere() {
    ChaserBody body = new ChaserBody(238, 12);
    body.start(new double[] {1, 0, 0, 0}, new double[] {0, 0, FastMath.toRadians(1)});
    ThrusterSet off = silent();
    for (int i = 0; i < 900; i++) {
      body.advance(off, NO_TORQUE, TURNING, FAR_AWAY, 0);
    }
    double half = FastMath.sqrt(0.5);
    assertThat(body.state()[0]).isCloseTo(half, within(1e-10));
    assertThat(body.state()[3]).isCloseTo(-half, within(1e-10));
    assertThat(body.meanRate_rad_s()[2]).isCloseTo(FastMath.toRadians(1), within(1e-12));
  }

  @Test
  @Tag("WLD-011")
  void aTorqueFreeTumbleKeepsMomentumAndEnergyForAnHour() {
    ChaserBody body = new ChaserBody(238, 12);
    body.start(new double[] {0.5, 0.5, -0.5, 0.5}, new double[] {0.01, 0.015, -0.008});
    ThrusterSet off = silent();
    double[] before = momentum_I(body);
    double energy = energy(body);
    for (int i = 0; i < 36_000; i++) {
      body.advance(off, NO_TORQUE, TURNING, FAR_AWAY, 0);
    }
    assertThat(momentum_I(body)).containsExactly(before, within(1e-10));
    assertThat(energy(body)).isCloseTo(energy, within(1e-13));
  }

  @Test
  @Tag("WLD-011")
  void wheelsExchangeMomentumWithTheBodyAndLoseNone() {
    ChaserBody body = new ChaserBody(238, 12);
    body.start(new double[] {1, 0, 0, 0}, new double[] {0.001, -0.002, 0.003});
    ThrusterSet off = silent();
    double[] before = momentum_I(body);
    double[] torque = {0.05, -0.1, 0.02};
    for (int i = 0; i < 200; i++) {
      body.advance(off, torque, TURNING, FAR_AWAY, 0);
    }
    assertThat(body.state()[7]).isCloseTo(-0.05 * 20, within(1e-9));
    assertThat(momentum_I(body)).containsExactly(before, within(1e-9));
  }

  @Test
  @Tag("WLD-012")
  void aWheelStopsAtEightNewtonMetreSecondsAndAtItsLargestTorque() {
    ChaserBody body = new ChaserBody(238, 12);
    ThrusterSet off = silent();
    double[] torque = {-1, 0, 0};
    body.advance(off, torque, TURNING, FAR_AWAY, 0);
    assertThat(body.state()[7]).isCloseTo(0.2 * 0.1, within(1e-12));
    for (int i = 0; i < 1000; i++) {
      body.advance(off, torque, TURNING, FAR_AWAY, 0);
    }
    assertThat(body.state()[7]).isCloseTo(8, within(1e-9));
  }

  @Test
  @Tag("WLD-013")
  void theGravityGradientTurnsABodyThatStandsAslant() {
    ChaserBody body = new ChaserBody(238, 12);
    double r = 6.878e6;
    double mu = 3.986004415e14;
    double slant = FastMath.sqrt(0.5) * r;
    body.advance(silent(), NO_TORQUE, TURNING, new double[] {slant, slant, 0}, mu);
    // about z: 3 mu / r^3 (Jy - Jx) sin a cos a, over Jz = 50
    double expected = 3 * mu / (r * r * r) * 5 * 0.5 / 50;
    assertThat(body.state()[6] / 0.1).isCloseTo(expected, within(1e-5 * expected));
  }

  @Test
  @Tag("WLD-014")
  void aPulseGivesItsImpulseAndUsesItsPropellant() {
    TruthWorld world = TruthWorld.create(Worlds.vbar(-1000, 5));
    Worlds.coast(world, 10);
    TruthSnapshot before = world.truth();
    world.step(Worlds.only(12, 100), new double[3]);
    TruthSnapshot after = world.truth();
    double force = new Vector3D(new ThrusterSet(5).force_B_N(12)).getNorm();
    assertThat(force).isCloseTo(22, within(0.9));
    double used = before.propellant_kg() - after.propellant_kg();
    assertThat(used).isCloseTo(force * 0.1 / (220 * 9.80665), within(1e-9));
    assertThat(after.mass_kg()).isCloseTo(before.mass_kg() - used, within(1e-12));
    var imu = world.samples().imuA();
    assertThat(imu).isNotNull();
    assertThat(imu.deltaV_B_m_s().x()).isCloseTo(force * 0.1 / 250, within(1e-4));
    double[] torque = torque(new ThrusterSet(5), 12);
    assertThat(after.rate_B_rad_s().y() - before.rate_B_rad_s().y())
        .isCloseTo(torque[1] * 0.1 / 45, within(1e-6));
  }

  @Test
  @Tag("WLD-014")
  void aShortPulseMovesTheChaserFromItsCentroidOn() {
    TruthWorld fires = TruthWorld.create(Worlds.vbar(-1000, 5));
    TruthWorld coasts = TruthWorld.create(Worlds.vbar(-1000, 5));
    int[] on = new int[16];
    on[12] = 40;
    on[13] = 40;
    on[14] = 40;
    on[15] = 40;
    fires.step(on, new double[3]);
    Worlds.coast(coasts, 1);
    double speed = fires.truth().v_CT_L_m_s().y() - coasts.truth().v_CT_L_m_s().y();
    double shift = fires.truth().r_CT_L_m().y() - coasts.truth().r_CT_L_m().y();
    assertThat(speed).isCloseTo(88 * 0.04 / 250, within(5e-4));
    assertThat(shift / speed).isCloseTo(0.08, within(1e-4));
  }

  @Test
  @Tag("WLD-015")
  void thrustersStandAsDecidedWithErrorsOfOnePercentAndHalfADegree() {
    double magnitude2 = 0;
    double angle2 = 0;
    int seeds = 200;
    for (int seed = 0; seed < seeds; seed++) {
      Vector3D force = new Vector3D(new ThrusterSet(seed).force_B_N(0));
      Vector3D nominal = new Vector3D(-0.553, -0.553, -0.623).normalize();
      magnitude2 += (force.getNorm() - 1) * (force.getNorm() - 1);
      double angle = FastMath.toDegrees(Vector3D.angle(force, nominal));
      angle2 += angle * angle;
    }
    assertThat(Math.sqrt(magnitude2 / seeds)).isBetween(0.0085, 0.0115);
    assertThat(Math.sqrt(angle2 / seeds)).isBetween(0.42, 0.58);
    ThrusterSet set = new ThrusterSet(1);
    assertThat(set.position_B_m(0)).containsExactly(0.45, 0, -0.45);
    assertThat(set.position_B_m(2)).containsExactly(-0.45, 0, 0.45);
    assertThat(set.position_B_m(4)).containsExactly(-0.45, 0.45, 0);
    assertThat(set.position_B_m(8)).containsExactly(0, -0.45, 0.45);
    assertThat(set.position_B_m(13)).containsExactly(-0.6, 0.3, -0.3);
    assertThat(new ThrusterSet(1).force_B_N(3)).containsExactly(set.force_B_N(3));
  }

  @Test
  @Tag("WLD-014")
  void anEmptyTankGivesNoThrust() {
    ThrusterSet thrusters = new ThrusterSet(1);
    double[] on = new double[16];
    double[] strength = new double[16];
    on[0] = 0.1;
    strength[0] = 1;
    thrusters.fire(on, strength, 1);
    double full = new Vector3D(thrusters.impulse_N_s()).getNorm();
    double used = thrusters.used_kg();
    thrusters.fire(on, strength, used / 2);
    assertThat(new Vector3D(thrusters.impulse_N_s()).getNorm()).isCloseTo(full / 2, within(1e-12));
    thrusters.fire(on, strength, 0);
    assertThat(thrusters.impulse_N_s()).containsExactly(0, 0, 0);
    assertThat(thrusters.used_kg()).isZero();
  }

  @Test
  @Tag("WLD-016")
  void anOnTimeOfTenMillisecondsIsRefused() {
    TruthWorld world = TruthWorld.create(Worlds.vbar(-1000, 1));
    assertThatThrownBy(() -> world.step(Worlds.only(7, 10), new double[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("thruster 7: on-time of 10 ms is neither 0 nor 20 to 100");
    assertThatThrownBy(() -> world.step(new int[16], new double[] {0, Double.NaN, 0}))
        .hasMessageContaining("wheel y");
    assertThat(world.tick()).isZero();
  }

  private static ThrusterSet silent() {
    ThrusterSet set = new ThrusterSet(1);
    set.fire(new double[16], new double[16], 12);
    return set;
  }

  private static double[] torque(ThrusterSet set, int thruster) {
    return Vector3D.crossProduct(
            new Vector3D(set.position_B_m(thruster)), new Vector3D(set.force_B_N(thruster)))
        .toArray();
  }

  private static double[] momentum_I(ChaserBody body) {
    double[] momentum = new double[3];
    for (int i = 0; i < 3; i++) {
      momentum[i] = body.inertia_kg_m2()[i] * body.state()[4 + i] + body.state()[7 + i];
    }
    double[] inertial = new double[3];
    BodyFrame.toInertial(body.state(), momentum, inertial);
    return inertial;
  }

  private static double energy(ChaserBody body) {
    double energy = 0;
    for (int i = 0; i < 3; i++) {
      energy += 0.5 * body.inertia_kg_m2()[i] * body.state()[4 + i] * body.state()[4 + i];
    }
    return energy;
  }
}
