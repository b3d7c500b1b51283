package org.holdpoint.flight;

import java.util.Arrays;
import org.holdpoint.motion.Vec3;

/** Thruster on-times and wheel torques for the 100 ms that follow the tick. */
public final class ActuatorCommands {
  /** Thrusters 0..11 are the 1 N ones, 12..15 the 22 N ones. */
  public static final int THRUSTERS = 16;

  /** Shortest on-time other than none. */
  public static final int MIN_ON_MS = 20;

  public static final int MAX_ON_MS = 100;

  /** No thrust, no torque. */
  public static final ActuatorCommands NONE = new ActuatorCommands(new int[THRUSTERS], Vec3.ZERO);

  private final int[] onTime_ms;
  private final Vec3 wheelTorque_B_N_m;
  private final int isolated;

  /** All latch valves open. */
  public ActuatorCommands(int[] onTime_ms, Vec3 wheelTorque_B_N_m) {
    this(onTime_ms, wheelTorque_B_N_m, 0);
  }

  /**
   * @param onTime_ms per thruster, each 0 or 20..100
   * @param wheelTorque_B_N_m torque on the body by the wheels, body frame
   * @param isolated bit i: the latch valve before thruster i is closed, whatever its own valve does
   */
  public ActuatorCommands(int[] onTime_ms, Vec3 wheelTorque_B_N_m, int isolated) {
    if (isolated >>> THRUSTERS != 0) {
      throw new IllegalArgumentException("isolated: only bits 0..15 stand for thrusters");
    }
    this.isolated = isolated;
    if (onTime_ms.length != THRUSTERS) {
      throw new IllegalArgumentException("16 on-times expected, got " + onTime_ms.length);
    }
    for (int on : onTime_ms) {
      if (on != 0 && (on < MIN_ON_MS || on > MAX_ON_MS)) {
        throw new IllegalArgumentException(
            "on-time of " + on + " ms is neither 0 nor 20..100: " + Arrays.toString(onTime_ms));
      }
    }
    if (!Double.isFinite(wheelTorque_B_N_m.norm())) {
      throw new IllegalArgumentException("wheel torque is no number: " + wheelTorque_B_N_m);
    }
    this.onTime_ms = onTime_ms.clone();
    this.wheelTorque_B_N_m = wheelTorque_B_N_m;
  }

  public int onTime_ms(int thruster) {
    return onTime_ms[thruster];
  }

  /** Whether no thruster fires. */
  public boolean still() {
    for (int on : onTime_ms) {
      if (on != 0) {
        return false;
      }
    }
    return true;
  }

  public Vec3 wheelTorque_B_N_m() {
    return wheelTorque_B_N_m;
  }

  /** Bit i: the latch valve before thruster i is closed. */
  public int isolated() {
    return isolated;
  }

  /** The same with another torque of the wheels. */
  public ActuatorCommands turning(Vec3 torque_B_N_m) {
    return new ActuatorCommands(onTime_ms, torque_B_N_m, isolated);
  }

  /**
   * Neither thrust nor torque.
   *
   * @param isolated latch valves, as they are
   */
  static ActuatorCommands nothing(int isolated) {
    return new ActuatorCommands(new int[THRUSTERS], Vec3.ZERO, isolated);
  }

  public boolean firesAnyThruster() {
    for (int on : onTime_ms) {
      if (on != 0) {
        return true;
      }
    }
    return false;
  }
}
