package org.holdpoint.flight.safety;

import org.holdpoint.flight.sample.AttitudeFix;
import org.holdpoint.flight.sample.InertialSample;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.Quaternion;
import org.holdpoint.motion.Vec3;
import org.jspecify.annotations.Nullable;

/**
 * The monitor's own attitude: IMU B carries it on, star tracker B corrects it with a fixed gain.
 * Fixes that jump are refused until enough of them in a row agree that the attitude is the one that
 * is wrong.
 */
final class OwnAttitude implements Retained {
  /** A fix further off than this is refused; noise is 30" about the boresight. */
  private static final double GATE_RAD = 0.0035;

  /** Refused fixes in a row after which the fix is believed: 2 s. */
  private static final int REFUSED_IN_ROW = 20;

  /** Averages about ten fixes, a second. */
  private static final double GAIN = 0.1;

  /** Without IMU B the attitude is that of the fixes. */
  private static final double GAIN_WITHOUT_IMU = 1.0;

  /** Longest time without a fix; IMU B drifts far less than 0.1 deg in it. */
  private static final double FIX_STALE_S = 60;

  private static final double IMU_STALE_S = 1.0;

  private Quaternion q_BI = Quaternion.IDENTITY;
  private Vec3 rate_B_rad_s = Vec3.ZERO;
  private boolean known;
  private int refused;
  private double fixAge_s = Double.MAX_VALUE;
  private double imuAge_s = Double.MAX_VALUE;

  /**
   * @param imu sample of this tick that passed the sample checks, or null
   * @param fix the same for star tracker B
   */
  void step(double dt_s, @Nullable InertialSample imu, @Nullable AttitudeFix fix) {
    fixAge_s += dt_s;
    imuAge_s += dt_s;
    if (imu != null) {
      imuAge_s = 0;
      rate_B_rad_s = imu.rate_B_rad_s();
    } else if (imuAge_s > IMU_STALE_S) {
      rate_B_rad_s = Vec3.ZERO;
    }
    q_BI = Quaternion.ofBodyTurn(rate_B_rad_s.times(dt_s)).times(q_BI).normalized();
    if (fix != null) {
      correct(fix.q_BI().normalized());
    }
  }

  private void correct(Quaternion fix) {
    Quaternion error = fix.times(q_BI.conjugate()).normalized();
    Vec3 turn_B_rad = new Vec3(error.q1(), error.q2(), error.q3()).times(-2);
    boolean close = turn_B_rad.norm() < GATE_RAD || imuAge_s > IMU_STALE_S;
    if (!known || (!close && refused >= REFUSED_IN_ROW)) {
      q_BI = fix;
      known = true;
    } else if (close) {
      double gain = imuAge_s > IMU_STALE_S ? GAIN_WITHOUT_IMU : GAIN;
      q_BI = gain >= 1 ? fix : Quaternion.ofBodyTurn(turn_B_rad.times(gain)).times(q_BI);
      q_BI = q_BI.normalized();
    } else {
      refused++;
      return;
    }
    refused = 0;
    fixAge_s = 0;
  }

  Quaternion q_BI() {
    return q_BI;
  }

  Vec3 rate_B_rad_s() {
    return rate_B_rad_s;
  }

  boolean imuFresh() {
    return imuAge_s <= IMU_STALE_S;
  }

  double imuAge_s() {
    return imuAge_s;
  }

  double fixAge_s() {
    return fixAge_s;
  }

  boolean refusing() {
    return refused > 0;
  }

  /** Good enough to turn a bearing to L. */
  boolean usable() {
    return known && fixAge_s <= (imuFresh() ? FIX_STALE_S : IMU_STALE_S);
  }

  @Override
  public void save(StateWriter out) {
    out.put(q_BI).put(rate_B_rad_s).put(known).put(refused).put(fixAge_s).put(imuAge_s);
  }

  @Override
  public void restore(StateReader in) {
    q_BI = in.getQuaternion();
    rate_B_rad_s = in.getVec3();
    known = in.getBoolean();
    refused = in.getInt();
    fixAge_s = in.getDouble();
    imuAge_s = in.getDouble();
  }
}
