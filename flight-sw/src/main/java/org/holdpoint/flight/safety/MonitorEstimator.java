package org.holdpoint.flight.safety;

import java.util.List;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.Sensor;
import org.holdpoint.dictionary.telemetry.UnitState;
import org.holdpoint.dictionary.telemetry.Validity;
import org.holdpoint.flight.FlightConfiguration;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.sample.AttitudeFix;
import org.holdpoint.flight.sample.BearingFix;
import org.holdpoint.flight.sample.GnssFix;
import org.holdpoint.flight.sample.InertialSample;
import org.holdpoint.flight.sample.MonitorSamples;
import org.holdpoint.flight.sample.RangeFix;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.Quaternion;
import org.holdpoint.motion.Vec3;
import org.jspecify.annotations.Nullable;

/**
 * The monitor's own estimator: star tracker B and IMU B for the attitude, the uploaded ephemeris
 * for L, thermal bearing and laser ranger B for the relative state. Samples that are not finite,
 * not timely, always the same or outside their gate are not used; a sensor that is refused for long
 * makes the state stale, then invalid, and at last the estimate starts again from the sensors.
 */
final class MonitorEstimator implements Retained {
  /** A bearing and a range must have been used this recently for VALID. */
  private static final double FRESH_S = 5;

  /** Older than this the state is INVALID. */
  private static final double STALE_S = 60;

  /** VALID below this 3-sigma position, or the fraction of the range, whichever is more. */
  private static final double VALID_POSITION_M = 10;

  private static final double VALID_POSITION_FRACTION = 0.03;

  /**
   * VALID below this 3-sigma velocity: an error of 12 mm/s drifts 205 m in an orbit, and the
   * nearest hold of an approach is at 250 m. Further out more is allowed in proportion.
   */
  private static final double VALID_VELOCITY_M_S = 0.012;

  private static final double VALID_VELOCITY_PER_S = 4.8e-5;

  /** Refusals in a row of one sensor after which the estimate itself is doubted: 30 s. */
  private static final int DOUBT_IN_ROW = 30;

  private static final double THERMAL_SIGMA_RAD = 0.1 / 180 * Math.PI;

  /** Attitude, ephemeris and alignment, added to the bearing's noise. */
  private static final double ATTITUDE_SIGMA_RAD = 2e-4;

  /** No sensor of the monitor reaches further. */
  private static final double REACH_M = 3500;

  /** Sensed delta-v below this is noise and bias, not thrust: one 1 N pulse of 20 ms is 8e-5. */
  private static final double THRUST_FLOOR_M_S = 6e-5;

  /** More in one tick than all thrusters can give: a damaged sample. */
  private static final double THRUST_CEILING_M_S = 0.1;

  /** Faster than this is not a rate of this vehicle. */
  private static final double RATE_CEILING_RAD_S = 2;

  private static final double RESTART_VELOCITY_SIGMA_M_S = 0.5;

  /** The ranger's reach, GNSS and a good orbit's error: further off it is not the target's. */
  private static final double EPHEMERIS_DOUBT_M = 6000;

  private final TargetEphemeris ephemeris;
  private final OwnAttitude attitude = new OwnAttitude();
  private final RelativeFilter filter;
  private final double hull_m;
  private final UnitWatch starTracker = new UnitWatch();
  private final UnitWatch imu = new UnitWatch();

  /** Of IMU B; only for whether they are stuck. */
  private final UnitWatch accelerometers = new UnitWatch();

  private final UnitWatch thermal = new UnitWatch();
  private final UnitWatch ranger = new UnitWatch();

  /** Of the last GNSS fix; a frozen receiver would be 8 km behind after a second. */
  private Vec3 lastOwn_I_m = Vec3.ZERO;

  private Validity validity = Validity.INVALID;
  private boolean wasValid;
  private Quaternion q_BL = Quaternion.IDENTITY;
  private MonitorUnits units = MonitorUnits.OFF;
  private Vec3 sensed_B_m_s = Vec3.ZERO; // of this tick only

  private final double[] axes = new double[9];
  private final double[] deltaV_L = new double[3];
  private final double[] u_L = new double[3];

