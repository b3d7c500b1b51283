package org.holdpoint.flight.assurance;

import org.hipparchus.util.FastMath;

/**
 * The path without thrust over two orbits, by the Clohessy-Wiltshire solution (Clohessy and
 * Wiltshire 1960) on a grid of a minute: its smallest range, and how a velocity now would change
 * that.
 */
final class PathAhead {
  private static final double STEP_S = 60;
  private final int steps;
  private final double n;
  private final double[] sin;
  private final double[] cos;
  private final double[] gradient = new double[3];

  PathAhead(double meanMotion_rad_s) {
    n = meanMotion_rad_s;
    steps = (int) Math.ceil(2 * 2 * Math.PI / n / STEP_S);
    sin = new double[steps + 1];
    cos = new double[steps + 1];
    for (int k = 0; k <= steps; k++) {
      sin[k] = FastMath.sin(n * STEP_S * k);
      cos[k] = FastMath.cos(n * STEP_S * k);
    }
  }

  /** Smallest range; afterwards {@link #gradient} is that of its time. */
  double smallest_m(double[] r, double vx, double vy, double vz) {
    double best2 = Double.MAX_VALUE;
    int at = 0;
    for (int k = 0; k <= steps; k++) {
      double s = sin[k];
      double c = cos[k];
      double x = (4 - 3 * c) * r[0] + s / n * vx + 2 * (1 - c) / n * vy;
      double y =
          6 * (s - n * STEP_S * k) * r[0]
              + r[1]
              - 2 * (1 - c) / n * vx
              + (4 * s / n - 3 * STEP_S * k) * vy;
      double z = c * r[2] + s / n * vz;
      double range2 = x * x + y * y + z * z;
      if (range2 < best2) {
        best2 = range2;
        at = k;
        gradient[0] = x * s / n - y * 2 * (1 - c) / n;
        gradient[1] = x * 2 * (1 - c) / n + y * (4 * s / n - 3 * STEP_S * k);
        gradient[2] = z * s / n;
      }
    }
    double smallest = Math.sqrt(best2);
    if (at == 0 || smallest == 0) {
      gradient[0] = 0;
      gradient[1] = 0;
      gradient[2] = 0;
    } else {
      for (int i = 0; i < 3; i++) {
        gradient[i] /= smallest;
      }
    }
    return smallest;
  }

  /** Metres of the smallest range for each m/s now; 0 when it is the present one. */
  double[] gradient() {
    return gradient;
  }
}
