package org.holdpoint.world;

import org.hipparchus.geometry.euclidean.threed.Rotation;
import org.hipparchus.util.FastMath;
import org.orekit.frames.LOFType;

/** The target's attitude as a function of its orbit and the time since start. */
final class TargetTurning {
  private final TargetAttitude attitude;
  private final double[] start_q_TI;

  TargetTurning(TargetAttitude attitude, double[] target_I) {
    this.attitude = attitude;
    start_q_TI = nadir(target_I);
  }

  /** q_TI: takes GCRF components to those of the target's body. */
  double[] q_TI(double[] target_I, double since_s) {
    return switch (attitude.motion()) {
      case NADIR_FIXED -> nadir(target_I);
      case INERTIAL -> start_q_TI.clone();
      case SPIN -> spun(since_s);
    };
  }

  private double[] spun(double since_s) {
    double half = 0.5 * FastMath.toRadians(attitude.rate_deg_s()) * since_s;
    double c = FastMath.cos(half);
    double s = -FastMath.sin(half);
    double[] q = start_q_TI;
    return new double[] {
      c * q[0] - s * q[2], c * q[1] + s * q[3], c * q[2] + s * q[0], c * q[3] - s * q[1]
    };
  }

  private static double[] nadir(double[] target_I) {
    return quaternion(LOFType.LVLH_CCSDS.rotationFromInertial(RelativeState.pv(target_I)));
  }

  /**
   * The one place where Hipparchus's quaternions become ours: a rotation that takes components of A
   * to those of B has q_BA with the opposite sign of the vector part.
   */
  static double[] quaternion(Rotation rotation) {
    return new double[] {rotation.getQ0(), -rotation.getQ1(), -rotation.getQ2(), -rotation.getQ3()};
  }
}
