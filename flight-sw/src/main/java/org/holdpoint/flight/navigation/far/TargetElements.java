package org.holdpoint.flight.navigation.far;

import java.util.Arrays;
import org.hipparchus.util.FastMath;
import org.holdpoint.flight.navigation.OrbitModel;
import org.holdpoint.motion.OrbitalElements;

/**
 * Small changes of the target's orbit, written as relative elements of the changed orbit about the
 * unchanged one, each times the semi-major axis: metres. What they do to position and velocity in L
 * to first order (D'Amico (2010), eq. 2.17, near-circular), and exactly to the orbit itself.
 */
final class TargetElements {
  /** da, dl, dex, dey, dix, diy. */
  static final int COUNT = 6;

  private TargetElements() {}

  /**
   * Changes an orbit by finite amounts, through its elements: a metre along-track stays on the
   * orbit however many there are.
   */
  static void change(double[] target, double[] delta_m) {
    OrbitalElements old =
        OrbitalElements.of(
            OrbitModel.position(target), OrbitModel.velocity(target), OrbitModel.MU_M3_S2);
    double a = old.a_m();
    double node = delta_m[5] / (a * FastMath.sin(old.i_rad()));
    double latitude =
        old.perigee_rad()
            + old.meanAnomaly_rad()
            + delta_m[1] / a
            - FastMath.cos(old.i_rad()) * node;
    double ex = old.e() * FastMath.cos(old.perigee_rad()) + delta_m[2] / a;
    double ey = old.e() * FastMath.sin(old.perigee_rad()) + delta_m[3] / a;
    double perigee = FastMath.atan2(ey, ex);
    OrbitalElements changed =
        new OrbitalElements(
            a + delta_m[0],
            FastMath.hypot(ex, ey),
            old.i_rad() + delta_m[4] / a,
            old.node_rad() + node,
            perigee,
            latitude - perigee);
    OrbitModel.set(
        target,
        changed.position_I_m(OrbitModel.MU_M3_S2),
        changed.velocity_I_m_s(OrbitModel.MU_M3_S2));
  }

  /**
   * Partial derivatives of position and velocity in L, seen in the rotating frame, to the elements.
   *
   * @param latitude_rad argument of latitude of the target
   * @param out 36 entries by rows: x, y, z (m), vx, vy, vz (m/s)
   */
  static void partials(double latitude_rad, double n_rad_s, double[] out) {
    double c = FastMath.cos(latitude_rad);
    double s = FastMath.sin(latitude_rad);
    Arrays.fill(out, 0);
    out[0] = 1;
    out[2] = -c;
    out[3] = -s;
    out[7] = 1;
    out[8] = 2 * s;
    out[9] = -2 * c;
    out[16] = s;
    out[17] = -c;
    out[20] = n_rad_s * s;
    out[21] = -n_rad_s * c;
    out[24] = -1.5 * n_rad_s;
    out[26] = 2 * n_rad_s * c;
    out[27] = 2 * n_rad_s * s;
    out[34] = n_rad_s * c;
    out[35] = n_rad_s * s;
  }

  /**
   * Partial derivatives of the elements to a change of velocity in L: Gauss's equations for
   * near-circular orbits.
   *
   * @param out 18 entries by rows of elements (m), columns radial, along, cross (m/s)
   */
  static void ofImpulse(double latitude_rad, double n_rad_s, double[] out) {
    double c = FastMath.cos(latitude_rad) / n_rad_s;
    double s = FastMath.sin(latitude_rad) / n_rad_s;
    Arrays.fill(out, 0);
    out[1] = 2 / n_rad_s;
    out[3] = -2 / n_rad_s;
    out[6] = s;
    out[7] = 2 * c;
    out[9] = -c;
    out[10] = 2 * s;
    out[14] = c;
    out[17] = s;
  }
}
