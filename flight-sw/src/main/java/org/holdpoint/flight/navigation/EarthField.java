package org.holdpoint.flight.navigation;

import org.hipparchus.util.FastMath;
import org.holdpoint.motion.Vec3;

/**
 * What Earth's gravity has beyond the orbit model: harmonics to degree and order 20, and J2 about
 * the pole of date instead of GCRF's z axis. It moves a semi-major axis by some tens of metres
 * within a revolution, and differently at two places of an orbit, which a filter that has only
 * bearings would take for range. The sum is Pines' (1973), with normalised functions (Lundberg and
 * Schutz 1988), which has no singularity at the poles.
 *
 * <p>Earth stands as precession (Lieske 1979, linear terms) and the rotation angle (IAU 2000) have
 * it, with UT1 37 s behind TAI: good to 20" and a second, some 100 m on the ground.
 */
public final class EarthField {
  private static final int TOP = Egm2008.DEGREE;
  private static final double ARCSECOND_RAD = Math.PI / 648_000;

  /** TAI of J2000.0 (2000-01-01T11:59:27.816 TAI) since 1958, and of the same moment in UT1. */
  private static final double J2000_TAI_S = 1_325_419_167.816;

  private static final double J2000_UT1_TAI_S = 1_325_419_200.0;
  private static final double TAI_LESS_UT1_S = 37;
  private static final double DAY_S = 86_400;
  private static final double CENTURY_S = 36_525 * DAY_S;

  private final double[][] legendre = new double[TOP + 2][TOP + 3];
  private final double[][] up = new double[TOP + 2][TOP + 2];
  private final double[][] back = new double[TOP + 2][TOP + 2];
  private final double[] diagonal = new double[TOP + 2];
  private final double[][] alongPole = new double[TOP + 1][TOP + 1];
  private final double[][] alongRadius = new double[TOP + 1][TOP + 1];
  private final double[] cosine = new double[TOP + 1];
  private final double[] sine = new double[TOP + 1];
  private final double[] q_EI = new double[9];

  public EarthField() {
    for (int n = 1; n <= TOP + 1; n++) {
      diagonal[n] = n == 1 ? Math.sqrt(3) : Math.sqrt((2.0 * n + 1) / (2.0 * n));
      for (int m = 0; m < n; m++) {
        double span = (n - m) * (double) (n + m);
        up[n][m] = Math.sqrt((2.0 * n + 1) * (2.0 * n - 1) / span);
        back[n][m] = Math.sqrt((2.0 * n + 1) * (n + m - 1) * (n - m - 1) / ((2.0 * n - 3) * span));
      }
    }
    for (int n = 2; n <= TOP; n++) {
      for (int m = 0; m <= n; m++) {
        double twice = m == 0 ? 0.5 : 1;
        alongPole[n][m] = Math.sqrt(twice * (n - m) * (n + m + 1));
        alongRadius[n][m] =
            Math.sqrt(twice * (2.0 * n + 1) / (2.0 * n + 3) * (n + m + 1) * (n + m + 2));
      }
    }
  }

  /**
   * Acceleration beyond the orbit model's, GCRF, m/s2.
   *
   * @param r_I_m place, GCRF
   */
  public Vec3 beyondModel_m_s2(long tai_ns, Vec3 r_I_m) {
    turnTo(tai_ns * 1e-9);
    Vec3 r_E_m =
        new Vec3(
            q_EI[0] * r_I_m.x() + q_EI[1] * r_I_m.y() + q_EI[2] * r_I_m.z(),
            q_EI[3] * r_I_m.x() + q_EI[4] * r_I_m.y() + q_EI[5] * r_I_m.z(),
            q_EI[6] * r_I_m.x() + q_EI[7] * r_I_m.y() + q_EI[8] * r_I_m.z());
    Vec3 a_E = harmonics_m_s2(r_E_m);
    return new Vec3(
            q_EI[0] * a_E.x() + q_EI[3] * a_E.y() + q_EI[6] * a_E.z(),
            q_EI[1] * a_E.x() + q_EI[4] * a_E.y() + q_EI[7] * a_E.z(),
            q_EI[2] * a_E.x() + q_EI[5] * a_E.y() + q_EI[8] * a_E.z())
        .minus(OrbitModel.oblateness_m_s2(r_I_m));
  }

