package org.holdpoint.flight.control;

import java.util.Arrays;

/**
 * min c x with A x = b, x >= 0, by the simplex method on a preallocated tableau. Bland's rule keeps
 * it from cycling; artificial variables of high cost stand for what cannot be met, so there is
 * always an answer.
 */
final class LinearProgramme {
  /** About as many steps as rows are usual; the limit guards against rounding. */
  private static final int MAX_STEPS = 400;

  private static final double TINY = 1e-9;

  private final int rows;
  private final int variables;
  private final int width;
  private final double unmetCost;
  private final double[][] tableau;
  private final int[] basis;

  /**
   * @param unmetCost of each unit of a row that is not met
   */
  LinearProgramme(int rows, int variables, double unmetCost) {
    this.rows = rows;
    this.variables = variables;
    this.unmetCost = unmetCost;
    width = variables + rows + 1;
    tableau = new double[rows + 1][width];
    basis = new int[rows];
  }

  /** Empties the programme; then set what is not 0, and {@link #solve}. */
  void clear() {
    for (double[] row : tableau) {
      Arrays.fill(row, 0);
    }
  }

  void coefficient(int row, int variable, double value) {
    tableau[row][variable] = value;
  }

  void rightSide(int row, double value) {
    tableau[row][width - 1] = value;
  }

  void cost(int variable, double value) {
    tableau[rows][variable] = value;
  }

  /** Writes the solution; numbers of 1 in size suit the tolerances best. */
  void solve(double[] x) {
    double[] cost = tableau[rows];
    for (int i = 0; i < rows; i++) {
      double[] row = tableau[i];
      if (row[width - 1] < 0) {
        for (int j = 0; j < width; j++) {
          row[j] = -row[j];
        }
      }
      row[variables + i] = 1;
      basis[i] = variables + i;
      for (int j = 0; j < variables; j++) {
        cost[j] -= unmetCost * row[j];
      }
    }
    for (int step = 0; step < MAX_STEPS; step++) {
      int enters = entering();
      int leaves = enters < 0 ? -1 : leaving(enters);
      if (leaves < 0) {
        break;
      }
      pivot(leaves, enters);
    }
    Arrays.fill(x, 0);
    for (int i = 0; i < rows; i++) {
      if (basis[i] < variables) {
        x[basis[i]] = Math.max(0, tableau[i][width - 1]);
      }
    }
  }

  private int entering() {
    for (int j = 0; j < variables; j++) {
      if (tableau[rows][j] < -TINY) {
        return j;
      }
    }
    return -1;
  }

  private int leaving(int enters) {
    int best = -1;
    double smallest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < rows; i++) {
      double slope = tableau[i][enters];
      if (slope <= TINY) {
        continue;
      }
      double ratio = tableau[i][width - 1] / slope;
      boolean tie = best >= 0 && Math.abs(ratio - smallest) <= TINY * Math.max(1, smallest);
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
    for (int j = 0; j < width; j++) {
      pivotRow[j] /= by;
    }
    for (int i = 0; i <= rows; i++) {
      double[] row = tableau[i];
      double factor = row[enters];
      if (i == leaves || factor == 0) {
        continue;
      }
      for (int j = 0; j < width; j++) {
        row[j] -= factor * pivotRow[j];
      }
    }
    basis[leaves] = enters;
  }
}
