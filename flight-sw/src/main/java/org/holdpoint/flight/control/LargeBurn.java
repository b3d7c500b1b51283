package org.holdpoint.flight.control;

import java.util.Arrays;
import org.hipparchus.util.FastMath;
import org.holdpoint.flight.ActuatorCommands;
import org.holdpoint.flight.LargeThrusters;
import org.holdpoint.flight.ThrusterGeometry;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.guidance.GuidanceReference;
import org.holdpoint.flight.guidance.GuidanceReference.Translation;
import org.holdpoint.flight.navigation.NavigationSolution;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.Vec3;

/**
 * The axial part of a large burn, by the four 22 N thrusters. They fire only while body x points
 * along the delta-v within the gate, and stop when less is left than their shortest pulses give;
 * the 1 N thrusters give what is left and what lies across.
 *
 * <p>Attitude is kept by off-modulation: each thruster's on-time is cut by its share of the wanted
 * pitch and yaw torque. An axis of thrust that misses the centre of mass by a centimetre turns the
 * body with 0.9 N.m, far more than the wheels' 0.2: that torque is learnt from the gyros, within
 * some ticks, and answered before it makes an error.
 */
final class LargeBurn implements Retained {
  private static final int FIRST = ThrusterGeometry.SMALL_THRUSTERS;
  private static final int COUNT = ActuatorCommands.THRUSTERS - FIRST;

  /** Body x within this of the delta-v: ignition; a burn under way stops firing beyond twice it. */
  private static final double GATE_RAD = FastMath.toRadians(1.0);

  /** Ignition waits until the turn has come to rest. */
  private static final double STILL_RAD_S = FastMath.toRadians(0.1);

  /** Share of each tick's evidence that is believed: a time constant of a third of a second. */
  private static final double LEARNING = 0.3;

  /** More than a thrust axis off by 4 cm and 4 deg can make: not learnt. */
  private static final double LARGEST_LEARNT_N_M = 5;

  /** Across the thrust axis less than this is left to the end of the burn. */
  private static final double ACROSS_M_S = 0.002;

  /** All four, or one of two pairs; bit i is thruster 12 + i. */
  private static final int[] SETS = {0b1111, 0b1001, 0b0110};

  /** Less torque than this is left to the wheels. */
  private static final double LEFT_TO_WHEELS_N_M = 0.1;

  private static final double ARM_M =
      Math.abs(ThrusterGeometry.THRUSTERS.get(FIRST).position_B_m().y());

  private boolean on;
  private boolean fired;
  private Vec3 learnt_B_N_m = Vec3.ZERO;
  private Vec3 rate_B_rad_s = Vec3.ZERO;
  private Vec3 commanded_B_N_m = Vec3.ZERO;
  private Vec3 commandedBefore_B_N_m = Vec3.ZERO;

  // Of one tick.
  private final int[] onTime_ms = new int[COUNT];
  private int fires;
  private int count;
  private double force_N;
  private Vec3 unserved_B_N_m_s = Vec3.ZERO;
  private Vec3 torque_B_N_m = Vec3.ZERO;

  /**
   * Works out the on-times of one tick, all 0 unless the large thrusters fire.
   *
   * @param begins this is the first tick of another kind of translation
   * @param attitude what the attitude law asks for
   */
  void step(
      boolean begins,
      GuidanceReference reference,
      NavigationSolution navigation,
      AttitudeLaw.Demand attitude,
      Vec3 wheelMomentum_B_N_m_s,
      int isolated) {
    Arrays.fill(onTime_ms, 0);
    unserved_B_N_m_s = Vec3.ZERO;
    choose(isolated >> FIRST);
    force_N = 0;
    torque_B_N_m = Vec3.ZERO;
    if (reference.translation() != Translation.BURN) {
      on = false;
    } else if (begins) {
      on = LargeThrusters.give(reference.deltaVToGo_L_m_s(), navigation.r_CT_L_m());
    }
    if (!on || count == 0) {
      fired = false;
      return;
    }
    learn(navigation, wheelMomentum_B_N_m_s);
    double axial_m_s = navigation.q_BL().rotate(reference.deltaVToGo_L_m_s()).x();
    double seconds = navigation.mass_kg() * axial_m_s / (count * ThrusterGeometry.LARGE_FORCE_N);
    boolean aligned =
        fired
            ? attitude.error_rad() < 2 * GATE_RAD
            : attitude.error_rad() < GATE_RAD && attitude.rateError_rad_s() < STILL_RAD_S;
    fired = aligned && 1000 * seconds >= ActuatorCommands.MIN_ON_MS;
    if (fired) {
      modulate(Math.min(seconds, Tick.PERIOD_S), attitude.torque_B_N_m().minus(learnt_B_N_m));
    }
  }

  /** Whether the burn still belongs to the large thrusters: the rest is trim. */
  boolean fires() {
    return fired;
  }

  /** Whether the body is still being turned: the 1 N thrusters must not begin by themselves. */
  boolean turns(double toGo_m_s) {
    return on && toGo_m_s > LargeThrusters.SMALLEST_BURN_M_S / 2;
  }

