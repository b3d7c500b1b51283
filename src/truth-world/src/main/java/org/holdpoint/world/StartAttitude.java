package org.holdpoint.world;

import org.hipparchus.geometry.euclidean.threed.Rotation;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.holdpoint.world.dynamics.BodyFrame;
import org.holdpoint.world.dynamics.ChaserBody;
import org.orekit.utils.PVCoordinates;

/** How the chaser looks at the start. */
final class StartAttitude {
  /** Nearer to it than this, the orbit normal cannot fix the turn about the line of sight. */
  private static final double ALONG_NORMAL = 0.999;

  /** Sine of the Sun's elevation above the orbital plane, 5 deg. */
  private static final double WELL_OUT = 0.087;

  private StartAttitude() {}

  /**
   * +x body to the target, +z body as near as can be to the orbit normal (to the velocity when the
   * target stands along the normal), turning with the target's local frame. Of the two normals it
   * is the one on the Sun's side, when the Sun is well out of the plane: the star trackers look the
   * other way.
   */
  static void pointAtTarget(
      ChaserBody body, double[] target_I, double[] chaser_I, double[] sun_I_m) {
    PVCoordinates target = RelativeState.pv(target_I);
    Vector3D sight =
        target.getPosition().subtract(RelativeState.pv(chaser_I).getPosition()).normalize();
    Vector3D normal = target.getMomentum().normalize();
    Vector3D sun = new Vector3D(sun_I_m).normalize();
    if (Vector3D.dotProduct(sun, normal) < -WELL_OUT) {
      normal = normal.negate();
    }
    Vector3D up =
        Math.abs(Vector3D.dotProduct(sight, normal)) > ALONG_NORMAL ? target.getVelocity() : normal;
    double[] q_BI =
        TargetTurning.quaternion(new Rotation(sight, up, Vector3D.PLUS_I, Vector3D.PLUS_K));
    Vector3D turning = target.getMomentum().scalarMultiply(1 / target.getPosition().getNormSq());
    double[] rate_B = new double[3];
    BodyFrame.toBody(q_BI, turning.toArray(), rate_B);
    body.start(q_BI, rate_B);
  }
}
