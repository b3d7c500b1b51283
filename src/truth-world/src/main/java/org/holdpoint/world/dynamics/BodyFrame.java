package org.holdpoint.world.dynamics;

/** Turns vectors by v_B = q_BI v_I conj(q_BI), Hamilton, scalar first. */
public final class BodyFrame {
  private BodyFrame() {}

  /** From GCRF to body components. */
  public static void toBody(double[] q_BI, double[] v_I, double[] v_B) {
    turn(q_BI[0], q_BI[1], q_BI[2], q_BI[3], v_I, v_B);
  }

  /** From body to GCRF components. */
  public static void toInertial(double[] q_BI, double[] v_B, double[] v_I) {
    turn(q_BI[0], -q_BI[1], -q_BI[2], -q_BI[3], v_B, v_I);
  }

  private static void turn(double q0, double q1, double q2, double q3, double[] from, double[] to) {
    double x = from[0];
    double y = from[1];
    double z = from[2];
    double tx = 2 * (q2 * z - q3 * y);
    double ty = 2 * (q3 * x - q1 * z);
    double tz = 2 * (q1 * y - q2 * x);
    to[0] = x + q0 * tx + q2 * tz - q3 * ty;
    to[1] = y + q0 * ty + q3 * tx - q1 * tz;
    to[2] = z + q0 * tz + q1 * ty - q2 * tx;
  }
}
