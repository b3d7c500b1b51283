package org.holdpoint.motion;

import org.hipparchus.util.FastMath;

/**
 * An orbit in its plane: what relative motion about it needs.
 *
 * @param mu_m3_s2 gravitational parameter
 * @param a_m semi-major axis, positive
 * @param e eccentricity, 0 <= e < 1
 * @param trueAnomaly_rad now; for e = 0 from any fixed direction in the plane
 */
public record KeplerOrbit(double mu_m3_s2, double a_m, double e, double trueAnomaly_rad) {
  /** Newton's method converges in fewer than 10 steps for e below 0.99. */
  private static final int MAX_STEPS = 50;

  public KeplerOrbit {
    if (!(a_m > 0) || !(e >= 0 && e < 1) || !(mu_m3_s2 > 0)) {
      throw new IllegalArgumentException(
          "not an ellipse: a = " + a_m + " m, e = " + e + ", mu = " + mu_m3_s2 + " m3/s2");
    }
  }

  public double meanMotion_rad_s() {
    return Math.sqrt(mu_m3_s2 / (a_m * a_m * a_m));
  }

  /** Semi-latus rectum. */
  public double p_m() {
    return a_m * (1 - e * e);
  }

  public double meanAnomaly_rad() {
    double half = trueAnomaly_rad / 2;
    double eccentric =
        2
            * FastMath.atan2(
                Math.sqrt(1 - e) * FastMath.sin(half), Math.sqrt(1 + e) * FastMath.cos(half));
    return eccentric - e * FastMath.sin(eccentric);
  }

  /** The orbit after {@code dt_s}; the true anomaly keeps counting revolutions. */
  public KeplerOrbit after(double dt_s) {
    double mean = meanAnomaly_rad() + meanMotion_rad_s() * dt_s;
    return new KeplerOrbit(mu_m3_s2, a_m, e, trueOfMean(mean, e));
  }

  /** True anomaly of a mean anomaly, in the same revolution. */
  public static double trueOfMean(double mean_rad, double e) {
    double turns = Math.rint(mean_rad / (2 * Math.PI)) * 2 * Math.PI;
    double m = mean_rad - turns;
    double eccentric = e < 0.8 ? m : Math.copySign(Math.PI, m);
    for (int i = 0; i < MAX_STEPS; i++) {
      double step =
          (eccentric - e * FastMath.sin(eccentric) - m) / (1 - e * FastMath.cos(eccentric));
      eccentric -= step;
      if (Math.abs(step) < 1e-15) {
        break;
      }
    }
    double half = eccentric / 2;
    return turns
        + 2
            * FastMath.atan2(
                Math.sqrt(1 + e) * FastMath.sin(half), Math.sqrt(1 - e) * FastMath.cos(half));
  }
}
