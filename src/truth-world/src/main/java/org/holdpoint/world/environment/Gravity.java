package org.holdpoint.world.environment;

import org.orekit.forces.gravity.potential.UnnormalizedSphericalHarmonicsProvider;
import org.orekit.forces.gravity.potential.UnnormalizedSphericalHarmonicsProvider.UnnormalizedSphericalHarmonics;

/**
 * Earth's gravity by Cunningham's recursions (Montenbruck and Gill, Satellite Orbits, 2000, eqs.
 * 3.29 to 3.33), which have no singularity at the poles. Coefficients are EGM2008's, read by
 * Orekit. The recursions run order by order over flat arrays with their factors computed before.
 */
public final class Gravity {
  /** Degree and order of the field unless a scenario says otherwise. */
  public static final int DEGREE = 20;

  /** Smallest and largest degree on offer. */
  public static final int LEAST_DEGREE = 2;

  public static final int LARGEST_DEGREE = 70;

  private final int degree;
  private final double mu_m3_s2;
  private final double radius_m;

  // Row m holds degrees 0..degree + 1 of order m.
  private final double[][] c;
  private final double[][] s;
  private final double[][] v;
  private final double[][] w;
  private final double[][] alongZ;
  private final double[][] backTwo;
  private final double[] r_E = new double[3];

  /**
   * Reads the field from the world's data.
   *
   * @param degree and order of the field, 2 to 70
   */
  public Gravity(int degree) {
    if (degree < LEAST_DEGREE || degree > LARGEST_DEGREE) {
      throw new IllegalArgumentException(
          "gravity: degree " + degree + " is not from " + LEAST_DEGREE + " to " + LARGEST_DEGREE);
    }
    this.degree = degree;
    c = new double[degree + 1][degree + 1];
    s = new double[degree + 1][degree + 1];
    v = new double[degree + 2][degree + 2];
    w = new double[degree + 2][degree + 2];
    alongZ = new double[degree + 2][degree + 2];
    backTwo = new double[degree + 2][degree + 2];
    WorldData data = WorldData.get();
    var epoch = data.date(data.tai_nsOfMjd(data.firstUsableMjd()));
    UnnormalizedSphericalHarmonicsProvider field =
        data.gravity().getConstantUnnormalizedProvider(degree, degree, epoch);
    UnnormalizedSphericalHarmonics harmonics = field.onDate(epoch);
    mu_m3_s2 = field.getMu();
    radius_m = field.getAe();
    c[0][0] = 1;
    for (int n = 2; n <= degree; n++) {
      for (int m = 0; m <= n; m++) {
        c[m][n] = harmonics.getUnnormalizedCnm(n, m);
        s[m][n] = harmonics.getUnnormalizedSnm(n, m);
      }
    }
    for (int m = 0; m <= degree + 1; m++) {
      for (int n = m + 1; n <= degree + 1; n++) {
        alongZ[m][n] = (2.0 * n - 1) / (n - m);
        backTwo[m][n] = (n + m - 1.0) / (n - m);
      }
    }
  }

  public double mu_m3_s2() {
    return mu_m3_s2;
  }

  /** Reference radius of the field. */
  public double radius_m() {
    return radius_m;
  }

  public int degree() {
    return degree;
  }

  /**
   * Acceleration by the whole field.
   *
   * @param x position, GCRF or any frame that the matrix begins from
   * @param toEarth row-major matrix from the frame of the position to Earth-fixed components
   * @param a_m_s2 receives the acceleration in the frame of the position
   */
  public void acceleration(double x, double y, double z, double[] toEarth, double[] a_m_s2) {
    for (int i = 0; i < 3; i++) {
      r_E[i] = toEarth[3 * i] * x + toEarth[3 * i + 1] * y + toEarth[3 * i + 2] * z;
    }
    recur();
    double ax = 0;
    double ay = 0;
    double az = 0;
    // small terms first
    for (int m = degree; m >= 1; m--) {
      double[] cm = c[m];
      double[] sm = s[m];
      double[] v0 = v[m];
      double[] w0 = w[m];
      double[] vUp = v[m + 1];
      double[] wUp = w[m + 1];
      double[] vDown = v[m - 1];
      double[] wDown = w[m - 1];
      for (int n = degree; n >= Math.max(2, m); n--) {
        double cnm = cm[n];
        double snm = sm[n];
        double factor = (n - m + 2.0) * (n - m + 1.0);
        ax +=
            factor * (cnm * vDown[n + 1] + snm * wDown[n + 1])
                - (cnm * vUp[n + 1] + snm * wUp[n + 1]);
        ay +=
            factor * (snm * vDown[n + 1] - cnm * wDown[n + 1])
                - (cnm * wUp[n + 1] - snm * vUp[n + 1]);
        az -= (n - m + 1) * (cnm * v0[n + 1] + snm * w0[n + 1]);
      }
    }
    ax *= 0.5;
    ay *= 0.5;
    for (int n = degree; n >= 0; n--) {
      double zonal = c[0][n];
      ax -= zonal * v[1][n + 1];
      ay -= zonal * w[1][n + 1];
      az -= (n + 1) * zonal * v[0][n + 1];
    }
    double scale = mu_m3_s2 / (radius_m * radius_m);
    for (int i = 0; i < 3; i++) {
      a_m_s2[i] = scale * (toEarth[i] * ax + toEarth[3 + i] * ay + toEarth[6 + i] * az);
    }
  }

  /** V and W, one degree and order beyond the field, at the Earth-fixed position. */
  private void recur() {
    double r2 = r_E[0] * r_E[0] + r_E[1] * r_E[1] + r_E[2] * r_E[2];
    double scale = radius_m / r2;
    double x = r_E[0] * scale;
    double y = r_E[1] * scale;
    double z = r_E[2] * scale;
    double rho = radius_m * scale;
    v[0][0] = radius_m / Math.sqrt(r2);
    for (int m = 0; m <= degree + 1; m++) {
      double[] vm = v[m];
      double[] wm = w[m];
      if (m > 0) {
        double odd = 2 * m - 1;
        double vBefore = v[m - 1][m - 1];
        double wBefore = w[m - 1][m - 1];
        vm[m] = odd * (x * vBefore - y * wBefore);
        wm[m] = odd * (x * wBefore + y * vBefore);
      }
      double vTwo = 0;
      double wTwo = 0;
      double vOne = vm[m];
      double wOne = wm[m];
      for (int n = m + 1; n <= degree + 1; n++) {
        double first = alongZ[m][n] * z;
        double second = backTwo[m][n] * rho;
        double vNow = first * vOne - second * vTwo;
        double wNow = first * wOne - second * wTwo;
        vm[n] = vNow;
        wm[n] = wNow;
        vTwo = vOne;
        wTwo = wOne;
        vOne = vNow;
        wOne = wNow;
      }
    }
  }
}
