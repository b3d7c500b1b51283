package org.holdpoint.motion;

import java.util.Optional;
import org.hipparchus.util.FastMath;

/**
 * Linear relative motion about an elliptic orbit, frame L. Yamanaka and Ankersen, "New State
 * Transition Matrix for Relative Motion on an Arbitrary Elliptical Orbit", JGCD 25(1), 2002, eq.
 * 82-84; their axes (along-track, against the angular momentum, down) are turned to L here. Any e
 * below 1; at e = 0 it is Clohessy-Wiltshire. The same limits on distance hold.
 */
public final class YamanakaAnkersen {
  private YamanakaAnkersen() {}

  /**
   * State transition matrix over {@code dt_s}, 6x6 by rows, for (r_CT_L_m, v_CT_L_m_s).
   *
   * @param target its orbit at the start
   */
  public static double[] transition(KeplerOrbit target, double dt_s) {
    double theta0 = target.trueAnomaly_rad();
    double theta1 = target.after(dt_s).trueAnomaly_rad();
    double e = target.e();
    double p = target.p_m();
    // k^2 = h / p^2
    double k2 = Math.sqrt(target.mu_m3_s2() * p) / (p * p);
    double sin0 = FastMath.sin(theta0);
    double cos0 = FastMath.cos(theta0);
    double sin1 = FastMath.sin(theta1);
    double cos1 = FastMath.cos(theta1);
    double[] toPlane = scaledOf(e, sin0, cos0, k2);
    double[] inPlane = multiply(forward(e, theta1, sin1, cos1, k2 * dt_s), inverse(e, sin0, cos0));
    double[] fromPlane = physicalOf(e, sin1, cos1, k2);
    double sin = FastMath.sin(theta1 - theta0);
    double cos = FastMath.cos(theta1 - theta0);

    double[] phi = new double[36];
    // In-plane order is (along, down) = (y, -x) for position, then velocity.
    int[] index = {1, 0, 4, 3};
    double[] sign = {1, -1, 1, -1};
    double[] scaled = multiply(fromPlane, multiply(inPlane, toPlane));
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        phi[6 * index[i] + index[j]] = sign[i] * sign[j] * scaled[4 * i + j];
      }
    }
    // Cross-track: r~'' = -r~.
    double[] z0 = {toPlane[0], 0, toPlane[8], toPlane[10]};
    double[] z1 = {fromPlane[0], 0, fromPlane[8], fromPlane[10]};
    double[] turned = {
      cos * z0[0] + sin * z0[2], sin * z0[3], -sin * z0[0] + cos * z0[2], cos * z0[3]
    };
    phi[14] = z1[0] * turned[0];
    phi[17] = z1[0] * turned[1];
    phi[32] = z1[2] * turned[0] + z1[3] * turned[2];
    phi[35] = z1[2] * turned[1] + z1[3] * turned[3];
    return phi;
  }

  /** State after {@code dt_s} without thrust. */
  public static RelativeState propagate(RelativeState state, KeplerOrbit target, double dt_s) {
    return Transition.apply(transition(target, dt_s), state);
  }

  /**
   * Two impulses that take the chaser from {@code from} to {@code to} in {@code dt_s}.
   *
   * @return empty when the transfer is near singular; see {@link Transition#twoImpulse}
   */
  public static Optional<TwoImpulse> twoImpulse(
      RelativeState from, RelativeState to, KeplerOrbit target, double dt_s) {
    return Transition.twoImpulse(
        transition(target, dt_s), from, to, Math.min(dt_s, 1 / target.meanMotion_rad_s()));
  }

  /** r~ = rho r, v~ = -e sin(theta) r + v / (k^2 rho), as 4x4. */
  private static double[] scaledOf(double e, double sin, double cos, double k2) {
    double rho = 1 + e * cos;
    double slope = -e * sin;
    double v = 1 / (k2 * rho);
    return new double[] {rho, 0, 0, 0, 0, rho, 0, 0, slope, 0, v, 0, 0, slope, 0, v};
  }

  /** The inverse: r = r~ / rho, v = k^2 (e sin(theta) r~ + rho v~). */
  private static double[] physicalOf(double e, double sin, double cos, double k2) {
    double rho = 1 + e * cos;
    double slope = k2 * e * sin;
    double r = 1 / rho;
    double v = k2 * rho;
    return new double[] {r, 0, 0, 0, 0, r, 0, 0, slope, 0, v, 0, 0, slope, 0, v};
  }

  /** Constants of the in-plane motion from (along~, down~, along~', down~'), eq. 82. */
  private static double[] inverse(double e, double sin, double cos) {
    double rho = 1 + e * cos;
    double s = rho * sin;
    double c = rho * cos;
    double q = 1 / (1 - e * e);
    return new double[] {
      1,
      q * 3 * e * s / rho * (1 + 1 / rho),
      -q * e * s * (1 + 1 / rho),
      q * (2 - e * c),
      0,
      -q * 3 * s / rho * (1 + e * e / rho),
      q * s * (1 + 1 / rho),
      q * (c - 2 * e),
      0,
      -q * 3 * (c / rho + e),
      q * (c * (1 + 1 / rho) + e),
      -q * s,
      0,
      q * (3 * rho + e * e - 1),
      -q * rho * rho,
      q * e * s
    };
  }

  /** (along~, down~, along~', down~') of those constants, eq. 83. */
  private static double[] forward(double e, double theta, double sin, double cos, double integral) {
    double rho = 1 + e * cos;
    double s = rho * sin;
    double c = rho * cos;
    double ds = cos + e * FastMath.cos(2 * theta);
    double dc = -(sin + e * FastMath.sin(2 * theta));
    return new double[] {
      1,
      -c * (1 + 1 / rho),
      s * (1 + 1 / rho),
      3 * rho * rho * integral,
      0,
      s,
      c,
      2 - 3 * e * s * integral,
      0,
      2 * s,
      2 * c - e,
      3 * (1 - 2 * e * s * integral),
      0,
      ds,
      dc,
      -3 * e * (ds * integral + s / (rho * rho))
    };
  }

  private static double[] multiply(double[] left, double[] right) {
    double[] product = new double[16];
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        double sum = 0;
        for (int k = 0; k < 4; k++) {
          sum += left[4 * i + k] * right[4 * k + j];
        }
        product[4 * i + j] = sum;
      }
    }
    return product;
  }
}
