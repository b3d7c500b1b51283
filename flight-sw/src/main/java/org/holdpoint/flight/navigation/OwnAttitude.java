package org.holdpoint.flight.navigation;

import java.util.List;
import org.hipparchus.util.FastMath;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.Sensor;
import org.holdpoint.dictionary.telemetry.UnitState;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.sample.AttitudeFix;
import org.holdpoint.flight.sample.InertialSample;
import org.holdpoint.flight.sensing.Repetition;
import org.holdpoint.flight.sensing.UnitWatch;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.Quaternion;
import org.holdpoint.motion.Rotations;
import org.holdpoint.motion.Vec3;
import org.jspecify.annotations.Nullable;

/**
 * Attitude from GCRF to body and the gyro's bias: the quaternion is carried by IMU A and corrected
 * by star tracker A. Multiplicative filter after Lefferts, Markley and Shuster (1982). Its
 * covariance is kept per body axis (angle, bias), without the coupling by the body rate: at rates
 * below 1 deg/s and fixes ten times a second a fix is forgotten within a degree of turn.
 */
final class OwnAttitude implements Retained {
  private static final double CROSS_SIGMA_RAD = FastMath.toRadians(5.0 / 3600);
  private static final double ROLL_SIGMA_RAD = FastMath.toRadians(30.0 / 3600);

  /** Equal samples in a row that tell a stuck unit: half a second. */
  private static final int STUCK_AT = 5;

  /**
   * Without gyro the rate is drawn to the fixes, and may walk by 1.7e-3 rad/s in a second: rad2/s3.
   * Wheels give 4e-3 rad/s2; at this noise a fix lags by less than 2 sigma in the fastest slew, and
   * the rate is good to 0.05 deg/s.
   */
  private static final double UNSENSED_RATE_NOISE = 3e-6;

  /** Of a rate that nothing tells: slews are no faster. */
  private static final double ANY_RATE_RAD_S = 0.0175;

  /** Twice the gyro's random walk of 0.01 deg/sqrt(h), squared: rad2/s. */
  private static final double ANGLE_NOISE = 3.4e-11;

  /** A bias that wanders by 0.1 deg/h in 1,000 s: rad2/s3. */
  private static final double BIAS_NOISE = 2.4e-16;

  private static final double FIRST_BIAS_SIGMA_RAD_S = 5e-5;

  /** 99.73 % of a chi-squared variable with three degrees of freedom. */
  private static final double GATE = 14.16;

  /** After so many rejected fixes in a row (10 s) the tracker is believed and not the gyro. */
  private static final int RESTART_AFTER = 100;

  /** Without gyro already after these, 0.5 s: a held rate is worth less than any fix. */
  private static final int RESTART_GYROLESS_AFTER = 5;

  /** Neither gyro nor tracker for longer than this: the body may turn, and nobody knows how. */
  private static final double UNSENSED_S = 10;

  /** Gyro alone for some seven hours; 35 m across the line of sight at 1 km. */
  private static final double LOST_SIGMA_RAD = FastMath.toRadians(2);

  private final UnitWatch tracker =
      new UnitWatch(Sensor.STAR_TRACKER_A, 2_000_000_000L, 30, STUCK_AT);
  private final UnitWatch gyro = new UnitWatch(Sensor.IMU_A, 500_000_000L, 1, STUCK_AT);

  private final Repetition thrust = new Repetition(STUCK_AT);

  private boolean known;
  private double unsensed_s;
  private Quaternion q_BI = Quaternion.IDENTITY;
  private Vec3 rate_B_rad_s = Vec3.ZERO;
  private Vec3 bias_B_rad_s = Vec3.ZERO;
  private final double[] angleVariance = new double[3];
  private final double[] crossCovariance = new double[3];

  /** Of the bias, or of the rate itself while no gyro tells it. */
  private final double[] biasVariance = new double[3];

  /** Of the bias when the gyro fell silent; not in use while it speaks. */
  private final double[] keptBiasVariance = new double[3];

