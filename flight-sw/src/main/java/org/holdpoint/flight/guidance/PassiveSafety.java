package org.holdpoint.flight.guidance;

import org.hipparchus.util.FastMath;
import org.holdpoint.flight.navigation.Covariance6;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Vec3;

/**
 * Guidance's own word on passive safety: how near the chaser can come to the target, at 3 sigma,
 * when no thruster fires any more. Clohessy-Wiltshire motion of the state and its covariance, plus
 * an allowance for differential drag. (The safety monitor has its own, and the last word.)
 *
 * <p>The 3-sigma range is the distance from the target to the 3-sigma ellipsoid. That ellipsoid is
 * long and thin: it is taken as a segment along its longest axis with the root sum square of the
 * other two as radius, which contains it. (The spread along the line of sight instead would call
 * every e/i-separated ellipse unsafe, whose along-track position is uncertain and does not matter.)
 */
public final class PassiveSafety {
  /** Radius of the keep-out sphere. */
  public static final double KEEP_OUT_M = 30;

  /** Orbits without thrust that must stay outside it on transfers and on the ellipse. */
  public static final double ORBITS = 2;

  /**
   * The same after the stop burn at a hold point, which control keeps from then on: 1 mm/s of
   * uncertainty drifts 17 m an orbit, and two orbits would ask more than a hold can give.
   */
  static final double HOLD_ORBITS = 1;

  /** Longest time that a hold is called safe for. */
  public static final double LONGEST_S = 86_400;

  /** Samples an orbit: 59 s at 500 km. */
  private static final int SAMPLES = 96;

  /**
   * About a sample that is lower than its neighbours it is looked this many times closer: from one
   * sample to the next a drift of 0.5 m/s passes 30 m, which is the whole keep-out sphere.
   */
  private static final int FINER = 16;

  private static final int FINE_SAMPLES = SAMPLES * FINER;

  /** Worst difference of drag between the two: 4.9 m an orbit, 1.1 km a day along-track. */
  private static final double DRAG_M_S2 = 1e-7;

  /** Steps of the power method; the long axis is 10 to 100 times the others after an hour. */
  private static final int AXIS_STEPS = 3;

  private static final double[] SIN = new double[FINE_SAMPLES];
  private static final double[] COS = new double[FINE_SAMPLES];

  static {
    for (int k = 0; k < FINE_SAMPLES; k++) {
      SIN[k] = FastMath.sin(2 * Math.PI * k / FINE_SAMPLES);
      COS[k] = FastMath.cos(2 * Math.PI * k / FINE_SAMPLES);
    }
  }

  private PassiveSafety() {}

  /** A covariance as 36 entries by rows. */
  static double[] matrix(Covariance6 covariance) {
    double[] full = new double[36];
    for (int i = 0; i < 6; i++) {
      for (int j = 0; j < 6; j++) {
        full[6 * i + j] = covariance.at(i, j);
      }
    }
    return full;
  }

  /** Smallest 3-sigma range over {@link #ORBITS} without thrust, metres, not below 0. */
  public static double smallestRange_m(
      RelativeState state, Covariance6 covariance, double meanMotion_rad_s) {
    return smallestRange_m(state, matrix(covariance), meanMotion_rad_s, ORBITS, 0);
  }

  /**
   * As above.
   *
   * @param covariance 36 entries by rows
   * @param orbits without thrust
   * @param enoughToKnow_m the search ends as soon as the range is known to fall to this
   */
  static double smallestRange_m(
      RelativeState state,
      double[] covariance,
      double meanMotion_rad_s,
      double orbits,
      double enoughToKnow_m) {
    Scan scan = new Scan(state, Vec3.ZERO, covariance, meanMotion_rad_s);
    return smallestRange_m(scan, orbits, enoughToKnow_m);
  }

  /**
   * As above after a burn of which any part is given. Motion is linear in that part: at each moment
   * the chaser is somewhere on a straight line, and all of it is looked at.
   *
   * @param before the burn
   * @param least and
   * @param most part of the burn, 0 to 1
   * @param covariance after all of it, 36 entries by rows
   */
  static double smallestRangeOfParts_m(
      RelativeState before,
      Vec3 deltaV_L_m_s,
      double least,
      double most,
      double[] covariance,
      double meanMotion_rad_s,
      double orbits,
      double enoughToKnow_m) {
    RelativeState middle = before.plusDeltaV(deltaV_L_m_s.times((most + least) / 2));
    Vec3 half_L_m_s = deltaV_L_m_s.times((most - least) / 2);
    Scan scan = new Scan(middle, half_L_m_s, covariance, meanMotion_rad_s);
    return smallestRange_m(scan, orbits, enoughToKnow_m);
  }

  private static double smallestRange_m(Scan scan, double orbits, double enoughToKnow_m) {
    int last = (int) (orbits * SAMPLES);
    double smallest = Double.MAX_VALUE;
    for (int k = 0; k <= last && smallest > enoughToKnow_m; k++) {
      smallest = Math.min(smallest, scan.upTo(k, smallest));
    }
    return Math.max(0, smallest);
  }

