package org.holdpoint.world.dynamics;

import java.nio.ByteBuffer;
import org.hipparchus.util.FastMath;
import org.holdpoint.world.state.Kept;

/**
 * A rigid body that turns about its centre of mass, with three wheels on its axes: Euler's equation
 * J dw/dt = T + T_wheels - w x (J w + h), dh/dt = -T_wheels (Wertz, Spacecraft Attitude
 * Determination and Control, 1978, eq. 16-54), and dq/dt = -1/2 w q (Hamilton, q takes GCRF
 * components to body ones), by Runge-Kutta 4 over 100 ms with torques constant in it. At 30 deg/s
 * the attitude errs by 1e-10 rad a step. Allocates nothing.
 */
public final class RigidBody implements Kept {
  /** Length of a step. */
  public static final double STEP_S = 0.1;

  /** q (4), body rate in rad/s (3), wheel momentum in N m s (3). */
  private final double[] state = new double[10];

  /** xx, yy, zz, xy, xz, yz: the matrix itself, products with their negative sign in it. */
  private final double[] inertia_kg_m2 = new double[6];

  private final double[] inverse = new double[6];
  private final double[] rate = new double[10];
  private final double[] stage = new double[10];
  private final double[] sum = new double[10];

  /** A body at rest, its axes along those of GCRF. */
  public RigidBody() {
    state[0] = 1;
  }

  /** q (4), body rate in rad/s (3), wheel momentum in N m s (3); whoever writes it means it. */
  public double[] state() {
    return state;
  }

  /** The matrix of inertia about the centre of mass: xx, yy, zz, xy, xz, yz; do not change it. */
  public double[] inertia_kg_m2() {
    return inertia_kg_m2;
  }

  /** Sets the matrix of inertia about the centre of mass; it must be positive definite. */
  public void setInertia(double xx, double yy, double zz, double xy, double xz, double yz) {
    inertia_kg_m2[0] = xx;
    inertia_kg_m2[1] = yy;
    inertia_kg_m2[2] = zz;
    inertia_kg_m2[3] = xy;
    inertia_kg_m2[4] = xz;
    inertia_kg_m2[5] = yz;
    double determinant =
        xx * (yy * zz - yz * yz) - xy * (xy * zz - yz * xz) + xz * (xy * yz - yy * xz);
    inverse[0] = (yy * zz - yz * yz) / determinant;
    inverse[1] = (xx * zz - xz * xz) / determinant;
    inverse[2] = (xx * yy - xy * xy) / determinant;
    inverse[3] = (xz * yz - xy * zz) / determinant;
    inverse[4] = (xy * yz - xz * yy) / determinant;
    inverse[5] = (xy * xz - xx * yz) / determinant;
  }

  /** Component 0, 1 or 2 of the inertia times a vector. */
  public double inertiaTimes(int axis, double x, double y, double z) {
    return times(inertia_kg_m2, axis, x, y, z);
  }

  /** Component 0, 1 or 2 of the inverse inertia times a vector. */
  double inverseTimes(int axis, double x, double y, double z) {
    return times(inverse, axis, x, y, z);
  }

  private static double times(double[] m, int axis, double x, double y, double z) {
    return switch (axis) {
      case 0 -> m[0] * x + m[3] * y + m[4] * z;
      case 1 -> m[3] * x + m[1] * y + m[5] * z;
      default -> m[4] * x + m[5] * y + m[2] * z;
    };
  }

