package org.holdpoint.world.dynamics;

import java.nio.ByteBuffer;
import org.hipparchus.util.FastMath;
import org.holdpoint.world.state.Kept;
import org.holdpoint.world.state.NoiseStream;

/**
 * The sixteen thrusters as they really are: each with its own error of magnitude (1 %) and of
 * direction (0.5 deg, rms), drawn once from the run's seed, and a scatter of 1 % rms from pulse to
 * pulse from a stream of its own. A valve opens at the begin of a step; thrust then rises, and
 * after the valve has closed falls, exponentially, across the ends of steps. Sums up what they give
 * in one step of 100 ms: impulses and their first moments in time are the exact integrals.
 */
public final class ThrusterSet implements Kept {
  public static final int COUNT = 16;

  /** Thrusters 0..11 give this force, nominally. */
  public static final double SMALL_FORCE_N = 1;

  /** Thrusters 12..15 give this force, nominally. */
  public static final double LARGE_FORCE_N = 22;

  /** Exhaust speed: specific impulse of 220 s times standard gravity. */
  public static final double EXHAUST_M_S = 220 * 9.80665;

  public static final int STEP_MS = 100;
  public static final int MIN_ON_MS = 20;

  /** Thrust rises with this time constant while the valve is open. */
  public static final double RISE_S = 0.008;

  /** Thrust falls with this time constant when it is closed: 1 ms of thrust more for each pulse. */
  public static final double FALL_S = 0.009;

  /** Scatter from pulse to pulse, rms; uniform, so that no pulse strays by more than 1.7 %. */
  public static final double PULSE_SCATTER = 0.01;

  private static final double STEP_S = 1e-3 * STEP_MS;

  /** What is left of a tail when it is dropped, as a share of thrust. */
  private static final double TAIL_END = 1e-9;

  private static final double[] RISING = decay(RISE_S);
  private static final double[] FALLING = decay(FALL_S);

  private static final double MAGNITUDE_1SIGMA = 0.01;
  private static final double DIRECTION_RMS_RAD = FastMath.toRadians(0.5);

  private final double[][] position_B_m = new double[COUNT][3];
  private final double[][] force_B_N = new double[COUNT][3];
  private final double[] thrust_N = new double[COUNT];

  private final NoiseStream[] scatter = new NoiseStream[COUNT];

  /** Thrust at the end of the last step, as a share of what the thruster gives when steady. */
  private final double[] level = new double[COUNT];

  /** Steps so far: the scatter of a pulse hangs on it, not on the pulses before. */
  private long steps;

  // of one step: seconds of full thrust, and their first moment in time about the begin
  private final double[] seconds = new double[COUNT];
  private final double[] moment_s2 = new double[COUNT];

  // sums over the thrusters of one step, in the body frame of its begin
  private final double[] impulse_N_s = new double[3];
  private final double[] impulseTimesCentroid_N_s2 = new double[3];
  private final double[] impulseTimesRest_N_s2 = new double[3];
  private final double[] angularImpulse_N_m_s = new double[3];
  private final double[] angularImpulseTimesEarly_N_m_s2 = new double[3];
  private double used_kg;
  private boolean open;

  /** Draws the errors of the set. */
  public ThrusterSet(long runSeed) {
    for (int i = 0; i < COUNT; i++) {
      layOut(i);
      scatter[i] = new NoiseStream(runSeed, "thruster-pulse-" + i);
      NoiseStream noise = new NoiseStream(runSeed, "thruster-" + i);
      double[] direction = force_B_N[i].clone();
      double perAxis = DIRECTION_RMS_RAD / Math.sqrt(2);
      double[] across = across(direction);
      double[] other = cross(direction, across);
      double force =
          (i < 12 ? SMALL_FORCE_N : LARGE_FORCE_N) * (1 + MAGNITUDE_1SIGMA * noise.gaussian());
      double first = perAxis * noise.gaussian();
      double second = perAxis * noise.gaussian();
      thrust_N[i] = force;
      double norm = Math.sqrt(1 + first * first + second * second);
      for (int axis = 0; axis < 3; axis++) {
        force_B_N[i][axis] =
            force / norm * (direction[axis] + first * across[axis] + second * other[axis]);
      }
    }
  }

