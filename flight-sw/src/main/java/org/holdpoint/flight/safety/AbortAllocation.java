package org.holdpoint.flight.safety;

import java.util.Arrays;
import org.holdpoint.flight.ActuatorCommands;
import org.holdpoint.flight.ThrusterGeometry;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.Vec3;

/**
 * Shares a force and a torque out to the twelve 1 N thrusters: least squares with each duty between
 * 0 and 1, by coordinate descent (Lawson and Hanson 1974 for the problem; each sweep lowers the
 * residual) until a sweep moves no duty by a tenth of a millisecond, or for a bounded number of
 * sweeps. It begins from the duties of the tick before, which during a burn are nearly right. Uses
 * no other allocator's code.
 */
public final class AbortAllocation implements Retained {
  private static final int COUNT = ThrusterGeometry.SMALL_THRUSTERS;
  private static final int SWEEPS = 60;

  /** A tenth of a millisecond of the tick. */
  private static final double SETTLED = 1e-3;

  /** Weight of torque against force: 1 N.m counts as 2 N. */
  private static final double TORQUE_WEIGHT = 2.0;

  /** Prefers the smallest duties among equal solutions. */
  private static final double FRUGALITY = 1e-3;

  /** A thruster that blows at the target fires only for half a newton that no other gives. */
  private static final double PLUME_PRICE = 0.5;

  private final double[][] columns = new double[COUNT][6];
  private final double[] length2 = new double[COUNT];
  private final double[] missing = new double[6];
  private final double[] duty = new double[COUNT];

  public AbortAllocation() {
    for (int i = 0; i < COUNT; i++) {
      Vec3 force = ThrusterGeometry.THRUSTERS.get(i).force_B_N();
      Vec3 torque = ThrusterGeometry.THRUSTERS.get(i).torque_B_N_m().times(TORQUE_WEIGHT);
      columns[i] =
          new double[] {force.x(), force.y(), force.z(), torque.x(), torque.y(), torque.z()};
      length2[i] = dot(columns[i], columns[i]);
    }
  }

  /** Forgets the burn before. */
  public void reset() {
    Arrays.fill(duty, 0);
  }

  /**
   * On-times of all sixteen thrusters; the 22 N ones stay off.
   *
   * @param isolated bit i: nothing comes of thruster i
   * @param blowing bit i: the target is in the plume of thruster i
   */
  public int[] share(Vec3 force_B_N, Vec3 torque_B_N_m, int isolated, int blowing) {
    for (int i = 0; i < COUNT; i++) {
      duty[i] = (isolated >> i & 1) == 1 ? 0 : duty[i];
    }
    missing[0] = force_B_N.x();
    missing[1] = force_B_N.y();
    missing[2] = force_B_N.z();
    missing[3] = TORQUE_WEIGHT * torque_B_N_m.x();
    missing[4] = TORQUE_WEIGHT * torque_B_N_m.y();
    missing[5] = TORQUE_WEIGHT * torque_B_N_m.z();
    for (int i = 0; i < COUNT; i++) {
      for (int k = 0; k < 6; k++) {
        missing[k] -= duty[i] * columns[i][k];
      }
    }
    double moved = 1;
    for (int sweep = 0; sweep < SWEEPS && moved > SETTLED; sweep++) {
      moved = 0;
      for (int i = 0; i < COUNT; i++) {
        if ((isolated >> i & 1) == 1) {
          continue;
        }
        double price = (blowing >> i & 1) == 1 ? PLUME_PRICE : FRUGALITY;
        double slope = dot(columns[i], missing) - price;
        double next = Math.max(0, Math.min(1, duty[i] + slope / length2[i]));
        double change = next - duty[i];
        if (change != 0) {
          duty[i] = next;
          for (int k = 0; k < 6; k++) {
            missing[k] -= change * columns[i][k];
          }
          moved = Math.max(moved, Math.abs(change));
        }
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
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3] + a[4] * b[4] + a[5] * b[5];
  }

  @Override
  public void save(StateWriter out) {
    out.put(duty);
  }

  @Override
  public void restore(StateReader in) {
    System.arraycopy(in.getDoubles(), 0, duty, 0, COUNT);
  }
}
