package org.holdpoint.flight.navigation;

import java.util.Arrays;
import org.hipparchus.util.FastMath;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.ClohessyWiltshire;
import org.holdpoint.motion.Vec3;

/**
 * Extended Kalman filter of the relative state in L, with the ranger's facet offset as a seventh
 * state: a ranger measures to the facet that its beam hits, not to the centre of mass. Covariances
 * go by Clohessy-Wiltshire, the mean is carried by the caller; updates are one scalar at a time in
 * Joseph's form (for the optimal gain: P - k h P - (k h P)^T + k s k^T).
 *
 * <p>Units: metres, m/s, metres for the offset.
 */
final class RelativeFilter implements Retained {
  /** 99.73 % of chi-squared with one and with two degrees of freedom. */
  static final double GATE_1 = 9.00;

  static final double GATE_2 = 11.83;

  private static final int N = 7;

  /**
   * Unmodelled acceleration as white noise, (m/s)2 per second and axis: differential drag and the
   * gravity harmonics that the model leaves out, 1e-7 m/s2 held over the filter's memory of about
   * 200 s, with a margin of four.
   */
  private static final double ACCELERATION_NOISE = 3e-11;

  /** Sensed delta-v is wrong by this much: part of itself, and m/s of each thrusting sample. */
  private static final double THRUST_SCALE_SIGMA = 0.005;

  private static final double THRUST_NOISE_M_S = 1e-5;

  /**
   * The nearest part of a box lies this part of its hull radius out: 0.5 face on, 1 over a corner.
   */
  private static final double FACET_MEAN = 0.75;

  private static final double FACET_SIGMA = 0.2;

  /** The facet changes as the line of sight turns about the target, once an orbit at most. */
  private static final double FACET_TIME_S = 1000;

  private final double facetMean_m;
  private final double facetVariance_m2;

  private final double[] x = new double[N];
  private final double[] p = new double[N * N];

  // Work space, not state.
  private final double[] phi6 = new double[36];
  private final double[] product = new double[N * N];
  private final double[] row = new double[N];
  private final double[] projected = new double[N];
  private double cachedDt_s = Double.NaN;
  private double cachedMeanMotion_rad_s = Double.NaN;

  RelativeFilter(double hullRadius_m) {
    facetMean_m = FACET_MEAN * hullRadius_m;
    facetVariance_m2 = FACET_SIGMA * hullRadius_m * FACET_SIGMA * hullRadius_m;
  }

  /** Starts with uncorrelated, equal uncertainty on the three axes. */
  void start(Vec3 r_L_m, Vec3 v_L_m_s, double positionSigma_m, double velocitySigma_m_s) {
    setMean(r_L_m, v_L_m_s);
    x[6] = facetMean_m;
    Arrays.fill(p, 0);
    for (int i = 0; i < 3; i++) {
      p[N * i + i] = positionSigma_m * positionSigma_m;
      p[N * (i + 3) + i + 3] = velocitySigma_m_s * velocitySigma_m_s;
    }
    p[N * 6 + 6] = facetVariance_m2;
  }

  /** Starts where far navigation ends, with its covariance. */
  void start(Vec3 r_L_m, Vec3 v_L_m_s, Covariance6 covariance) {
    start(r_L_m, v_L_m_s, 0, 0);
    for (int i = 0; i < 6; i++) {
      for (int j = 0; j < 6; j++) {
        p[N * i + j] = covariance.at(i, j);
      }
    }
  }

  /** The mean after the caller has carried it. */
  void setMean(Vec3 r_L_m, Vec3 v_L_m_s) {
    x[0] = r_L_m.x();
    x[1] = r_L_m.y();
    x[2] = r_L_m.z();
    x[3] = v_L_m_s.x();
    x[4] = v_L_m_s.y();
    x[5] = v_L_m_s.z();
  }

