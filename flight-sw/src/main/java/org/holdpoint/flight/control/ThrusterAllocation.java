package org.holdpoint.flight.control;

import java.util.Arrays;
import org.holdpoint.flight.ActuatorCommands;
import org.holdpoint.flight.ThrusterGeometry;
import org.holdpoint.motion.Vec3;

/**
 * Shares an impulse and an angular impulse out to the twelve 1 N thrusters.
 *
 * <p>What a tick can give is given with the least propellant: min sum(t) with B t = w, t >= 0. What
 * it cannot is given as strongly as possible at the same direction: min of the longest on-time, and
 * that scaled to the tick. On-times below the shortest pulse become none or the shortest pulse,
 * whichever combination comes nearest to what is wanted.
 *
 * <p>A thruster that may not be used is left out; the other eleven still reach every direction.
 */
public final class ThrusterAllocation {
  private static final int COUNT = ThrusterGeometry.SMALL_THRUSTERS;
  private static final int ROWS = 6;

  /** Leaving force or torque unserved costs this much more than a second of thrust serves it. */
  private static final double UNSERVED_COST = 1000;

  /** Propellant against strength: decides between equals only. */
  private static final double FRUGALITY = 0.01;

  private static final double TINY = 1e-9;
  private static final double TICK_S = 0.001 * ActuatorCommands.MAX_ON_MS;

  /** A lever: 1 N.m.s too much counts as this many N.s too much. The wheels take up torque. */
  private static final double TORQUE_WEIGHT = 0.25;

  private static final double[][] COLUMNS = columns();

  // Work space: nothing is kept between calls.
  private final LinearProgramme frugal = new LinearProgramme(ROWS, COUNT, UNSERVED_COST);

  /** Variables: on-times, the longest of them, and how far each stays below it. */
  private final LinearProgramme strong =
      new LinearProgramme(ROWS + COUNT, 2 * COUNT + 1, UNSERVED_COST);

  private final double[] wanted = new double[ROWS];
  private final double[] seconds = new double[COUNT];
  private final double[] solution = new double[2 * COUNT + 1];
  private final int[] onTime_ms = new int[ActuatorCommands.THRUSTERS];
  private final int[] shortOnes = new int[COUNT];
  private final double[] given = new double[ROWS];

  /**
   * Works out on-times for one tick; read them and what they give from this object until the next
   * call.
   *
   * @param impulse_B_N_s wanted, body frame; more than a tick can give is cut at the same direction
   * @param angularImpulse_B_N_m_s wanted about the centre of mass, cut with it
   * @param usable for each of the twelve, whether it may fire
   */
  public void allocate(Vec3 impulse_B_N_s, Vec3 angularImpulse_B_N_m_s, boolean[] usable) {
    Arrays.fill(onTime_ms, 0);
    Arrays.fill(given, 0);
    double size = impulse_B_N_s.norm() + angularImpulse_B_N_m_s.norm();
    if (!(size > TINY) || Double.isInfinite(size)) {
      return;
    }
    wanted[0] = impulse_B_N_s.x() / size;
    wanted[1] = impulse_B_N_s.y() / size;
    wanted[2] = impulse_B_N_s.z() / size;
    wanted[3] = angularImpulse_B_N_m_s.x() / size;
    wanted[4] = angularImpulse_B_N_m_s.y() / size;
    wanted[5] = angularImpulse_B_N_m_s.z() / size;
    double longest = solveFrugally(usable);
    double scale = size;
    if (size * longest > TICK_S) {
      longest = solveStrongly(usable);
      scale = Math.min(size, TICK_S / longest);
    }
    for (int i = 0; i < ROWS; i++) {
      wanted[i] *= scale;
    }
    for (int j = 0; j < COUNT; j++) {
      seconds[j] *= scale;
    }
    quantise();
  }

  /** On-times of all sixteen thrusters; the 22 N ones stay off. */
  public int[] onTime_ms() {
    return onTime_ms;
  }