  /**
   * Advances by 100 ms.
   *
   * @param torque_B_N_m from outside, mean over the step, body axes
   * @param wheelTorque_B_N_m on the body by its wheels, which lose it
   */
  public void advance(double[] torque_B_N_m, double[] wheelTorque_B_N_m) {
    System.arraycopy(state, 0, stage, 0, 10);
    for (int i = 0; i < 10; i++) {
      sum[i] = 0;
    }
    for (int s = 0; s < 4; s++) {
      derivative(stage, torque_B_N_m, wheelTorque_B_N_m);
      double weight = s == 0 || s == 3 ? 1 : 2;
      double ahead = s == 2 ? STEP_S : STEP_S / 2;
      for (int i = 0; i < 10; i++) {
        sum[i] += weight * rate[i];
        stage[i] = state[i] + ahead * rate[i];
      }
    }
    for (int i = 0; i < 10; i++) {
      state[i] += STEP_S / 6 * sum[i];
    }
    normalise();
  }

  private void derivative(double[] s, double[] torque, double[] wheelTorque) {
    double wx = s[4];
    double wy = s[5];
    double wz = s[6];
    rate[0] = 0.5 * (wx * s[1] + wy * s[2] + wz * s[3]);
    rate[1] = -0.5 * (wx * s[0] + wy * s[3] - wz * s[2]);
    rate[2] = -0.5 * (wy * s[0] + wz * s[1] - wx * s[3]);
    rate[3] = -0.5 * (wz * s[0] + wx * s[2] - wy * s[1]);
    double hx = inertiaTimes(0, wx, wy, wz) + s[7];
    double hy = inertiaTimes(1, wx, wy, wz) + s[8];
    double hz = inertiaTimes(2, wx, wy, wz) + s[9];
    double x = torque[0] + wheelTorque[0] - (wy * hz - wz * hy);
    double y = torque[1] + wheelTorque[1] - (wz * hx - wx * hz);
    double z = torque[2] + wheelTorque[2] - (wx * hy - wy * hx);
    rate[4] = inverseTimes(0, x, y, z);
    rate[5] = inverseTimes(1, x, y, z);
    rate[6] = inverseTimes(2, x, y, z);
    rate[7] = -wheelTorque[0];
    rate[8] = -wheelTorque[1];
    rate[9] = -wheelTorque[2];
  }

  /** The attitude so much later, at the present rate. */
  public void attitudeAhead(double ahead_s, double[] q_BI) {
    double rate_rad_s = Math.sqrt(state[4] * state[4] + state[5] * state[5] + state[6] * state[6]);
    double half = 0.5 * rate_rad_s * ahead_s;
    double c = FastMath.cos(half);
    double s = rate_rad_s > 0 ? -FastMath.sin(half) / rate_rad_s : 0;
    double x = s * state[4];
    double y = s * state[5];
    double z = s * state[6];
    q_BI[0] = c * state[0] - x * state[1] - y * state[2] - z * state[3];
    q_BI[1] = c * state[1] + x * state[0] + y * state[3] - z * state[2];
    q_BI[2] = c * state[2] + y * state[0] + z * state[1] - x * state[3];
    q_BI[3] = c * state[3] + z * state[0] + x * state[2] - y * state[1];
  }

  /** Turns the body by a small vector, body axes. */
  void turn(double x_rad, double y_rad, double z_rad) {
    double x = -0.5 * x_rad;
    double y = -0.5 * y_rad;
    double z = -0.5 * z_rad;
    double q0 = state[0];
    double q1 = state[1];
    double q2 = state[2];
    double q3 = state[3];
    state[0] = q0 - x * q1 - y * q2 - z * q3;
    state[1] = q1 + x * q0 + y * q3 - z * q2;
    state[2] = q2 + y * q0 + z * q1 - x * q3;
    state[3] = q3 + z * q0 + x * q2 - y * q1;
    normalise();
  }

  private void normalise() {
    double norm =
        Math.sqrt(
            state[0] * state[0] + state[1] * state[1] + state[2] * state[2] + state[3] * state[3]);
    for (int i = 0; i < 4; i++) {
      state[i] /= norm;
    }
  }

  /** The state alone; the inertia follows from what the owner keeps. */
  @Override
  public void save(ByteBuffer out) {
    Kept.put(out, state);
  }

  @Override
  public void restore(ByteBuffer in) {
    Kept.get(in, state);
  }
}
