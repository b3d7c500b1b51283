package org.holdpoint.flight.safety;

import org.hipparchus.util.FastMath;

/**
 * The 3-sigma range of a thrust-off path, by the monitor's own Clohessy-Wiltshire solution.
 *
 * <p>At each time the 3-sigma ellipsoid lies wholly on the far side of the plane {@code u.x = u.r -
 * 3 sqrt(u'Pu)} for any unit vector u; the larger of the bounds for u along the line of sight and
 * for u across the orbit (radial and cross-track only) is used. The second keeps an e/i-separated
 * path safe however far its centre may drift along-track (D'Amico 2010, section 2.3).
 *
 * <p>Differential drag is bounded by 1e-7 m/s2 along-track, 1.1 km in a day (rpo-reference). The
 * time step grows where the path cannot come nearer than it has been, by the largest speed that the
 * path can have; between adjacent steps the path is taken as straight. With 60 s that is good to
 * 0.1 m for paths of 200 m.
 */
final class DriftForecast {
  /** Keep-out sphere between centres of mass. */
  static final double KEEP_OUT_M = 30;

  /** Grid of the forecast. */
  static final double STEP_S = 60;

  private static final double LONGEST_S = 86400;
  private static final int STEPS = (int) (LONGEST_S / STEP_S);
  private static final double DRAG_M_S2 = 1e-7;

  /** From here on, two orbits, the 3-sigma growth is tens of metres and a coarser step will do. */
  private static final int LATE = 190;

  private static final int LATE_STEPS = 2;

  /** Columns of a row of the table. */
  private static final int ROW = 8;

  private static final int XX = 0;
  private static final int YX = 1;
  private static final int ZZ = 2;
  private static final int XVX = 3;
  private static final int XVY = 4;
  private static final int YVY = 5;
  private static final int DRAG_X_M = 6;
  private static final int DRAG_Y_M = 7;

  private final double n;
  private final double hull_m;

  /**
   * By step, side by side because they are read together: the Clohessy-Wiltshire position from
   * position and velocity, XX is dx/dx0 and so on, and what drag can have done along x and y.
   */
  private final double[] table = new double[ROW * (STEPS + 1)];

  DriftForecast(double meanMotion_rad_s, double hull_m) {
    n = meanMotion_rad_s;
    this.hull_m = hull_m;
    for (int k = 0; k <= STEPS; k++) {
      double t_s = STEP_S * k;
      double nt = n * t_s;
      double s = FastMath.sin(nt);
      double c = FastMath.cos(nt);
      int at = ROW * k;
      table[at + XX] = 4 - 3 * c;
      table[at + YX] = 6 * (s - nt);
      table[at + ZZ] = c;
      table[at + XVX] = s / n;
      table[at + XVY] = 2 * (1 - c) / n;
      table[at + YVY] = (4 * s - 3 * nt) / n;
      table[at + DRAG_X_M] = 2 * DRAG_M_S2 * t_s / n;
      table[at + DRAG_Y_M] = 1.5 * DRAG_M_S2 * t_s * t_s;
    }
  }

  double period_s() {
    return 2 * Math.PI / n;
  }

  /**
   * @param x state in L, SI
   * @param p covariance, row-major
   * @param horizon_s over which the smallest range counts, at most a day
   * @param giveUp_m stop as soon as the smallest range is below; 0 to go on to the end
   */
  DriftOutlook look(double[] x, double[] p, double horizon_s, double giveUp_m) {
    int last = (int) Math.min(STEPS, Math.ceil(horizon_s / STEP_S));
    double reach_m = STEP_S * fastest_m_s(x, p);
    double smallest = Double.MAX_VALUE;
    int smallestAt = 0;
    double enters_s = horizon_s;
    boolean entered = false;
    double bound = 0;
    double px = 0;
    double py = 0;
    double pz = 0;
    int before = -STEPS;
    int k = 0;
    while (k <= last) {
      int at = ROW * k;
      double rx = table[at + XX] * x[0] + table[at + XVX] * x[3] + table[at + XVY] * x[4];
      double ry = table[at + YX] * x[0] + x[1] - table[at + XVY] * x[3] + table[at + YVY] * x[4];
      double rz = table[at + ZZ] * x[2] + table[at + XVX] * x[5];
      double qx = rx;
      double qy = ry;
      double qz = rz;
      if (before >= k - LATE_STEPS) {
        double f = nearest(px, py, pz, rx, ry, rz);
        qx = rx + f * (px - rx);
        qy = ry + f * (py - ry);
        qz = rz + f * (pz - rz);
      }
      bound = bound(p, qx, qy, qz, at, smallest + hull_m / 2) - hull_m / 2;
      smallestAt = bound < smallest ? k : smallestAt;
      smallest = Math.min(smallest, bound);
      if (!entered && bound < KEEP_OUT_M) {
        entered = true;
        enters_s = Math.min(horizon_s, Math.max(0, STEP_S * Math.max(before, 0)));
      }
      if (smallest < giveUp_m || k == last) {
        break;
      }
      px = rx;
      py = ry;
      pz = rz;
      before = k;
      double room_m = bound - (entered ? smallest : Math.max(smallest, KEEP_OUT_M));
      int step = k < LATE ? 1 : LATE_STEPS;
      // A branch, not a maximum: the next look need not wait until this one's room is known.
      if (room_m >= (step + 1) * reach_m) {
        step = (int) Math.min(STEPS, room_m / reach_m);
      }
      k = Math.min(last, k + step);
    }
    return new DriftOutlook(
        Math.max(0, smallest), STEP_S * smallestAt, enters_s, Math.max(0, bound));
  }