  boolean firesAny() {
    for (int on : onTime_ms) {
      if (on != 0) {
        return true;
      }
    }
    return false;
  }

  /** Impulse of these on-times by the nominal geometry. */
  Vec3 impulse_B_N_s() {
    return new Vec3(given[0], given[1], given[2]);
  }

  /** Angular impulse of these on-times about the centre of mass. */
  Vec3 angularImpulse_B_N_m_s() {
    return new Vec3(given[3], given[4], given[5]);
  }

  /** Fills the on-times for a wanted impulse of size 1; returns the longest. */
  private double solveFrugally(boolean[] usable) {
    frugal.clear();
    balance(frugal, usable);
    for (int j = 0; j < COUNT; j++) {
      frugal.cost(j, 1);
    }
    frugal.solve(seconds);
    return longest();
  }

  private double solveStrongly(boolean[] usable) {
    strong.clear();
    balance(strong, usable);
    strong.cost(COUNT, 1);
    for (int j = 0; j < COUNT; j++) {
      strong.cost(j, FRUGALITY);
      strong.coefficient(ROWS + j, j, 1);
      strong.coefficient(ROWS + j, COUNT, -1);
      strong.coefficient(ROWS + j, COUNT + 1 + j, 1);
    }
    strong.solve(solution);
    System.arraycopy(solution, 0, seconds, 0, COUNT);
    return longest();
  }

  private void balance(LinearProgramme programme, boolean[] usable) {
    for (int i = 0; i < ROWS; i++) {
      programme.rightSide(i, wanted[i]);
      for (int j = 0; j < COUNT; j++) {
        programme.coefficient(i, j, usable[j] ? COLUMNS[j][i] : 0);
      }
    }
  }

  private double longest() {
    double longest = 0;
    for (double t : seconds) {
      longest = Math.max(longest, t);
    }
    return longest;
  }

  private void quantise() {
    int few = 0;
    for (int j = 0; j < COUNT; j++) {
      double ms = 1000 * seconds[j];
      int whole = Math.min(ActuatorCommands.MAX_ON_MS, (int) Math.rint(ms));
      if (whole >= ActuatorCommands.MIN_ON_MS) {
        set(j, whole);
      } else if (ms > TINY) {
        shortOnes[few++] = j;
      }
    }
    int best = 0;
    double smallest = Double.POSITIVE_INFINITY;
    for (int choice = 0; choice < 1 << few; choice++) {
      setShortOnes(few, choice);
      double error = error();
      if (error < smallest - 1e-12) {
        smallest = error;
        best = choice;
      }
    }
    setShortOnes(few, best);
  }

  private void setShortOnes(int few, int choice) {
    for (int k = 0; k < few; k++) {
      set(shortOnes[k], (choice >> k & 1) == 1 ? ActuatorCommands.MIN_ON_MS : 0);
    }
  }

  private void set(int thruster, int ms) {
    double change_s = 0.001 * (ms - onTime_ms[thruster]);
    onTime_ms[thruster] = ms;
    for (int i = 0; i < ROWS; i++) {
      given[i] += change_s * COLUMNS[thruster][i];
    }
  }

  private double error() {
    double sum = 0;
    for (int i = 0; i < ROWS; i++) {
      double off = given[i] - wanted[i];
      sum += (i < 3 ? 1 : TORQUE_WEIGHT) * off * off;
    }
    return sum;
  }

  private static double[][] columns() {
    double[][] columns = new double[COUNT][];
    for (int j = 0; j < COUNT; j++) {
      Vec3 f = ThrusterGeometry.THRUSTERS.get(j).force_B_N();
      Vec3 t = ThrusterGeometry.THRUSTERS.get(j).torque_B_N_m();
      columns[j] = new double[] {f.x(), f.y(), f.z(), t.x(), t.y(), t.z()};
    }
    return columns;
  }
}
