package org.holdpoint.flight.navigation.far;

import java.util.Arrays;
import org.hipparchus.util.FastMath;
import org.holdpoint.flight.navigation.Covariance6;
import org.holdpoint.flight.navigation.OrbitModel;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.Vec3;

/**
 * Extended Kalman filter of the target's orbit by bearings alone. The mean is the target's orbit
 * itself, carried by the orbit model beside the chaser's own; the filter's states are its error in
 * the six relative elements, the differential ballistic coefficient and the camera's two biases.
 * The error's transition has Kepler's drift, the secular rates of J2 and differential drag for
 * near-circular orbits: Koenig, Guffanti, D'Amico (2017); Gaias, Ardaens, Montenbruck (2015).
 *
 * <p>Elements in metres (see {@link TargetElements}), coefficient in m2/kg, biases in radians.
 */
final class FarFilter implements Retained {
  /** 99.73 % of chi-squared with two degrees of freedom. */
  static final double GATE = 11.83;

  private static final int N = 9;
  private static final int DRAG = 6;
  private static final int BIAS = 7;

  /** The flight model's J2 and radius, for the secular rates. */
  private static final double J2_R2_M2 = 1.0826355e-3 * 6378136.3 * 6378136.3;

  /** Density for the drag of 1 m2/kg: 7e-13 kg/m3 at 500 km, scale height 65 km. */
  private static final double DENSITY_KG_M3 = 7e-13;

  private static final double DENSITY_RADIUS_M = 6_878_136;
  private static final double SCALE_HEIGHT_M = 65_000;

  /** Chaser and target differ in what drag makes of them by so much. */
  private static final double DRAG_SIGMA_M2_KG = 0.005;

  /** Mounting of camera and star tracker, and what temperature makes of them in an orbit. */
  static final double BIAS_SIGMA_RAD = FastMath.toRadians(10.0 / 3600);

  private static final double BIAS_TIME_S = 5700;

  /**
   * What the flight model leaves out of the difference of both accelerations: harmonics of gravity,
   * which differ by the part of the orbit that is between the two, and weather of the air. It lasts
   * for a tenth of an orbit.
   */
  private static final double UNMODELLED_M_S2 = 2e-8;

  private static final double UNMODELLED_PER_M_1_S2 = 4e-12;
  private static final double UNMODELLED_TIME_S = 500;

  /** Sensed delta-v is wrong by this much of itself, on each axis. */
  private static final double THRUST_SCALE_SIGMA = 0.005;

  /** A change smaller than this part of the range needs no further round. */
  private static final double LINEAR_PART = 1e-4;

  private static final int MAX_ROUNDS = 5;

  private final double[] p = new double[N * N];
  private double drag_m2_kg;
  private double biasAz_rad;
  private double biasEl_rad;

  // Work space, not state.
  private final double[] f = new double[N * N];
  private final double[] phi = new double[N * N];
  private final double[] product = new double[N * N];
  private final double[] partials = new double[36];
  private final double[] impulse = new double[18];
  private final double[] row1 = new double[N];
  private final double[] row2 = new double[N];
  private final double[] projected1 = new double[N];
  private final double[] projected2 = new double[N];
  private final double[] total = new double[N];
  private final double[] toL = new double[36];
  private final double[] prior = new double[6];

  /** Starts as uncertain as a cue is, of the orbit as loaded. */
  void start(Cue cue, double[] target) {
    restart();
    double u = latitude_rad(target);
    double a2 = cue.semiMajorAxis_m() * cue.semiMajorAxis_m();
    double c = FastMath.cos(u);
    double s = FastMath.sin(u);
    // An error of speed keeps the place and moves the apsis: e goes with a, towards the place. J2's
    // short periods turn a part of an along-track error into one of the shape.
    double shape = 0.01 * cue.alongTrack_m();
    double slack = shape * shape;
    set(0, 0, a2 + slack);
    set(0, 2, a2 * c);
    set(0, 3, a2 * s);
    set(2, 2, a2 * c * c + slack);
    set(2, 3, a2 * c * s);
    set(3, 3, a2 * s * s + slack);
    set(1, 1, cue.alongTrack_m() * cue.alongTrack_m() + 4 * slack);
    double cross2 = cue.crossTrack_m() * cue.crossTrack_m();
    set(4, 4, cross2);
    set(5, 5, cross2);
  }

