package org.holdpoint.flight.assurance;

import java.util.Arrays;

/**
 * The point of a set of half spaces {@code a.x <= b} that is nearest to a given one: min |x -
 * x0|^2, by Hildreth's method (Hildreth 1957, A quadratic programming procedure): each half space
 * in turn is met by the smallest step, and what a step did too much is taken back. For the few rows
 * here it is there in a few rounds; when nothing meets all of them, the rounds end at a compromise.
 */
final class Halfspaces {
  static final int MOST = 12;
  private static final int ROUNDS = 60;
  private static final double TINY = 1e-9;

  private final double[][] normal = new double[MOST][3];
  private final double[] bound = new double[MOST];
  private final double[] multiplier = new double[MOST];
  private int rows;

  void clear() {
    rows = 0;
  }

  /** Adds one; its excess is a length, whatever the length of its normal. */
  void add(double ax, double ay, double az, double b) {
    double length = Math.sqrt(ax * ax + ay * ay + az * az);
    if (rows == MOST || !(length > 0)) {
      return;
    }
    normal[rows][0] = ax / length;
    normal[rows][1] = ay / length;
    normal[rows][2] = az / length;
    bound[rows] = b / length;
    rows++;
  }

  /** Takes a row out; the others keep their numbers. */
  void drop(int row) {
    bound[row] = Double.POSITIVE_INFINITY;
  }

  int rows() {
    return rows;
  }

  /** How far outside a row a point is; negative inside. */
  double excess(int row, double[] x) {
    double[] a = normal[row];
    return a[0] * x[0] + a[1] * x[1] + a[2] * x[2] - bound[row];
  }

  /** Moves {@code x} to the nearest point; returns the row that moved it most, or -1. */
  int project(double[] x) {
    Arrays.fill(multiplier, 0, rows, 0);
    for (int round = 0; round < ROUNDS; round++) {
      double moved = 0;
      for (int i = 0; i < rows; i++) {
        double next = Math.max(0, multiplier[i] + excess(i, x));
        double step = next - multiplier[i];
        if (step != 0) {
          multiplier[i] = next;
          for (int k = 0; k < 3; k++) {
            x[k] -= step * normal[i][k];
          }
          moved = Math.max(moved, Math.abs(step));
        }
      }
      if (moved < TINY) {
        break;
      }
    }
    int most = -1;
    for (int i = 0; i < rows; i++) {
      if (multiplier[i] > TINY && (most < 0 || multiplier[i] > multiplier[most])) {
        most = i;
      }
    }
    return most;
  }
}
