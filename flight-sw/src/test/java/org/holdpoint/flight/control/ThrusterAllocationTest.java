package org.holdpoint.flight.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.hipparchus.util.FastMath;
import org.holdpoint.flight.ThrusterGeometry;
import org.holdpoint.flight.navigation.Noise;
import org.holdpoint.motion.Vec3;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ThrusterAllocationTest {
  private static boolean[] all() {
    boolean[] usable = new boolean[ThrusterGeometry.SMALL_THRUSTERS];
    Arrays.fill(usable, true);
    return usable;
  }

  private static int[] onTimes_ms(Vec3 impulse_B_N_s, boolean[] usable) {
    var allocation = new ThrusterAllocation();
    allocation.allocate(impulse_B_N_s, Vec3.ZERO, usable);
    return allocation.onTime_ms();
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
      int[] on_ms = onTimes_ms(wanted.times(10), all());
      Vec3 given = impulse(on_ms);
      assertThat(given.unit().dot(wanted)).as("direction %d", i).isGreaterThan(0.98);
      assertThat(given.norm()).as("impulse %d", i).isGreaterThan(0.2);
      assertThat(angularImpulse(on_ms).norm()).as("torque %d", i).isLessThan(0.02);
    }
  }

  @Test
  @Tag("NAV-041")
  void alongAnAxisTheForceIsTheOneOfTheDesign() {
    int[] on_ms = onTimes_ms(new Vec3(10, 0, 0), all());
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
        int[] on_ms = onTimes_ms(wanted.times(10), usable);
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
    assertThat(onTimes_ms(new Vec3(0.001, 0, 0), all())).containsOnly(0);
    assertThat(onTimes_ms(Vec3.ZERO, all())).containsOnly(0);
  }

  @Test
  @Tag("NAV-043")
  void whatIsGivenIsWithinOnePulseOfWhatIsWantedInAnyDirectionWithAnyThrusterFailed() {
    var noise = new Noise(41);
    var allocation = new ThrusterAllocation();
    for (int i = 0; i < 3000; i++) {
      boolean[] usable = all();
      int failed = i % 13;
      if (failed < 12) {
        usable[failed] = false;
      }
      Vec3 wanted = noise.direction().times(noise.uniform(0.0, 0.12));
      allocation.allocate(wanted, Vec3.ZERO, usable);
      int[] on_ms = allocation.onTime_ms();
      assertThat(allocation.impulse_B_N_s().minus(impulse(on_ms)).norm()).isLessThan(1e-12);
      assertThat(allocation.angularImpulse_B_N_m_s().minus(angularImpulse(on_ms)).norm())
          .isLessThan(1e-12);
      assertThat(allocation.impulse_B_N_s().minus(wanted).norm())
          .as("%s without thruster %d", wanted, failed)
          .isLessThan(0.02);
      assertThat(angularImpulse(on_ms).norm()).isLessThan(0.03);
      for (int j = 0; j < on_ms.length; j++) {
        assertThat(on_ms[j] == 0 || (on_ms[j] >= 20 && on_ms[j] <= 100)).isTrue();
        assertThat(on_ms[j] > 0 && (j >= 12 || !usable[j])).isFalse();
      }
    }
  }

  @Test
  @Tag("NAV-042")
  void aPureTorquePulseHardlyPushes() {
    var noise = new Noise(42);
    var allocation = new ThrusterAllocation();
    for (int i = 0; i < 500; i++) {
      Vec3 wanted = noise.direction().times(0.04);
      allocation.allocate(Vec3.ZERO, wanted, all());
      assertThat(allocation.angularImpulse_B_N_m_s().minus(wanted).norm()).isLessThan(0.02);
      assertThat(allocation.impulse_B_N_s().norm()).isLessThan(0.03);
    }
  }
}