  /** Starts from a covariance of the relative state in L. */
  void start(Covariance6 covariance, double[] target, Vec3 r_CT_L_m, Vec3 v_CT_L_m_s) {
    restart();
    toL(target, r_CT_L_m, v_CT_L_m_s);
    double[] inverse = inverse(toL);
    for (int i = 0; i < 6; i++) {
      for (int j = i; j < 6; j++) {
        double sum = 0;
        for (int k = 0; k < 6; k++) {
          for (int l = 0; l < 6; l++) {
            sum += inverse[6 * i + k] * covariance.at(k, l) * inverse[6 * j + l];
          }
        }
        set(i, j, sum);
      }
    }
  }

  private void restart() {
    Arrays.fill(p, 0);
    drag_m2_kg = 0;
    biasAz_rad = 0;
    biasEl_rad = 0;
    p[DRAG * N + DRAG] = DRAG_SIGMA_M2_KG * DRAG_SIGMA_M2_KG;
    p[BIAS * N + BIAS] = BIAS_SIGMA_RAD * BIAS_SIGMA_RAD;
    p[(BIAS + 1) * N + BIAS + 1] = BIAS_SIGMA_RAD * BIAS_SIGMA_RAD;
  }

  private void set(int i, int j, double value) {
    p[N * i + j] = value;
    p[N * j + i] = value;
  }

