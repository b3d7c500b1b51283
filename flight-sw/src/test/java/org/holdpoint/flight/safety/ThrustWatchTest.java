package org.holdpoint.flight.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.holdpoint.flight.ActuatorCommands;
import org.holdpoint.flight.ThrusterGeometry;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.Vec3;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Force and torque that nobody commanded, by what IMU B feels and what the gate let through. */
class ThrustWatchTest {
  private static final double MASS_KG = 250;
  private static final Offset<Double> CLOSE = within(1e-9);

  private final ThrustWatch watch =
      new ThrustWatch(new Chaser(1, new Vec3(0, -250, 0), Vec3.ZERO).configuration);

  /** A body on which a force acts, at rest in attitude. */
  private void feel(Vec3 force_B_N, int ticks) {
    for (int i = 0; i < ticks; i++) {
      watch.step(true, force_B_N.times(Tick.PERIOD_S / MASS_KG), Vec3.ZERO, Vec3.ZERO);
    }
  }

  @Test
  @Tag("SAF-163")
  void theFirstMeanWithoutAGapTakesTwoBlocks() {
    assertThat(watch.age_s()).isInfinite();
    feel(Vec3.ZERO, 2 * ThrustWatch.BLOCK_TICKS - 1);
    assertThat(watch.age_s()).isInfinite();
    feel(Vec3.ZERO, 1);
    assertThat(watch.age_s()).isZero();
    feel(Vec3.ZERO, 7);
    assertThat(watch.age_s()).isCloseTo(0.7, CLOSE);
  }

  @Test
  @Tag("SAF-163")
  void aForceThatNobodyCommandedShowsWhole() {
    feel(new Vec3(0.3, -0.4, 1.2), 100);
    assertThat(watch.force_N()).isCloseTo(1.3, CLOSE);
    assertThat(watch.torque_N_m()).isZero();
    assertThat(watch.forceTolerance_N()).isZero();
    feel(Vec3.ZERO, 50);
    assertThat(watch.force_N()).as("each block is a mean of its own").isZero();
  }

  @Test
  @Tag("SAF-163")
  void aBlockWithAMissingSampleIsNoMean() {
    feel(new Vec3(1, 0, 0), 100);
    feel(Vec3.ZERO, 20);
    watch.step(false, Vec3.ZERO, Vec3.ZERO, Vec3.ZERO);
    feel(Vec3.ZERO, 29);
    assertThat(watch.force_N()).isCloseTo(1, CLOSE);
    assertThat(watch.age_s()).isCloseTo(5, CLOSE);
    feel(Vec3.ZERO, 50);
    assertThat(watch.force_N()).isZero();
    assertThat(watch.age_s()).isZero();
  }

  @Test
  @Tag("SAF-163")
  void aSpinUpOnEachAxisIsTheTorqueOfItsInertia() {
    double slope_rad_s2 = 1e-4;
    double[] inertia_kg_m2 = {40, 45, 50};
    for (int axis = 0; axis < 3; axis++) {
      for (int i = 0; i < 100; i++) {
        double w = slope_rad_s2 * Tick.PERIOD_S * (axis * 100 + i);
        Vec3 rate = new Vec3(axis == 0 ? w : 0, axis == 1 ? w : 0, axis == 2 ? w : 0);
        watch.step(true, Vec3.ZERO, rate, Vec3.ZERO);
      }
      assertThat(watch.torque_N_m()).isCloseTo(slope_rad_s2 * inertia_kg_m2[axis], CLOSE);
    }
    assertThat(watch.force_N()).isZero();
  }

  @Test
  @Tag("SAF-163")
  void wheelsThatTakeMomentumFromTheBodyAreNoTorqueFromOutside() {
    for (int i = 0; i < 100; i++) {
      double w = 1e-5 * i;
      watch.step(true, Vec3.ZERO, new Vec3(w, -w, 2 * w), new Vec3(-40 * w, 45 * w, -100 * w));
    }
    assertThat(watch.torque_N_m()).isCloseTo(0, CLOSE);
  }