  /** Acceleration by all degrees from 2 on, Earth-fixed. */
  public Vec3 harmonics_m_s2(Vec3 r_E_m) {
    double r = r_E_m.norm();
    double s = r_E_m.x() / r;
    double t = r_E_m.y() / r;
    double u = r_E_m.z() / r;
    fillLegendre(u);
    cosine[0] = 1;
    sine[0] = 0;
    for (int m = 1; m <= TOP; m++) {
      cosine[m] = s * cosine[m - 1] - t * sine[m - 1];
      sine[m] = s * sine[m - 1] + t * cosine[m - 1];
    }
    double x = 0;
    double y = 0;
    double z = 0;
    double radial = 0;
    double shrink = OrbitModel.EARTH_RADIUS_M / r;
    double scale = OrbitModel.MU_M3_S2 / (r * r) * shrink;
    for (int n = 2; n <= TOP; n++) {
      scale *= shrink;
      double[] c = Egm2008.C[n - 2];
      double[] sn = Egm2008.S[n - 2];
      for (int m = 0; m <= n; m++) {
        double d = c[m] * cosine[m] + sn[m] * sine[m];
        if (m > 0) {
          double a = scale * m * legendre[n][m];
          x += a * (c[m] * cosine[m - 1] + sn[m] * sine[m - 1]);
          y += a * (sn[m] * cosine[m - 1] - c[m] * sine[m - 1]);
        }
        z += scale * alongPole[n][m] * legendre[n][m + 1] * d;
        radial -= scale * alongRadius[n][m] * legendre[n + 1][m + 1] * d;
      }
    }
    return new Vec3(x + s * radial, y + t * radial, z + u * radial);
  }

  /** Normalised derived Legendre functions; above the diagonal they stay zero. */
  private void fillLegendre(double u) {
    legendre[0][0] = 1;
    for (int n = 1; n <= TOP + 1; n++) {
      legendre[n][n] = diagonal[n] * legendre[n - 1][n - 1];
      for (int m = 0; m < n; m++) {
        double two = n > 1 ? back[n][m] * legendre[n - 2][m] : 0;
        legendre[n][m] = up[n][m] * u * legendre[n - 1][m] - two;
      }
    }
  }

  /** From GCRF to Earth: precession, then rotation. */
  private void turnTo(double tai_s) {
    double centuries = (tai_s - J2000_TAI_S) / CENTURY_S;
    double zeta = 2306.2181 * centuries * ARCSECOND_RAD;
    double theta = 2004.3109 * centuries * ARCSECOND_RAD;
    double days = (tai_s - TAI_LESS_UT1_S - J2000_UT1_TAI_S) / DAY_S;
    double turns = 0.7790572732640 + 0.00273781191135448 * days + (days - FastMath.floor(days));
    // Equinox-based sidereal time is the rotation angle and precession in right ascension.
    double gmst =
        2 * Math.PI * (turns - FastMath.floor(turns)) + 4612.15653 * centuries * ARCSECOND_RAD;
    double a = gmst - zeta;
    double ca = FastMath.cos(a);
    double sa = FastMath.sin(a);
    double cz = FastMath.cos(zeta);
    double sz = FastMath.sin(zeta);
    double ct = FastMath.cos(theta);
    double st = FastMath.sin(theta);
    // R3(gmst) R3(-z) R2(theta) R3(-zeta), z and zeta being equal to first order.
    double[] p = {ct * cz, -ct * sz, -st, sz, cz, 0, st * cz, -st * sz, ct};
    for (int j = 0; j < 3; j++) {
      q_EI[j] = ca * p[j] + sa * p[3 + j];
      q_EI[3 + j] = -sa * p[j] + ca * p[3 + j];
      q_EI[6 + j] = p[6 + j];
    }
  }
}
