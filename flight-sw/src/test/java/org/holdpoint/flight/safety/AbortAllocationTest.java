package org.holdpoint.flight.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.holdpoint.flight.ActuatorCommands;
import org.holdpoint.flight.ThrusterGeometry;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.Vec3;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who fires in an abort burn: what was asked comes out, and no thruster fires for nothing. */
class AbortAllocationTest {
  private static final Vec3 NONE = Vec3.ZERO;

  /** Pulses below 10 ms are left out; the torque that is missing then is the wheels'. */
  private static final double WHEELS_N_M = 0.2;

  private static final Vec3[] AXES = {
    new Vec3(1, 0, 0),
    new Vec3(-1, 0, 0),
    new Vec3(0, 1, 0),
    new Vec3(0, -1, 0),
    new Vec3(0, 0, 1),
    new Vec3(0, 0, -1),
  };

  private static double duty(int[] onTime_ms, int thruster) {
    return onTime_ms[thruster] / 100.0;
  }

  private static Vec3 force_B_N(int[] onTime_ms) {
    Vec3 sum = Vec3.ZERO;
    for (int i = 0; i < onTime_ms.length; i++) {
      sum = sum.plus(ThrusterGeometry.THRUSTERS.get(i).force_B_N().times(duty(onTime_ms, i)));
    }
    return sum;
  }

  private static Vec3 torque_B_N_m(int[] onTime_ms) {
    Vec3 sum = Vec3.ZERO;
    for (int i = 0; i < onTime_ms.length; i++) {
      sum = sum.plus(ThrusterGeometry.THRUSTERS.get(i).torque_B_N_m().times(duty(onTime_ms, i)));
    }
    return sum;
  }

  /** What is missing of force and torque, 1 N.m for 2 N, squared; and the price of the firing. */
  private static double cost(int[] onTime_ms, Vec3 force_B_N, Vec3 torque_B_N_m, int blowing) {
    double missing_N = force_B_N(onTime_ms).minus(force_B_N).norm();
    double missing_N_m = torque_B_N_m(onTime_ms).minus(torque_B_N_m).norm();
    double price = 0;
    for (int i = 0; i < ThrusterGeometry.SMALL_THRUSTERS; i++) {
      price += duty(onTime_ms, i) * ((blowing >> i & 1) == 1 ? 0.5 : 0.001);
    }
    return missing_N * missing_N + 4 * missing_N_m * missing_N_m + 2 * price;
  }

  /** A pulse of the least length may stand for one of half that: then the duties are not exact. */
  private static boolean exact(int[] onTime_ms) {
    return Arrays.stream(onTime_ms).noneMatch(on -> on == ActuatorCommands.MIN_ON_MS);
  }

  @Test
  @Tag("SAF-031")
  void aHealthyChaserGetsTheForceAndTheTorqueThatTheBurnAsksFor() {
    Seeded random = new Seeded(31);
    int exact = 0;
    for (int trial = 0; trial < 400; trial++) {
      Vec3 force = random.direction().times(random.between(0.8, 1.6));
      Vec3 torque = random.direction().times(random.between(0, 0.2));
      int[] onTime_ms = new AbortAllocation().share(force, torque, 0, 0);
      boolean all = exact(onTime_ms);
      exact += all ? 1 : 0;
      assertThat(force_B_N(onTime_ms).minus(force).norm())
          .as("trial %s", trial)
          .isLessThan(all ? 0.2 : 0.4);
      assertThat(torque_B_N_m(onTime_ms).minus(torque).norm())
          .as("trial %s", trial)
          .isLessThan(WHEELS_N_M);
    }
    assertThat(exact).isGreaterThan(50);
  }

  @Test
  @Tag("SAF-031")
  void withAnyThrusterIsolatedEveryDirectionStillGets1600MillinewtonsWithoutATurn() {
    for (int failed = 0; failed < ThrusterGeometry.SMALL_THRUSTERS; failed++) {
      for (Vec3 axis : AXES) {
        int[] onTime_ms = new AbortAllocation().share(axis.times(1.6), NONE, 1 << failed, 0);
        assertThat(onTime_ms[failed]).isZero();
        assertThat(force_B_N(onTime_ms).dot(axis)).as("%s %s", failed, axis).isGreaterThan(1.5);
        assertThat(torque_B_N_m(onTime_ms).norm()).as("%s %s", failed, axis).isLessThan(WHEELS_N_M);
      }
    }
  }

