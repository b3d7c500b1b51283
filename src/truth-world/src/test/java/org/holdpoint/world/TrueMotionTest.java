package org.holdpoint.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.geometry.euclidean.threed.Rotation;
import org.hipparchus.geometry.euclidean.threed.RotationConvention;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.holdpoint.world.dynamics.BodyFrame;
import org.holdpoint.world.dynamics.ThrusterSet;
import org.holdpoint.world.reference.OrekitReference;
import org.holdpoint.world.sample.Wxyz;
import org.holdpoint.world.sample.Xyz;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The world's motion against Orekit's own propagator with its own forces. */
class TrueMotionTest {
  private static final long SIX_HOURS_TICKS = 6 * 36_000;
  private static final long TICK_NS = TruthWorld.TICK_NS;

  /** Middle of a pulse of 60 ms. */
  private static final int PULSE_TICKS = 4;

  @Test
  @Tag("WLD-001")
  void sixHoursAt100MetresStayWithinACentimetreOfOrekit() {
    Errors errors = coastSixHours(Worlds.alike(Worlds.DAWN_DUSK, -100), 250);
    assertThat(errors.relative_m).isLessThan(0.01);
    assertThat(errors.absolute_m).isLessThan(1);
  }

  @Test
  @Tag("WLD-001")
  void sixHoursAtOneKilometreWithEclipsesStayWithinACentimetreOfOrekit() {
    Errors errors = coastSixHours(Worlds.alike(Worlds.NOON, -1000), 250);
    assertThat(errors.relative_m).isLessThan(0.01);
    assertThat(errors.absolute_m).isLessThan(1);
  }

  @Test
  @Tag("WLD-001")
  void unequalBallisticCoefficientsDriftApartAsInOrekit() {
    var heavy = new BodyProperties(500, 1.5, 2.2, 1.3);
    var configuration =
        Worlds.with(Worlds.NOON, new Xyz(0, -1000, 0), heavy, TargetAttitude.NADIR_FIXED);
    Errors errors = coastSixHours(configuration, 500);
    assertThat(errors.driven_m).isGreaterThan(20);
    assertThat(errors.relative_m).isLessThan(0.05);
  }

  @Test
  @Tag("WLD-002")
  void twoBurnsInSixHoursStayWithinACentimetreOfOrekit() {
    var configuration = Worlds.alike(Worlds.DAWN_DUSK, -1000);
    TruthWorld world = TruthWorld.create(configuration);
    double[] reference = chaser(world.truth());
    double[] target = target(world.truth());
    long from = world.tai_ns();
    int[] burn = new int[16];
    burn[12] = 60;
    burn[13] = 60;
    burn[14] = 60;
    burn[15] = 60;
    // fires in step with the world's own set, so that its pulses scatter alike
    ThrusterSet twin = new ThrusterSet(1);
    long fired = 0;
    for (long at : new long[] {9_000, 60_000}) {
      Worlds.coast(world, at - world.tick());
      TruthSnapshot before = world.truth();
      for (; fired < at; fired++) {
        twin.fire(new double[16], new double[16], 12);
      }
      Pulse pulse = Pulse.of(twin, burn);
      fired += PULSE_TICKS;
      long centroid = world.tai_ns() + Math.round(1e9 * pulse.centroid_s());
      reference =
          OrekitReference.propagate(
              reference, from, centroid, BodyProperties.CHASER, 250, configuration);
      addImpulse(reference, before, pulse);
      from = centroid;
      world.step(burn, new double[3]);
    }
    Worlds.coast(world, SIX_HOURS_TICKS - world.tick());
    TruthSnapshot end = world.truth();
    reference =
        OrekitReference.propagate(
            reference, from, end.tai_ns(), BodyProperties.CHASER, 249.995, configuration);
    target =
        OrekitReference.propagate(
            target,
            configuration.start_tai_ns(),
            end.tai_ns(),
            Worlds.LIKE_CHASER,
            250,
            configuration);
    RelativeState expected = RelativeState.of(target, reference);
    assertThat(end.r_CT_L_m().y()).isNotCloseTo(-1000, within(100.0));
    assertThat(distance(expected.r_CT_L_m(), end.r_CT_L_m())).isLessThan(0.01);
  }