  MonitorEstimator(FlightConfiguration configuration) {
    ephemeris = new TargetEphemeris(configuration);
    hull_m = configuration.targetHullRadius_m();
    filter = new RelativeFilter(ephemeris.meanMotion_rad_s(), hull_m);
    filter.start(
        components(configuration.r_CT_L_m()),
        components(configuration.v_CT_L_m_s()),
        configuration.position_1sigma_m(),
        configuration.velocity_1sigma_m_s());
  }

  double meanMotion_rad_s() {
    return ephemeris.meanMotion_rad_s();
  }

  /** Attitude by star tracker B and IMU B. */
  Quaternion q_BI() {
    return attitude.q_BI();
  }

  /** Whether that attitude is good enough to turn a direction. */
  boolean attitudeUsable() {
    return attitude.usable();
  }

  double imuAge_s() {
    return attitude.imuAge_s();
  }

  /** Whether IMU B gave a usable sample in this tick. */
  boolean imuSampled() {
    return imu.usedAge_s() == 0;
  }

  /** Velocity change by IMU B over the last tick, body frame; null vector without a sample. */
  Vec3 sensedDeltaV_B_m_s() {
    return sensed_B_m_s;
  }

  TargetEphemeris ephemeris() {
    return ephemeris;
  }

  MonitorUnits units() {
    return units;
  }

  /** Copies the relative state and its covariance, row-major, SI units. */
  void copyTo(double[] state, double[] covariance) {
    filter.copyTo(state, covariance);
  }

  MonitorState step(Tick tick, MonitorSamples samples, List<EventReport> events) {
    double dt_s = Tick.PERIOD_S;
    starTracker.age(dt_s);
    imu.age(dt_s);
    thermal.age(dt_s);
    ranger.age(dt_s);
    ephemeris.advanceTo(tick.tai_ns());
    ephemeris.axesOfL(axes);

    InertialSample inertial = checked(tick, samples.imuB());
    AttitudeFix fix = checked(tick, samples.starTrackerB());
    attitude.step(dt_s, inertial, fix);
    if (fix != null) {
      starTracker.heard(!attitude.refusing());
    }
    q_BL = attitude.q_BI().times(inertialToL().conjugate()).normalized();

    sensed_B_m_s = inertial == null ? Vec3.ZERO : inertial.deltaV_B_m_s();
    Vec3 sensed_L = thrust_L(inertial);
    deltaV_L[0] = sensed_L.x();
    deltaV_L[1] = sensed_L.y();
    deltaV_L[2] = sensed_L.z();
    filter.predict(dt_s, deltaV_L, attitude.imuFresh());
    measure(tick, samples);
    judge(events);
    report(events);
    return new MonitorState(
        validity,
        new Vec3(filter.state(0), filter.state(1), filter.state(2)),
        new Vec3(filter.state(3), filter.state(4), filter.state(5)),
        filter.position3sigma_m(),
        filter.velocity3sigma_m_s(),
        age_s(),
        q_BL,
        attitude.rate_B_rad_s(),
        sensed_L);
  }

  private double age_s() {
    return Math.max(thermal.usedAge_s(), ranger.usedAge_s());
  }

  private @Nullable InertialSample checked(Tick tick, @Nullable InertialSample sample) {
    if (sample == null) {
      return null;
    }
    // What is not finite is below no ceiling.
    boolean good =
        sample.rate_B_rad_s().norm() < RATE_CEILING_RAD_S
            && sample.deltaV_B_m_s().norm() < THRUST_CEILING_M_S
            && imu.timely(tick.tai_ns(), sample.sampled_tai_ns())
            && varies(sample);
    imu.heard(good);
    return good ? sample : null;
  }

  /** Gyros and accelerometers get stuck each for themselves; both are asked of each sample. */
  private boolean varies(InertialSample sample) {
    Vec3 rate = sample.rate_B_rad_s();
    Vec3 deltaV = sample.deltaV_B_m_s();
    return imu.varies(rate.x(), rate.y(), rate.z())
        & accelerometers.varies(deltaV.x(), deltaV.y(), deltaV.z());
  }

