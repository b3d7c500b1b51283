package org.holdpoint.flight.navigation.far;

import java.util.Arrays;
import org.hipparchus.util.FastMath;
import org.holdpoint.flight.navigation.Covariance6;
import org.holdpoint.flight.navigation.OrbitModel;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.LocalFrame;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Vec3;

/**
 * Extended Kalman filter of the target's orbit by bearings alone. The mean is the target's orbit
 * itself, which the caller carries by the orbit model beside the chaser's own, J2 included; the
 * filter holds the six errors of that orbit, the differential ballistic coefficient and the
 * camera's two biases.
 *
 * <p>Near the chaser bearings say nothing of the range: a relative orbit twice as large looks the
 * same. A filter in elements or metres turns its linearisation about with each estimate and so
 * "learns" the range from noise. Here the errors are written in modified polar coordinates (Aidala,
 * Hammel, 1983), of which the logarithm of the range is one: what bearings cannot tell is an axis,
 * which stays where it is. The transition is differenced from the orbit model itself, so that the
 * range is learnt from what really tells of it: curvature of the orbit, burns, drag.
 *
 * <p>States: ln(range), its rate (1/s), two angles across the line of sight (rad), their rates
 * (rad/s), coefficient target less chaser (m2/kg), bias along body y and z (rad).
 */
final class FarFilter implements Retained {
  /** 99.73 % of chi-squared with two degrees of freedom. */
  static final double GATE = 11.83;

  static final double BIAS_SIGMA_RAD = FastMath.toRadians(6.0 / 3600);

  private static final int N = 9;
  private static final int ORBIT = 6;
  private static final int ALPHA = 2;
  private static final int BETA = 3;
  private static final int DRAG = 6;
  private static final int BIAS = 7;

  /** Mounting of camera and star tracker change with temperature, in an orbit. */
  private static final double BIAS_TIME_S = 5700;

  /** Density: 7e-13 kg/m3 at 500 km, scale height 65 km. */
  private static final double DENSITY_KG_M3 = 7e-13;

  private static final double DENSITY_RADIUS_M = 6_878_136;
  private static final double SCALE_HEIGHT_M = 65_000;

  /** Chaser and target differ in what drag makes of them by so much. */
  private static final double DRAG_SIGMA_M2_KG = 0.005;

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

  /** Steps of the differences, by coordinate: a hundred thousandth of the range and its speed. */
  private static final double STEP = 1e-5;

  private static final double STEP_RATE_1_S = 1e-3;

  private final double[] p = new double[N * N];
  private double drag_m2_kg;
  private double biasAz_rad;
  private double biasEl_rad;

  /** The direction of the first angle; the second completes it with the line of sight. */
  private Vec3 alpha_I = new Vec3(1, 0, 0);

  // Work space, not state.
  private final OrbitModel model = new OrbitModel();
  private final double[] phi = new double[N * N];
  private final double[] product = new double[N * N];
  private final double[] row1 = new double[N];
  private final double[] row2 = new double[N];
  private final double[] projected1 = new double[N];
  private final double[] projected2 = new double[N];
  private final double[] total = new double[N];
  private final double[] changed = new double[6];
  private final double[] polar = new double[6];

  /** Starts as uncertain as a cue is, of the orbit as loaded. */
  void start(Cue cue, double[] target, Vec3 r_C_I_m, Vec3 v_C_I_m_s) {
    start(CueCovariance.of(cue, target), target, r_C_I_m, v_C_I_m_s);
  }

  /**
   * Starts from a covariance in L of the target's error or, which is the same, of the chaser's
   * relative state near the target.
   */
  void start(Covariance6 covariance_L, double[] target, Vec3 r_C_I_m, Vec3 v_C_I_m_s) {
    Arrays.fill(p, 0);
    drag_m2_kg = 0;
    biasAz_rad = 0;
    biasEl_rad = 0;
    p[DRAG * N + DRAG] = DRAG_SIGMA_M2_KG * DRAG_SIGMA_M2_KG;
    p[BIAS * N + BIAS] = BIAS_SIGMA_RAD * BIAS_SIGMA_RAD;
    p[(BIAS + 1) * N + BIAS + 1] = BIAS_SIGMA_RAD * BIAS_SIGMA_RAD;
    alpha_I = Sight.level(OrbitModel.position(target), r_C_I_m, v_C_I_m_s).az_I();
    PolarChart chart = chart(target, r_C_I_m, v_C_I_m_s);
    LocalFrame frame = LocalFrame.of(OrbitModel.position(target), OrbitModel.velocity(target));
    double[] columns = new double[36];
    for (int j = 0; j < 6; j++) {
      RelativeState unit = new RelativeState(axis(j), axis(j - 3));
      chart.ofError(frame.difference_I_m(unit), frame.difference_I_m_s(unit), polar);
      for (int i = 0; i < 6; i++) {
        columns[6 * i + j] = polar[i];
      }
    }
    for (int i = 0; i < 6; i++) {
      for (int j = i; j < 6; j++) {
        double sum = 0;
        for (int k = 0; k < 6; k++) {
          for (int l = 0; l < 6; l++) {
            sum += columns[6 * i + k] * covariance_L.at(k, l) * columns[6 * j + l];
          }
        }
        set(i, j, sum);
      }
    }
  }

