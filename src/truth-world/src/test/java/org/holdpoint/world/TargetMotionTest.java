package org.holdpoint.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.hipparchus.util.FastMath;
import org.holdpoint.world.dynamics.BodyFrame;
import org.holdpoint.world.dynamics.RigidBody;
import org.holdpoint.world.sample.Xyz;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A target that tumbles and one that manoeuvres. */
class TargetMotionTest {
  private static final double[] NONE = new double[3];

  @Test
  @Tag("WLD-058")
  void anAxisymmetricTumbleConesAsEulersSolutionSays() {
    RigidBody body = new RigidBody();
    body.setInertia(171, 219, 219, 0, 0, 0);
    double wx = FastMath.toRadians(4);
    double across = FastMath.toRadians(3);
    body.state()[4] = wx;
    body.state()[5] = across;
    // body rate: w_yz turns about x at (Jx - Jt) / Jt wx (Wertz 1978, eq. 16-66)
    double cone = (171 - 219) / 219.0 * wx;
    for (int i = 0; i < 36_000; i++) {
      body.advance(NONE, NONE);
    }
    double phase = cone * 3600;
    assertThat(body.state()[4]).isCloseTo(wx, within(1e-12));
    assertThat(body.state()[5]).isCloseTo(across * FastMath.cos(phase), within(1e-8));
    assertThat(body.state()[6]).isCloseTo(across * FastMath.sin(phase), within(1e-8));
    // the axis goes round the momentum at |H| / Jt, at a constant angle to it
    double[] axis_I = new double[3];
    BodyFrame.toInertial(body.state(), new double[] {1, 0, 0}, axis_I);
    double hx = 171 * wx;
    double hy = 219 * across;
    double h = Math.sqrt(hx * hx + hy * hy);
    double turned = h / 219 * 3600;
    double along = hx / h;
    // from its start (1, 0, 0) about the momentum's direction (hx, hy, 0) / h
    double c = FastMath.cos(turned);
    assertThat(axis_I[0]).isCloseTo(c + (1 - c) * along * along, within(1e-6));
    assertThat(axis_I[1]).isCloseTo((1 - c) * along * hy / h, within(1e-6));
    assertThat(axis_I[2]).isCloseTo(-FastMath.sin(turned) * hy / h, within(1e-6));
  }

  @Test
  @Tag("WLD-058")
  void aTumbleOfThreeUnequalAxesKeepsMomentumAndEnergyForAnHour() {
    RigidBody body = new RigidBody();
    body.setInertia(150, 260, 200, 0, 0, 0);
    System.arraycopy(new double[] {0.02, 0.01, 0.05}, 0, body.state(), 4, 3);
    double[] before = momentum_I(body);
    double energy = energy(body);
    for (int i = 0; i < 36_000; i++) {
      body.advance(NONE, NONE);
    }
    assertThat(momentum_I(body)).containsExactly(before, within(2e-7));
    assertThat(energy(body)).isCloseTo(energy, within(1e-9 * energy));
  }

  @Test
  @Tag("WLD-058")
  void aTumblingWorldsTargetTurnsAndIsRestoredInTheMiddle() {
    TargetAttitude tumble = TargetAttitude.tumble(new Xyz(2, 3, -1), TargetAttitude.BOX_KG_M2);
    WorldConfiguration configuration =
        Worlds.with(Worlds.DAWN_DUSK, new Xyz(0, -60, 0), BodyProperties.TARGET, tumble);
    TruthWorld whole = TruthWorld.create(configuration);
    Worlds.coast(whole, 50);
    byte[] saved = whole.save();
    whole.step(Worlds.only(0, 50), new double[3]);
    byte[] next = whole.save();
    Worlds.coast(whole, 300);
    TruthWorld again = TruthWorld.create(configuration);
    again.restore(saved);
    again.step(Worlds.only(0, 50), new double[3]);
    assertThat(again.save()).isEqualTo(next);
    Worlds.coast(again, 300);
    assertThat(again.save()).isEqualTo(whole.save());
    assertThatThrownBy(() -> TargetAttitude.tumble(new Xyz(1, 0, 0), new Xyz(10, 10, 30)))
        .hasMessageContaining("no body has a moment of 30.0");
  }

