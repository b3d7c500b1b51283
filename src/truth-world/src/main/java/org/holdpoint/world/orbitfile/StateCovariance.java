package org.holdpoint.world.orbitfile;

import java.util.Arrays;
import org.holdpoint.world.state.NoiseStream;

/**
 * How well a position and velocity are known: from it a run draws the state that it starts from.
 */
public final class StateCovariance {
  /** Numbers of the lower triangle of a 6x6 matrix. */
  public static final int NUMBERS = 21;

  /** Rounding that a matrix written by hand or by another program may bring. */
  private static final double ROUNDING = 1e-9;

  private final double[][] root = new double[6][6];

  /**
   * @param lowerTriangle row by row as in CCSDS 502.0-B: 21 numbers in m2, m2/s and m2/s2 of x, y,
   *     z, vx, vy, vz
   * @throws IllegalArgumentException when there are not 21, or when the matrix is no covariance
   */
  public StateCovariance(double[] lowerTriangle) {
    if (lowerTriangle.length != NUMBERS) {
      throw new IllegalArgumentException(
          "covariance: "
              + lowerTriangle.length
              + " numbers, allowed are the "
              + NUMBERS
              + " of a lower triangle");
    }
    int next = 0;
    for (int row = 0; row < 6; row++) {
      for (int column = 0; column < row; column++) {
        root[row][column] = correlated(lowerTriangle[next++], row, column);
      }
      double variance = lowerTriangle[next++];
      double rest = less(variance, row, row);
      if (!(rest >= -ROUNDING * Math.abs(variance))) {
        throw noCovariance(row);
      }
      root[row][row] = Math.sqrt(Math.max(0, rest));
    }
  }

  /** One number of Cholesky's recursion; what has no variance may have no correlation. */
  private double correlated(double number, int row, int column) {
    double rest = less(number, row, column);
    if (root[column][column] > 0) {
      return rest / root[column][column];
    }
    if (rest != 0) {
      throw noCovariance(row);
    }
    return 0;
  }

  private double less(double number, int row, int column) {
    double rest = number;
    for (int k = 0; k < column; k++) {
      rest -= root[row][k] * root[column][k];
    }
    return rest;
  }

  private static IllegalArgumentException noCovariance(int row) {
    return new IllegalArgumentException(
        "covariance: row "
            + (row + 1)
            + " makes it no covariance: variances must not be negative, correlations not above 1");
  }

  /** An error drawn with this covariance, metres and metres per second. */
  public double[] draw(NoiseStream noise) {
    double[] unit = new double[6];
    Arrays.setAll(unit, i -> noise.gaussian());
    double[] error = new double[6];
    for (int row = 0; row < 6; row++) {
      for (int column = 0; column <= row; column++) {
        error[row] += root[row][column] * unit[column];
      }
    }
    return error;
  }
}
