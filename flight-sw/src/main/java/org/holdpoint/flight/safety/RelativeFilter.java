package org.holdpoint.flight.safety;

import java.util.Arrays;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;

/**
 * Six-state Kalman filter of the chaser relative to the target in L with Clohessy-Wiltshire
 * dynamics, a bearing and a range.
 *
 * <p>Process noise stands for what those dynamics leave out. Relative J2 and an eccentricity of
 * 0.001 accelerate by about 5e-9 /s2 times the separation, and keep their sign for a good part of
 * an orbit (900 s); white noise of the same strength is what the filter allows for. That gives an
 * honest velocity of 0.3 mm/s (1 sigma) at 250 m and 1.5 mm/s at 1,000 m.
 */
final class RelativeFilter implements Retained {
  private static final double UNMODELLED_PER_S2 = 5e-9;
  private static final double CORRELATION_S = 900;

  /** Floor for differential drag and solar pressure: 2e-7 m/s2 over the same time. */
  private static final double UNMODELLED_FLOOR_M_S2 = 2e-7;

  /** Of a sensed delta-v, per tick: 0.1 % that keeps its sign over a burn of a hundred ticks. */
  private static final double SENSED_FRACTION = 0.01;

  /** Unsensed thrust while IMU B is silent: 3 mm/s2 that changes each second. */
  private static final double UNSENSED_PSD = 9e-6;

  /** The facet that the beam hits stays the same for some time: that many samples count as one. */
  private static final double FACET_SAMPLES = 10;

  /** 99.73 % of a chi-square with two degrees of freedom. */
  private static final double GATE_2 = 11.83;

  /** 99.73 % of a chi-square with one degree of freedom. */
  private static final double GATE_1 = 9.0;

  /** Below this range the linearised measurements mean nothing. */
  private static final double LEAST_RANGE_M = 1.0;

  private final double n_rad_s;
  private final double hull_m;
  private final double[] x = new double[6];
  private final double[] p = new double[36];

  private final double[] phi = new double[36];
  private double phi_s = Double.NaN;
  private final double[] moved = new double[6];
  private final double[] scratch = new double[36];
  private final double[] carried = new double[36];
  private final double[] gain = new double[6];

  RelativeFilter(double n_rad_s, double hull_m) {
    this.n_rad_s = n_rad_s;
    this.hull_m = hull_m;
  }

  /** Starts again from a position and velocity with equal uncertainty on the axes. */
  void start(double[] r_m, double[] v_m_s, double positionSigma_m, double velocitySigma_m_s) {
    Arrays.fill(p, 0);
    for (int i = 0; i < 3; i++) {
      x[i] = r_m[i];
      x[3 + i] = v_m_s[i];
      p[7 * i] = positionSigma_m * positionSigma_m;
      p[7 * (3 + i)] = velocitySigma_m_s * velocitySigma_m_s;
    }
  }

  /**
   * Carries the estimate over one tick.
   *
   * @param deltaV_L_m_s sensed over the tick
   * @param sensed false while IMU B is silent
   */
  void predict(double dt_s, double[] deltaV_L_m_s, boolean sensed) {
    if (dt_s != phi_s) {
      FreeDrift.transition(n_rad_s, dt_s, phi);
      phi_s = dt_s;
    }
    FreeDrift.carryState(phi, x, moved);
    double squared = 0;
    for (int i = 0; i < 3; i++) {
      x[i] = moved[i] + deltaV_L_m_s[i] * dt_s / 2;
      x[3 + i] = moved[3 + i] + deltaV_L_m_s[i];
      squared += deltaV_L_m_s[i] * deltaV_L_m_s[i];
    }
    FreeDrift.carryCovariance(phi, p, scratch, carried);
    System.arraycopy(carried, 0, p, 0, 36);
    double unmodelled_m_s2 = UNMODELLED_FLOOR_M_S2 + UNMODELLED_PER_S2 * range_m();
    double psd = unmodelled_m_s2 * unmodelled_m_s2 * CORRELATION_S + (sensed ? 0 : UNSENSED_PSD);
    double velocityVariance = psd * dt_s + SENSED_FRACTION * SENSED_FRACTION * squared;
    for (int i = 0; i < 3; i++) {
      p[7 * i] += psd * dt_s * dt_s * dt_s / 3;
      p[7 * (3 + i)] += velocityVariance;
      p[6 * i + 3 + i] += psd * dt_s * dt_s / 2;
      p[6 * (3 + i) + i] += psd * dt_s * dt_s / 2;
    }
  }