  /** Force of a thruster while it is on, with its errors, body frame. */
  public double[] force_B_N(int thruster) {
    return force_B_N[thruster].clone();
  }

  /** Where a thruster sits, body frame, from the dry body's centre of mass. */
  public double[] position_B_m(int thruster) {
    return position_B_m[thruster].clone();
  }

  /**
   * A closed latch valve stands before a thruster: nothing flows.
   *
   * @param closed bit i for thruster i
   * @param onTime_s changed in place
   * @param strength changed in place
   */
  public void isolate(int closed, double[] onTime_s, double[] strength) {
    for (int i = 0; i < COUNT && closed != 0; i++) {
      if ((closed >> i & 1) == 1) {
        onTime_s[i] = 0;
        strength[i] = 0;
      }
    }
  }

  /**
   * Fires for one step.
   *
   * @param onTime_s that each valve is open from the begin on, up to the step, faults included
   * @param strength share of its thrust that each gives, faults included
   * @param propellant_kg what is left; when it does not suffice all impulses shrink alike
   */
  public void fire(double[] onTime_s, double[] strength, double propellant_kg) {
    for (int axis = 0; axis < 3; axis++) {
      impulse_N_s[axis] = 0;
      impulseTimesCentroid_N_s2[axis] = 0;
      impulseTimesRest_N_s2[axis] = 0;
      angularImpulse_N_m_s[axis] = 0;
      angularImpulseTimesEarly_N_m_s2[axis] = 0;
    }
    steps++;
    open = false;
    double wanted_kg = 0;
    for (int i = 0; i < COUNT; i++) {
      open |= strength[i] > 0 && onTime_s[i] > 0;
      flow(i, onTime_s[i], strength[i]);
      wanted_kg += seconds[i] * thrust_N[i] / EXHAUST_M_S;
    }
    double share = wanted_kg > propellant_kg ? propellant_kg / wanted_kg : 1;
    used_kg = share * wanted_kg;
    if (used_kg == 0) {
      return;
    }
    for (int i = 0; i < COUNT; i++) {
      if (seconds[i] > 0) {
        seconds[i] *= share;
        moment_s2[i] *= share;
        sum(i);
      }
    }
  }

  /** Integral and first moment of the thrust in this step, and what is left at its end. */
  private void flow(int i, double asked_s, double strength) {
    double on_s = strength > 0 ? asked_s : 0;
    seconds[i] = 0;
    moment_s2[i] = 0;
    if (on_s == 0 && level[i] == 0) {
      return;
    }
    double closed = level[i];
    if (on_s > 0) {
      double steady =
          strength * (1 + PULSE_SCATTER * Math.sqrt(3) * (2 * scatter[i].uniformAt(steps) - 1));
      double missing = steady - level[i];
      double left = left(RISING, RISE_S, on_s);
      closed = steady - missing * left;
      // of steady - missing e^(-t/rise), from 0 to on
      seconds[i] = steady * on_s - missing * RISE_S * (1 - left);
      moment_s2[i] =
          steady * on_s * on_s / 2 - missing * RISE_S * (RISE_S * (1 - left) - on_s * left);
    }
    double rest_s = STEP_S - on_s;
    double left = left(FALLING, FALL_S, rest_s);
    // of closed e^(-(t - on)/fall), from on to the end
    double tail = closed * FALL_S * (1 - left);
    seconds[i] += tail;
    moment_s2[i] += on_s * tail + closed * FALL_S * (FALL_S * (1 - left) - rest_s * left);
    level[i] = closed * left < TAIL_END ? 0 : closed * left;
  }

  private void sum(int i) {
    double[] f = force_B_N[i];
    double[] p = position_B_m[i];
    for (int axis = 0; axis < 3; axis++) {
      int j = (axis + 1) % 3;
      int k = (axis + 2) % 3;
      double torque = p[j] * f[k] - p[k] * f[j];
      impulse_N_s[axis] += seconds[i] * f[axis];
      impulseTimesCentroid_N_s2[axis] += moment_s2[i] * f[axis];
      impulseTimesRest_N_s2[axis] += (STEP_S * seconds[i] - moment_s2[i]) * f[axis];
      angularImpulse_N_m_s[axis] += seconds[i] * torque;
      angularImpulseTimesEarly_N_m_s2[axis] += (STEP_S / 2 * seconds[i] - moment_s2[i]) * torque;
    }
  }