  private static Vec3 axis(int j) {
    return new Vec3(j == 0 ? 1 : 0, j == 1 ? 1 : 0, j == 2 ? 1 : 0);
  }

  /** The coordinates in which the errors are held. */
  PolarChart chart(double[] target, Vec3 r_C_I_m, Vec3 v_C_I_m_s) {
    return PolarChart.of(
        OrbitModel.position(target).minus(r_C_I_m),
        OrbitModel.velocity(target).minus(v_C_I_m_s),
        alpha_I);
  }

  /**
   * Carries the uncertainty over the last {@code dt_s}, and gives the target its share of
   * differential drag. Both orbits have been carried by the caller.
   *
   * @param before the target at the begin of that time
   * @param r_C0_I_m the chaser at the begin of that time
   * @param target the target now
   * @param deltaV_m_s what the chaser was given in that time
   */
  void carry(
      double dt_s,
      double[] before,
      Vec3 r_C0_I_m,
      Vec3 v_C0_I_m_s,
      double[] target,
      Vec3 r_C_I_m,
      Vec3 v_C_I_m_s,
      double deltaV_m_s) {
    PolarChart from = chart(before, r_C0_I_m, v_C0_I_m_s);
    PolarChart to = chart(target, r_C_I_m, v_C_I_m_s);
    alpha_I = to.alpha_I();
    difference(dt_s, before, from, r_C0_I_m, v_C0_I_m_s, target, to, r_C_I_m, v_C_I_m_s);

    Vec3 along = OrbitModel.velocity(target);
    double slowing_m_s = dragOfUnit_m_s2(target) * dt_s;
    to.ofError(Vec3.ZERO, along.times(slowing_m_s / along.norm()), polar);
    for (int i = 0; i < ORBIT; i++) {
      phi[N * i + DRAG] = polar[i];
    }
    double keep = FastMath.exp(-dt_s / BIAS_TIME_S);
    phi[DRAG * N + DRAG] = 1;
    phi[BIAS * N + BIAS] = keep;
    phi[(BIAS + 1) * N + BIAS + 1] = keep;
    propagate();

    Vec3 slowed = along.times(1 + slowing_m_s * drag_m2_kg / along.norm());
    OrbitModel.set(target, OrbitModel.position(target), slowed);
    biasAz_rad *= keep;
    biasEl_rad *= keep;
    double bias = (1 - keep * keep) * BIAS_SIGMA_RAD * BIAS_SIGMA_RAD;
    p[BIAS * N + BIAS] += bias;
    p[(BIAS + 1) * N + BIAS + 1] += bias;
    double range = to.range_m();
    double unmodelled = UNMODELLED_M_S2 + UNMODELLED_PER_M_1_S2 * range;
    double thrust = THRUST_SCALE_SIGMA * deltaV_m_s;
    double noise =
        (2 * unmodelled * unmodelled * UNMODELLED_TIME_S * dt_s + thrust * thrust)
            / (range * range);
    p[N + 1] += noise;
    p[4 * N + 4] += noise;
    p[5 * N + 5] += noise;
  }