  /** How long the 3-sigma range stays above the keep-out radius without thrust, at most a day. */
  public static double safeFor_s(
      RelativeState state, Covariance6 covariance, double meanMotion_rad_s) {
    Scan scan = new Scan(state, Vec3.ZERO, matrix(covariance), meanMotion_rad_s);
    double step_s = 2 * Math.PI / (SAMPLES * meanMotion_rad_s);
    int last = (int) (LONGEST_S / step_s);
    for (int k = 0; k <= last; k++) {
      if (scan.upTo(k, KEEP_OUT_M) < KEEP_OUT_M) {
        return Math.max(0, k - 1) * step_s;
      }
    }
    return LONGEST_S;
  }

  /** One state, or a line of them, and its covariance, looked at sample after sample. */
  private static final class Scan {
    private final RelativeState state;
    private final Vec3 half_L_m_s;
    private final double[] p;
    private final double n;
    private final double[] spread = new double[9];
    private double x;
    private double y;
    private double z;
    private double sweepX;
    private double sweepY;
    private double sweepZ;
    private double beforeLast_m = Double.MAX_VALUE;
    private double last_m = Double.MAX_VALUE;

    /**
     * @param half_L_m_s velocities up to this much more and less are looked at
     */
    Scan(RelativeState state, Vec3 half_L_m_s, double[] covariance, double meanMotion_rad_s) {
      this.state = state;
      this.half_L_m_s = half_L_m_s;
      this.p = covariance;
      this.n = meanMotion_rad_s;
    }

    /**
     * Smallest range about sample k and since the one before it, samples taken in their order; any
     * value above {@code interesting_m} when it is not below that.
     */
    double upTo(int k, double interesting_m) {
      Vec3 r0 = new Vec3(x, y, z);
      Vec3 sweep0 = new Vec3(sweepX, sweepY, sweepZ);
      locate(k * FINER);
      double way_m =
          k == 0
              ? 0
              : new Vec3(x, y, z).minus(r0).norm()
                  + new Vec3(sweepX, sweepY, sweepZ).minus(sweep0).norm();
      double here_m = range3Sigma_m(k * FINER, interesting_m + way_m);
      double smallest = here_m;
      if (last_m <= beforeLast_m && last_m <= here_m && last_m - way_m < interesting_m) {
        smallest = Math.min(smallest, between_m(Math.max(0, k - 2) * FINER, k * FINER));
      }
      beforeLast_m = last_m;
      last_m = here_m;
      return smallest;
    }

    /** The low between two fine samples, by bisection of its slope. */
    private double between_m(int from, int to) {
      int low = from;
      int high = to;
      while (high - low > 1) {
        int middle = (low + high) / 2;
        if (at_m(middle) < at_m(middle + 1)) {
          high = middle;
        } else {
          low = middle;
        }
      }
      double smallest = Math.min(at_m(low), at_m(high));
      locate(to);
      return smallest;
    }

    private double at_m(int fine) {
      locate(fine);
      return range3Sigma_m(fine, Double.MAX_VALUE);
    }

    private void locate(int fine) {
      double theta = 2 * Math.PI * fine / FINE_SAMPLES;
      double s = SIN[fine % FINE_SAMPLES];
      double c = COS[fine % FINE_SAMPLES];
      Vec3 r = state.r_CT_L_m();
      Vec3 v = state.v_CT_L_m_s();
      double xu = s / n;
      double xv = 2 * (1 - c) / n;
      double yv = (4 * s - 3 * theta) / n;
      x = (4 - 3 * c) * r.x() + xu * v.x() + xv * v.y();
      y = 6 * (s - theta) * r.x() + r.y() - xv * v.x() + yv * v.y();
      z = c * r.z() + xu * v.z();
      sweepX = xu * half_L_m_s.x() + xv * half_L_m_s.y();
      sweepY = -xv * half_L_m_s.x() + yv * half_L_m_s.y();
      sweepZ = xu * half_L_m_s.z();
    }

    /** Range where it was located; see {@link #upTo}. */
    private double range3Sigma_m(int fine, double interesting_m) {
      double theta = 2 * Math.PI * fine / FINE_SAMPLES;
      double s = SIN[fine % FINE_SAMPLES];
      double c = COS[fine % FINE_SAMPLES];
      double xx = 4 - 3 * c;
      double xu = s / n;
      double xv = 2 * (1 - c) / n;
      double yx = 6 * (s - theta);
      double yv = (4 * s - 3 * theta) / n;
      double range = away_m(0, 0, 0);

      spread(xx, xu, xv, yx, yv, c);
      double variance = spread[0] + spread[4] + spread[8];
      double t = theta / n;
      double dragAlong_m = 1.5 * DRAG_M_S2 * t * t;
      double dragRadial_m = 2 * DRAG_M_S2 * t / n;
      if (range - 3 * Math.sqrt(variance) - dragAlong_m - dragRadial_m > interesting_m) {
        return Double.MAX_VALUE;
      }
      return distance_m(variance, dragAlong_m, dragRadial_m);
    }

