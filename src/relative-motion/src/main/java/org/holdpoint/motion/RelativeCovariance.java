package org.holdpoint.motion;

import org.hipparchus.util.FastMath;

/**
 * Measures of a 6x6 covariance of (r_CT_L_m, v_CT_L_m_s), 36 entries by rows, SI units; also its
 * packed form of 21 entries, the upper triangle by rows.
 */
public final class RelativeCovariance {
  private RelativeCovariance() {}

  /** 36 entries of the 21 of the upper triangle: 11, 12, .. 16, 22, .. 66. */
  public static double[] ofUpper(double[] upper) {
    if (upper.length != 21) {
      throw new IllegalArgumentException("21 entries expected, got " + upper.length);
    }
    double[] full = new double[36];
    int at = 0;
    for (int i = 0; i < 6; i++) {
      for (int j = i; j < 6; j++) {
        full[6 * i + j] = upper[at];
        full[6 * j + i] = upper[at];
        at++;
      }
    }
    return full;
  }

  /** 21 entries of the upper triangle by rows. */
  public static double[] upperOf(double[] covariance) {
    double[] upper = new double[21];
    int at = 0;
    for (int i = 0; i < 6; i++) {
      for (int j = i; j < 6; j++) {
        upper[at++] = covariance[6 * i + j];
      }
    }
    return upper;
  }

  /** Standard deviation of the position along a direction (need not be unit), metres. */
  public static double sigmaAlong_m(double[] covariance, Vec3 direction) {
    double x = direction.x();
    double y = direction.y();
    double z = direction.z();
    double length2 = x * x + y * y + z * z;
    double variance =
        covariance[0] * x * x
            + covariance[7] * y * y
            + covariance[14] * z * z
            + 2 * (covariance[1] * x * y + covariance[2] * x * z + covariance[8] * y * z);
    return Math.sqrt(Math.max(0, variance / length2));
  }

  /**
   * Standard deviation of the position along its worst direction, metres: square root of the
   * largest eigenvalue of the position block, by the trigonometric solution for symmetric 3x3
   * matrices.
   */
  public static double largestSigma_m(double[] covariance) {
    double a = covariance[0];
    double b = covariance[7];
    double c = covariance[14];
    double d = covariance[1];
    double e = covariance[2];
    double f = covariance[8];
    double mean = (a + b + c) / 3;
    double off = d * d + e * e + f * f;
    double spread =
        (a - mean) * (a - mean) + (b - mean) * (b - mean) + (c - mean) * (c - mean) + 2 * off;
    if (!(spread > 0)) {
      return Math.sqrt(Math.max(0, mean));
    }
    double p = Math.sqrt(spread / 6);
    double ka = (a - mean) / p;
    double kb = (b - mean) / p;
    double kc = (c - mean) / p;
    double kd = d / p;
    double ke = e / p;
    double kf = f / p;
    double half =
        (ka * (kb * kc - kf * kf) - kd * (kd * kc - kf * ke) + ke * (kd * kf - kb * ke)) / 2;
    double angle = FastMath.acos(Math.max(-1, Math.min(1, half))) / 3;
    return Math.sqrt(Math.max(0, mean + 2 * p * FastMath.cos(angle)));
  }
}