  @Test
  @Tag("SAF-163")
  void momentumThatTurnsWithTheBodyNeedsATorque() {
    for (int i = 0; i < 100; i++) {
      watch.step(true, Vec3.ZERO, new Vec3(0, 0, 0.01), new Vec3(3, 4, 0));
    }
    assertThat(watch.torque_N_m()).as("w x h").isCloseTo(0.05, CLOSE);
  }

  @Test
  @Tag("SAF-163")
  void whatWasCommandedAndFeltIsExplainedButForAShare() {
    for (int i = 0; i < 100; i++) {
      watch.step(
          true, new Vec3(0.2 / MASS_KG, 0, 0), new Vec3(0, 0, 0.02 * (i + 1) / 50), Vec3.ZERO);
      watch.gave(new Vec3(0.2, 0, 0), new Vec3(0, 0, 0.02));
    }
    // 2 N and 0.2 N.m; the last commands of a block are felt in the next one.
    assertThat(watch.force_N()).isCloseTo(0, CLOSE);
    assertThat(watch.torque_N_m()).isCloseTo(0, CLOSE);
    assertThat(watch.forceTolerance_N()).isCloseTo(0.05 * 2, CLOSE);
    assertThat(watch.torqueTolerance_N_m()).isCloseTo(0.05 * 0.2, CLOSE);
    feel(Vec3.ZERO, 50);
    assertThat(watch.forceTolerance_N())
        .as("of the last command alone")
        .isCloseTo(0.05 * 0.2 / 5, CLOSE);
    feel(Vec3.ZERO, 50);
    assertThat(watch.forceTolerance_N()).isZero();
    assertThat(watch.torqueTolerance_N_m()).isZero();
  }

  @Test
  @Tag("SAF-163")
  void aThrusterThatWasCommandedAndStaysSilentShowsWhole() {
    int[] on_ms = new int[ActuatorCommands.THRUSTERS];
    on_ms[3] = 50;
    on_ms[7] = 100;
    ActuatorCommands commands = new ActuatorCommands(on_ms, Vec3.ZERO);
    for (int i = 0; i < 100; i++) {
      feel(Vec3.ZERO, 1);
      watch.gave(commands);
      watch.gave(ActuatorCommands.NONE);
    }
    var third = ThrusterGeometry.THRUSTERS.get(3);
    var seventh = ThrusterGeometry.THRUSTERS.get(7);
    assertThat(watch.force_N())
        .isCloseTo(third.force_B_N().times(0.5).plus(seventh.force_B_N()).norm(), CLOSE);
    assertThat(watch.torque_N_m())
        .isCloseTo(third.torque_B_N_m().times(0.5).plus(seventh.torque_B_N_m()).norm(), CLOSE);
    assertThat(watch.forceTolerance_N())
        .isCloseTo(0.05 * (0.5 * third.force_B_N().norm() + seventh.force_B_N().norm()), CLOSE);
  }

  @Test
  @Tag("SAF-040")
  void aBlockUnderWaySurvivesARestore() {
    feel(new Vec3(1, 0, 0), 130);
    watch.gave(new Vec3(0.1, 0, 0), new Vec3(0, 0.1, 0));
    StateWriter out = new StateWriter();
    watch.save(out);
    ThrustWatch restored =
        new ThrustWatch(new Chaser(1, new Vec3(0, -250, 0), Vec3.ZERO).configuration);
    restored.restore(new StateReader(out.bytes()));
    for (int i = 0; i < 20; i++) {
      watch.step(true, new Vec3(1e-4, 0, 0), new Vec3(0, 0, 1e-3), Vec3.ZERO);
      restored.step(true, new Vec3(1e-4, 0, 0), new Vec3(0, 0, 1e-3), Vec3.ZERO);
    }
    assertThat(restored.force_N()).isEqualTo(watch.force_N()).isPositive();
    assertThat(restored.torque_N_m()).isEqualTo(watch.torque_N_m()).isPositive();
    assertThat(restored.forceTolerance_N()).isEqualTo(watch.forceTolerance_N()).isPositive();
    assertThat(restored.torqueTolerance_N_m()).isEqualTo(watch.torqueTolerance_N_m()).isPositive();
    assertThat(restored.age_s()).isZero();
  }
}
