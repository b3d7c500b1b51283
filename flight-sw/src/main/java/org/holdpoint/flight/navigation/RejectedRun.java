package org.holdpoint.flight.navigation;

import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;

/**
 * A run of ranges that failed their gate, as a straight line: innovation over time, by least
 * squares. What a filter that has drifted off sees is smooth and slow: bodies near the target part
 * by no more than {@value #MOST_M_S} m/s from where they were known to be. What scatters, or runs
 * away faster, no body does: the unit is at fault and the filter shall not follow it.
 */
final class RejectedRun implements Retained {
  /**
   * Fastest plausible error of the range rate: 0.6 m/s was the velocity error of DART, and a target
   * that leaves gives itself some decimetres per second.
   */
  static final double MOST_M_S = 1.0;

  /** Largest plausible scatter about the line: the facet changes, and sigma of the ranger. */
  private static final double SCATTER_M = 1.0;

  private static final double SCATTER_SIGMAS = 3;

  private int samples;
  private long begin_tai_ns;
  private double sumT;
  private double sumTT;
  private double sumZ;
  private double sumTZ;
  private double sumZZ;

  void clear() {
    samples = 0;
    sumT = 0;
    sumTT = 0;
    sumZ = 0;
    sumTZ = 0;
    sumZZ = 0;
  }

  /** Innovation in metres of a range that was taken then. */
  void add(long sampled_tai_ns, double innovation_m) {
    if (samples == 0) {
      begin_tai_ns = sampled_tai_ns;
    }
    double t_s = (sampled_tai_ns - begin_tai_ns) * 1e-9;
    samples++;
    sumT += t_s;
    sumTT += t_s * t_s;
    sumZ += innovation_m;
    sumTZ += t_s * innovation_m;
    sumZZ += innovation_m * innovation_m;
  }

  /** Rate at which the ranges run away from the filter, m/s; 0 of a single one. */
  double slope_m_s() {
    double spread = samples * sumTT - sumT * sumT;
    return spread > 0 ? (samples * sumTZ - sumT * sumZ) / spread : 0;
  }

  /** Whether a body could have moved so. Not a number does not. */
  boolean plausible(double rangeSigma_m) {
    return Math.abs(slope_m_s()) <= MOST_M_S && straight(rangeSigma_m);
  }

  /** Whether they scatter about their line no more than a ranger's noise. */
  boolean straight(double rangeSigma_m) {
    double slope = slope_m_s();
    double mean = sumZ / samples;
    double along = slope * (sumTZ - mean * sumT);
    double scatter = Math.sqrt(Math.max(0, sumZZ - mean * sumZ - along) / samples);
    return scatter <= SCATTER_M + SCATTER_SIGMAS * rangeSigma_m;
  }

  @Override
  public void save(StateWriter out) {
    out.put(samples).put(begin_tai_ns).put(sumT).put(sumTT).put(sumZ).put(sumTZ).put(sumZZ);
  }

  @Override
  public void restore(StateReader in) {
    samples = in.getInt();
    begin_tai_ns = in.getLong();
    sumT = in.getDouble();
    sumTT = in.getDouble();
    sumZ = in.getDouble();
    sumTZ = in.getDouble();
    sumZZ = in.getDouble();
  }
}