  /**
   * Carries covariance and offset over {@code dt_s}.
   *
   * @param thrust_m_s magnitude of the sensed delta-v in this time
   * @param blind the delta-v was not sensed: any of the chaser's accelerations is possible
   */
  void carry(double meanMotion_rad_s, double dt_s, double thrust_m_s, boolean blind) {
    if (dt_s != cachedDt_s || meanMotion_rad_s != cachedMeanMotion_rad_s) {
      ClohessyWiltshire.transition(meanMotion_rad_s, dt_s, phi6);
      cachedDt_s = dt_s;
      cachedMeanMotion_rad_s = meanMotion_rad_s;
    }
    double keep = 1 - dt_s / FACET_TIME_S;
    x[6] = facetMean_m + keep * (x[6] - facetMean_m);

    // product = Phi P, then p = product Phi^T; Phi is block diagonal of Clohessy-Wiltshire and
    // keep.
    for (int i = 0; i < 6; i++) {
      for (int j = 0; j < N; j++) {
        double sum = 0;
        for (int k = 0; k < 6; k++) {
          sum += phi6[6 * i + k] * p[N * k + j];
        }
        product[N * i + j] = sum;
      }
    }
    for (int i = 0; i < 6; i++) {
      for (int j = i; j < 6; j++) {
        double sum = 0;
        for (int k = 0; k < 6; k++) {
          sum += product[N * i + k] * phi6[6 * j + k];
        }
        p[N * i + j] = sum;
        p[N * j + i] = sum;
      }
      double cross = keep * product[N * i + 6];
      p[N * i + 6] = cross;
      p[N * 6 + i] = cross;
    }
    p[48] = keep * keep * p[48] + (1 - keep * keep) * facetVariance_m2;

    double thrust = 0;
    if (thrust_m_s > 0) {
      double scale = THRUST_SCALE_SIGMA * thrust_m_s;
      thrust = scale * scale + THRUST_NOISE_M_S * THRUST_NOISE_M_S;
    } else if (blind) {
      double most = 0.014 * dt_s;
      thrust = most * most;
    }
    double white = ACCELERATION_NOISE * dt_s;
    for (int i = 0; i < 3; i++) {
      p[N * i + i] += white * dt_s * dt_s / 3 + thrust * dt_s * dt_s / 4;
      double cross = white * dt_s / 2 + thrust * dt_s / 2;
      p[N * i + i + 3] += cross;
      p[N * (i + 3) + i] += cross;
      p[N * (i + 3) + i + 3] += white + thrust;
    }
  }

  /**
   * Takes a bearing in, if it passes the gate.
   *
   * @param u_L measured unit vector from chaser to target
   * @param sigma_rad noise per axis
   * @param age_s of the measurement; the state is taken back linearly
   * @return normalised innovation squared, infinite when it points the other way; above {@link
   *     #GATE_2} it was not used
   */
  double useBearing(Vec3 u_L, double sigma_rad, double age_s, boolean use) {
    Vec3 r = positionBefore(age_s);
    double range = r.norm();
    Vec3 u = r.times(-1 / range);
    if (u.dot(u_L) <= 0) {
      return Double.POSITIVE_INFINITY;
    }
    Vec3 e1 = (Math.abs(u.z()) < 0.9 ? new Vec3(0, 0, 1) : new Vec3(1, 0, 0)).cross(u).unit();
    Vec3 e2 = u.cross(e1);
    double z1 = u_L.dot(e1);
    double z2 = u_L.dot(e2);
    double noise = sigma_rad * sigma_rad;

    pointRow(e1.times(-1 / range), age_s, 0);
    double s11 = project() + noise;
    pointRow(e2.times(-1 / range), age_s, 0);
    double s12 = dotRowWithProjected();
    double s22 = project() + noise;
    double nis = (s22 * z1 * z1 - 2 * s12 * z1 * z2 + s11 * z2 * z2) / (s11 * s22 - s12 * s12);
    if (!use || !(nis <= GATE_2)) {
      return nis;
    }
    double before = dotRowWithState();
    pointRow(e1.times(-1 / range), age_s, 0);
    useScalar(z1, project() + noise);
    // The second component's innovation, after the first has moved the state.
    pointRow(e2.times(-1 / range), age_s, 0);
    useScalar(z2 - (dotRowWithState() - before), project() + noise);
    return nis;
  }

