package org.holdpoint.flight.control;

import java.util.Arrays;
import org.holdpoint.flight.ActuatorCommands;
import org.holdpoint.flight.ThrusterGeometry;
import org.holdpoint.motion.Vec3;

/**
 * Shares an impulse and an angular impulse out to the twelve 1 N thrusters with the least
 * propellant: the linear programme min sum(t) with B t = w, t >= 0, by the simplex method with
 * Bland's rule (which cannot cycle) and artificial variables of high cost. On-times beyond the tick
 * are met by scaling everything down, so the direction stays. On-times below the shortest pulse are
 * set to none or to the shortest pulse, whichever combination comes nearest to what is wanted.
 *
 * <p>A thruster that may not be used is left out; the other eleven still reach every direction.
 */
final class ThrusterAllocation {
  private static final int COUNT = ThrusterGeometry.SMALL_THRUSTERS;
  private static final int ROWS = 6;
  private static final int WIDTH = COUNT + ROWS + 1;

  /** Leaving force or torque unserved costs this much more than a second of thrust serves it. */
  private static final double UNSERVED_COST = 1000;

  /** About twelve steps are usual; the limit guards against rounding. */
  private static final int MAX_STEPS = 200;

  private static final double TINY = 1e-9;

  /** A lever: 1 N.m.s too much counts as this many N.s too much. The wheels take up torque. */
  private static final double TORQUE_WEIGHT = 0.25;

  private static final double[][] COLUMNS = columns();

  // Work space: nothing is kept between calls.
  private final double[][] tableau = new double[ROWS + 1][WIDTH];
  private final int[] basis = new int[ROWS];
  private final double[] wanted = new double[ROWS];
  private final double[] seconds = new double[COUNT];
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
  void allocate(Vec3 impulse_B_N_s, Vec3 angularImpulse_B_N_m_s, boolean[] usable) {
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
    solve(usable);
    double longest = 0;
    for (double t : seconds) {
      longest = Math.max(longest, t);
    }
    double scale = Math.min(size, longest > 0 ? 0.001 * ActuatorCommands.MAX_ON_MS / longest : 0);
    for (int i = 0; i < ROWS; i++) {
      wanted[i] *= scale;
    }
    for (int j = 0; j < COUNT; j++) {
      seconds[j] *= scale;
    }
    quantise();
  }

  /** On-times of all sixteen thrusters; the 22 N ones stay off. */
  int[] onTime_ms() {
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

  private void solve(boolean[] usable) {
    double[] cost = tableau[ROWS];
    Arrays.fill(cost, 0);
    for (int j = 0; j < COUNT; j++) {
      cost[j] = 1;
    }
    for (int i = 0; i < ROWS; i++) {
      double sign = wanted[i] < 0 ? -1 : 1;
      double[] row = tableau[i];
      Arrays.fill(row, 0);
      for (int j = 0; j < COUNT; j++) {
        row[j] = usable[j] ? sign * COLUMNS[j][i] : 0;
      }
      row[COUNT + i] = 1;
      row[WIDTH - 1] = sign * wanted[i];
      basis[i] = COUNT + i;
      // Reduced costs with all artificials in the basis.
      for (int j = 0; j < COUNT; j++) {
        cost[j] -= UNSERVED_COST * row[j];
      }
    }
    for (int step = 0; step < MAX_STEPS; step++) {
      int enters = entering();
      if (enters < 0) {
        break;
      }
      int leaves = leaving(enters);
      if (leaves < 0) {
        break;
      }
      pivot(leaves, enters);
    }
    Arrays.fill(seconds, 0);
    for (int i = 0; i < ROWS; i++) {
      if (basis[i] < COUNT) {
        seconds[basis[i]] = Math.max(0, tableau[i][WIDTH - 1]);
      }
    }
  }

  private int entering() {
    for (int j = 0; j < COUNT; j++) {
      if (tableau[ROWS][j] < -TINY) {
        return j;
      }
    }
    return -1;
  }

  private int leaving(int enters) {
    int best = -1;
    double smallest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < ROWS; i++) {
      double slope = tableau[i][enters];
      if (slope <= TINY) {
        continue;
      }
      double ratio = tableau[i][WIDTH - 1] / slope;
      boolean tie = Math.abs(ratio - smallest) <= TINY * Math.max(1, smallest);
      if (best < 0 || (!tie && ratio < smallest) || (tie && basis[i] < basis[best])) {
        best = i;
        smallest = ratio;
      }
    }
    return best;
  }

  private void pivot(int leaves, int enters) {
    double[] pivotRow = tableau[leaves];
    double by = pivotRow[enters];
    for (int j = 0; j < WIDTH; j++) {
      pivotRow[j] /= by;
    }
    for (int i = 0; i <= ROWS; i++) {
      double factor = tableau[i][enters];
      if (i == leaves || factor == 0) {
        continue;
      }
      double[] row = tableau[i];
      for (int j = 0; j < WIDTH; j++) {
        row[j] -= factor * pivotRow[j];
      }
    }
    basis[leaves] = enters;
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