  private @Nullable AttitudeFix checked(Tick tick, @Nullable AttitudeFix sample) {
    if (sample == null) {
      return null;
    }
    Quaternion q = sample.q_BI();
    double norm2 = q.q0() * q.q0() + q.q1() * q.q1() + q.q2() * q.q2() + q.q3() * q.q3();
    if (!(Math.abs(norm2 - 1) < 0.01)
        || !starTracker.timely(tick.tai_ns(), sample.sampled_tai_ns())
        || !starTracker.varies(q.q1(), q.q2(), q.q3())) {
      starTracker.heard(false);
      return null;
    }
    return sample;
  }

  private Vec3 thrust_L(@Nullable InertialSample inertial) {
    if (inertial == null || inertial.deltaV_B_m_s().norm() < THRUST_FLOOR_M_S) {
      return Vec3.ZERO;
    }
    return q_BL.conjugate().rotate(inertial.deltaV_B_m_s());
  }

  private void measure(Tick tick, MonitorSamples samples) {
    BearingFix bearing = samples.thermalCamera();
    boolean direction = false;
    if (bearing != null) {
      double norm = bearing.u_B().norm();
      direction =
          Math.abs(norm - 1) < 0.01
              && Double.isFinite(bearing.sigma_rad())
              && attitude.usable()
              && thermal.timely(tick.tai_ns(), bearing.sampled_tai_ns())
              && thermal.varies(bearing.u_B().x(), bearing.u_B().y(), bearing.u_B().z());
      boolean used = false;
      if (direction) {
        Vec3 u = q_BL.conjugate().rotate(bearing.u_B()).unit();
        u_L[0] = u.x();
        u_L[1] = u.y();
        u_L[2] = u.z();
        double sigma = Math.max(bearing.sigma_rad(), THERMAL_SIGMA_RAD);
        double sigma_rad = Math.sqrt(sigma * sigma + ATTITUDE_SIGMA_RAD * ATTITUDE_SIGMA_RAD);
        used = filter.bearing(u_L, sigma_rad);
      }
      thermal.heard(used);
    }
    GnssFix own = news(samples.gnss());
    RangeFix range = samples.laserRangerB();
    if (range != null) {
      boolean sane =
          range.range_m() > 0
              && range.range_m() < REACH_M
              && ranger.timely(tick.tai_ns(), range.sampled_tai_ns())
              && ranger.varies(range.range_m(), 0, 0);
      ranger.heard(sane && filter.range(range.range_m()));
      if (sane && direction) {
        doubtEphemeris(own);
        if (doubted()) {
          restart(range.range_m());
        }
      }
    }
  }

  /**
   * A ranger that hears the target tells that the chaser is beside it. An uploaded orbit that has
   * the target elsewhere, as a cue does after a chase, orients L wrongly; the filter then starts
   * again by its refusals.
   */
  private void doubtEphemeris(@Nullable GnssFix own) {
    if (own != null && own.r_C_I_m().minus(ephemeris.r_I_m()).norm() > EPHEMERIS_DOUBT_M) {
      ephemeris.replace(own.r_C_I_m(), own.v_C_I_m_s());
    }
  }

  /** A fix at the very place of the one before is none: nothing in orbit stands still. */
  private @Nullable GnssFix news(@Nullable GnssFix fix) {
    if (fix == null || fix.r_C_I_m().equals(lastOwn_I_m)) {
      return null;
    }
    lastOwn_I_m = fix.r_C_I_m();
    return fix;
  }

  /** The sensors speak but the estimate refuses one of them for long. */
  private boolean doubted() {
    boolean bothRefused =
        thermal.refusedInRow() >= DOUBT_IN_ROW && ranger.refusedInRow() >= DOUBT_IN_ROW;
    boolean oneRefused =
        thermal.refusedInRow() >= 2 * DOUBT_IN_ROW || ranger.refusedInRow() >= 2 * DOUBT_IN_ROW;
    return bothRefused || oneRefused;
  }

  private void restart(double range_m) {
    double distance_m = range_m + hull_m / 2;
    double[] r = {-u_L[0] * distance_m, -u_L[1] * distance_m, -u_L[2] * distance_m};
    filter.start(r, new double[3], 5 + 0.01 * distance_m, RESTART_VELOCITY_SIGMA_M_S);
    thermal.forgetRefusals();
    ranger.forgetRefusals();
    wasValid = false;
  }

