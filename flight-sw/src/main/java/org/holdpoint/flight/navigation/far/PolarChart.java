package org.holdpoint.flight.navigation.far;

import java.util.Arrays;
import org.holdpoint.motion.Vec3;

/**
 * Modified polar coordinates about one relative state, inertial: part by which the range is longer,
 * growth (1/s), two angles across the line of sight (rad), their rates (rad/s). All six are zero at
 * that state. A relative orbit that is larger as a whole differs in the first one only.
 */
final class PolarChart {
  /** No correction takes more than this part of the range away. */
  private static final double NEAREST = 0.2;

  private final double range_m;
  private final Vec3 u;
  private final Vec3 alpha;
  private final Vec3 beta;
  private final double growth_1_s;
  private final double alphaRate_rad_s;
  private final double betaRate_rad_s;

  private final double[] x = new double[6];
  private Vec3 movedR_m = Vec3.ZERO;
  private Vec3 movedV_m_s = Vec3.ZERO;

  private PolarChart(Vec3 r_m, Vec3 v_m_s, Vec3 towards) {
    range_m = r_m.norm();
    u = r_m.times(1 / range_m);
    alpha = towards.minus(u.times(towards.dot(u))).unit();
    beta = u.cross(alpha);
    growth_1_s = v_m_s.dot(u) / range_m;
    alphaRate_rad_s = v_m_s.dot(alpha) / range_m;
    betaRate_rad_s = v_m_s.dot(beta) / range_m;
  }

  /**
   * @param r_m target less chaser, GCRF
   * @param v_m_s its rate
   * @param towards direction of the first angle, made normal to the line of sight
   */
  static PolarChart of(Vec3 r_m, Vec3 v_m_s, Vec3 towards) {
    return new PolarChart(r_m, v_m_s, towards);
  }

  double range_m() {
    return range_m;
  }

  Vec3 alpha_I() {
    return alpha;
  }

  /** Coordinates of another state. */
  void coordinates(Vec3 r_m, Vec3 v_m_s, double[] out) {
    double range = r_m.norm();
    double growth = r_m.dot(v_m_s) / (range * range);
    Vec3 across = v_m_s.times(1 / range).minus(r_m.times(growth / range));
    double ahead = r_m.dot(u);
    out[0] = range / range_m - 1;
    out[1] = growth - growth_1_s;
    out[2] = r_m.dot(alpha) / ahead;
    out[3] = r_m.dot(beta) / ahead;
    out[4] = across.dot(alpha) - alphaRate_rad_s;
    out[5] = across.dot(beta) - betaRate_rad_s;
  }

  /** Finds the state at a step along one coordinate. */
  void moved(int coordinate, double step) {
    Arrays.fill(x, 0);
    x[coordinate] = step;
    moved(x);
  }

  /** Finds the state at six coordinates; read it by {@link #movedR_m} and {@link #movedV_m_s}. */
  void moved(double[] to) {
    double range = range_m * Math.max(NEAREST, 1 + to[0]);
    Vec3 direction = u.plus(alpha.times(to[2])).plus(beta.times(to[3])).unit();
    Vec3 across = alpha.times(alphaRate_rad_s + to[4]).plus(beta.times(betaRate_rad_s + to[5]));
    across = across.minus(u.times(across.dot(direction) / u.dot(direction)));
    movedR_m = direction.times(range);
    movedV_m_s = direction.times(growth_1_s + to[1]).plus(across).times(range);
  }

  /** Derivative of the state to one coordinate, here; read it as that of {@link #moved}. */
  void derivative(int coordinate) {
    Vec3 v =
        u.times(growth_1_s).plus(alpha.times(alphaRate_rad_s)).plus(beta.times(betaRate_rad_s));
    switch (coordinate) {
      case 0 -> setMoved(u, v);
      case 1 -> setMoved(Vec3.ZERO, u);
      case 2 -> setMoved(alpha, alpha.times(growth_1_s).minus(u.times(alphaRate_rad_s)));
      case 3 -> setMoved(beta, beta.times(growth_1_s).minus(u.times(betaRate_rad_s)));
      case 4 -> setMoved(Vec3.ZERO, alpha);
      default -> setMoved(Vec3.ZERO, beta);
    }
  }

  private void setMoved(Vec3 r, Vec3 v) {
    movedR_m = r.times(range_m);
    movedV_m_s = v.times(range_m);
  }

  /** Coordinates of a small error of position and velocity, to first order. */
  void ofError(Vec3 dr_m, Vec3 dv_m_s, double[] out) {
    double s = dr_m.dot(u) / range_m;
    double a = dr_m.dot(alpha) / range_m;
    double b = dr_m.dot(beta) / range_m;
    out[0] = s;
    out[1] = dv_m_s.dot(u) / range_m - growth_1_s * s + alphaRate_rad_s * a + betaRate_rad_s * b;
    out[2] = a;
    out[3] = b;
    out[4] = dv_m_s.dot(alpha) / range_m - alphaRate_rad_s * s - growth_1_s * a;
    out[5] = dv_m_s.dot(beta) / range_m - betaRate_rad_s * s - growth_1_s * b;
  }

  Vec3 movedR_m() {
    return movedR_m;
  }

  Vec3 movedV_m_s() {
    return movedV_m_s;
  }
}