  /**
   * @param u_L unit vector from chaser to target
   * @param sigma_rad noise per axis
   * @return whether the bearing passed the gate and was used
   */
  boolean bearing(double[] u_L, double sigma_rad) {
    double range_m = range_m();
    if (range_m < LEAST_RANGE_M) {
      return false;
    }
    double dx = -x[0] / range_m;
    double dy = -x[1] / range_m;
    double dz = -x[2] / range_m;
    if (dx * u_L[0] + dy * u_L[1] + dz * u_L[2] <= 0) {
      return false;
    }
    // Two axes across the predicted line of sight; the seed is the L axis least along it.
    double[] a = across(dx, dy, dz);
    double[] b = {
      dy * a[2] - dz * a[1], dz * a[0] - dx * a[2], dx * a[1] - dy * a[0],
    };
    double innovationA = a[0] * u_L[0] + a[1] * u_L[1] + a[2] * u_L[2];
    double innovationB = b[0] * u_L[0] + b[1] * u_L[1] + b[2] * u_L[2];
    double scale = -1 / range_m;
    for (int i = 0; i < 3; i++) {
      a[i] *= scale;
      b[i] *= scale;
    }
    double noise = sigma_rad * sigma_rad;
    double saa = quadratic(a, a) + noise;
    double sbb = quadratic(b, b) + noise;
    double sab = quadratic(a, b);
    double determinant = saa * sbb - sab * sab;
    double nis =
        (sbb * innovationA * innovationA
                - 2 * sab * innovationA * innovationB
                + saa * innovationB * innovationB)
            / determinant;
    if (!(nis <= GATE_2)) {
      return false;
    }
    double before = b[0] * x[0] + b[1] * x[1] + b[2] * x[2];
    update(a, innovationA, noise);
    double after = b[0] * x[0] + b[1] * x[1] + b[2] * x[2];
    update(b, innovationB - (after - before), noise);
    return true;
  }

  /**
   * @param range_m to a facet of the target
   * @return whether the range passed the gate and was used
   */
  boolean range(double range_m) {
    double predicted_m = range_m();
    if (predicted_m < LEAST_RANGE_M) {
      return false;
    }
    double[] h = {x[0] / predicted_m, x[1] / predicted_m, x[2] / predicted_m};
    double sigma_m = 0.1 + 0.001 * range_m;
    double facet = hull_m * hull_m / 12;
    double innovation_m = range_m + hull_m / 2 - predicted_m;
    double gate = quadratic(h, h) + sigma_m * sigma_m + facet;
    if (!(innovation_m * innovation_m <= GATE_1 * gate)) {
      return false;
    }
    update(h, innovation_m, sigma_m * sigma_m + FACET_SAMPLES * facet);
    return true;
  }

  private static double[] across(double dx, double dy, double dz) {
    double ax = Math.abs(dx);
    double ay = Math.abs(dy);
    double az = Math.abs(dz);
    double[] cross =
        az <= ax && az <= ay
            ? new double[] {dy, -dx, 0}
            : ax <= ay ? new double[] {0, dz, -dy} : new double[] {-dz, 0, dx};
    double norm = Math.sqrt(cross[0] * cross[0] + cross[1] * cross[1] + cross[2] * cross[2]);
    for (int i = 0; i < 3; i++) {
      cross[i] /= norm;
    }
    return cross;
  }

  private double quadratic(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        sum += a[i] * p[6 * i + j] * b[j];
      }
    }
    return sum;
  }

  private void update(double[] h, double innovation, double noise) {
    for (int i = 0; i < 6; i++) {
      gain[i] = p[6 * i] * h[0] + p[6 * i + 1] * h[1] + p[6 * i + 2] * h[2];
    }
    double s = gain[0] * h[0] + gain[1] * h[1] + gain[2] * h[2] + noise;
    for (int i = 0; i < 6; i++) {
      x[i] += gain[i] / s * innovation;
    }
    for (int i = 0; i < 6; i++) {
      for (int j = i; j < 6; j++) {
        double entry = p[6 * i + j] - gain[i] * gain[j] / s;
        p[6 * i + j] = entry;
        p[6 * j + i] = entry;
      }
    }
  }

  double range_m() {
    return Math.sqrt(x[0] * x[0] + x[1] * x[1] + x[2] * x[2]);
  }

  /** Three sigma of the worst axis of the position. */
  double position3sigma_m() {
    return 3 * Math.sqrt(Math.max(p[0], Math.max(p[7], p[14])));
  }

  /** Three sigma of the worst axis of the velocity. */
  double velocity3sigma_m_s() {
    return 3 * Math.sqrt(Math.max(p[21], Math.max(p[28], p[35])));
  }

  double state(int i) {
    return x[i];
  }

  void copyTo(double[] state, double[] covariance) {
    System.arraycopy(x, 0, state, 0, 6);
    System.arraycopy(p, 0, covariance, 0, 36);
  }

  @Override
  public void save(StateWriter out) {
    out.put(x).put(p);
  }

  @Override
  public void restore(StateReader in) {
    System.arraycopy(in.getDoubles(), 0, x, 0, 6);
    System.arraycopy(in.getDoubles(), 0, p, 0, 36);
  }
}
