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
      for (int j = 0; j < 6; j++) {
        double sum = 0;
        for (int k = 0; k < 6; k++) {
          sum += phi[6 * i + k] * p[6 * k + j];
        }
        scratch[6 * i + j] = sum;
      }
    }
    for (int i = 0; i < 6; i++) {
      for (int j = i; j < 6; j++) {
        double sum = 0;
        for (int k = 0; k < 6; k++) {
          sum += scratch[6 * i + k] * phi[6 * j + k];
        }
        out[6 * i + j] = sum;
        out[6 * j + i] = sum;
      }
    }
  }
}
