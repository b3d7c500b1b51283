package org.holdpoint.world;

import org.holdpoint.world.dynamics.ThrusterSet;

/** Refusals that say what was given and what is allowed. */
final class Checks {
  private Checks() {}

  static void within(String what, double value, double min, double max) {
    if (!(value >= min && value <= max)) {
      throw new IllegalArgumentException(
          what + ": " + value + " is not in " + min + " to " + max + ".");
    }
  }

  /** Sixteen on-times of 0 or 20 to 100 ms, three finite torques. */
  static void commands(int[] onTime_ms, double[] wheelTorque_B_N_m) {
    if (onTime_ms.length != ThrusterSet.COUNT || wheelTorque_B_N_m.length != 3) {
      throw new IllegalArgumentException(
          "16 on-times and 3 torques expected, got "
              + onTime_ms.length
              + " and "
              + wheelTorque_B_N_m.length);
    }
    for (int i = 0; i < onTime_ms.length; i++) {
      int on = onTime_ms[i];
      if (on != 0 && (on < ThrusterSet.MIN_ON_MS || on > ThrusterSet.STEP_MS)) {
        throw new IllegalArgumentException(
            "thruster " + i + ": on-time of " + on + " ms is neither 0 nor 20 to 100");
      }
    }
    for (int i = 0; i < 3; i++) {
      if (!Double.isFinite(wheelTorque_B_N_m[i])) {
        throw new IllegalArgumentException(
            "wheel " + "xyz".charAt(i) + ": torque of " + wheelTorque_B_N_m[i] + " is no number");
      }
    }
  }
}