  /** What the 1 N thrusters shall give of an impulse while the large ones fire. */
  static Vec3 across(Vec3 deltaV_B_m_s) {
    Vec3 across = new Vec3(0, deltaV_B_m_s.y(), deltaV_B_m_s.z());
    return across.norm() > ACROSS_M_S ? across : Vec3.ZERO;
  }

  void addTo(int[] allOnTimes_ms) {
    System.arraycopy(onTime_ms, 0, allOnTimes_ms, FIRST, COUNT);
  }

  /** Axial force over the tick. */
  double force_N() {
    return force_N;
  }

  /** Torque over the tick by the nominal geometry. */
  Vec3 torque_B_N_m() {
    return torque_B_N_m;
  }

  /** What control has commanded in all, for the next tick's lesson. */
  void commanded(Vec3 torque_B_N_m) {
    commandedBefore_B_N_m = commanded_B_N_m;
    commanded_B_N_m = torque_B_N_m;
  }

  /** Rates are means over their ticks: their difference spans half of each of two ticks. */
  private void learn(NavigationSolution navigation, Vec3 wheelMomentum_B_N_m_s) {
    Vec3 rate = navigation.rate_B_rad_s();
    if (fired) {
      Vec3 made =
          AttitudeLaw.inertiaTimes(rate.minus(rate_B_rad_s))
              .times(1 / Tick.PERIOD_S)
              .plus(AttitudeLaw.gyroscopic(rate, wheelMomentum_B_N_m_s));
      Vec3 commanded = commanded_B_N_m.plus(commandedBefore_B_N_m).times(0.5);
      Vec3 surplus = made.minus(commanded).minus(learnt_B_N_m);
      if (surplus.norm() < LARGEST_LEARNT_N_M) {
        learnt_B_N_m = learnt_B_N_m.plus(surplus.times(LEARNING));
      }
    }
    rate_B_rad_s = rate;
  }

  /**
   * On-times of a common length less each thruster's share of the torque. A force along x at (y, z)
   * turns by (0, z, -y) times it.
   */
  private void modulate(double seconds, Vec3 wanted_B_N_m) {
    double share = Tick.PERIOD_S / (count * ARM_M * ThrusterGeometry.LARGE_FORCE_N);
    double pitch_s = wanted_B_N_m.y() * share;
    double yaw_s = wanted_B_N_m.z() * share;
    double most_s = Tick.PERIOD_S - Math.abs(pitch_s) - Math.abs(yaw_s);
    double common_s = Math.max(0, Math.min(seconds, most_s));
    double full = 0;
    double ty = 0;
    double tz = 0;
    for (int i = 0; i < COUNT; i++) {
      if ((fires >> i & 1) == 0) {
        continue;
      }
      Vec3 place = ThrusterGeometry.THRUSTERS.get(FIRST + i).position_B_m();
      double wanted_s =
          common_s + Math.signum(place.z()) * pitch_s - Math.signum(place.y()) * yaw_s;
      int ms = (int) Math.rint(1000 * Math.max(0, Math.min(Tick.PERIOD_S, wanted_s)));
      onTime_ms[i] =
          ms >= ActuatorCommands.MIN_ON_MS
              ? ms
              : 2 * ms < ActuatorCommands.MIN_ON_MS ? 0 : ActuatorCommands.MIN_ON_MS;
      double force = ThrusterGeometry.LARGE_FORCE_N * 0.001 * onTime_ms[i] / Tick.PERIOD_S;
      full += force;
      ty += place.z() * force;
      tz -= place.y() * force;
    }
    force_N = full;
    torque_B_N_m = new Vec3(0, ty, tz);
    if (count < COUNT) {
      Vec3 left = new Vec3(0, wanted_B_N_m.y() - ty, wanted_B_N_m.z() - tz);
      unserved_B_N_m_s = left.norm() > LEFT_TO_WHEELS_N_M ? left.times(Tick.PERIOD_S) : Vec3.ZERO;
    }
  }

  /** All four, or two that stand across from each other: their thrust passes near the centre. */
  private void choose(int isolatedLarge) {
    fires = 0;
    count = 0;
    for (int set : SETS) {
      if ((isolatedLarge & set) == 0) {
        fires = set;
        count = Integer.bitCount(set);
        return;
      }
    }
  }

  /** With two thrusters torque about one axis only: what the 1 N thrusters shall give, N.m.s. */
  Vec3 unserved_B_N_m_s() {
    return unserved_B_N_m_s;
  }

  /** What the thrust axis makes in this tick; in proportion to the thrust. */
  Vec3 learnt_B_N_m() {
    double all_N = count * ThrusterGeometry.LARGE_FORCE_N;
    return learnt_B_N_m.times(force_N / all_N);
  }

  @Override
  public void save(StateWriter out) {
    out.put(on).put(fired).put(learnt_B_N_m).put(rate_B_rad_s);
    out.put(commanded_B_N_m).put(commandedBefore_B_N_m);
  }

  @Override
  public void restore(StateReader in) {
    on = in.getBoolean();
    fired = in.getBoolean();
    learnt_B_N_m = in.getVec3();
    rate_B_rad_s = in.getVec3();
    commanded_B_N_m = in.getVec3();
    commandedBefore_B_N_m = in.getVec3();
  }
}
