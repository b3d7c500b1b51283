package org.holdpoint.flight.navigation;

import java.util.Arrays;

/** Immutable symmetric 6x6 covariance of (r_CT_L_m, v_CT_L_m_s), SI units. */
public final class Covariance6 {
  private final double[] upper;

  /**
   * @param upper 21 entries of the upper triangle by rows: 11, 12, .. 16, 22, .. 66
   */
  public Covariance6(double[] upper) {
    if (upper.length != 21) {
      throw new IllegalArgumentException("21 entries expected, got " + upper.length);
    }
    this.upper = upper.clone();
  }

  /** Entry of row {@code i}, column {@code j}, 0-based. */
  public double at(int i, int j) {
    int row = Math.min(i, j);
    int column = Math.max(i, j);
    return upper[row * 6 - row * (row - 1) / 2 + column - row];
  }

  /** Three times the square root of the largest of the three position variances on the axes. */
  public double position3sigma_m() {
    return 3 * Math.sqrt(Math.max(at(0, 0), Math.max(at(1, 1), at(2, 2))));
  }

  public double[] upper() {
    return upper.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Covariance6 c && Arrays.equals(upper, c.upper);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(upper);
  }
}
