package org.holdpoint.world.sensor;

import org.holdpoint.world.dynamics.BodyFrame;

/** The truth that sensors see, refilled each tick; arrays are read only for them. */
public final class Situation {
  /** Sensors take Earth for a sphere of its equatorial radius. */
  static final double EARTH_RADIUS_M = 6_378_137;

  /** Time of the samples. */
  public long tai_ns;

  /** Chaser's position and velocity, GCRF. */
  public final double[] chaser_I = new double[6];

  /** q_BI (4), body rate (3), wheel momentum (3). */
  public final double[] body = new double[10];

  /** Mean body rate over the last 100 ms. */
  public final double[] meanRate_rad_s = new double[3];

  /** What the accelerometers felt over the last 100 ms, body frame. */
  public final double[] deltaV_B_m_s = new double[3];

  public double propellant_kg;

  /** 0 empty, 1 full. */
  public double batteryCharge;

  public boolean chaserLit;
  public boolean targetLit;

  /** The target's largest dimension. */
  public double targetSize_m;

  /** The target's area that sunlight sees, mean. */
  public double targetArea_m2;

  /** Half dimensions of the target's hull along its body axes. */
  public final double[] hull_m = new double[3];

  /** The target has a transponder that answers. */
  public boolean targetCooperative;

  /** q_TI: the target's attitude. */
  public final double[] q_TI = new double[4];

  // from here on: what follows from the above, filled by look

  /** Unit vector from chaser to target, body frame. */
  public final double[] toTarget_B = new double[3];

  /** Chaser from the target's centre, target's body frame. */
  public final double[] chaser_T_m = new double[3];

  /** Between the centres of mass. */
  public double range_m;

  /** Its rate of change. */
  public double rangeRate_m_s;

  /** Unit vector to the Sun, body frame. */
  public final double[] sun_B = new double[3];

  /** Unit vector to Earth's centre, body frame. */
  public final double[] nadir_B = new double[3];

  /** From Earth's centre. */
  public double radius_m;

  private final double[] work = new double[3];

  /** Fills all that follows from the chaser's state and the target's. */
  public void look(double[] target_I, double[] sun_I_m) {
    double distance2 = 0;
    double closing = 0;
    for (int i = 0; i < 3; i++) {
      work[i] = chaser_I[i] - target_I[i];
      distance2 += work[i] * work[i];
      closing += work[i] * (chaser_I[3 + i] - target_I[3 + i]);
    }
    range_m = Math.sqrt(distance2);
    rangeRate_m_s = closing / range_m;
    BodyFrame.toBody(q_TI, work, chaser_T_m);
    BodyFrame.toBody(body, work, toTarget_B);
    for (int i = 0; i < 3; i++) {
      toTarget_B[i] /= -range_m;
    }
    for (int i = 0; i < 3; i++) {
      work[i] = sun_I_m[i] - chaser_I[i];
    }
    direction(sun_B);
    for (int i = 0; i < 3; i++) {
      work[i] = -chaser_I[i];
    }
    radius_m = direction(nadir_B);
  }

  /** Direction of {@link #work} in the body frame; returns its length. */
  private double direction(double[] u_B) {
    double length = Math.sqrt(dot(work, work));
    BodyFrame.toBody(body, work, u_B);
    for (int i = 0; i < 3; i++) {
      u_B[i] /= length;
    }
    return length;
  }

  /**
   * Whether a direction stands at least so far above Earth's limb; the limb is asin(R / r) from
   * nadir. By cosines, since star trackers ask each tick.
   *
   * @param cosine of the angle above the limb
   * @param sine of the same
   */
  boolean aboveLimb(double[] u_B, double cosine, double sine) {
    double limbSine = Math.min(1, EARTH_RADIUS_M / radius_m);
    double limbCosine = Math.sqrt(1 - limbSine * limbSine);
    return dot(u_B, nadir_B) <= limbCosine * cosine - limbSine * sine;
  }

  /** Earth stands between chaser and target. */
  boolean earthInFront() {
    double along_m = radius_m * dot(toTarget_B, nadir_B);
    if (along_m <= 0 || along_m >= range_m) {
      return false;
    }
    return radius_m * radius_m - along_m * along_m < EARTH_RADIUS_M * EARTH_RADIUS_M;
  }

  static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }
}