  /** e^(-t/constant) for t of 0 to 100 ms. */
  private static double[] decay(double constant_s) {
    double[] left = new double[STEP_MS + 1];
    for (int ms = 0; ms <= STEP_MS; ms++) {
      left[ms] = FastMath.exp(-1e-3 * ms / constant_s);
    }
    return left;
  }

  /** From the table for whole milliseconds; faults may cut a pulse elsewhere. */
  private static double left(double[] table, double constant_s, double t_s) {
    int ms = (int) Math.rint(1e3 * t_s);
    return Math.abs(1e-3 * ms - t_s) < 1e-9 ? table[ms] : FastMath.exp(-t_s / constant_s);
  }

  /** Seconds of full thrust that a thruster gave in the step. */
  double seconds(int thruster) {
    return seconds[thruster];
  }

  /** Force of a thruster with its errors, body frame; do not change it. */
  double[] force(int thruster) {
    return force_B_N[thruster];
  }

  /** Where a thruster sits, body frame; do not change it. */
  double[] position(int thruster) {
    return position_B_m[thruster];
  }

  /** Sum of the impulses; do not change it. */
  public double[] impulse_N_s() {
    return impulse_N_s;
  }

  /** Sum of impulse times the time of its centroid after the begin; do not change it. */
  public double[] impulseTimesCentroid_N_s2() {
    return impulseTimesCentroid_N_s2;
  }

  /** Sum of impulse times the time from its centroid to the end; do not change it. */
  public double[] impulseTimesRest_N_s2() {
    return impulseTimesRest_N_s2;
  }

  /** Sum of the angular impulses about the dry body's centre of mass; do not change it. */
  public double[] angularImpulse_N_m_s() {
    return angularImpulse_N_m_s;
  }

  /** Sum of angular impulse times what its centroid is before mid-step; do not change it. */
  public double[] angularImpulseTimesEarly_N_m_s2() {
    return angularImpulseTimesEarly_N_m_s2;
  }

  /** Whether a valve was open in the step; a tail alone has none. */
  public boolean open() {
    return open && used_kg > 0;
  }

  /** Propellant used by the step. */
  public double used_kg() {
    return used_kg;
  }

  @Override
  public void save(ByteBuffer out) {
    Kept.put(out, level);
    out.putLong(steps);
  }

  @Override
  public void restore(ByteBuffer in) {
    Kept.get(in, level);
    steps = in.getLong();
  }

  /**
   * Nominal place and unit direction: thruster 4 k + s is the first one mirrored by sign pattern s
   * and cyclically permuted k times; the four large ones push along +x.
   */
  private void layOut(int i) {
    if (i >= 12) {
      position_B_m[i] = new double[] {-0.6, i < 14 ? 0.3 : -0.3, i % 2 == 0 ? 0.3 : -0.3};
      force_B_N[i] = new double[] {1, 0, 0};
      return;
    }
    double[][] signs = {{1, 1, 1}, {1, -1, -1}, {-1, 1, -1}, {-1, -1, 1}};
    double[] place = {0.45, 0, -0.45};
    double[] push = {-0.553, -0.553, -0.623};
    double norm = Math.sqrt(push[0] * push[0] + push[1] * push[1] + push[2] * push[2]);
    for (int axis = 0; axis < 3; axis++) {
      // one cyclic permutation takes (a, b, c) to (c, a, b)
      int from = (axis + 3 - i / 4) % 3;
      double sign = signs[i % 4][from];
      position_B_m[i][axis] = sign * place[from];
      force_B_N[i][axis] = sign * push[from] / norm;
    }
  }

  /** A unit vector perpendicular to a unit vector. */
  private static double[] across(double[] u) {
    double[] axis = Math.abs(u[0]) < 0.9 ? new double[] {1, 0, 0} : new double[] {0, 1, 0};
    double[] v = cross(u, axis);
    double norm = Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    return new double[] {v[0] / norm, v[1] / norm, v[2] / norm};
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }
}
