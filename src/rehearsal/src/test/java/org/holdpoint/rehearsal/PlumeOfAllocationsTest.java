package org.holdpoint.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.hipparchus.util.FastMath;
import org.holdpoint.flight.PlumeCones;
import org.holdpoint.flight.control.ThrusterAllocation;
import org.holdpoint.flight.safety.AbortAllocation;
import org.holdpoint.motion.Quaternion;
import org.holdpoint.motion.Rotations;
import org.holdpoint.motion.Vec3;
import org.holdpoint.world.dynamics.Plume;
import org.holdpoint.world.dynamics.ThrusterSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What control's and the abort's allocations blow at the target, by the world's own plumes. */
class PlumeOfAllocationsTest {
  private static final int CASES = 3000;
  private static final double LIMIT_N = 0.001;

  /** Mean force on the target over a tick: share of cases above the limit, and the mean. */
  private record Push(double above, double mean_N) {}

  private static final PlumeCones NONE = new PlumeCones(List.of());

  /** On-times for a force, with the thrusters that blow at the target marked or not. */
  private interface Allocation {
    int[] of(Vec3 force_B_N, int blowing);
  }

  private static int[] byControl(Vec3 force_B_N, int blowing) {
    var allocation = new ThrusterAllocation();
    boolean[] usable = new boolean[12];
    for (int i = 0; i < 12; i++) {
      usable[i] = (blowing >> i & 1) == 0;
    }
    allocation.allocate(force_B_N.times(0.1), Vec3.ZERO, usable);
    return allocation.onTime_ms();
  }

  private static int[] byAbort(Vec3 force_B_N, int blowing) {
    return new AbortAllocation().share(force_B_N, Vec3.ZERO, 0, blowing);
  }

  @Test
  @Tag("PRP-008")
  void lookingAtTheTargetNoThrusterPushesItByAMillinewton() {
    for (Allocation allocation :
        new Allocation[] {PlumeOfAllocationsTest::byControl, PlumeOfAllocationsTest::byAbort}) {
      Push push = push(allocation, PlumeCones.CONTROL, FastMath.toRadians(3), 3.4);
      assertThat(push.above()).isZero();
    }
  }

  @Test
  @Tag("PRP-008")
  void inAnyAttitudeControlFiresNothingThatPushesTheTarget() {
    Push careless = push(PlumeOfAllocationsTest::byControl, NONE, FastMath.PI, 1.0);
    Push careful = push(PlumeOfAllocationsTest::byControl, PlumeCones.CONTROL, FastMath.PI, 1.0);
    assertThat(careless.above()).isGreaterThan(0.03);
    assertThat(careful.above()).isZero();
  }

  @Test
  @Tag("PRP-008")
  void inAnyAttitudeTheAbortLeavesFirstAndSparesTheTargetWhereItCan() {
    Push careless = push(PlumeOfAllocationsTest::byAbort, NONE, FastMath.PI, 3.4);
    Push careful = push(PlumeOfAllocationsTest::byAbort, PlumeCones.ABORT, FastMath.PI, 3.4);
    assertThat(careful.above()).isLessThan(careless.above());
    assertThat(careful.mean_N()).isLessThan(careless.mean_N());
  }

  private static Push push(
      Allocation allocation, PlumeCones cones, double mostOff_rad, double force_N) {
    var random = new SplittableRandom(7);
    int above = 0;
    double sum = 0;
    for (int i = 0; i < CASES; i++) {
      double range_m = random.nextDouble(40, 130);
      Vec3 place = direction(random).times(range_m);
      // Body x to the target, turned away by up to so much.
      Quaternion to = Rotations.between(place.negated(), new Vec3(1, 0, 0));
      Quaternion q_BI =
          Quaternion.ofBodyTurn(direction(random).times(mostOff_rad * random.nextDouble()))
              .times(to)
              .normalized();
      Vec3 target_B = q_BI.rotate(place.negated());
      int[] on = allocation.of(direction(random).times(force_N), cones.hitting(target_B));
      double size_N = plume_N(on, q_BI, place);
      above += size_N > LIMIT_N ? 1 : 0;
      sum += size_N;
    }
    return new Push((double) above / CASES, sum / CASES);
  }

  private static double plume_N(int[] on_ms, Quaternion q_BI, Vec3 place) {
    var thrusters = new ThrusterSet(1);
    double[] on_s = new double[16];
    double[] strength = new double[16];
    Arrays.fill(strength, 1);
    for (int i = 0; i < 16; i++) {
      on_s[i] = 1e-3 * on_ms[i];
    }
    thrusters.fire(on_s, strength, 10);
    var plume = new Plume(1, 1, 1);
    plume.push(
        thrusters,
        new double[] {q_BI.q0(), q_BI.q1(), q_BI.q2(), q_BI.q3()},
        new double[3],
        new double[] {place.x(), place.y(), place.z()},
        new double[] {1, 0, 0, 0});
    return plume.size_N_s() / 0.1;
  }

  private static Vec3 direction(SplittableRandom random) {
    double z = random.nextDouble(-1, 1);
    double angle = random.nextDouble(2 * FastMath.PI);
    double across = Math.sqrt(1 - z * z);
    return new Vec3(across * FastMath.cos(angle), across * FastMath.sin(angle), z);
  }
}
