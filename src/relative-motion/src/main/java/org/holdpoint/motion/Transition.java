package org.holdpoint.motion;

import java.util.Optional;

/**
 * What can be done with a 6x6 state transition matrix of relative motion whose cross-track part is
 * uncoupled (Clohessy-Wiltshire, Yamanaka-Ankersen). Matrices are 36 entries by rows, SI units,
 * frame L.
 */
public final class Transition {
  /**
   * In-plane transfers whose position-by-velocity block is conditioned worse than this are refused:
   * about 42 s around one revolution at 500 km, where a metre would cost 24 times as much as a
   * direct drift.
   */
  static final double MAX_CONDITION = 400;

  /** Cross-track is near singular when a velocity moves it by less than this part of its reach. */
  static final double MIN_CROSS_TRACK_GAIN = 0.05;

  /** Near a cross-track singularity an end point missed by no more than this is accepted. */
  static final double CROSS_TRACK_TOLERANCE_M = 5;

  private Transition() {}

  /** {@code phi * state}. */
  public static RelativeState apply(double[] phi, RelativeState state) {
    Vec3 r = state.r_CT_L_m();
    Vec3 v = state.v_CT_L_m_s();
    return new RelativeState(
        new Vec3(row(phi, 0, r, v), row(phi, 6, r, v), row(phi, 12, r, v)),
        new Vec3(row(phi, 18, r, v), row(phi, 24, r, v), row(phi, 30, r, v)));
  }

  private static double row(double[] phi, int at, Vec3 r, Vec3 v) {
    return phi[at] * r.x()
        + phi[at + 1] * r.y()
        + phi[at + 2] * r.z()
        + phi[at + 3] * v.x()
        + phi[at + 4] * v.y()
        + phi[at + 5] * v.z();
  }

  /**
   * Two impulses from {@code from} to {@code to}: v0+ = Prv^-1 (rf - Prr r0).
   *
   * <p>Refused near in-plane singularities (whole revolutions). Near cross-track singularities
   * (half revolutions) the cross-track velocity is nulled at departure and arrival if that ends
   * within {@value #CROSS_TRACK_TOLERANCE_M} m of the end point, and refused otherwise: no impulse
   * can move the end point there.
   *
   * @param reach_s the smaller of the transfer time and the time per radian of the orbit
   * @return empty when refused
   */
  public static Optional<TwoImpulse> twoImpulse(
      double[] phi, RelativeState from, RelativeState to, double reach_s) {
    Vec3 r0 = from.r_CT_L_m();
    Vec3 rf = to.r_CT_L_m();
    double a = phi[3];
    double b = phi[4];
    double c = phi[9];
    double d = phi[10];
    double determinant = a * d - b * c;
    double size = a * a + b * b + c * c + d * d;
    if (!(Math.abs(determinant) * MAX_CONDITION > size)) {
      return Optional.empty();
    }
    double dx = rf.x() - phi[0] * r0.x() - phi[1] * r0.y();
    double dy = rf.y() - phi[6] * r0.x() - phi[7] * r0.y();
    double dz = rf.z() - phi[14] * r0.z();
    double vz;
    if (Math.abs(phi[17]) > MIN_CROSS_TRACK_GAIN * reach_s) {
      vz = dz / phi[17];
    } else if (Math.abs(dz) <= CROSS_TRACK_TOLERANCE_M) {
      vz = 0;
    } else {
      return Optional.empty();
    }
    Vec3 departure = new Vec3((d * dx - b * dy) / determinant, (a * dy - c * dx) / determinant, vz);
    RelativeState arrived = apply(phi, new RelativeState(r0, departure));
    return Optional.of(
        new TwoImpulse(
            departure.minus(from.v_CT_L_m_s()), to.v_CT_L_m_s().minus(arrived.v_CT_L_m_s())));
  }

  /**
   * {@code phi * covariance * phi^T} into {@code out}, made exactly symmetric.
   *
   * @param work 36 entries, overwritten
   */
  public static void propagateCovariance(
      double[] phi, double[] covariance, double[] work, double[] out) {
    for (int i = 0; i < 6; i++) {
      for (int j = 0; j < 6; j++) {
        double sum = 0;
        for (int k = 0; k < 6; k++) {
          sum += phi[6 * i + k] * covariance[6 * k + j];
        }
        work[6 * i + j] = sum;
      }
    }
    for (int i = 0; i < 6; i++) {
      for (int j = i; j < 6; j++) {
        double sum = 0;
        for (int k = 0; k < 6; k++) {
          sum += work[6 * i + k] * phi[6 * j + k];
        }
        out[6 * i + j] = sum;
        out[6 * j + i] = sum;
      }
    }
  }
}