  /** The transition of the six by differences of the orbit model. */
  private void difference(
      double dt_s,
      double[] before,
      PolarChart from,
      Vec3 r_C0_I_m,
      Vec3 v_C0_I_m_s,
      double[] target,
      PolarChart to,
      Vec3 r_C_I_m,
      Vec3 v_C_I_m_s) {
    Arrays.fill(phi, 0);
    // The caller's orbit has come here in many small steps: both ends of a difference in one.
    double[] nominal = product;
    System.arraycopy(before, 0, nominal, 0, 6);
    model.advance(nominal, dt_s);
    Vec3 offR = OrbitModel.position(target).minus(OrbitModel.position(nominal)).minus(r_C_I_m);
    Vec3 offV = OrbitModel.velocity(target).minus(OrbitModel.velocity(nominal)).minus(v_C_I_m_s);
    for (int j = 0; j < ORBIT; j++) {
      double step = j == 1 || j > BETA ? STEP * STEP_RATE_1_S : STEP;
      from.moved(j, step);
      OrbitModel.set(changed, r_C0_I_m.plus(from.movedR_m()), v_C0_I_m_s.plus(from.movedV_m_s()));
      model.advance(changed, dt_s);
      to.coordinates(
          OrbitModel.position(changed).plus(offR), OrbitModel.velocity(changed).plus(offV), polar);
      for (int i = 0; i < ORBIT; i++) {
        phi[N * i + j] = polar[i] / step;
      }
    }
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

  /** Deceleration of 1 m2/kg (drag coefficient times area to mass) on this orbit, m/s2. */
  private static double dragOfUnit_m_s2(double[] target) {
    double density =
        DENSITY_KG_M3
            * FastMath.exp(
                (DENSITY_RADIUS_M - OrbitModel.position(target).norm()) / SCALE_HEIGHT_M);
    Vec3 v = OrbitModel.velocity(target);
    return -0.5 * density * v.dot(v);
  }

  private void set(int i, int j, double value) {
    p[N * i + j] = value;
    p[N * j + i] = value;
  }

  /** Rows of a bearing in the axes of a sight: the angles turned to them, and the biases. */
  private void look(Sight sight) {
    Vec3 beta_I = sight.u_I().cross(alpha_I);
    Arrays.fill(row1, 0);
    Arrays.fill(row2, 0);
    row1[ALPHA] = sight.az_I().dot(alpha_I);
    row1[BETA] = sight.az_I().dot(beta_I);
    row2[ALPHA] = sight.el_I().dot(alpha_I);
    row2[BETA] = sight.el_I().dot(beta_I);
    row1[BIAS] = 1;
    row2[BIAS + 1] = 1;
    project(row1, projected1);
    project(row2, projected2);
  }

  /**
   * Covariance of where the target will be seen, without the camera's noise.
   *
   * @param out az-az, az-el, el-el, rad2
   */
  void spread(Sight sight, double[] out) {
    look(sight);
    out[0] = dot(row1, projected1);
    out[1] = dot(row1, projected2);
    out[2] = dot(row2, projected2);
  }

  /**
   * Takes a bearing in; the orbit changes with it.
   *
   * @param seen_I unit vector as measured, camera bias included, for the orbits' present time
   * @param reference_I body y: what the first bias is along
   * @param sigma_rad noise per axis
   */
  void use(
      Vec3 seen_I,
      Vec3 r_C_I_m,
      Vec3 v_C_I_m_s,
      Vec3 reference_I,
      double[] target,
      double sigma_rad) {
    Sight sight = Sight.of(OrbitModel.position(target), r_C_I_m, reference_I);
    PolarChart chart = chart(target, r_C_I_m, v_C_I_m_s);
    look(sight);
    double bent = bent_rad(target, sight.range_m());
    double noise = sigma_rad * sigma_rad + bent * bent;
    double s11 = dot(row1, projected1) + noise;
    double s12 = dot(row1, projected2);
    double s22 = dot(row2, projected2) + noise;
    double d = s11 * s22 - s12 * s12;
    double z1 = sight.az_rad(seen_I) - biasAz_rad;
    double z2 = sight.el_rad(seen_I) - biasEl_rad;
    double w1 = (s22 * z1 - s12 * z2) / d;
    double w2 = (s11 * z2 - s12 * z1) / d;
    for (int i = 0; i < N; i++) {
      total[i] = projected1[i] * w1 + projected2[i] * w2;
    }
    chart.moved(total);
    OrbitModel.set(target, r_C_I_m.plus(chart.movedR_m()), v_C_I_m_s.plus(chart.movedV_m_s()));
    drag_m2_kg += total[DRAG];
    biasAz_rad += total[BIAS];
    biasEl_rad += total[BIAS + 1];
    reduce(s11, s12, s22, d);
    rescale(sight.range_m() / OrbitModel.position(target).minus(r_C_I_m).norm());
    Vec3 u = OrbitModel.position(target).minus(r_C_I_m).unit();
    alpha_I = alpha_I.minus(u.times(alpha_I.dot(u))).unit();
  }

  /**
   * The uncertainty along-track lies on the orbit, that of a straight line of sight does not: how
   * far the two part at 1 sigma.
   */
  private double bent_rad(double[] target, double range_m) {
    return p[0] * range_m / (2 * OrbitModel.position(target).norm());
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

  /** The first coordinate is a part of the range, which has changed. */
  private void rescale(double factor) {
    for (int i = 0; i < N; i++) {
      p[i] *= factor;
      p[N * i] *= factor;
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
    for (int i = 0; i < ORBIT; i++) {
      for (int j = 0; j < ORBIT; j++) {
        p[N * i + j] *= times * times;
      }
    }
  }

  /** Entry of the covariance of the states. */
  double covariance(int i, int j) {
    return p[N * i + j];
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

  double dragSigma_m2_kg() {
    return Math.sqrt(p[DRAG * N + DRAG]);
  }

  double biasSigma_rad() {
    return Math.sqrt(Math.max(p[BIAS * N + BIAS], p[(BIAS + 1) * N + BIAS + 1]));
  }

  /** 1 sigma of the distance, as a part of it. */
  double rangeFraction() {
    return Math.sqrt(p[0]);
  }

  /**
   * Of the chaser relative to the target in L (r_CT_L, v_CT_L): the target's error, and the frame
   * that turns with it.
   */
  Covariance6 relative_L(double[] target, Vec3 r_C_I_m, Vec3 v_C_I_m_s) {
    PolarChart chart = chart(target, r_C_I_m, v_C_I_m_s);
    LocalFrame frame = LocalFrame.of(OrbitModel.position(target), OrbitModel.velocity(target));
    RelativeState chaser = frame.toRelative(r_C_I_m, v_C_I_m_s);
    double n = frame.rate_rad_s();
    double a = OrbitModel.position(target).norm();
    double[] columns = new double[36];
    for (int j = 0; j < ORBIT; j++) {
      chart.derivative(j);
      RelativeState error = frame.ofDifference(chart.movedR_m(), chart.movedV_m_s());
      Vec3 dr = error.r_CT_L_m();
      Vec3 dv = error.v_CT_L_m_s();
      Vec3 turn = new Vec3(dv.z() / (n * a), -dr.z() / a, dr.y() / a);
      Vec3 rate = new Vec3(-n * dr.z() / a, -dv.z() / a, dv.y() / a);
      Vec3 ofR = dr.plus(turn.cross(chaser.r_CT_L_m()));
      Vec3 ofV = dv.plus(turn.cross(chaser.v_CT_L_m_s())).plus(rate.cross(chaser.r_CT_L_m()));
      put(columns, j, ofR, ofV);
    }
    double[] full = transformed(columns);
    double[] upper = new double[21];
    int at = 0;
    for (int i = 0; i < 6; i++) {
      for (int j = i; j < 6; j++) {
        upper[at++] = full[6 * i + j];
      }
    }
    return new Covariance6(upper);
  }

  private static void put(double[] columns, int j, Vec3 r, Vec3 v) {
    columns[j] = r.x();
    columns[6 + j] = r.y();
    columns[12 + j] = r.z();
    columns[18 + j] = v.x();
    columns[24 + j] = v.y();
    columns[30 + j] = v.z();
  }

  private double[] transformed(double[] columns) {
    double[] out = new double[36];
    for (int i = 0; i < 6; i++) {
      for (int j = i; j < 6; j++) {
        double sum = 0;
        for (int k = 0; k < 6; k++) {
          for (int l = 0; l < 6; l++) {
            sum += columns[6 * i + k] * p[N * k + l] * columns[6 * j + l];
          }
        }
        out[6 * i + j] = sum;
        out[6 * j + i] = sum;
      }
    }
    return out;
  }

  @Override
  public void save(StateWriter out) {
    out.put(p).put(drag_m2_kg).put(biasAz_rad).put(biasEl_rad).put(alpha_I);
  }

  @Override
  public void restore(StateReader in) {
    System.arraycopy(in.getDoubles(), 0, p, 0, N * N);
    drag_m2_kg = in.getDouble();
    biasAz_rad = in.getDouble();
    biasEl_rad = in.getDouble();
    alpha_I = in.getVec3();
  }
}