  private boolean gyroless;

  /**
   * Carries and corrects the attitude.
   *
   * @return whether IMU A delivered a fresh sample whose delta-v may be used
   */
  boolean step(
      Tick tick,
      double dt_s,
      @Nullable InertialSample imu,
      @Nullable AttitudeFix fix,
      List<EventReport> events) {
    unsensed_s += dt_s;
    boolean sensed = false;
    boolean pushed = false;
    if (imu != null && gyro.admits(tick.tai_ns(), imu.sampled_tai_ns())) {
      // Either half may be stuck and the other serve on.
      Vec3 dv = imu.deltaV_B_m_s();
      pushed = !thrust.of(dv.x(), dv.y(), dv.z());
      sensed = !gyro.repeats(imu.rate_B_rad_s(), events);
      if (!pushed) {
        gyro.stuck(events);
      }
    }
    if (sensed == gyroless) {
      exchange(sensed);
    }
    if (imu != null && sensed) {
      rate_B_rad_s = imu.rate_B_rad_s().minus(bias_B_rad_s);
      unsensed_s = 0;
      if (pushed) {
        gyro.accepted(events);
      }
    }
    if (known && dt_s > 0) {
      q_BI = Quaternion.ofBodyTurn(rate_B_rad_s.times(dt_s)).times(q_BI).normalized();
      predict(dt_s, sensed);
    }
    if (fix != null
        && tracker.admits(tick.tai_ns(), fix.sampled_tai_ns())
        && !tracker.repeats(fix.q_BI().q1(), fix.q_BI().q2(), fix.q_BI().q3(), events)
        && (tracker.heard() || gyroless)) {
      double age_s = (tick.tai_ns() - fix.sampled_tai_ns()) * 1e-9;
      Quaternion now =
          age_s == 0
              ? fix.q_BI()
              : Quaternion.ofBodyTurn(rate_B_rad_s.times(age_s)).times(fix.q_BI());
      unsensed_s = 0;
      correct(now, events);
    }
    tracker.step(tick.tai_ns(), events);
    gyro.step(tick.tai_ns(), events);
    return pushed;
  }

  /**
   * The gyro falls silent or speaks again. While it is silent the second state of each axis is the
   * error of the held rate, which begins as the bias's: fixes draw the rate after the body, or
   * control would damp a motion that is long over and excite the true one.
   */
  private void exchange(boolean sensed) {
    gyroless = !sensed;
    for (int i = 0; i < 3; i++) {
      if (gyroless) {
        keptBiasVariance[i] = biasVariance[i];
      } else {
        biasVariance[i] = keptBiasVariance[i];
        crossCovariance[i] = 0;
      }
    }
  }

  private void predict(double dt_s, boolean sensed) {
    for (int i = 0; i < 3; i++) {
      if (!sensed) {
        biasVariance[i] += dt_s * UNSENSED_RATE_NOISE;
      }
      angleVariance[i] += dt_s * (ANGLE_NOISE - 2 * crossCovariance[i] + dt_s * biasVariance[i]);
      crossCovariance[i] -= dt_s * biasVariance[i];
      biasVariance[i] += dt_s * BIAS_NOISE;
    }
  }