  /**
   * Takes a range to the facet in, if it passes the gate.
   *
   * @return normalised innovation squared; above {@link #GATE_1} it was not used
   */
  double useRange(double range_m, double sigma_m, double age_s, boolean use) {
    Vec3 r = positionBefore(age_s);
    double range = r.norm();
    double z = range_m - (range - x[6]);
    pointRow(r.times(1 / range), age_s, -1);
    double s = project() + sigma_m * sigma_m;
    double nis = z * z / s;
    if (use && nis <= GATE_1) {
      useScalar(z, s);
    }
    return nis;
  }

  /** Difference of a measured range from the expected one. */
  double rangeInnovation_m(double range_m, double age_s) {
    return range_m - (positionBefore(age_s).norm() - x[6]);
  }

  /** Adds uncertainty of position (m) and velocity (m/s) along a unit vector. */
  void doubt(Vec3 along_L, double positionSigma_m, double velocitySigma_m_s) {
    double[] u = {along_L.x(), along_L.y(), along_L.z()};
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        p[N * i + j] += positionSigma_m * positionSigma_m * u[i] * u[j];
        p[N * (i + 3) + j + 3] += velocitySigma_m_s * velocitySigma_m_s * u[i] * u[j];
      }
    }
  }

  private Vec3 positionBefore(double age_s) {
    return new Vec3(x[0] - age_s * x[3], x[1] - age_s * x[4], x[2] - age_s * x[5]);
  }

  private void pointRow(Vec3 h, double age_s, double offset) {
    row[0] = h.x();
    row[1] = h.y();
    row[2] = h.z();
    row[3] = -age_s * h.x();
    row[4] = -age_s * h.y();
    row[5] = -age_s * h.z();
    row[6] = offset;
  }

  /** projected = P row^T; returns row P row^T. */
  private double project() {
    for (int i = 0; i < N; i++) {
      double sum = 0;
      for (int j = 0; j < N; j++) {
        sum += p[N * i + j] * row[j];
      }
      projected[i] = sum;
    }
    return dotRowWithProjected();
  }

  private double dotRowWithProjected() {
    double sum = 0;
    for (int i = 0; i < N; i++) {
      sum += row[i] * projected[i];
    }
    return sum;
  }

  private double dotRowWithState() {
    double sum = 0;
    for (int i = 0; i < N; i++) {
      sum += row[i] * x[i];
    }
    return sum;
  }

  /** With the row and the projection of one scalar measurement at hand. */
  private void useScalar(double innovation, double s) {
    for (int i = 0; i < N; i++) {
      x[i] += projected[i] / s * innovation;
    }
    for (int i = 0; i < N; i++) {
      for (int j = i; j < N; j++) {
        double ki = projected[i] / s;
        double kj = projected[j] / s;
        double entry = p[N * i + j] - ki * projected[j] - projected[i] * kj + ki * s * kj;
        p[N * i + j] = entry;
        p[N * j + i] = entry;
      }
    }
  }

  Vec3 r_L_m() {
    return new Vec3(x[0], x[1], x[2]);
  }

  Vec3 v_L_m_s() {
    return new Vec3(x[3], x[4], x[5]);
  }

  /** Distance of the facet from the target's centre of mass, along the line of sight. */
  double facetOffset_m() {
    return x[6];
  }

  double facetSigma_m() {
    return Math.sqrt(p[48]);
  }

  /** Uncertainty of the range to a facet before anything is known of it. */
  double facetPriorSigma_m() {
    return Math.sqrt(facetVariance_m2);
  }

  double facetPrior_m() {
    return facetMean_m;
  }

  Covariance6 covariance() {
    double[] upper = new double[21];
    int at = 0;
    for (int i = 0; i < 6; i++) {
      for (int j = i; j < 6; j++) {
        upper[at++] = p[N * i + j];
      }
    }
    return new Covariance6(upper);
  }

  /** Three sigma of velocity on its worst axis. */
  double velocity3sigma_m_s() {
    return 3 * FastMath.sqrt(Math.max(p[24], Math.max(p[32], p[40])));
  }

  @Override
  public void save(StateWriter out) {
    out.put(x).put(p);
  }

  @Override
  public void restore(StateReader in) {
    System.arraycopy(in.getDoubles(), 0, x, 0, N);
    System.arraycopy(in.getDoubles(), 0, p, 0, N * N);
  }
}
