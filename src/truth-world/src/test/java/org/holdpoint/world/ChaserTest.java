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
  private static final double[] NO_SURFACE = new double[3];
  private static final double[] CENTRE = new double[3];
  private static final double[] FULL = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
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
    ChaserBody body = new ChaserBody(238, 0); // dry, its axes are principal ones
    body.start(new double[] {1, 0, 0, 0}, new double[] {0, 0, FastMath.toRadians(1)});
    ThrusterSet off = silent();
    for (int i = 0; i < 900; i++) {
      body.advance(off, NO_TORQUE, TURNING, FAR_AWAY, 0, NO_SURFACE);
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
      body.advance(off, NO_TORQUE, TURNING, FAR_AWAY, 0, NO_SURFACE);
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
      body.advance(off, torque, TURNING, FAR_AWAY, 0, NO_SURFACE);
    }
    // friction takes what the drive does not compensate: 0.5 mN m and 1e-4 of the momentum a second
    assertThat(body.state()[7]).isCloseTo(-0.05 * 20 + 0.01 + 0.001, within(1e-4));
    assertThat(momentum_I(body)).containsExactly(before, within(1e-9));
  }

  @Test
  @Tag("WLD-012")
  void aWheelStopsAtEightNewtonMetreSecondsAndAtItsLargestTorque() {
    ChaserBody body = new ChaserBody(238, 12);
    ThrusterSet off = silent();
    double[] torque = {-1, 0, 0};
    body.advance(off, torque, TURNING, FAR_AWAY, 0, NO_SURFACE);
    assertThat(body.state()[7]).isCloseTo((0.2 - 0.0005) * 0.1, within(1e-12));
    for (int i = 0; i < 1000; i++) {
      body.advance(off, torque, TURNING, FAR_AWAY, 0, NO_SURFACE);
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
    body.advance(silent(), NO_TORQUE, TURNING, new double[] {slant, slant, 0}, mu, NO_SURFACE);
    // about z: 3 mu / r^3 (Jy - Jx) sin a cos a, over Jz = 50
    double[] j = body.inertia_kg_m2();
    double expected = 3 * mu / (r * r * r) * (j[1] - j[0]) * 0.5 / j[2];
    assertThat(j[2]).isCloseTo(50, within(0.01));
    assertThat(body.state()[6] / 0.1).isCloseTo(expected, within(1e-4 * expected));
  }

  @Test
  @Tag("WLD-014")
  void aPulseGivesItsImpulseAndUsesItsPropellant() {
    TruthWorld world = TruthWorld.create(Worlds.vbar(-1000, 5));
    Worlds.coast(world, 10);
    TruthSnapshot before = world.truth();
    world.step(Worlds.only(12, 100), new double[3]);
    TruthSnapshot after = world.truth();
    ThrusterSet twin = new ThrusterSet(5);
    double[] on_s = new double[16];
    for (int i = 0; i < 11; i++) {
      on_s[12] = i == 10 ? 0.1 : 0;
      twin.fire(on_s, FULL, 12);
    }
    double force = new Vector3D(new ThrusterSet(5).force_B_N(12)).getNorm();
    assertThat(force).isCloseTo(22, within(0.9));
    double used = before.propellant_kg() - after.propellant_kg();
    double impulse = new Vector3D(twin.impulse_N_s()).getNorm();
    assertThat(impulse).isCloseTo(force * 0.092, within(force * 0.092 * 0.018));
    assertThat(used).isCloseTo(impulse / (220 * 9.80665), within(1e-12));
    assertThat(after.mass_kg()).isCloseTo(before.mass_kg() - used, within(1e-12));
    var imu = world.samples().imuA();
    assertThat(imu).isNotNull();
    assertThat(imu.deltaV_B_m_s().x()).isCloseTo(impulse / 250, within(1e-4));
    double[] torque = torque(new ThrusterSet(5), 12);
    assertThat(after.rate_B_rad_s().y() - before.rate_B_rad_s().y())
        .isCloseTo(torque[1] * impulse / force / 45, within(4e-5));
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
    assertThat(speed).isCloseTo(88 * 0.041 / 250, within(5e-4));
    // opened for 40 ms, thrust rising in 8 and falling in 9 ms has its centroid at 28.68 ms
    assertThat(shift / speed).isCloseTo(0.07132, within(1e-4));
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
  void thrustRisesAndFallsAndItsIntegralsAreExactAcrossTicks() {
    ThrusterSet set = new ThrusterSet(3);
    int[] on_ms = {33, 100, 20, 0, 0, 0, 0};
    double[] on_s = new double[16];
    double steady_N = new Vector3D(set.force_B_N(4)).getNorm();
    double level = 0;
    for (int ms : on_ms) {
      on_s[4] = 1e-3 * ms;
      set.fire(on_s, FULL, 12);
      double given_s = new Vector3D(set.impulse_N_s()).getNorm() / steady_N;
      // the pulse's scatter is not known from outside: the impulse, linear in it, tells
      double none = curve(level, 0, ms)[0];
      double one = curve(level, 1, ms)[0] - none;
      double pulse = one == 0 ? 0 : (given_s - none) / one;
      double[] fine = curve(level, pulse, ms);
      if (ms > 0) {
        assertThat(pulse).isBetween(0.982, 1.018);
      }
      assertThat(given_s).isCloseTo(fine[0], within(1e-7));
      double moment_s2 = new Vector3D(set.impulseTimesCentroid_N_s2()).getNorm() / steady_N;
      assertThat(moment_s2).isCloseTo(fine[1], within(1e-9));
      level = fine[2];
    }
    assertThat(new Vector3D(set.impulse_N_s()).getNorm()).isZero();
  }

  /** Integral, first moment and end of the thrust of one tick in small steps. */
  private static double[] curve(double level, double steady, int on_ms) {
    double fine_s = 1e-6;
    double rise = 1 - Math.exp(-fine_s / ThrusterSet.RISE_S);
    double fall = 1 - Math.exp(-fine_s / ThrusterSet.FALL_S);
    double f = level;
    double seconds = 0;
    double moment = 0;
    for (int i = 0; i < 100_000; i++) {
      double before = f;
      f += i < 1000 * on_ms ? (steady - f) * rise : -f * fall;
      seconds += (before + f) / 2 * fine_s;
      moment += (before + f) / 2 * fine_s * (i + 0.5) * fine_s;
    }
    return new double[] {seconds, moment, f};
  }

  @Test
  @Tag("WLD-014")
  void pulsesScatterByOnePercentAndDoNotHangOnEachOther() {
    ThrusterSet often = new ThrusterSet(9);
    ThrusterSet seldom = new ThrusterSet(9);
    double[] on_s = new double[16];
    double sum = 0;
    double squares = 0;
    int pulses = 2000;
    double first = 0;
    for (int i = 0; i < 6 * pulses; i++) {
      on_s[2] = i % 6 == 0 ? 0.05 : 0;
      often.fire(on_s, FULL, 12);
      on_s[2] = i == 6 * pulses - 6 ? 0.05 : 0;
      seldom.fire(on_s, FULL, 12);
      if (i % 6 == 0) {
        double size = new Vector3D(often.impulse_N_s()).getNorm();
        first = i == 0 ? size : first;
        sum += size;
        squares += size * size;
      }
      if (i == 6 * pulses - 6) {
        assertThat(often.impulse_N_s()).containsExactly(seldom.impulse_N_s());
      }
    }
    double mean = sum / pulses;
    double sigma = Math.sqrt(squares / pulses - mean * mean) / mean;
    assertThat(sigma).isCloseTo(ThrusterSet.PULSE_SCATTER, within(0.0005));
  }

  @Test
  @Tag("WLD-012")
  void aWheelThatIsNotDrivenRunsDownAndStopsWithoutTurningRound() {
    ChaserBody body = new ChaserBody(238, 12);
    body.spinWheels(new org.holdpoint.world.sample.Xyz(0.01, -0.01, 4));
    double[] before = momentum_I(body);
    ThrusterSet off = silent();
    for (int i = 0; i < 600; i++) {
      body.advance(off, NO_TORQUE, TURNING, FAR_AWAY, 0, NO_SURFACE);
    }
    assertThat(body.state()[7]).isZero();
    assertThat(body.state()[8]).isZero();
    assertThat(body.state()[9]).isCloseTo(4 - 60 * (0.0005 + 0.0004), within(3e-4));
    assertThat(momentum_I(body)).containsExactly(before, within(1e-9));
  }

  @Test
  @Tag("WLD-012")
  void thrustersUnloadAWheel() {
    ChaserBody body = new ChaserBody(238, 12);
    body.spinWheels(new org.holdpoint.world.sample.Xyz(0, 0, 3));
    ThrusterSet set = new ThrusterSet(2);
    double[] j = torque(set, 0);
    double[] on_s = new double[16];
    int pushes = j[2] < 0 ? 0 : 1;
    on_s[pushes] = 0.1;
    double given = 0;
    for (int i = 0; i < 60; i++) {
      set.fire(on_s, FULL, body.propellant_kg());
      given += set.angularImpulse_N_m_s()[2];
      double hold = Math.max(-0.2, Math.min(0.2, -20 * body.state()[6]));
      body.advance(set, new double[] {0, 0, hold}, TURNING, FAR_AWAY, 0, NO_SURFACE);
    }
    assertThat(Math.abs(given)).isGreaterThan(0.5);
    assertThat(Math.abs(body.state()[9] - 3)).isGreaterThan(0.1);
  }

  @Test
  @Tag("WLD-017")
  void massInertiaAndCentreOfMassFollowThePropellant() {
    ChaserBody full = new ChaserBody(238, 12);
    ChaserBody dry = new ChaserBody(238, 0);
    assertThat(full.mass_kg()).isEqualTo(250);
    assertThat(full.centreOfMass_B_m()[0]).isCloseTo(12 * 0.02 / 250, within(1e-15));
    assertThat(dry.centreOfMass_B_m()).containsExactly(CENTRE, within(1e-18));
    assertThat(full.inertia_kg_m2()[0] - dry.inertia_kg_m2()[0])
        .isCloseTo(0.4 * 12 * 0.18 * 0.18 + 12 * 238 / 250.0 * 2e-4, within(1e-12));
    assertThat(full.inertia_kg_m2()[3]).isCloseTo(12 * 238 / 250.0 * 2e-4, within(1e-12));
    full.leak(12);
    assertThat(full.inertia_kg_m2()).containsExactly(dry.inertia_kg_m2(), within(1e-12));
    assertThat(full.centreOfMass_B_m()).containsExactly(CENTRE, within(1e-18));
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
    ThrusterSet again = new ThrusterSet(1);
    again.fire(on, strength, used / 2);
    assertThat(new Vector3D(again.impulse_N_s()).getNorm()).isCloseTo(full / 2, within(1e-12));
    again.fire(on, strength, 0);
    assertThat(again.impulse_N_s()).containsExactly(0, 0, 0);
    assertThat(again.used_kg()).isZero();
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
      momentum[i] = spin(body, i) + body.state()[7 + i];
    }
    double[] inertial = new double[3];
    BodyFrame.toInertial(body.state(), momentum, inertial);
    return inertial;
  }

  /** Component of the body's own angular momentum. */
  private static double spin(ChaserBody body, int axis) {
    double[] j = body.inertia_kg_m2();
    double[][] rows = {{j[0], j[3], j[4]}, {j[3], j[1], j[5]}, {j[4], j[5], j[2]}};
    double[] w = body.state();
    return rows[axis][0] * w[4] + rows[axis][1] * w[5] + rows[axis][2] * w[6];
  }

  private static double energy(ChaserBody body) {
    double energy = 0;
    for (int i = 0; i < 3; i++) {
      energy += 0.5 * body.state()[4 + i] * spin(body, i);
    }
    return energy;
  }
}