  private void judge(List<EventReport> events) {
    Validity before = validity;
    double age_s = age_s();
    double position_m = filter.position3sigma_m();
    double limit_m = Math.max(VALID_POSITION_M, VALID_POSITION_FRACTION * filter.range_m());
    double speedLimit_m_s = Math.max(VALID_VELOCITY_M_S, VALID_VELOCITY_PER_S * filter.range_m());
    boolean sharp = position_m <= limit_m && filter.velocity3sigma_m_s() <= speedLimit_m_s;
    if (age_s <= FRESH_S && sharp && attitude.usable()) {
      validity = Validity.VALID;
      wasValid = true;
    } else if (wasValid && age_s <= STALE_S) {
      validity = Validity.STALE;
    } else {
      validity = Validity.INVALID;
      wasValid = false;
    }
    if (validity != before) {
      events.add(new EventReport(ChaserEvent.MONITOR_VALIDITY, validity.code(), position_m, 0));
    }
  }

  private void report(List<EventReport> events) {
    MonitorUnits now =
        new MonitorUnits(starTracker.state(), imu.state(), thermal.state(), ranger.state());
    if (!now.equals(units)) {
      changed(events, Sensor.STAR_TRACKER_B, units.starTrackerB(), now.starTrackerB());
      changed(events, Sensor.IMU_B, units.imuB(), now.imuB());
      changed(events, Sensor.THERMAL_CAMERA, units.thermalCamera(), now.thermalCamera());
      changed(events, Sensor.LASER_RANGER_B, units.laserRangerB(), now.laserRangerB());
      units = now;
    }
  }

  private static void changed(
      List<EventReport> events, Sensor sensor, UnitState before, UnitState now) {
    if (before != now) {
      events.add(new EventReport(ChaserEvent.UNIT_STATE, sensor.code(), now.code(), 0));
    }
  }

  /** q_LI of the axes at hand; the largest component first, for accuracy (Shepperd 1978). */
  private Quaternion inertialToL() {
    double m00 = axes[0];
    double m11 = axes[4];
    double m22 = axes[8];
    double trace = m00 + m11 + m22;
    double a = axes[7] - axes[5];
    double b = axes[2] - axes[6];
    double c = axes[3] - axes[1];
    if (trace > 0) {
      double w = Math.sqrt(1 + trace) * 2;
      return new Quaternion(w / 4, a / w, b / w, c / w).normalized();
    }
    if (m00 >= m11 && m00 >= m22) {
      double w = Math.sqrt(1 + m00 - m11 - m22) * 2;
      return new Quaternion(a / w, w / 4, (axes[1] + axes[3]) / w, (axes[2] + axes[6]) / w)
          .normalized();
    }
    if (m11 >= m22) {
      double w = Math.sqrt(1 + m11 - m00 - m22) * 2;
      return new Quaternion(b / w, (axes[1] + axes[3]) / w, w / 4, (axes[5] + axes[7]) / w)
          .normalized();
    }
    double w = Math.sqrt(1 + m22 - m00 - m11) * 2;
    return new Quaternion(c / w, (axes[2] + axes[6]) / w, (axes[5] + axes[7]) / w, w / 4)
        .normalized();
  }

  private static double[] components(Vec3 v) {
    return new double[] {v.x(), v.y(), v.z()};
  }

  @Override
  public void save(StateWriter out) {
    ephemeris.save(out);
    attitude.save(out);
    filter.save(out);
    starTracker.save(out);
    imu.save(out);
    accelerometers.save(out);
    thermal.save(out);
    ranger.save(out);
    out.put(lastOwn_I_m).put(validity).put(wasValid).put(q_BL);
    out.put(units.starTrackerB()).put(units.imuB());
    out.put(units.thermalCamera()).put(units.laserRangerB());
  }

  @Override
  public void restore(StateReader in) {
    ephemeris.restore(in);
    attitude.restore(in);
    filter.restore(in);
    starTracker.restore(in);
    imu.restore(in);
    accelerometers.restore(in);
    thermal.restore(in);
    ranger.restore(in);
    lastOwn_I_m = in.getVec3();
    validity = in.getEnum(Validity.class);
    wasValid = in.getBoolean();
    q_BL = in.getQuaternion();
    units =
        new MonitorUnits(
            in.getEnum(UnitState.class),
            in.getEnum(UnitState.class),
            in.getEnum(UnitState.class),
            in.getEnum(UnitState.class));
  }
}