    /** Position covariance: rows (xx, 0, 0, xu, xv, 0), (yx, 1, 0, -xv, yv, 0), (0,0,c,0,0,xu). */
    private void spread(double xx, double xu, double xv, double yx, double yv, double c) {
      double varianceX = 0;
      double covarianceXy = 0;
      double covarianceXz = 0;
      double varianceY = 0;
      double covarianceYz = 0;
      double varianceZ = 0;
      for (int j = 0; j < 6; j++) {
        double ax = xx * p[j] + xu * p[18 + j] + xv * p[24 + j];
        double ay = yx * p[j] + p[6 + j] - xv * p[18 + j] + yv * p[24 + j];
        double az = c * p[12 + j] + xu * p[30 + j];
        double rowX = j == 0 ? xx : j == 3 ? xu : j == 4 ? xv : 0;
        double rowY = j == 0 ? yx : j == 1 ? 1 : j == 3 ? -xv : j == 4 ? yv : 0;
        double rowZ = j == 2 ? c : j == 5 ? xu : 0;
        varianceX += ax * rowX;
        covarianceXy += ax * rowY;
        covarianceXz += ax * rowZ;
        varianceY += ay * rowY;
        covarianceYz += ay * rowZ;
        varianceZ += az * rowZ;
      }
      spread[0] = varianceX;
      spread[1] = covarianceXy;
      spread[2] = covarianceXz;
      spread[3] = covarianceXy;
      spread[4] = varianceY;
      spread[5] = covarianceYz;
      spread[6] = covarianceXz;
      spread[7] = covarianceYz;
      spread[8] = varianceZ;
    }

    /** From the origin to the segment of the long axis, less the radius about it. */
    private double distance_m(double variance, double dragAlong_m, double dragRadial_m) {
      int longest = spread[0] >= spread[4] ? 0 : 4;
      longest = spread[8] > spread[longest] ? 8 : longest;
      int row = longest / 4 * 3;
      double ux = spread[row];
      double uy = spread[row + 1];
      double uz = spread[row + 2];
      double largest = spread[longest];
      if (largest > 0) {
        for (int i = 0; i < AXIS_STEPS; i++) {
          double size = Math.sqrt(ux * ux + uy * uy + uz * uz);
          ux /= size;
          uy /= size;
          uz /= size;
          double wx = spread[0] * ux + spread[1] * uy + spread[2] * uz;
          double wy = spread[3] * ux + spread[4] * uy + spread[5] * uz;
          double wz = spread[6] * ux + spread[7] * uy + spread[8] * uz;
          largest = ux * wx + uy * wy + uz * wz;
          if (i < AXIS_STEPS - 1) {
            ux = wx;
            uy = wy;
            uz = wz;
          }
        }
      }
      double half = 3 * Math.sqrt(largest);
      double bx = half * ux;
      double by = half * uy + Math.copySign(dragAlong_m, uy);
      double bz = half * uz;
      double radius = 3 * Math.sqrt(Math.max(0, variance - largest)) + dragRadial_m;
      return away_m(bx, by, bz) - radius;
    }

    /**
     * From the origin to the parallelogram about where it was located, of the line of states and
     * another vector: a quadratic form in two parts, each from -1 to 1.
     */
    private double away_m(double bx, double by, double bz) {
      double sweepSweep = sweepX * sweepX + sweepY * sweepY + sweepZ * sweepZ;
      double sweepOther = sweepX * bx + sweepY * by + sweepZ * bz;
      double otherOther = bx * bx + by * by + bz * bz;
      double sweepCentre = sweepX * x + sweepY * y + sweepZ * z;
      double otherCentre = bx * x + by * y + bz * z;
      double det = sweepSweep * otherOther - sweepOther * sweepOther;
      double a = (sweepOther * otherCentre - otherOther * sweepCentre) / det;
      double b = (sweepOther * sweepCentre - sweepSweep * otherCentre) / det;
      // Parallel, or one of them nothing: some edge is as near as the inside.
      if (det > 1e-12 * sweepSweep * otherOther && Math.abs(a) <= 1 && Math.abs(b) <= 1) {
        return at_m(a, b, bx, by, bz);
      }
      double nearest = Double.MAX_VALUE;
      for (int edge = -1; edge <= 1; edge += 2) {
        double onOther = part(-(otherCentre + edge * sweepOther), otherOther);
        double onSweep = part(-(sweepCentre + edge * sweepOther), sweepSweep);
        nearest = Math.min(nearest, at_m(edge, onOther, bx, by, bz));
        nearest = Math.min(nearest, at_m(onSweep, edge, bx, by, bz));
      }
      return nearest;
    }

    private static double part(double numerator, double square) {
      return square == 0 ? 0 : Math.max(-1, Math.min(1, numerator / square));
    }

    private double at_m(double sweep, double other, double bx, double by, double bz) {
      double dx = x + sweep * sweepX + other * bx;
      double dy = y + sweep * sweepY + other * by;
      double dz = z + sweep * sweepZ + other * bz;
      return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }
  }
}
