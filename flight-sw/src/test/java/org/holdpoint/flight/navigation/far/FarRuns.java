package org.holdpoint.flight.navigation.far;

import org.hipparchus.util.FastMath;
import org.holdpoint.flight.navigation.Noise;
import org.holdpoint.flight.navigation.OrbitModel;
import org.holdpoint.motion.Vec3;

/**
 * Many seeded runs of the far filter against {@link FarTruth}: ten pictures of 20" every ten
 * seconds in the first 40 % of each orbit, two camera biases that wander, differential drag, and a
 * first orbit as wrong as the cue says.
 */
final class FarRuns {
  static final int CYCLES_AN_ORBIT = 568;
  private static final double LIT = 0.4;
  private static final double CYCLE_S = 10;
  private static final double PICTURES_SIGMA_RAD = Math.PI / 648_000 * 20 / Math.sqrt(10);
  private static final double BIAS_KEEP = FastMath.exp(-CYCLE_S / 5700);

  /** Sums over the runs, by cycle. */
  final double[] nees;

  final double[] rangeError2;
  final double[] rangeSigma;
  private final int runs;
  private long inside;
  private long asked;

  /** A burn of the chaser: along its track, m/s, at a cycle; 0 for none. */
  record Burn(int cycle, double deltaV_m_s) {
    static final Burn NONE = new Burn(-1, 0);
  }

  FarRuns(int runs, int cycles) {
    this.runs = runs;
    nees = new double[cycles];
    rangeError2 = new double[cycles];
    rangeSigma = new double[cycles];
  }

  static FarRuns fly(int runs, double orbits, double range_m, double above_m, Cue cue, Burn burn) {
    FarRuns sums = new FarRuns(runs, (int) (orbits * CYCLES_AN_ORBIT));
    for (int run = 0; run < runs; run++) {
      sums.fly(new Noise(run), range_m, above_m, cue, burn);
    }
    return sums;
  }

  private void fly(Noise noise, double range_m, double above_m, Cue cue, Burn burn) {
    FarTruth truth = FarTruth.ahead(range_m, above_m, 0.0005, FastMath.toRadians(97.4));
    truth.drag_m_s2 = 7e-8 * noise.gaussian();
    double[] estimate = CueDraw.of(truth.target, cue, noise);
    FarFilter filter = new FarFilter();
    filter.start(cue, estimate, FarTruth.r(truth.chaser), FarTruth.v(truth.chaser));
    OrbitModel model = new OrbitModel();
    double sigma = FarFilter.BIAS_SIGMA_RAD;
    double[] bias = {sigma * noise.gaussian(), sigma * noise.gaussian()};
    for (int k = 0; k < nees.length; k++) {
      double[] before = estimate.clone();
      Vec3 r0 = FarTruth.r(truth.chaser);
      Vec3 v0 = FarTruth.v(truth.chaser);
      truth.advance(CYCLE_S);
      double given_m_s = k == burn.cycle() ? burn.deltaV_m_s() : 0;
      truth.push(given_m_s);
      model.advance(estimate, CYCLE_S);
      Vec3 r = FarTruth.r(truth.chaser);
      Vec3 v = FarTruth.v(truth.chaser);
      filter.carry(CYCLE_S, before, r0, v0, estimate, r, v, given_m_s);
      for (int i = 0; i < 2; i++) {
        bias[i] =
            BIAS_KEEP * bias[i] + Math.sqrt(1 - BIAS_KEEP * BIAS_KEEP) * sigma * noise.gaussian();
      }
      if (k % CYCLES_AN_ORBIT < LIT * CYCLES_AN_ORBIT) {
        Sight sight = Sight.level(FarTruth.r(truth.target), r, v);
        Vec3 seen =
            sight.at(
                bias[0] + PICTURES_SIGMA_RAD * noise.gaussian(),
                bias[1] + PICTURES_SIGMA_RAD * noise.gaussian());
        filter.use(seen, r, v, sight.az_I(), estimate, PICTURES_SIGMA_RAD);
      }
      count(k, truth, estimate, filter, r, v);
    }
  }

  private void count(int k, FarTruth truth, double[] estimate, FarFilter filter, Vec3 r, Vec3 v) {
    double[] error = new double[6];
    filter
        .chart(estimate, r, v)
        .coordinates(FarTruth.r(truth.target).minus(r), FarTruth.v(truth.target).minus(v), error);
    nees[k] += normalised(error, filter) / runs;
    double range = truth.range_m();
    double off = OrbitModel.position(estimate).minus(r).norm() / range - 1;
    rangeError2[k] += off * off / runs;
    rangeSigma[k] += filter.rangeFraction() / runs;
    for (int i = 0; i < 6; i++) {
      asked++;
      inside += Math.abs(error[i]) <= 3 * Math.sqrt(filter.covariance(i, i)) ? 1 : 0;
    }
  }

  /** e' P^-1 e by Cholesky's decomposition. */
  private static double normalised(double[] e, FarFilter filter) {
    double[][] l = new double[6][6];
    double[] y = new double[6];
    double sum2 = 0;
    for (int i = 0; i < 6; i++) {
      for (int j = 0; j <= i; j++) {
        double s = filter.covariance(i, j);
        for (int m = 0; m < j; m++) {
          s -= l[i][m] * l[j][m];
        }
        l[i][j] = i == j ? Math.sqrt(s) : s / l[j][j];
      }
      double s = e[i];
      for (int m = 0; m < i; m++) {
        s -= l[i][m] * y[m];
      }
      y[i] = s / l[i][i];
      sum2 += y[i] * y[i];
    }
    return sum2;
  }

  double insideThreeSigma() {
    return (double) inside / asked;
  }

  double rangeErrorAtEnd() {
    return Math.sqrt(rangeError2[rangeError2.length - 1]);
  }

  double rangeSigmaAtEnd() {
    return rangeSigma[rangeSigma.length - 1];
  }

  /** Share of cycles from the first one lit on with a mean NEES not above the limit. */
  double neesWithin(double limit) {
    int good = 0;
    for (double value : nees) {
      good += value <= limit ? 1 : 0;
    }
    return (double) good / nees.length;
  }
}
