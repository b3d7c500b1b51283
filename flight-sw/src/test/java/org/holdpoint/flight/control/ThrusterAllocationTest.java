package org.holdpoint.flight.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.hipparchus.util.FastMath;
import org.holdpoint.flight.ThrusterGeometry;
import org.holdpoint.motion.Vec3;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ThrusterAllocationTest {
  private static boolean[] all() {
    boolean[] usable = new boolean[ThrusterGeometry.SMALL_THRUSTERS];
    Arrays.fill(usable, true);
    return usable;
  }

  private static Vec3 impulse(int[] on_ms) {
    Vec3 sum = Vec3.ZERO;
    for (int i = 0; i < on_ms.length; i++) {
      sum = sum.plus(ThrusterGeometry.THRUSTERS.get(i).force_B_N().times(on_ms[i] / 1000.0));
    }
    return sum;
  }

  private static Vec3 angularImpulse(int[] on_ms) {
    Vec3 sum = Vec3.ZERO;
    for (int i = 0; i < on_ms.length; i++) {
      sum = sum.plus(ThrusterGeometry.THRUSTERS.get(i).torque_B_N_m().times(on_ms[i] / 1000.0));
    }
    return sum;
  }

  /** Directions spread evenly over the sphere (Fibonacci lattice). */
  private static Vec3 direction(int i, int count) {
    double z = 1 - (2.0 * i + 1) / count;
    double azimuth = 2.399963229728653 * i;
    double r = Math.sqrt(1 - z * z);
    return new Vec3(r * FastMath.cos(azimuth), r * FastMath.sin(azimuth), z);
  }

  @Test
  @Tag("NAV-040")
  void aFullBurnInAnyDirectionPushesThatWayWithHardlyAnyTorque() {
    for (int i = 0; i < 200; i++) {
      Vec3 wanted = direction(i, 200);
      int[] on_ms = ThrusterAllocation.onTimes_ms(wanted.times(10), all());
      Vec3 given = impulse(on_ms);
      assertThat(given.unit().dot(wanted)).as("direction %d", i).isGreaterThan(0.98);
      assertThat(given.norm()).as("impulse %d", i).isGreaterThan(0.2);
      assertThat(angularImpulse(on_ms).norm()).as("torque %d", i).isLessThan(0.02);
    }
  }

  @Test
  @Tag("NAV-041")
  void alongAnAxisTheForceIsTheOneOfTheDesign() {
    int[] on_ms = ThrusterAllocation.onTimes_ms(new Vec3(10, 0, 0), all());
    assertThat(impulse(on_ms).x() / 0.1).isCloseTo(3.4, within(0.1));
    assertThat(impulse(on_ms).y()).isCloseTo(0, within(1e-3));
  }

  @Test
  @Tag("NAV-042")
  void withAnyOneThrusterFailedEveryAxisIsStillServed() {
    for (int failed = 0; failed < ThrusterGeometry.SMALL_THRUSTERS; failed++) {
      boolean[] usable = all();
      usable[failed] = false;
      for (int axis = 0; axis < 6; axis++) {
        double s = axis % 2 == 0 ? 1 : -1;
        Vec3 wanted = new Vec3(axis / 2 == 0 ? s : 0, axis / 2 == 1 ? s : 0, axis / 2 == 2 ? s : 0);
        int[] on_ms = ThrusterAllocation.onTimes_ms(wanted.times(10), usable);
        assertThat(on_ms[failed]).isZero();
        assertThat(impulse(on_ms).dot(wanted))
            .as("thruster %d failed, axis %d", failed, axis)
            .isGreaterThan(0.05);
      }
    }
  }

  @Test
  @Tag("NAV-043")
  void anImpulseBelowHalfTheSmallestPulseIsNotGiven() {
    assertThat(ThrusterAllocation.onTimes_ms(new Vec3(0.001, 0, 0), all())).containsOnly(0);
    assertThat(ThrusterAllocation.onTimes_ms(Vec3.ZERO, all())).containsOnly(0);
  }
}
