package org.holdpoint.motion;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the chaser drifts with the thrusters off: Clohessy-Wiltshire for the state, its covariance
 * with it, and differential drag as an unknown constant along-track acceleration.
 *
 * @param points at even steps from now to the horizon, both included
 * @param smallestRange_m smallest of the points' ranges
 * @param timeOfSmallestRange_s from now
 * @param smallestRange3sigma_m smallest of range minus three sigma along the line of sight, not
 *     below 0
 * @param timeOfSmallestRange3sigma_s from now
 */
public record Drift(
    List<Point> points,
    double smallestRange_m,
    double timeOfSmallestRange_s,
    double smallestRange3sigma_m,
    double timeOfSmallestRange3sigma_s) {

  /** Longest prediction: a step of 10 s over 24 h has 8641 points. */
  public static final int MAX_POINTS = 100_000;

  public Drift {
    points = List.copyOf(points);
  }

  /**
   * One moment of the drift.
   *
   * @param time_s from now
   * @param state most likely
   * @param rangeSigma3_m three sigma of position along the line of sight
   * @param largestSigma3_m three sigma of position along its worst direction
   */
  public record Point(
      double time_s, RelativeState state, double rangeSigma3_m, double largestSigma3_m) {}

  /**
   * Predicts a drift.
   *
   * @param covariance6x6 36 entries by rows, of the state now
   * @param meanMotion_rad_s of the target's orbit
   * @param dragAcceleration_1sigma_m_s2 unknown constant along-track acceleration; 0 for none
   * @param horizon_s how far
   * @param step_s between points; at 500 km 10 s is within 0.1 m of the true smallest range
   */
  public static Drift predict(
      RelativeState state,
      double[] covariance6x6,
      double meanMotion_rad_s,
      double dragAcceleration_1sigma_m_s2,
      double horizon_s,
      double step_s) {
    if (!(step_s > 0) || !(horizon_s >= 0) || horizon_s / step_s >= MAX_POINTS) {
      throw new IllegalArgumentException(
          "a drift of "
              + horizon_s
              + " s in steps of "
              + step_s
              + " s has no more than "
              + MAX_POINTS
              + " points and a positive step");
    }
    int count = (int) Math.ceil(horizon_s / step_s - 1e-9) + 1;
    double[] phi = new double[36];
    double[] work = new double[36];
    double[] then = new double[36];
    List<Point> points = new ArrayList<>(count);
    double smallest = Double.POSITIVE_INFINITY;
    double smallest3sigma = Double.POSITIVE_INFINITY;
    double timeOfSmallest = 0;
    double timeOfSmallest3sigma = 0;
    for (int k = 0; k < count; k++) {
      double t = Math.min(k * step_s, horizon_s);
      ClohessyWiltshire.transition(meanMotion_rad_s, t, phi);
      Transition.propagateCovariance(phi, covariance6x6, work, then);
      addDrag(meanMotion_rad_s, t, dragAcceleration_1sigma_m_s2, then);
      RelativeState at = Transition.apply(phi, state);
      double range = at.range_m();
      double largest = 3 * RelativeCovariance.largestSigma_m(then);
      double along = range > 0 ? 3 * RelativeCovariance.sigmaAlong_m(then, at.r_CT_L_m()) : largest;
      points.add(new Point(t, at, along, largest));
      if (range < smallest) {
        smallest = range;
        timeOfSmallest = t;
      }
      double pessimistic = Math.max(0, range - along);
      if (pessimistic < smallest3sigma) {
        smallest3sigma = pessimistic;
        timeOfSmallest3sigma = t;
      }
    }
    return new Drift(points, smallest, timeOfSmallest, smallest3sigma, timeOfSmallest3sigma);
  }

  private static void addDrag(double n, double t, double sigma, double[] covariance) {
    if (sigma == 0) {
      return;
    }
    RelativeState response = ClohessyWiltshire.alongTrackResponse(n, t);
    Vec3 r = response.r_CT_L_m();
    Vec3 v = response.v_CT_L_m_s();
    double[] g = {r.x(), r.y(), 0, v.x(), v.y(), 0};
    for (int i = 0; i < 6; i++) {
      for (int j = 0; j < 6; j++) {
        covariance[6 * i + j] += sigma * sigma * g[i] * g[j];
      }
    }
  }
}
