package org.holdpoint.world;

import java.nio.ByteBuffer;
import org.hipparchus.geometry.euclidean.threed.Rotation;
import org.hipparchus.util.FastMath;
import org.holdpoint.world.dynamics.RigidBody;
import org.holdpoint.world.sample.Xyz;
import org.holdpoint.world.state.Kept;
import org.orekit.frames.LOFType;

/**
 * The target's attitude: held by its own control, which plumes do not disturb, or free as a rigid
 * body that only plumes push.
 */
final class TargetTurning implements Kept {
  private static final double[] NO_WHEELS = new double[3];

  private final TargetAttitude.Motion motion;
  private final RigidBody rigid = new RigidBody();
  private final double[] q_TI = new double[4];
  private final double[] torque_N_m = new double[3];

  TargetTurning(TargetAttitude attitude, double[] target_I) {
    motion = attitude.motion();
    Xyz j = attitude.inertia_kg_m2();
    rigid.setInertia(j.x(), j.y(), j.z(), 0, 0, 0);
    double[] state = rigid.state();
    System.arraycopy(
        quaternion(LOFType.LVLH_CCSDS.rotationFromInertial(RelativeState.pv(target_I))),
        0,
        state,
        0,
        4);
    state[4] = FastMath.toRadians(attitude.rate_T_deg_s().x());
    state[5] = FastMath.toRadians(attitude.rate_T_deg_s().y());
    state[6] = FastMath.toRadians(attitude.rate_T_deg_s().z());
  }

  /** Advances by 100 ms under an angular impulse about its centre of mass, its body axes. */
  void advance(double[] angularImpulse_T_N_m_s) {
    if (motion == TargetAttitude.Motion.SPIN || motion == TargetAttitude.Motion.TUMBLE) {
      for (int i = 0; i < 3; i++) {
        torque_N_m[i] = angularImpulse_T_N_m_s[i] / RigidBody.STEP_S;
      }
      rigid.advance(torque_N_m, NO_WHEELS);
    }
  }

  /** q_TI: takes GCRF components to those of the target's body; do not change it. */
  double[] q_TI(double[] target_I) {
    if (motion == TargetAttitude.Motion.NADIR_FIXED) {
      nadir(target_I, q_TI);
    } else {
      System.arraycopy(rigid.state(), 0, q_TI, 0, 4);
    }
    return q_TI;
  }

  /** The same so much later, at the present rate; one that is held stays as it is. */
  double[] ahead(double[] target_I, double ahead_s) {
    if (motion == TargetAttitude.Motion.NADIR_FIXED) {
      return q_TI(target_I);
    }
    rigid.attitudeAhead(ahead_s, q_TI);
    return q_TI;
  }

  /** Orekit's LVLH_CCSDS axes: z to Earth, y against the orbit normal. Allocates nothing. */
  private static void nadir(double[] s, double[] q) {
    double r = Math.sqrt(s[0] * s[0] + s[1] * s[1] + s[2] * s[2]);
    double hx = s[1] * s[5] - s[2] * s[4];
    double hy = s[2] * s[3] - s[0] * s[5];
    double hz = s[0] * s[4] - s[1] * s[3];
    double h = Math.sqrt(hx * hx + hy * hy + hz * hz);
    double zx = -s[0] / r;
    double zy = -s[1] / r;
    double zz = -s[2] / r;
    double yx = -hx / h;
    double yy = -hy / h;
    double yz = -hz / h;
    double xx = yy * zz - yz * zy;
    double xy = yz * zx - yx * zz;
    double xz = yx * zy - yy * zx;
    fromAxes(xx, xy, xz, yx, yy, yz, zx, zy, zz, q);
  }

  /**
   * The quaternion of a frame from its axes' GCRF components (Shepperd, Journal of Guidance and
   * Control 1, 1978): the largest of its components is found first and is positive.
   */
  private static void fromAxes(
      double xx,
      double xy,
      double xz,
      double yx,
      double yy,
      double yz,
      double zx,
      double zy,
      double zz,
      double[] q) {
    double trace = xx + yy + zz;
    // 4 q0 q1 = yz - zy with the sign of q_TI, and so on around
    double a = zy - yz;
    double b = xz - zx;
    double c = yx - xy;
    if (trace >= xx && trace >= yy && trace >= zz) {
      double root = Math.sqrt(1 + trace);
      set(q, root / 2, a / (2 * root), b / (2 * root), c / (2 * root));
    } else if (xx >= yy && xx >= zz) {
      double root = Math.sqrt(1 + xx - yy - zz);
      set(q, a / (2 * root), root / 2, (xy + yx) / (2 * root), (xz + zx) / (2 * root));
    } else if (yy >= zz) {
      double root = Math.sqrt(1 + yy - xx - zz);
      set(q, b / (2 * root), (xy + yx) / (2 * root), root / 2, (yz + zy) / (2 * root));
    } else {
      double root = Math.sqrt(1 + zz - xx - yy);
      set(q, c / (2 * root), (xz + zx) / (2 * root), (yz + zy) / (2 * root), root / 2);
    }
  }

  private static void set(double[] q, double q0, double q1, double q2, double q3) {
    q[0] = q0;
    q[1] = q1;
    q[2] = q2;
    q[3] = q3;
  }

  @Override
  public void save(ByteBuffer out) {
    rigid.save(out);
  }

  @Override
  public void restore(ByteBuffer in) {
    rigid.restore(in);
  }

  /**
   * The one place where Hipparchus's quaternions become ours: a rotation that takes components of A
   * to those of B has q_BA with the opposite sign of the vector part.
   */
  static double[] quaternion(Rotation rotation) {
    return new double[] {rotation.getQ0(), -rotation.getQ1(), -rotation.getQ2(), -rotation.getQ3()};
  }
}
