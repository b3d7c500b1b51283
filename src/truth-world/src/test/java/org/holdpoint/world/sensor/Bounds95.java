package org.holdpoint.world.sensor;

import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;

/** Two-sided 95 % bounds of statistics of samples whose distribution is known. */
final class Bounds95 {
  private static final double TAIL = 0.025;

  /** Of the standard normal distribution. */
  static final double NORMAL = 1.959964;

  private Bounds95() {}

  /** A sum of squares of standard normal variables, of so many degrees of freedom. */
  static boolean chiSquare(double sum, double degrees) {
    double below = Gamma.regularizedGammaP(degrees / 2, sum / 2);
    return below > TAIL && below < 1 - TAIL;
  }

  /** A count of hits, each of n trials with probability p. */
  static boolean binomial(int hits, int n, double p) {
    // P(X >= k) = I_p(k, n - k + 1)
    double atLeast = hits == 0 ? 1 : Beta.regularizedBeta(p, hits, n - hits + 1.0);
    double more = hits == n ? 0 : Beta.regularizedBeta(p, hits + 1.0, n - hits);
    return atLeast > TAIL && 1 - more > TAIL;
  }
}
