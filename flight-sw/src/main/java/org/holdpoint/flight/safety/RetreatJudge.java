package org.holdpoint.flight.safety;

import org.holdpoint.motion.Vec3;

/**
 * Whether a two-impulse transfer to the retreat point stays clear, with its stop burn missed. The
 * monitor does not know which transfer guidance will choose; it tries three durations and takes the
 * safest.
 */
final class RetreatJudge {
  /** Fractions of an orbit; 0.5 would make the cross-track part singular. */
  private static final double[] DURATIONS = {0.25, 0.4, 0.6};

  /** Velocity error that the first burn leaves, 1 sigma per axis. */
  private static final double BURN_SIGMA_M_S = 0.001;

  private static final double BURN_SIGMA_FRACTION = 0.005;

  /** A retreat that needs more is none: 12 kg of propellant give about 100 m/s in all. */
  private static final double DEAREST_M_S = 2.0;

  private final DriftForecast forecast;
  private final double[][] transitions = new double[DURATIONS.length][36];
  private final double[] x = new double[6];
  private final double[] p = new double[36];

  /**
   * The duration that was best last is tried first: it changes what must be looked at, no result.
   */
  private int first;

  /** By duration, where the path came nearest the last time: the same. */
  private final double[] nearest_s = new double[DURATIONS.length];

  RetreatJudge(DriftForecast forecast, double meanMotion_rad_s) {
    this.forecast = forecast;
    for (int i = 0; i < DURATIONS.length; i++) {
      FreeDrift.transition(meanMotion_rad_s, DURATIONS[i] * forecast.period_s(), transitions[i]);
    }
  }

  /** Smallest 3-sigma range over one orbit after the best first burn; 0 when there is none. */
  double smallest_m(double[] state, double[] covariance, Vec3 target_L_m) {
    double best_m = 0;
    int best = first;
    for (int turn = 0; turn < transitions.length; turn++) {
      int at = (first + turn) % transitions.length;
      double[] phi = transitions[at];
      double[] v = firstVelocity(phi, state, target_L_m);
      double dx = v[0] - state[3];
      double dy = v[1] - state[4];
      double dz = v[2] - state[5];
      double deltaV_m_s = Math.sqrt(dx * dx + dy * dy + dz * dz);
      if (!(deltaV_m_s < DEAREST_M_S)) {
        continue;
      }
      System.arraycopy(state, 0, x, 0, 3);
      System.arraycopy(v, 0, x, 3, 3);
      System.arraycopy(covariance, 0, p, 0, 36);
      double sigma_m_s = BURN_SIGMA_M_S + BURN_SIGMA_FRACTION * deltaV_m_s;
      for (int i = 21; i < 36; i += 7) {
        p[i] += sigma_m_s * sigma_m_s;
      }
      DriftOutlook outlook = forecast.lookFirst(nearest_s[at], x, p, forecast.period_s(), best_m);
      nearest_s[at] = outlook.smallestAt_s();
      double smallest_m = outlook.smallest_m();
      if (smallest_m > best_m) {
        best_m = smallest_m;
        best = at;
      }
    }
    first = best;
    return best_m;
  }

  /** Solves Prv v = target - Prr r; in-plane and cross-track parts are apart. */
  private static double[] firstVelocity(double[] phi, double[] r, Vec3 target_L_m) {
    double gx = target_L_m.x() - phi[0] * r[0];
    double gy = target_L_m.y() - phi[6] * r[0] - r[1];
    double gz = target_L_m.z() - phi[14] * r[2];
    double determinant = phi[3] * phi[10] - phi[4] * phi[9];
    return new double[] {
      (phi[10] * gx - phi[4] * gy) / determinant,
      (phi[3] * gy - phi[9] * gx) / determinant,
      gz / phi[17],
    };
  }
}