  @Test
  @Tag("SAF-031")
  void noThrusterCouldFireLongerOrShorterToTheGoodOfTheBurn() {
    Seeded random = new Seeded(32);
    int judged = 0;
    double worst = 0;
    for (int trial = 0; trial < 600; trial++) {
      Vec3 force = random.direction().times(random.between(0.5, 3));
      Vec3 torque = random.direction().times(random.between(0, 0.5));
      int isolated = trial % 3 == 0 ? 1 << trial % 12 : 0;
      int blowing = trial % 2 == 0 ? 0x111 << trial % 4 : 0;
      int[] onTime_ms = new AbortAllocation().share(force, torque, isolated, blowing);
      if (!exact(onTime_ms)) {
        continue;
      }
      judged++;
      double cost = cost(onTime_ms, force, torque, blowing);
      for (int i = 0; i < ThrusterGeometry.SMALL_THRUSTERS; i++) {
        for (int change_ms : new int[] {-5, 5, 20}) {
          int[] other_ms = onTime_ms.clone();
          other_ms[i] += change_ms;
          boolean can =
              (isolated >> i & 1) == 0
                  && other_ms[i] >= ActuatorCommands.MIN_ON_MS
                  && other_ms[i] <= ActuatorCommands.MAX_ON_MS;
          if (can) {
            worst = Math.min(worst, cost(other_ms, force, torque, blowing) - cost);
          }
        }
      }
    }
    assertThat(worst).isGreaterThan(-0.03);
    assertThat(judged).isGreaterThan(100);
  }

  @Test
  @Tag("SAF-031")
  void aPlumeIsNotBlownAtTheTargetForLessThanHalfANewton() {
    int blowing = 0;
    for (int i = 0; i < ThrusterGeometry.SMALL_THRUSTERS; i++) {
      boolean pushesAway = ThrusterGeometry.THRUSTERS.get(i).direction_B().x() < 0;
      blowing |= pushesAway ? 1 << i : 0;
    }
    // Away from a target ahead nothing else pushes: what is asked counts more than the plume.
    int[] away_ms = new AbortAllocation().share(new Vec3(-1.6, 0, 0), NONE, 0, blowing);
    assertThat(force_B_N(away_ms).x()).isLessThan(-0.7);
    // Sideways there are others.
    for (Vec3 axis : List.of(AXES[2], AXES[3], AXES[4], AXES[5])) {
      int[] sideways_ms = new AbortAllocation().share(axis.times(0.8), NONE, 0, blowing);
      int[] heedless_ms = new AbortAllocation().share(axis.times(0.8), NONE, 0, 0);
      assertThat(force_B_N(sideways_ms).dot(axis)).isGreaterThan(0.3);
      assertThat(firing(sideways_ms, blowing)).isLessThan(firing(heedless_ms, blowing) / 2);
    }
  }

  private static double firing(int[] onTime_ms, int which) {
    double sum = 0;
    for (int i = 0; i < ThrusterGeometry.SMALL_THRUSTERS; i++) {
      sum += (which >> i & 1) * duty(onTime_ms, i);
    }
    return sum;
  }

  @Test
  @Tag("SAF-031")
  void aThrusterThatIsIsolatedInTheMidstOfABurnFallsSilentAtOnceAndTheOthersMakeUpForIt() {
    for (int failed = 0; failed < ThrusterGeometry.SMALL_THRUSTERS; failed++) {
      AbortAllocation allocation = new AbortAllocation();
      Vec3 force = ThrusterGeometry.THRUSTERS.get(failed).direction_B().times(1.2);
      int[] healthy_ms = allocation.share(force, NONE, 0, 0);
      assertThat(healthy_ms[failed]).as("thruster %s", failed).isGreaterThan(30);
      int[] onTime_ms = allocation.share(force, NONE, 1 << failed, 0);
      int[] fromRest_ms = new AbortAllocation().share(force, NONE, 1 << failed, 0);
      assertThat(onTime_ms[failed]).as("thruster %s", failed).isZero();
      assertThat(force_B_N(onTime_ms).minus(force_B_N(fromRest_ms)).norm())
          .as("thruster %s", failed)
          .isLessThan(0.25);
    }
  }

