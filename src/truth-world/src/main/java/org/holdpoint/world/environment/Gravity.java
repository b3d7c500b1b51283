package org.holdpoint.world.environment;

import org.orekit.forces.gravity.potential.UnnormalizedSphericalHarmonicsProvider;
import org.orekit.forces.gravity.potential.UnnormalizedSphericalHarmonicsProvider.UnnormalizedSphericalHarmonics;

/**
 * Earth's gravity: the central term and J2 in closed form, and all the rest to degree and order 20
 * by Cunningham's recursions (Montenbruck and Gill, Satellite Orbits, 2000, eqs. 3.29 to 3.33),
 * which have no singularity at the poles. Coefficients are EGM2008's, read by Orekit.
 */
public final class Gravity {
  /** Degree and order of the field in use. */
  public static final int DEGREE = 20;

  private final double mu_m3_s2;
  private final double radius_m;
  private final double c20;
  private final double[][] c = new double[DEGREE + 1][DEGREE + 1];
  private final double[][] s = new double[DEGREE + 1][DEGREE + 1];
  private final double[][] v = new double[DEGREE + 2][DEGREE + 2];
  private final double[][] w = new double[DEGREE + 2][DEGREE + 2];
  private final double[] r_E = new double[3];
  private final double[] a_E = new double[3];

  /** Reads the field from the world's data. */
  public Gravity() {
    WorldData data = WorldData.get();
    var epoch = data.date(data.tai_nsOfMjd(data.firstUsableMjd()));
    UnnormalizedSphericalHarmonicsProvider field =
        data.gravity().getConstantUnnormalizedProvider(DEGREE, DEGREE, epoch);
    UnnormalizedSphericalHarmonics harmonics = field.onDate(epoch);
    mu_m3_s2 = field.getMu();
    radius_m = field.getAe();
    for (int n = 2; n <= DEGREE; n++) {
      for (int m = 0; m <= n; m++) {
        c[n][m] = harmonics.getUnnormalizedCnm(n, m);
        s[n][m] = harmonics.getUnnormalizedSnm(n, m);
      }
    }
    c20 = c[2][0];
    c[2][0] = 0;
  }

  public double mu_m3_s2() {
    return mu_m3_s2;
  }

  /**
   * Acceleration by the central term and J2.
   *
   * @param x position, GCRF or any frame of the pole given
   * @param pole unit vector along Earth's axis of figure in the same frame, three components at
   *     {@code 6} of the matrix to Earth-fixed components
   * @param a_m_s2 receives the acceleration
   */
  public void centralAndJ2(double x, double y, double z, double[] pole, double[] a_m_s2) {
    double r2 = x * x + y * y + z * z;
    double r = Math.sqrt(r2);
    double central = -mu_m3_s2 / (r2 * r);
    double u = (pole[6] * x + pole[7] * y + pole[8] * z) / r;
    // U = mu R^2 C20 (3 u^2 - 1) / (2 r^3); its gradient along r and along the pole
    double k = 1.5 * mu_m3_s2 * radius_m * radius_m * c20 / (r2 * r2);
    double alongRadius = k * (1 - 5 * u * u) / r + central;
    double alongPole = 2 * k * u;
    a_m_s2[0] = alongRadius * x + alongPole * pole[6];
    a_m_s2[1] = alongRadius * y + alongPole * pole[7];
    a_m_s2[2] = alongRadius * z + alongPole * pole[8];
  }

  /**
   * Adds the acceleration by all harmonics but the central term and J2.
   *
   * @param toEarth row-major matrix from the frame of the position to Earth-fixed components
   * @param a_m_s2 to which the acceleration is added
   */
  public void addOtherHarmonics(double x, double y, double z, double[] toEarth, double[] a_m_s2) {
    for (int i = 0; i < 3; i++) {
      r_E[i] = toEarth[3 * i] * x + toEarth[3 * i + 1] * y + toEarth[3 * i + 2] * z;
    }
    recur();
    double ax = 0;
    double ay = 0;
    double az = 0;
    for (int n = DEGREE; n >= 2; n--) {
      ax -= c[n][0] * v[n + 1][1];
      ay -= c[n][0] * w[n + 1][1];
      az -= (n + 1) * c[n][0] * v[n + 1][0];
      for (int m = 1; m <= n; m++) {
        double cnm = c[n][m];
        double snm = s[n][m];
        double factor = (n - m + 2.0) * (n - m + 1.0);
        ax +=
            0.5
                * (-cnm * v[n + 1][m + 1]
                    - snm * w[n + 1][m + 1]
                    + factor * (cnm * v[n + 1][m - 1] + snm * w[n + 1][m - 1]));
        ay +=
            0.5
                * (-cnm * w[n + 1][m + 1]
                    + snm * v[n + 1][m + 1]
                    + factor * (-cnm * w[n + 1][m - 1] + snm * v[n + 1][m - 1]));
        az += (n - m + 1) * (-cnm * v[n + 1][m] - snm * w[n + 1][m]);
      }
    }
    double scale = mu_m3_s2 / (radius_m * radius_m);
    a_E[0] = scale * ax;
    a_E[1] = scale * ay;
    a_E[2] = scale * az;
    for (int i = 0; i < 3; i++) {
      a_m_s2[i] += toEarth[i] * a_E[0] + toEarth[3 + i] * a_E[1] + toEarth[6 + i] * a_E[2];
    }
  }

  /** V and W to degree and order 21 at the Earth-fixed position. */
  private void recur() {
    double r2 = r_E[0] * r_E[0] + r_E[1] * r_E[1] + r_E[2] * r_E[2];
    double scale = radius_m / r2;
    double x = r_E[0] * scale;
    double y = r_E[1] * scale;
    double z = r_E[2] * scale;
    double rho = radius_m * scale;
    v[0][0] = radius_m / Math.sqrt(r2);
    w[0][0] = 0;
    for (int m = 0; m <= DEGREE + 1; m++) {
      if (m > 0) {
        double odd = 2 * m - 1;
        v[m][m] = odd * (x * v[m - 1][m - 1] - y * w[m - 1][m - 1]);
        w[m][m] = odd * (x * w[m - 1][m - 1] + y * v[m - 1][m - 1]);
      }
      if (m <= DEGREE) {
        v[m + 1][m] = (2 * m + 1) * z * v[m][m];
        w[m + 1][m] = (2 * m + 1) * z * w[m][m];
      }
      for (int n = m + 2; n <= DEGREE + 1; n++) {
        double first = (2 * n - 1) * z / (n - m);
        double second = (n + m - 1) * rho / (n - m);
        v[n][m] = first * v[n - 1][m] - second * v[n - 2][m];
        w[n][m] = first * w[n - 1][m] - second * w[n - 2][m];
      }
    }
  }
}
