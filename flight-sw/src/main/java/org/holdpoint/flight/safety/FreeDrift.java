package org.holdpoint.flight.safety;

import java.util.Arrays;
import org.hipparchus.util.FastMath;

/**
 * The monitor's own Clohessy-Wiltshire transition (Clohessy and Wiltshire 1960) for target-centred
 * QSW: x radial, y along-track, z cross-track. State (r, v), row-major 6x6, SI units. Good near a
 * circular orbit to about 2 km: 2.7 m an orbit at 1 km.
 */
final class FreeDrift {
  private FreeDrift() {}

  /** Writes the transition over {@code t_s} into {@code phi}. */
  static void transition(double n, double t_s, double[] phi) {
    double nt = n * t_s;
    double s = FastMath.sin(nt);
    double c = FastMath.cos(nt);
    Arrays.fill(phi, 0);
    phi[0] = 4 - 3 * c;
    phi[3] = s / n;
    phi[4] = 2 * (1 - c) / n;
    phi[6] = 6 * (s - nt);
    phi[7] = 1;
    phi[9] = 2 * (c - 1) / n;
    phi[10] = (4 * s - 3 * nt) / n;
    phi[14] = c;
    phi[17] = s / n;
    phi[18] = 3 * n * s;
    phi[21] = c;
    phi[22] = 2 * s;
    phi[24] = 6 * n * (c - 1);
    phi[27] = -2 * s;
    phi[28] = 4 * c - 3;
    phi[32] = -n * s;
    phi[35] = c;
  }

  /** {@code out = phi * x}; the two must differ. */
  static void carryState(double[] phi, double[] x, double[] out) {
    for (int i = 0; i < 6; i++) {
      double sum = 0;
      for (int j = 0; j < 6; j++) {
        sum += phi[6 * i + j] * x[j];
      }
      out[i] = sum;
    }
  }

  /** {@code out = phi * p * phi'}, symmetric; {@code scratch} holds 36. */
  static void carryCovariance(double[] phi, double[] p, double[] scratch, double[] out) {
    for (int i = 0; i < 6; i++) {
      int row = 6 * i;
      for (int j = 0; j < 6; j++) {
        scratch[row + j] =
            across(i)
                ? phi[row + 2] * p[12 + j] + phi[row + 5] * p[30 + j]
                : phi[row] * p[j]
                    + phi[row + 1] * p[6 + j]
                    + phi[row + 3] * p[18 + j]
                    + phi[row + 4] * p[24 + j];
      }
    }
    for (int i = 0; i < 6; i++) {
      int row = 6 * i;
      for (int j = i; j < 6; j++) {
        int of = 6 * j;
        double sum =
            across(j)
                ? scratch[row + 2] * phi[of + 2] + scratch[row + 5] * phi[of + 5]
                : scratch[row] * phi[of]
                    + scratch[row + 1] * phi[of + 1]
                    + scratch[row + 3] * phi[of + 3]
                    + scratch[row + 4] * phi[of + 4];
        out[row + j] = sum;
        out[of + i] = sum;
      }
    }
  }

  /** In-plane and cross-track motion are apart: what lies between them in the transition is 0. */
  private static boolean across(int i) {
    return i == 2 || i == 5;
  }
}