  @Test
  @Tag("WLD-059")
  void scriptedBurnsComeAtTheirTimesInTheTargetsFrame() {
    WorldConfiguration still = Worlds.vbar(-1000, 4);
    var burns =
        List.of(new TargetBurn(5, new Xyz(0, 0.1, 0)), new TargetBurn(2, new Xyz(0, 0, 0.2)));
    TruthWorld burning = TruthWorld.create(still.withManoeuvres(burns, null));
    TruthWorld coasting = TruthWorld.create(still);
    Worlds.coast(burning, 20);
    Worlds.coast(coasting, 20);
    assertThat(burning.truth()).isEqualTo(coasting.truth());
    Worlds.coast(burning, 1);
    Worlds.coast(coasting, 1);
    assertThat(burning.proximity().targetBurns()).isEqualTo(1);
    // seen from the target the chaser gains the opposite velocity
    double z = burning.truth().v_CT_L_m_s().z() - coasting.truth().v_CT_L_m_s().z();
    assertThat(z).isCloseTo(-0.2, within(1e-3));
    Worlds.coast(burning, 30);
    Worlds.coast(coasting, 30);
    assertThat(burning.proximity().targetBurns()).isEqualTo(2);
    assertThat(burning.proximity().targetDeltaV_m_s()).isCloseTo(0.3, within(1e-12));
    double y = burning.truth().v_CT_L_m_s().y() - coasting.truth().v_CT_L_m_s().y();
    assertThat(y).isCloseTo(-0.1, within(1e-3));
  }

  @Test
  @Tag("WLD-059")
  void aTargetEvadesWhoComesNearAndNotMoreOftenThanItMay() {
    WorldConfiguration closing =
        WorldConfiguration.nominal(
            Worlds.EPOCH, 3, Worlds.DAWN_DUSK, new Xyz(0, -110, 0), new Xyz(0, 2, 0));
    TruthWorld world =
        TruthWorld.create(
            closing.withManoeuvres(List.of(), new TargetEvasion(100, new Xyz(0.5, 0, 0), 3, 4)));
    Worlds.coast(world, 49);
    assertThat(world.proximity().targetBurns()).isZero();
    Worlds.coast(world, 5);
    assertThat(world.proximity().targetBurns()).isEqualTo(1);
    Worlds.coast(world, 30);
    assertThat(world.proximity().targetBurns()).isEqualTo(1);
    Worlds.coast(world, 20);
    assertThat(world.proximity().targetBurns()).isEqualTo(2);
    Worlds.coast(world, 400);
    assertThat(world.proximity().targetBurns()).isEqualTo(3);
  }

  @Test
  @Tag("WLD-059")
  void theInstructorFliesTheTargetWithinFiveMetresASecond() {
    TruthWorld world = TruthWorld.create(Worlds.vbar(-500, 3));
    Worlds.coast(world, 13);
    double before = world.truth().v_CT_L_m_s().y();
    world.manoeuvreTarget(new Xyz(0, 1.5, 0));
    assertThat(world.truth().v_CT_L_m_s().y()).isCloseTo(before - 1.5, within(1e-5));
    byte[] saved = world.save();
    Worlds.coast(world, 100);
    TruthWorld again = TruthWorld.create(Worlds.vbar(-500, 3));
    again.restore(saved);
    Worlds.coast(again, 100);
    assertThat(again.save()).isEqualTo(world.save());
    assertThatThrownBy(() -> world.manoeuvreTarget(new Xyz(4, 4, 0)))
        .hasMessageContaining("is not above 0 and up to 5.0 m/s");
    assertThatThrownBy(() -> world.manoeuvreTarget(new Xyz(0, Double.NaN, 0)))
        .hasMessageContaining("NaN m/s");
  }

  private static double[] momentum_I(RigidBody body) {
    double[] s = body.state();
    double[] h = new double[3];
    for (int i = 0; i < 3; i++) {
      h[i] = body.inertiaTimes(i, s[4], s[5], s[6]);
    }
    double[] h_I = new double[3];
    BodyFrame.toInertial(s, h, h_I);
    return h_I;
  }

  private static double energy(RigidBody body) {
    double[] s = body.state();
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      sum += 0.5 * s[4 + i] * body.inertiaTimes(i, s[4], s[5], s[6]);
    }
    return sum;
  }
}