  /** Errors after a run, and how far the chaser has moved relative to the target. */
  private record Errors(double relative_m, double absolute_m, double driven_m) {}

  private static Errors coastSixHours(WorldConfiguration configuration, double targetMass_kg) {
    TruthWorld world = TruthWorld.create(configuration);
    TruthSnapshot start = world.truth();
    Worlds.coast(world, SIX_HOURS_TICKS);
    TruthSnapshot end = world.truth();
    long to = configuration.start_tai_ns() + SIX_HOURS_TICKS * TICK_NS;
    double[] target =
        OrekitReference.propagate(
            target(start),
            configuration.start_tai_ns(),
            to,
            configuration.target(),
            targetMass_kg,
            configuration);
    double[] chaser =
        OrekitReference.propagate(
            chaser(start),
            configuration.start_tai_ns(),
            to,
            configuration.chaser(),
            250,
            configuration);
    RelativeState expected = RelativeState.of(target, chaser);
    return new Errors(
        distance(expected.r_CT_L_m(), end.r_CT_L_m()),
        distance(Xyz.of(target, 0), end.r_T_I_m()),
        distance(start.r_CT_L_m(), end.r_CT_L_m()));
  }

  /** All that one pulse gives, its tail in later ticks included, as if at its centroid. */
  private record Pulse(double[] impulse_B_N_s, double centroid_s, double used_kg) {
    static Pulse of(ThrusterSet thrusters, int[] on_ms) {
      double[] on_s = new double[on_ms.length];
      double[] full = new double[on_ms.length];
      for (int i = 0; i < on_ms.length; i++) {
        on_s[i] = 1e-3 * on_ms[i];
        full[i] = 1;
      }
      double[] sum = new double[3];
      double size = 0;
      double moment = 0;
      double used_kg = 0;
      for (int tick = 0; tick < PULSE_TICKS; tick++) {
        thrusters.fire(tick == 0 ? on_s : new double[on_ms.length], full, 12);
        for (int axis = 0; axis < 3; axis++) {
          sum[axis] += thrusters.impulse_N_s()[axis];
        }
        size += thrusters.impulse_N_s()[0];
        moment +=
            thrusters.impulseTimesCentroid_N_s2()[0] + 0.1 * tick * thrusters.impulse_N_s()[0];
        used_kg += thrusters.used_kg();
      }
      return new Pulse(sum, moment / size, used_kg);
    }
  }

  private static void addImpulse(double[] rv, TruthSnapshot before, Pulse pulse) {
    Wxyz q = before.q_BI();
    double[] attitude = {q.q0(), q.q1(), q.q2(), q.q3()};
    double[] start_I = new double[3];
    BodyFrame.toInertial(attitude, pulse.impulse_B_N_s(), start_I);
    Xyz rate = before.rate_B_rad_s();
    double[] rate_I = new double[3];
    BodyFrame.toInertial(attitude, new double[] {rate.x(), rate.y(), rate.z()}, rate_I);
    double[] impulse_I =
        new Rotation(
                new Vector3D(rate_I),
                rate.norm() * pulse.centroid_s(),
                RotationConvention.VECTOR_OPERATOR)
            .applyTo(new Vector3D(start_I))
            .toArray();
    for (int axis = 0; axis < 3; axis++) {
      rv[3 + axis] += impulse_I[axis] / (before.mass_kg() - pulse.used_kg() / 2);
    }
  }

  private static double[] target(TruthSnapshot truth) {
    return six(truth.r_T_I_m(), truth.v_T_I_m_s());
  }

  private static double[] chaser(TruthSnapshot truth) {
    return six(truth.r_C_I_m(), truth.v_C_I_m_s());
  }

  private static double[] six(Xyz r, Xyz v) {
    return new double[] {r.x(), r.y(), r.z(), v.x(), v.y(), v.z()};
  }

  private static double distance(Xyz a, Xyz b) {
    return new Xyz(a.x() - b.x(), a.y() - b.y(), a.z() - b.z()).norm();
  }
}
