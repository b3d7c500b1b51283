package org.holdpoint.world.sample;

/**
 * Rotation quaternion, Hamilton, scalar first, unit norm, q0 at least 0. {@code q_BI} takes GCRF
 * components to body ones: v_B = q v_I conj(q). A body turned +90 deg about z has (0.7071, 0, 0,
 * -0.7071).
 */
public record Wxyz(double q0, double q1, double q2, double q3) {

  /** The quaternion of either sign with q0 at least 0. */
  public static Wxyz of(double[] q, int from) {
    double s = q[from] < 0 ? -1 : 1;
    return new Wxyz(s * q[from], s * q[from + 1], s * q[from + 2], s * q[from + 3]);
  }
}
