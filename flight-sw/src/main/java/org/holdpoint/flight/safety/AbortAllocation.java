package org.holdpoint.flight.safety;

import java.util.Arrays;
import org.holdpoint.flight.ActuatorCommands;
import org.holdpoint.flight.ThrusterGeometry;
import org.holdpoint.motion.Vec3;

/**
 * Shares a force and a torque out to the twelve 1 N thrusters: least squares with each duty between
 * 0 and 1, by coordinate descent on the normal equations with a fixed number of sweeps (Lawson and
 * Hanson 1974 for the problem; each sweep lowers the residual). Uses no state and no other
 * allocator's code.
 */
final class AbortAllocation {
  private static final int COUNT = ThrusterGeometry.SMALL_THRUSTERS;
  private static final int SWEEPS = 60;

  /** Weight of torque against force: 1 N.m counts as 2 N. */
  private static final double TORQUE_WEIGHT = 2.0;

  /** Prefers the smallest duties among equal solutions. */
  private static final double FRUGALITY = 1e-3;

  private final double[][] columns = new double[COUNT][6];
  private final double[][] gram = new double[COUNT][COUNT];
  private final double[] wanted = new double[6];
  private final double[] pull = new double[COUNT];
  private final double[] duty = new double[COUNT];

  AbortAllocation() {
    for (int i = 0; i < COUNT; i++) {
      Vec3 force = ThrusterGeometry.THRUSTERS.get(i).force_B_N();
      Vec3 torque = ThrusterGeometry.THRUSTERS.get(i).torque_B_N_m().times(TORQUE_WEIGHT);
      columns[i] =
          new double[] {force.x(), force.y(), force.z(), torque.x(), torque.y(), torque.z()};
    }
    for (int i = 0; i < COUNT; i++) {
      for (int j = 0; j < COUNT; j++) {
        gram[i][j] = dot(columns[i], columns[j]);
      }
    }
  }

  /** On-times of all sixteen thrusters; the 22 N ones stay off. */
  int[] share(Vec3 force_B_N, Vec3 torque_B_N_m) {
    wanted[0] = force_B_N.x();
    wanted[1] = force_B_N.y();
    wanted[2] = force_B_N.z();
    wanted[3] = TORQUE_WEIGHT * torque_B_N_m.x();
    wanted[4] = TORQUE_WEIGHT * torque_B_N_m.y();
    wanted[5] = TORQUE_WEIGHT * torque_B_N_m.z();
    Arrays.fill(duty, 0);
    for (int i = 0; i < COUNT; i++) {
      pull[i] = dot(columns[i], wanted);
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (int i = 0; i < COUNT; i++) {
        double slope = pull[i] - FRUGALITY;
        for (int j = 0; j < COUNT; j++) {
          slope -= gram[i][j] * duty[j];
        }
        duty[i] = Math.max(0, Math.min(1, duty[i] + slope / gram[i][i]));
      }
    }
    int[] onTime_ms = new int[ActuatorCommands.THRUSTERS];
    for (int i = 0; i < COUNT; i++) {
      int on = (int) Math.rint(duty[i] * ActuatorCommands.MAX_ON_MS);
      // Below half the shortest pulse none is nearer than one.
      onTime_ms[i] =
          on < ActuatorCommands.MIN_ON_MS / 2 ? 0 : Math.max(on, ActuatorCommands.MIN_ON_MS);
    }
    return onTime_ms;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < 6; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
