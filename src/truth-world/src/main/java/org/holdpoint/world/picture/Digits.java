package org.holdpoint.world.picture;

/** Digits of 5 by 7 dots. */
final class Digits {
  static final int COLUMNS = 5;
  static final int ROWS = 7;

  /** Rows from the top, five bits each, leftmost highest. */
  private static final int[][] DOTS = {
    {14, 17, 19, 21, 25, 17, 14},
    {4, 12, 4, 4, 4, 4, 14},
    {14, 17, 1, 2, 4, 8, 31},
    {31, 2, 4, 2, 1, 17, 14},
    {2, 6, 10, 18, 31, 2, 2},
    {31, 16, 30, 1, 1, 17, 14},
    {6, 8, 16, 30, 17, 17, 14},
    {31, 1, 2, 4, 8, 8, 8},
    {14, 17, 17, 14, 17, 17, 14},
    {14, 17, 17, 15, 1, 2, 12},
  };

  private Digits() {}

  /** Whether a dot is set; column from the left, row from the top. */
  static boolean dot(int digit, int column, int row) {
    return (DOTS[digit][row] >> (COLUMNS - 1 - column) & 1) == 1;
  }

  /** Whether the digit covers a place on a plate from -1 to 1 both ways, v upwards. */
  static boolean inked(int digit, double u, double v) {
    int column = (int) Math.floor(COLUMNS * (u / 0.6 + 1) / 2);
    int row = (int) Math.floor(ROWS * (1 - v / 0.8) / 2);
    return column >= 0 && column < COLUMNS && row >= 0 && row < ROWS && dot(digit, column, row);
  }
}