  /**
   * Carries the uncertainty and gives the target its share of differential drag; the orbit itself
   * has been carried by the caller.
   *
   * @param range_m to the target
   */
  void carry(double dt_s, double[] target, double range_m) {
    double n = OrbitModel.meanMotion_rad_s(target);
    double a = FastMath.cbrt(OrbitModel.MU_M3_S2 / (n * n));
    double drag = dragOfUnit_m_s2(target);
    slow(target, drag * drag_m2_kg * dt_s);

    double cosI = cosInclination(target);
    double sinI2 = 1 - cosI * cosI;
    double sin2I = 2 * cosI * Math.sqrt(sinI2);
    double kappa = 0.75 * n * J2_R2_M2 / (a * a);
    double perigee = kappa * (5 * cosI * cosI - 1);
    Arrays.fill(f, 0);
    f[DRAG] = 2 / n * drag;
    f[N] = -1.5 * n - 7 * kappa * (3 * cosI * cosI - 1);
    f[N + 4] = -7 * kappa * sin2I;
    f[2 * N + 3] = -perigee;
    f[3 * N + 2] = perigee;
    f[5 * N] = 3.5 * kappa * sin2I;
    f[5 * N + 4] = 2 * kappa * sinI2;
    double keep = FastMath.exp(-dt_s / BIAS_TIME_S);
    // To second order: what is left out is a millionth in ten seconds.
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < N; j++) {
        double second = 0;
        for (int k = 0; k < N; k++) {
          second += f[N * i + k] * f[N * k + j];
        }
        phi[N * i + j] = (i == j ? 1 : 0) + dt_s * (f[N * i + j] + dt_s / 2 * second);
      }
    }
    phi[BIAS * N + BIAS] = keep;
    phi[(BIAS + 1) * N + BIAS + 1] = keep;
    biasAz_rad *= keep;
    biasEl_rad *= keep;
    propagate();

    double bias = (1 - keep * keep) * BIAS_SIGMA_RAD * BIAS_SIGMA_RAD;
    p[BIAS * N + BIAS] += bias;
    p[(BIAS + 1) * N + BIAS + 1] += bias;
    double unmodelled = UNMODELLED_M_S2 + UNMODELLED_PER_M_1_S2 * range_m;
    double white = 2 * unmodelled * unmodelled * UNMODELLED_TIME_S * dt_s / (n * n);
    // Averaged over the orbit, of equal noise on the three axes.
    p[0] += 4 * white;
    p[N + 1] += 4 * white;
    p[2 * N + 2] += 2.5 * white;
    p[3 * N + 3] += 2.5 * white;
    p[4 * N + 4] += 0.5 * white;
    p[5 * N + 5] += 0.5 * white;
  }

  private void propagate() {
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < N; j++) {
        double sum = 0;
        for (int k = 0; k < N; k++) {
          sum += phi[N * i + k] * p[N * k + j];
        }
        product[N * i + j] = sum;
      }
    }
    for (int i = 0; i < N; i++) {
      for (int j = i; j < N; j++) {
        double sum = 0;
        for (int k = 0; k < N; k++) {
          sum += product[N * i + k] * phi[N * j + k];
        }
        set(i, j, sum);
      }
    }
  }

  /** Adds what is not known of a sensed delta-v. */
  void thrust(double deltaV_m_s, double[] target) {
    double sigma = THRUST_SCALE_SIGMA * deltaV_m_s;
    TargetElements.ofImpulse(latitude_rad(target), OrbitModel.meanMotion_rad_s(target), impulse);
    for (int i = 0; i < 6; i++) {
      for (int j = 0; j < 6; j++) {
        double sum = 0;
        for (int k = 0; k < 3; k++) {
          sum += impulse[3 * i + k] * impulse[3 * j + k];
        }
        p[N * i + j] += sigma * sigma * sum;
      }
    }
  }

  /** Deceleration of a body of 1 m2/kg (drag coefficient times area to mass) on this orbit. */
  private static double dragOfUnit_m_s2(double[] target) {
    Vec3 r = OrbitModel.position(target);
    Vec3 v = OrbitModel.velocity(target);
    double density = DENSITY_KG_M3 * FastMath.exp((DENSITY_RADIUS_M - r.norm()) / SCALE_HEIGHT_M);
    return -0.5 * density * v.dot(v);
  }

  private static void slow(double[] target, double deltaV_m_s) {
    Vec3 v = OrbitModel.velocity(target);
    Vec3 changed = v.times(1 + deltaV_m_s / v.norm());
    OrbitModel.set(target, OrbitModel.position(target), changed);
  }

  /**
   * The linear measurement of a bearing at the present orbits.
   *
   * @param sight unit vector to the target as predicted, and the two directions across it
   */
  private void look(Sight sight, double[] target) {
    double n = OrbitModel.meanMotion_rad_s(target);
    TargetElements.partials(latitude_rad(target), n, partials);
    Vec3 r = OrbitModel.position(target);
    Vec3 v = OrbitModel.velocity(target);
    Vec3 x = r.unit();
    Vec3 z = r.cross(v).unit();
    Vec3 y = z.cross(x);
    fill(row1, sight.az_I(), x, y, z, sight.range_m());
    fill(row2, sight.el_I(), x, y, z, sight.range_m());
    row1[BIAS] = 1;
    row2[BIAS + 1] = 1;
  }

  private void fill(double[] row, Vec3 across_I, Vec3 x, Vec3 y, Vec3 z, double range_m) {
    Arrays.fill(row, 0);
    double cx = across_I.dot(x) / range_m;
    double cy = across_I.dot(y) / range_m;
    double cz = across_I.dot(z) / range_m;
    for (int j = 0; j < 6; j++) {
      row[j] = cx * partials[j] + cy * partials[6 + j] + cz * partials[12 + j];
    }
  }

  /**
   * Covariance of where the target will be seen, without the camera's noise.
   *
   * @param out az-az, az-el, el-el, rad2
   */
  void spread(Sight sight, double[] target, double[] out) {
    look(sight, target);
    project(row1, projected1);
    project(row2, projected2);
    out[0] = dot(row1, projected1);
    out[1] = dot(row1, projected2);
    out[2] = dot(row2, projected2);
  }

  /**
   * Takes a bearing in; the orbit changes with it. Solved by iteration (Gauss and Newton, on the
   * prior), since an along-track error of 100 km is not linear.
   *
   * @param seen_I unit vector as measured, camera bias included, for the orbits' present time
   * @param reference_I body y: what the biases are along
   * @param sigma_rad noise per axis
   */
  void use(Vec3 seen_I, Vec3 r_C_I_m, Vec3 reference_I, double[] target, double sigma_rad) {
    System.arraycopy(target, 0, prior, 0, 6);
    Arrays.fill(total, 0);
    double variance = sigma_rad * sigma_rad;
    for (int round = 0; round < MAX_ROUNDS; round++) {
      Sight sight = Sight.of(OrbitModel.position(target), r_C_I_m, reference_I);
      look(sight, target);
      project(row1, projected1);
      project(row2, projected2);
      double bent = bent_rad(target, sight.range_m());
      double noise = variance + bent * bent;
      double s11 = dot(row1, projected1) + noise;
      double s12 = dot(row1, projected2);
      double s22 = dot(row2, projected2) + noise;
      double d = s11 * s22 - s12 * s12;
      double z1 = sight.az_rad(seen_I) - biasAz_rad + ofOrbit(row1);
      double z2 = sight.el_rad(seen_I) - biasEl_rad + ofOrbit(row2);
      double w1 = (s22 * z1 - s12 * z2) / d;
      double w2 = (s11 * z2 - s12 * z1) / d;
      double step = 0;
      for (int i = 0; i < N; i++) {
        double change = projected1[i] * w1 + projected2[i] * w2;
        step = i < 6 ? Math.max(step, Math.abs(change - total[i])) : step;
        total[i] = change;
      }
      System.arraycopy(prior, 0, target, 0, 6);
      TargetElements.change(target, total);
      if (step < LINEAR_PART * sight.range_m() || round == MAX_ROUNDS - 1) {
        reduce(s11, s12, s22, d);
        break;
      }
    }
    drag_m2_kg += total[DRAG];
    biasAz_rad += total[BIAS];
    biasEl_rad += total[BIAS + 1];
  }

  /**
   * The uncertainty along-track lies on the orbit, that of a straight line of sight does not: how
   * far the two part at 1 sigma.
   */
  private double bent_rad(double[] target, double range_m) {
    return p[N + 1] / (2 * OrbitModel.position(target).norm() * range_m);
  }

  private double ofOrbit(double[] row) {
    double sum = 0;
    for (int i = 0; i < 6; i++) {
      sum += row[i] * total[i];
    }
    return sum;
  }

  /** p less P H^T S^-1 H P. */
  private void reduce(double s11, double s12, double s22, double d) {
    for (int i = 0; i < N; i++) {
      double k1 = (s22 * projected1[i] - s12 * projected2[i]) / d;
      double k2 = (s11 * projected2[i] - s12 * projected1[i]) / d;
      for (int j = i; j < N; j++) {
        set(i, j, p[N * i + j] - k1 * projected1[j] - k2 * projected2[j]);
      }
    }
  }

  private void project(double[] row, double[] out) {
    for (int i = 0; i < N; i++) {
      double sum = 0;
      for (int j = 0; j < N; j++) {
        sum += p[N * i + j] * row[j];
      }
      out[i] = sum;
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < N; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** After a loss: as uncertain as before and so many times more. */
  void doubt(double times) {
    for (int i = 0; i < 6; i++) {
      for (int j = 0; j < 6; j++) {
        p[N * i + j] *= times * times;
      }
    }
  }

  double biasAz_rad() {
    return biasAz_rad;
  }

  double biasEl_rad() {
    return biasEl_rad;
  }

  /** Differential ballistic coefficient, target less chaser. */
  double drag_m2_kg() {
    return drag_m2_kg;
  }

  /** Variance of state {@code i}: six elements (m2), coefficient, two biases (rad2). */
  double variance(int i) {
    return p[N * i + i];
  }

  /** Entry of the covariance of the six elements, m2. */
  double covariance(int i, int j) {
    return p[N * i + j];
  }

  /** 1 sigma of the distance. */
  double rangeSigma_m(double[] target, Vec3 r_C_I_m) {
    Vec3 r = OrbitModel.position(target);
    Vec3 u = r.minus(r_C_I_m).unit();
    TargetElements.partials(latitude_rad(target), OrbitModel.meanMotion_rad_s(target), partials);
    Vec3 x = r.unit();
    Vec3 z = r.cross(OrbitModel.velocity(target)).unit();
    fill(row1, u, x, z.cross(x), z, 1);
    project(row1, projected1);
    return Math.sqrt(Math.max(0, dot(row1, projected1)));
  }

  /** Of the chaser relative to the target in L: the frame turns with the target's error. */
  Covariance6 covariance_L(double[] target, Vec3 r_CT_L_m, Vec3 v_CT_L_m_s) {
    toL(target, r_CT_L_m, v_CT_L_m_s);
    double[] upper = new double[21];
    int at = 0;
    for (int i = 0; i < 6; i++) {
      for (int j = i; j < 6; j++) {
        double sum = 0;
        for (int k = 0; k < 6; k++) {
          for (int l = 0; l < 6; l++) {
            sum += toL[6 * i + k] * p[N * k + l] * toL[6 * j + l];
          }
        }
        upper[at++] = sum;
      }
    }
    return new Covariance6(upper);
  }

  /** Derivatives of (r_CT_L, v_CT_L) to the target's elements. */
  private void toL(double[] target, Vec3 r, Vec3 v) {
    double n = OrbitModel.meanMotion_rad_s(target);
    double a = FastMath.cbrt(OrbitModel.MU_M3_S2 / (n * n));
    TargetElements.partials(latitude_rad(target), n, partials);
    for (int j = 0; j < 6; j++) {
      Vec3 dr = new Vec3(partials[j], partials[6 + j], partials[12 + j]);
      Vec3 dv = new Vec3(partials[18 + j], partials[24 + j], partials[30 + j]);
      Vec3 turn = new Vec3(dv.z() / (n * a), -dr.z() / a, dr.y() / a);
      Vec3 rate = new Vec3(-n * dr.z() / a, -dv.z() / a, dv.y() / a);
      Vec3 ofR = dr.plus(turn.cross(r)).negated();
      Vec3 ofV = dv.plus(turn.cross(v)).plus(rate.cross(r)).negated();
      toL[j] = ofR.x();
      toL[6 + j] = ofR.y();
      toL[12 + j] = ofR.z();
      toL[18 + j] = ofV.x();
      toL[24 + j] = ofV.y();
      toL[30 + j] = ofV.z();
    }
  }

  /** Gauss and Jordan with partial pivoting. */
  private static double[] inverse(double[] matrix) {
    double[] m = matrix.clone();
    double[] inverse = new double[36];
    for (int i = 0; i < 6; i++) {
      inverse[7 * i] = 1;
    }
    for (int column = 0; column < 6; column++) {
      int pivot = column;
      for (int i = column + 1; i < 6; i++) {
        pivot = Math.abs(m[6 * i + column]) > Math.abs(m[6 * pivot + column]) ? i : pivot;
      }
      for (int j = 0; j < 6; j++) {
        exchange(m, 6 * pivot + j, 6 * column + j);
        exchange(inverse, 6 * pivot + j, 6 * column + j);
      }
      double divisor = m[7 * column];
      for (int j = 0; j < 6; j++) {
        m[6 * column + j] /= divisor;
        inverse[6 * column + j] /= divisor;
      }
      for (int i = 0; i < 6; i++) {
        double factor = i == column ? 0 : m[6 * i + column];
        for (int j = 0; j < 6; j++) {
          m[6 * i + j] -= factor * m[6 * column + j];
          inverse[6 * i + j] -= factor * inverse[6 * column + j];
        }
      }
    }
    return inverse;
  }

  private static void exchange(double[] values, int i, int j) {
    double kept = values[i];
    values[i] = values[j];
    values[j] = kept;
  }

  /** Argument of latitude by the position. */
  static double latitude_rad(double[] state) {
    Vec3 r = OrbitModel.position(state);
    Vec3 w = r.cross(OrbitModel.velocity(state)).unit();
    Vec3 toNode = new Vec3(-w.y(), w.x(), 0);
    // Both have the length of sin(i), which the quotient drops.
    return FastMath.atan2(r.dot(w.cross(toNode)), r.dot(toNode));
  }

  private static double cosInclination(double[] state) {
    return OrbitModel.position(state).cross(OrbitModel.velocity(state)).unit().z();
  }

  @Override
  public void save(StateWriter out) {
    out.put(p).put(drag_m2_kg).put(biasAz_rad).put(biasEl_rad);
  }

  @Override
  public void restore(StateReader in) {
    System.arraycopy(in.getDoubles(), 0, p, 0, N * N);
    drag_m2_kg = in.getDouble();
    biasAz_rad = in.getDouble();
    biasEl_rad = in.getDouble();
  }
}