  /**
   * As {@link #look} with an end that does not matter when it is given up: looks first where the
   * path came too near the last time, a second ago, and mostly need not look further.
   *
   * @param suspect_s a time of the grid
   */
  DriftOutlook lookFirst(
      double suspect_s, double[] x, double[] p, double horizon_s, double giveUp_m) {
    int at = ROW * (int) (suspect_s / STEP_S);
    double rx = table[at + XX] * x[0] + table[at + XVX] * x[3] + table[at + XVY] * x[4];
    double ry = table[at + YX] * x[0] + x[1] - table[at + XVY] * x[3] + table[at + YVY] * x[4];
    double rz = table[at + ZZ] * x[2] + table[at + XVX] * x[5];
    double there_m = bound(p, rx, ry, rz, at, giveUp_m + hull_m / 2) - hull_m / 2;
    return there_m < giveUp_m
        ? new DriftOutlook(Math.max(0, there_m), suspect_s, suspect_s, 0)
        : look(x, p, horizon_s, giveUp_m);
  }

  /** Largest speed at which the 3-sigma bound can fall, over a day. */
  private double fastest_m_s(double[] x, double[] p) {
    double a = 3 * x[0] + 2 * x[4] / n;
    double b = x[3] / n;
    double inPlane = Math.sqrt(a * a + b * b);
    double vz = x[5] / n;
    double across = Math.sqrt(x[2] * x[2] + vz * vz);
    double drift = Math.abs(6 * n * x[0] + 3 * x[4]);
    double driftVariance = 36 * n * n * p[0] + 36 * n * p[4] + 9 * p[28];
    double driftSigma = Math.sqrt(Math.max(0, driftVariance));
    double swing = n * (Math.sqrt(p[0]) + Math.sqrt(p[14])) + Math.sqrt(p[21]) + Math.sqrt(p[35]);
    return n * (2 * inPlane + across)
        + drift
        + 3 * (driftSigma + 6 * swing + 4 * Math.sqrt(p[28]))
        + 3 * DRAG_M_S2 * LONGEST_S;
  }

  /** The larger bound; the second one only if the first would be the smallest so far. */
  private double bound(double[] p, double rx, double ry, double rz, int at, double smallest) {
    double range = Math.sqrt(rx * rx + ry * ry + rz * rz);
    double best = -Double.MAX_VALUE;
    if (range > 0) {
      best = along(p, rx, ry, rz, range, at);
    }
    if (best >= smallest && best >= KEEP_OUT_M + hull_m) {
      return best;
    }
    double across = Math.sqrt(rx * rx + rz * rz);
    if (across > KEEP_OUT_M) {
      best = Math.max(best, along(p, rx, 0, rz, across, at));
    }
    return best;
  }

  /**
   * Length of a part (ux, uy, uz) of the position less three sigmas along it and what drag can do.
   */
  private double along(double[] p, double ux, double uy, double uz, double length, int at) {
    double w0 = table[at + XX] * ux + table[at + YX] * uy;
    double w1 = uy;
    double w2 = table[at + ZZ] * uz;
    double w3 = table[at + XVX] * ux - table[at + XVY] * uy;
    double w4 = table[at + XVY] * ux + table[at + YVY] * uy;
    double w5 = table[at + XVX] * uz;
    double variance =
        w0 * (w0 * p[0] + 2 * (w1 * p[1] + w2 * p[2] + w3 * p[3] + w4 * p[4] + w5 * p[5]))
            + w1 * (w1 * p[7] + 2 * (w2 * p[8] + w3 * p[9] + w4 * p[10] + w5 * p[11]))
            + w2 * (w2 * p[14] + 2 * (w3 * p[15] + w4 * p[16] + w5 * p[17]))
            + w3 * (w3 * p[21] + 2 * (w4 * p[22] + w5 * p[23]))
            + w4 * (w4 * p[28] + 2 * w5 * p[29])
            + w5 * w5 * p[35];
    double error_m2 =
        3 * Math.sqrt(Math.max(0, variance))
            + Math.abs(ux) * table[at + DRAG_X_M]
            + Math.abs(uy) * table[at + DRAG_Y_M];
    return length - error_m2 / length;
  }

  /** Fraction from b back to a of the point nearest to the origin. */
  private static double nearest(double ax, double ay, double az, double bx, double by, double bz) {
    double dx = ax - bx;
    double dy = ay - by;
    double dz = az - bz;
    double length2 = dx * dx + dy * dy + dz * dz;
    if (length2 == 0) {
      return 0;
    }
    double f = -(bx * dx + by * dy + bz * dz) / length2;
    return Math.max(0, Math.min(1, f));
  }
}
