package org.holdpoint.world.dynamics;

import java.nio.ByteBuffer;
import org.holdpoint.world.state.Kept;

/**
 * Push of the chaser's plumes on the target's box. Far from the nozzle the momentum flux of a plume
 * falls with range squared and with a power of the cosine from its axis, F (n + 1) / (2 pi r^2)
 * cos^n(theta), which carries the whole thrust F through the half space (Simons, Effect of Nozzle
 * Boundary Layers on Rocket Exhaust Plumes, AIAA Journal 10, 1972, has the form; n is taken as 10,
 * half of the flow inside 20 deg). Each face that sees the nozzle takes what arrives at its centre,
 * as gas that sticks; recoil of what leaves again is left out. Nearer than a metre the flux stays
 * what it is there. Allocates nothing.
 */
public final class Plume implements Kept {
  /** Beyond this range plumes are not looked at: 88 N push the target by less than 1 mN. */
  public static final double LARGEST_RANGE_M = 500;

  private static final int POWER = 10;
  private static final double NEAREST_M = 1;

  private final double[] half_m;
  private final double[] impulse_I_N_s = new double[3];
  private final double[] angularImpulse_T_N_m_s = new double[3];
  private final double[] impulse_T_N_s = new double[3];
  private final double[] nozzle_T_m = new double[3];
  private final double[] axis_T = new double[3];
  private final double[] body = new double[3];
  private final double[] inertial = new double[3];
  private final double[] way = new double[3];

  /** A target whose box has these half dimensions about its centre of mass. */
  public Plume(double halfX_m, double halfY_m, double halfZ_m) {
    half_m = new double[] {halfX_m, halfY_m, halfZ_m};
  }

  /**
   * Finds the push of one step.
   *
   * @param thrusters what they gave in it
   * @param q_BI chaser's attitude
   * @param centreOfMass_B_m chaser's
   * @param r_CT_I_m chaser from target, GCRF
   * @param q_TI target's attitude
   */
  public void push(
      ThrusterSet thrusters,
      double[] q_BI,
      double[] centreOfMass_B_m,
      double[] r_CT_I_m,
      double[] q_TI) {
    clear();
    for (int i = 0; i < ThrusterSet.COUNT; i++) {
      double seconds = thrusters.seconds(i);
      if (seconds == 0) {
        continue;
      }
      double[] place = thrusters.position(i);
      for (int k = 0; k < 3; k++) {
        body[k] = place[k] - centreOfMass_B_m[k];
      }
      BodyFrame.toInertial(q_BI, body, inertial);
      for (int k = 0; k < 3; k++) {
        inertial[k] += r_CT_I_m[k];
      }
      BodyFrame.toBody(q_TI, inertial, nozzle_T_m);
      BodyFrame.toInertial(q_BI, thrusters.force(i), inertial);
      BodyFrame.toBody(q_TI, inertial, axis_T);
      pushByOne(seconds);
    }
    BodyFrame.toInertial(q_TI, impulse_T_N_s, impulse_I_N_s);
  }

  /** No push. */
  public void clear() {
    for (int k = 0; k < 3; k++) {
      impulse_T_N_s[k] = 0;
      impulse_I_N_s[k] = 0;
      angularImpulse_T_N_m_s[k] = 0;
    }
  }

  /** The gas leaves against {@link #axis_T}, whose length is the thrust. */
  private void pushByOne(double seconds) {
    double thrust_N =
        Math.sqrt(axis_T[0] * axis_T[0] + axis_T[1] * axis_T[1] + axis_T[2] * axis_T[2]);
    for (int normal = 0; normal < 3; normal++) {
      double side = nozzle_T_m[normal] < 0 ? -1 : 1;
      double height_m = side * nozzle_T_m[normal] - half_m[normal];
      if (height_m <= 0) {
        continue;
      }
      int k = (normal + 1) % 3;
      int l = (normal + 2) % 3;
      way[normal] = -side * height_m;
      way[k] = -nozzle_T_m[k];
      way[l] = -nozzle_T_m[l];
      double range_m = Math.sqrt(way[0] * way[0] + way[1] * way[1] + way[2] * way[2]);
      double cosine =
          -(way[0] * axis_T[0] + way[1] * axis_T[1] + way[2] * axis_T[2]) / (thrust_N * range_m);
      if (cosine <= 0) {
        continue;
      }
      double area_m2 = 4 * half_m[k] * half_m[l];
      double seen_m2 = area_m2 * height_m / range_m;
      double impulse_N_s = seconds * thrust_N * flux_m2(range_m, cosine) * seen_m2;
      double arm_m = side * half_m[normal];
      for (int axis = 0; axis < 3; axis++) {
        impulse_T_N_s[axis] += impulse_N_s * way[axis] / range_m;
      }
      // the arm lies along the face's normal
      angularImpulse_T_N_m_s[k] -= arm_m * impulse_N_s * way[l] / range_m;
      angularImpulse_T_N_m_s[l] += arm_m * impulse_N_s * way[k] / range_m;
    }
  }

  /** Momentum flux for each newton of thrust. */
  public static double flux_m2(double range_m, double cosine) {
    double r = Math.max(NEAREST_M, range_m);
    double c2 = cosine * cosine;
    double c4 = c2 * c2;
    return (POWER + 1) / (2 * Math.PI * r * r) * c4 * c4 * c2;
  }

  /** On the target in the step, GCRF; do not change it. */
  public double[] impulse_I_N_s() {
    return impulse_I_N_s;
  }

  /** On the target in the step about its centre of mass, its body axes; do not change it. */
  public double[] angularImpulse_T_N_m_s() {
    return angularImpulse_T_N_m_s;
  }

  /** Size of the impulse. */
  public double size_N_s() {
    double[] p = impulse_I_N_s;
    return Math.sqrt(p[0] * p[0] + p[1] * p[1] + p[2] * p[2]);
  }

  @Override
  public void save(ByteBuffer out) {
    Kept.put(out, impulse_I_N_s);
  }

  @Override
  public void restore(ByteBuffer in) {
    Kept.get(in, impulse_I_N_s);
  }
}
