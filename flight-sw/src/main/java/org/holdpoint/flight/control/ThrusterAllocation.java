package org.holdpoint.flight.control;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.optim.MaxIter;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.NonNegativeConstraint;
import org.hipparchus.optim.linear.PivotSelectionRule;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.holdpoint.flight.ActuatorCommands;
import org.holdpoint.flight.ThrusterGeometry;
import org.holdpoint.flight.ThrusterGeometry.Thruster;
import org.holdpoint.flight.Tick;
import org.holdpoint.motion.Vec3;

/**
 * Which of the twelve 1 N thrusters give a wanted impulse with no torque, for the least propellant:
 * a linear program over on-times. It runs only in ticks that fire.
 */
final class ThrusterAllocation {
  /** Propellant against length of the burn; small enough to matter only between equals. */
  private static final double PROPELLANT_WEIGHT = 0.01;

  private static final int MAX_PIVOTS = 200;
  private static final double SHORTEST_WORTH_FIRING_MS = 10;

  private ThrusterAllocation() {}

  /**
   * On-times for one tick. A larger impulse than a tick can give is cut, its direction kept.
   *
   * @param impulse_B_N_s wanted impulse, body frame
   * @param usable thrusters that may fire, one entry per 1 N thruster
   * @return 16 on-times in ms, each 0 or 20..100; all zero when the impulse is below the smallest
   *     pulse or cannot be given without torque
   */
  static int[] onTimes_ms(Vec3 impulse_B_N_s, boolean[] usable) {
    int[] on_ms = new int[ActuatorCommands.THRUSTERS];
    double[] seconds = solve(impulse_B_N_s, usable);
    double longest_s = 0;
    for (double s : seconds) {
      longest_s = Math.max(longest_s, s);
    }
    double scale = longest_s > Tick.PERIOD_S ? Tick.PERIOD_S / longest_s : 1;
    for (int i = 0; i < seconds.length; i++) {
      double wanted_ms = 1000 * scale * seconds[i];
      if (wanted_ms >= SHORTEST_WORTH_FIRING_MS) {
        double on = Math.max(ActuatorCommands.MIN_ON_MS, Math.rint(wanted_ms));
        on_ms[i] = (int) Math.min(ActuatorCommands.MAX_ON_MS, on);
      }
    }
    return on_ms;
  }

  /**
   * Least sum of on-times with the wanted impulse and no angular impulse; zeros when there is none.
   */
  private static double[] solve(Vec3 impulse, boolean[] usable) {
    int count = ThrusterGeometry.SMALL_THRUSTERS;
    double size = impulse.norm();
    if (size == 0) {
      return new double[count];
    }
    double[][] rows = new double[6][count + 1];
    double[] cost = new double[count + 1];
    cost[count] = 1;
    for (int i = 0; i < count; i++) {
      Thruster thruster = ThrusterGeometry.THRUSTERS.get(i);
      Vec3 force = usable[i] ? thruster.force_B_N() : Vec3.ZERO;
      Vec3 torque = usable[i] ? thruster.torque_B_N_m() : Vec3.ZERO;
      rows[0][i] = force.x();
      rows[1][i] = force.y();
      rows[2][i] = force.z();
      rows[3][i] = torque.x();
      rows[4][i] = torque.y();
      rows[5][i] = torque.z();
      cost[i] = PROPELLANT_WEIGHT;
    }
    // solved for a unit impulse, so that the solver's tolerances mean the same for every burn
    double[] wanted = {impulse.x() / size, impulse.y() / size, impulse.z() / size, 0, 0, 0};
    List<LinearConstraint> constraints = new ArrayList<>();
    for (int row = 0; row < rows.length; row++) {
      constraints.add(new LinearConstraint(rows[row], Relationship.EQ, wanted[row]));
    }
    for (int i = 0; i < count; i++) {
      double[] belowLongest = new double[count + 1];
      belowLongest[i] = 1;
      belowLongest[count] = -1;
      constraints.add(new LinearConstraint(belowLongest, Relationship.LEQ, 0));
    }
    try {
      double[] solution =
          new SimplexSolver()
              .optimize(
                  new MaxIter(MAX_PIVOTS),
                  new LinearObjectiveFunction(cost, 0),
                  new LinearConstraintSet(constraints),
                  GoalType.MINIMIZE,
                  new NonNegativeConstraint(true),
                  PivotSelectionRule.BLAND)
              .getPoint();
      double[] seconds = new double[count];
      for (int i = 0; i < count; i++) {
        seconds[i] = usable[i] ? Math.max(0, solution[i]) * size : 0;
      }
      return seconds;
    } catch (MathRuntimeException noSolution) {
      return new double[count];
    }
  }
}