  private void correct(Quaternion fix_q_BI, List<EventReport> events) {
    if (!known) {
      restart(fix_q_BI);
      tracker.accepted(events);
      return;
    }
    Vec3 error = Rotations.rotationVector_rad(fix_q_BI.times(q_BI.conjugate()));
    double[] z = {error.x(), error.y(), error.z()};
    double nis = 0;
    for (int i = 0; i < 3; i++) {
      nis += z[i] * z[i] / (angleVariance[i] + noise(i));
    }
    if (nis > GATE) {
      tracker.rejected(nis, events);
      if (tracker.rejectedInARow() >= (gyroless ? RESTART_GYROLESS_AFTER : RESTART_AFTER)) {
        restart(fix_q_BI);
        tracker.forgiven();
      }
      return;
    }
    // Without a gyro nothing else tells the attitude.
    boolean trusted = tracker.trusted() || gyroless;
    tracker.accepted(events);
    if (!trusted) {
      return;
    }
    double[] turn = new double[3];
    double[] drift = new double[3];
    for (int i = 0; i < 3; i++) {
      double s = angleVariance[i] + noise(i);
      double angleGain = angleVariance[i] / s;
      double biasGain = crossCovariance[i] / s;
      turn[i] = angleGain * z[i];
      drift[i] = biasGain * z[i];
      double keep = 1 - angleGain;
      biasVariance[i] -= biasGain * crossCovariance[i];
      crossCovariance[i] *= keep;
      angleVariance[i] = keep * keep * angleVariance[i] + angleGain * angleGain * noise(i);
    }
    q_BI = Quaternion.ofBodyTurn(new Vec3(turn[0], turn[1], turn[2])).times(q_BI).normalized();
    Vec3 change = new Vec3(drift[0], drift[1], drift[2]);
    if (!gyroless) {
      bias_B_rad_s = bias_B_rad_s.plus(change);
    }
    rate_B_rad_s = rate_B_rad_s.minus(change);
  }

  private void restart(Quaternion fix_q_BI) {
    known = true;
    q_BI = fix_q_BI.normalized();
    for (int i = 0; i < 3; i++) {
      angleVariance[i] = noise(i);
      crossCovariance[i] = 0;
      keptBiasVariance[i] = FIRST_BIAS_SIGMA_RAD_S * FIRST_BIAS_SIGMA_RAD_S;
      biasVariance[i] = gyroless ? ANY_RATE_RAD_S * ANY_RATE_RAD_S : keptBiasVariance[i];
    }
  }

  /** Variance of a fix about body axis {@code i}; the boresight is z. */
  private static double noise(int i) {
    double sigma = i == 2 ? ROLL_SIGMA_RAD : CROSS_SIGMA_RAD;
    return sigma * sigma;
  }

  /** False until the first fix: no attitude is known. */
  boolean known() {
    return known;
  }

  /** It cannot be said to a degree or two any more, or nothing tells how the body turns. */
  boolean lost() {
    return unsensed_s > UNSENSED_S || known && variance_rad2() > LOST_SIGMA_RAD * LOST_SIGMA_RAD;
  }

  /** From GCRF to body. */
  Quaternion q_BI() {
    return q_BI;
  }

  /** Inertial rate of the body, body frame. */
  Vec3 rate_B_rad_s() {
    return rate_B_rad_s;
  }

  /** Variance of the worst axis, rad2. */
  double variance_rad2() {
    return Math.max(angleVariance[0], Math.max(angleVariance[1], angleVariance[2]));
  }

  UnitState trackerState() {
    return tracker.state();
  }

  UnitState gyroState() {
    return gyro.state();
  }

  @Override
  public void save(StateWriter out) {
    tracker.save(out);
    gyro.save(out);
    out.put(known).put(unsensed_s).put(q_BI).put(rate_B_rad_s).put(bias_B_rad_s);
    out.put(angleVariance).put(crossCovariance).put(biasVariance);
    thrust.save(out);
    out.put(keptBiasVariance).put(gyroless);
  }

  @Override
  public void restore(StateReader in) {
    tracker.restore(in);
    gyro.restore(in);
    known = in.getBoolean();
    unsensed_s = in.getDouble();
    q_BI = in.getQuaternion();
    rate_B_rad_s = in.getVec3();
    bias_B_rad_s = in.getVec3();
    copy(in, angleVariance);
    copy(in, crossCovariance);
    copy(in, biasVariance);
    thrust.restore(in);
    copy(in, keptBiasVariance);
    gyroless = in.getBoolean();
  }

  private static void copy(StateReader in, double[] to) {
    System.arraycopy(in.getDoubles(), 0, to, 0, to.length);
  }
}
