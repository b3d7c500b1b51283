package org.holdpoint.world.sensor;

/** The truth that sensors see, refilled each tick; arrays are read only for them. */
public final class Situation {
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

  /** Unit vector from chaser to target, body frame. */
  public final double[] toTarget_B = new double[3];

  /** Between the centres of mass. */
  public double range_m;

  /** From the target's centre to the nearest plane of its hull across the line of sight. */
  public double hullAlongSight_m;

  /** The target's largest dimension. */
  public double targetSize_m;

  /** Unit vector to the Sun, body frame. */
  public final double[] sun_B = new double[3];

  public boolean chaserLit;
  public boolean targetLit;
  public double propellant_kg;

  /** Cosine of the angle between the boresight of cameras and rangers, +x body, and the target. */
  double targetCosine() {
    return toTarget_B[0];
  }
}