  @Test
  @Tag("SAF-031")
  void aBurnThatTurnsRoundGetsWhatABurnFromRestGets() {
    Seeded random = new Seeded(33);
    AbortAllocation allocation = new AbortAllocation();
    for (int trial = 0; trial < 200; trial++) {
      Vec3 force = random.direction().times(random.between(1, 2));
      Vec3 torque = random.direction().times(random.between(0, 0.3));
      int[] onTime_ms = allocation.share(force, torque, 0, 0);
      int[] fromRest_ms = new AbortAllocation().share(force, torque, 0, 0);
      assertThat(cost(onTime_ms, force, torque, 0))
          .as("trial %s", trial)
          .isCloseTo(cost(fromRest_ms, force, torque, 0), within(0.1));
    }
  }

  @Test
  @Tag("SAF-031")
  void theNextAbortKnowsNothingOfTheOneBefore() {
    Vec3 force = new Vec3(1.1, -0.7, 0.4);
    Vec3 torque = new Vec3(0.1, 0.2, -0.3);
    AbortAllocation allocation = new AbortAllocation();
    allocation.share(new Vec3(-3, 2, 1), new Vec3(-0.3, 0.1, 0.2), 0, 0);
    allocation.reset();
    assertThat(saved(allocation)).isEqualTo(saved(new AbortAllocation()));
    assertThat(allocation.share(force, torque, 0, 0))
        .isEqualTo(new AbortAllocation().share(force, torque, 0, 0));
  }

  @Test
  @Tag("SAF-040")
  void aBurnGoesOnAfterARestoreAsIfNothingHadBeen() {
    AbortAllocation allocation = new AbortAllocation();
    allocation.share(new Vec3(1.5, 0.5, -0.5), new Vec3(0.1, 0, 0.2), 0, 0);
    AbortAllocation restored = new AbortAllocation();
    restored.restore(new StateReader(saved(allocation)));
    Vec3 next = new Vec3(1.4, 0.6, -0.6);
    assertThat(restored.share(next, NONE, 0, 0)).isEqualTo(allocation.share(next, NONE, 0, 0));
    assertThat(saved(restored)).isEqualTo(saved(allocation));
  }

  private static byte[] saved(AbortAllocation allocation) {
    StateWriter out = new StateWriter();
    allocation.save(out);
    return out.bytes();
  }

  @Test
  @Tag("SAF-031")
  void aPulseTooShortForTheValveBecomesTheShortestOrNoneWhicheverIsNearer() {
    Vec3 axis = new Vec3(1, 0, 0);
    double fires_N = asked_N(axis, ActuatorCommands.MIN_ON_MS);
    double at20_5ms_N = asked_N(axis, 21);
    double at89_5ms_N = asked_N(axis, 90);
    double perMs_N = (at89_5ms_N - at20_5ms_N) / 69;
    double wanted_ms = 20.5 - (at20_5ms_N - fires_N) / perMs_N;
    assertThat(wanted_ms).isCloseTo(9.5, within(0.6));
    int[] onTime_ms = new AbortAllocation().share(axis.times(fires_N), NONE, 0, 0);
    assertThat(onTime_ms).containsOnly(0, ActuatorCommands.MIN_ON_MS);
  }

  /** The least force at which the thruster that fires longest fires for that long. */
  private static double asked_N(Vec3 axis, int on_ms) {
    for (double force_N = 0.01; force_N < 4; force_N += 0.001) {
      int[] onTime_ms = new AbortAllocation().share(axis.times(force_N), NONE, 0, 0);
      if (Arrays.stream(onTime_ms).max().orElseThrow() >= on_ms) {
        return force_N;
      }
    }
    throw new AssertionError("never " + on_ms + " ms along " + axis);
  }
}
