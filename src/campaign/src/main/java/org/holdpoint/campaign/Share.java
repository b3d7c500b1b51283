package org.holdpoint.campaign;

import org.hipparchus.distribution.continuous.BetaDistribution;

/**
 * So many of so many, with the bounds of Clopper and Pearson (1934) at 95 %.
 *
 * @param low lower bound of the share
 * @param high upper bound
 */
record Share(int count, int of, double low, double high) {
  private static final double CONFIDENCE = 0.95;

  static Share of(long count, long of) {
    if (of == 0) {
      return new Share(0, 0, 0, 1);
    }
    double tail = (1 - CONFIDENCE) / 2;
    double low =
        count == 0
            ? 0
            : new BetaDistribution(count, of - count + 1.0).inverseCumulativeProbability(tail);
    double high =
        count == of
            ? 1
            : new BetaDistribution(count + 1.0, of - count).inverseCumulativeProbability(1 - tail);
    return new Share((int) count, (int) of, low, high);
  }

  double share() {
    return of == 0 ? 0 : (double) count / of;
  }
}
