package org.holdpoint.world;

import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.holdpoint.world.sample.Xyz;
import org.orekit.frames.LOFType;
import org.orekit.frames.Transform;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.PVCoordinates;

/**
 * Chaser relative to target in Orekit's own local frame, {@code LOFType.QSW} of the target.
 *
 * @param r_CT_L_m position
 * @param v_CT_L_m_s velocity seen in the rotating frame
 */
public record RelativeState(Xyz r_CT_L_m, Xyz v_CT_L_m_s) {

  /** From two positions and velocities in one inertial frame, each of six numbers. */
  public static RelativeState of(double[] target_I, double[] chaser_I) {
    PVCoordinates relative = qsw(target_I).transformPVCoordinates(pv(chaser_I));
    return new RelativeState(xyz(relative.getPosition()), xyz(relative.getVelocity()));
  }

  /** The chaser's position and velocity in the inertial frame that the target is given in. */
  public double[] chaser_I(double[] target_I) {
    PVCoordinates chaser =
        qsw(target_I)
            .getInverse()
            .transformPVCoordinates(
                new PVCoordinates(
                    new Vector3D(r_CT_L_m.x(), r_CT_L_m.y(), r_CT_L_m.z()),
                    new Vector3D(v_CT_L_m_s.x(), v_CT_L_m_s.y(), v_CT_L_m_s.z())));
    Vector3D r = chaser.getPosition();
    Vector3D v = chaser.getVelocity();
    return new double[] {r.getX(), r.getY(), r.getZ(), v.getX(), v.getY(), v.getZ()};
  }

  static PVCoordinates pv(double[] rv) {
    return new PVCoordinates(new Vector3D(rv[0], rv[1], rv[2]), new Vector3D(rv[3], rv[4], rv[5]));
  }

  /** The date plays no part in the transform. */
  private static Transform qsw(double[] target_I) {
    return LOFType.QSW.transformFromInertial(AbsoluteDate.J2000_EPOCH, pv(target_I));
  }

  private static Xyz xyz(Vector3D v) {
    return new Xyz(v.getX(), v.getY(), v.getZ());
  }
}
