package org.holdpoint.flight.navigation;

import java.util.List;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.Sensor;
import org.holdpoint.dictionary.telemetry.UnitState;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.navigation.NavigationSolution.FilterStatistics;
import org.holdpoint.flight.sample.BearingFix;
import org.holdpoint.flight.sample.RangeFix;
import org.holdpoint.flight.sample.SensorSamples;
import org.holdpoint.flight.sensing.UnitWatch;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.Quaternion;
import org.holdpoint.motion.Vec3;
import org.jspecify.annotations.Nullable;

/**
 * Feeds bearings and ranges to the filter, each through its gate, and keeps the score.
 *
 * <p>A single sensor of range cannot be told wrong by navigation alone. A run of rejected ranges is
 * reported at once; when it lasts {@value #REOPEN_AFTER} samples, and runs as a body could move
 * ({@link RejectedRun}), the filter states that it does not know any more (doubt along the line of
 * sight, as large as the disagreement) and listens again: a filter that has drifted off must be
 * able to come back. Ranges that no body could give stay refused; bearings carry the state
 * meanwhile. Who lies slowly is found by comparison with the monitor, whose sensors are its own.
 */
final class RelativeMeasurements implements Retained {
  /** Samples rejected in a row before a unit counts as REJECTED: 5 s. */
  private static final int REJECTED_AFTER = 5;

  /** Samples rejected in a row before the filter doubts itself: 15 s. */
  static final int REOPEN_AFTER = 15;

  /** Equal samples in a row that make a unit REJECTED: 3 s. */
  private static final int STUCK_AT = 3;

  private static final long LOST_AFTER_NS = 5_000_000_000L;

  /** 0.1 m and 0.1 % of the range. */
  private static final double RANGE_SIGMA_M = 0.1;

  private static final double RANGE_SIGMA_SHARE = 0.001;

  /** A bearing is never better than 5", the alignment of camera and star tracker. */
  private static final double ALIGNMENT_VARIANCE_RAD2 = 5.9e-10;

  private final UnitWatch camera =
      new UnitWatch(Sensor.VISIBLE_CAMERA, LOST_AFTER_NS, REJECTED_AFTER, STUCK_AT);
  private final UnitWatch ranger =
      new UnitWatch(Sensor.LASER_RANGER_A, LOST_AFTER_NS, REJECTED_AFTER, STUCK_AT);

  private final RejectedRun refusedRanges = new RejectedRun();

  private double nisBearing;
  private double nisRange;
  private long bearingsAccepted;
  private long bearingsRejected;
  private long rangesAccepted;
  private long rangesRejected;
  private long lastUsed_tai_ns;

  private Vec3 lastDirection_L = Vec3.ZERO;
  private long lastBearing_tai_ns = Long.MIN_VALUE;
  private double lastRange_m;
  private long lastRange_tai_ns = Long.MIN_VALUE;

  RelativeMeasurements(long start_tai_ns) {
    lastUsed_tai_ns = start_tai_ns;
  }

  /** Takes in what this tick brought; true when the filter's state has changed. */
  boolean use(
      Tick tick,
      SensorSamples samples,
      RelativeFilter filter,
      OwnAttitude attitude,
      Quaternion q_LI,
      List<EventReport> events) {
    boolean changed = useBearing(tick, samples.visibleCamera(), filter, attitude, q_LI, events);
    changed |= useRange(tick, samples.laserRangerA(), filter, events);
    camera.step(tick.tai_ns(), events);
    ranger.step(tick.tai_ns(), events);
    hearTheLast(camera, ranger);
    hearTheLast(ranger, camera);
    if (changed) {
      lastUsed_tai_ns = tick.tai_ns();
    }
    return changed;
  }

  /** Who is isolated is heard again, sample by sample, when the other does not carry the state. */
  private static void hearTheLast(UnitWatch unit, UnitWatch other) {
    if (!unit.trusted() && other.state() != UnitState.GOOD) {
      unit.pardoned();
    }
  }

  private boolean useBearing(
      Tick tick,
      @Nullable BearingFix fix,
      RelativeFilter filter,
      OwnAttitude attitude,
      Quaternion q_LI,
      List<EventReport> events) {
    if (fix == null
        || !camera.admits(tick.tai_ns(), fix.sampled_tai_ns())
        || camera.repeats(fix.u_B(), events)) {
      return false;
    }
    double age_s = (tick.tai_ns() - fix.sampled_tai_ns()) * 1e-9;
    Quaternion q_BI_then =
        age_s == 0
            ? attitude.q_BI()
            : Quaternion.ofBodyTurn(attitude.rate_B_rad_s().times(-age_s)).times(attitude.q_BI());
    Vec3 u_L = q_LI.rotate(q_BI_then.conjugate().rotate(fix.u_B()));
    double variance =
        fix.sigma_rad() * fix.sigma_rad() + attitude.variance_rad2() + ALIGNMENT_VARIANCE_RAD2;
    lastDirection_L = u_L;
    lastBearing_tai_ns = tick.tai_ns();
    if (!camera.heard()) {
      return false;
    }
    boolean trusted = camera.trusted();
    nisBearing = filter.useBearing(u_L, Math.sqrt(variance), age_s, trusted);
    if (nisBearing <= RelativeFilter.GATE_2) {
      bearingsAccepted += trusted ? 1 : 0;
      camera.accepted(events);
      return trusted;
    }
    bearingsRejected++;
    camera.rejected(nisBearing, events);
    if (camera.rejectedInARow() >= REOPEN_AFTER) {
      reopenAcross(u_L, filter, events);
    }
    return false;
  }

  private boolean useRange(
      Tick tick, @Nullable RangeFix fix, RelativeFilter filter, List<EventReport> events) {
    if (fix == null
        || !ranger.admits(tick.tai_ns(), fix.sampled_tai_ns())
        || ranger.repeats(fix.range_m(), 0, 0, events)) {
      return false;
    }
    double age_s = (tick.tai_ns() - fix.sampled_tai_ns()) * 1e-9;
    double sigma_m = rangeSigma_m(fix.range_m());
    lastRange_m = fix.range_m();
    lastRange_tai_ns = tick.tai_ns();
    if (!ranger.heard()) {
      return false;
    }
    boolean trusted = ranger.trusted();
    nisRange = filter.useRange(fix.range_m(), sigma_m, age_s, trusted);
    if (nisRange <= RelativeFilter.GATE_1) {
      rangesAccepted += trusted ? 1 : 0;
      refusedRanges.clear();
      ranger.accepted(events);
      return trusted;
    }
    rangesRejected++;
    ranger.rejected(nisRange, events);
    double off_m = filter.rangeInnovation_m(fix.range_m(), age_s);
    refusedRanges.add(fix.sampled_tai_ns(), off_m);
    if (ranger.rejectedInARow() >= REOPEN_AFTER) {
      if (refusedRanges.plausible(sigma_m)) {
        Vec3 r = filter.r_L_m();
        filter.doubt(r.unit(), Math.abs(off_m), doubt_m_s(off_m));
        events.add(new EventReport(ChaserEvent.NAVIGATION_REINITIALISED, r.norm(), 0, 0));
        ranger.forgiven();
      } else {
        ranger.isolate(events);
      }
      refusedRanges.clear();
    }
    return false;
  }

  /** Noise of a range, 1 sigma. */
  static double rangeSigma_m(double range_m) {
    return RANGE_SIGMA_M + RANGE_SIGMA_SHARE * range_m;
  }

  /** Doubt of the velocity when the position was off at the end of a run of rejections. */
  private static double doubt_m_s(double off_m) {
    return Math.min(Math.abs(off_m) / REOPEN_AFTER, RejectedRun.MOST_M_S);
  }

  /** Doubts the two directions across the line of sight, as far as the bearing is off. */
  private void reopenAcross(Vec3 u_L, RelativeFilter filter, List<EventReport> events) {
    Vec3 r = filter.r_L_m();
    Vec3 across = u_L.plus(r.unit());
    double off_m = r.norm() * across.norm();
    Vec3 e1 = (Math.abs(u_L.z()) < 0.9 ? new Vec3(0, 0, 1) : new Vec3(1, 0, 0)).cross(u_L).unit();
    filter.doubt(e1, off_m, doubt_m_s(off_m));
    filter.doubt(u_L.cross(e1), off_m, doubt_m_s(off_m));
    camera.forgiven();
    events.add(new EventReport(ChaserEvent.NAVIGATION_REINITIALISED, r.norm(), 0, 0));
  }

  /** Since the last measurement was taken in. */
  double age_s(Tick tick) {
    return (tick.tai_ns() - lastUsed_tai_ns) * 1e-9;
  }

  /** Whether bearing and range both came within the last second or so, used or not. */
  boolean bothAtHand(Tick tick) {
    long oldest = tick.tai_ns() - 1_500_000_000L;
    return lastBearing_tai_ns >= oldest && lastRange_tai_ns >= oldest;
  }

  /** Position by the last bearing and range alone, L. */
  Vec3 positionByMeasurements_L_m(double facetOffset_m) {
    return lastDirection_L.times(-(lastRange_m + facetOffset_m));
  }

  /** After a new start: nothing is held against the units, and the state is as fresh as they. */
  void startedAgain(Tick tick) {
    camera.pardoned();
    ranger.pardoned();
    refusedRanges.clear();
    lastUsed_tai_ns = tick.tai_ns();
  }

  FilterStatistics statistics() {
    return new FilterStatistics(
        nisBearing, nisRange, bearingsAccepted, bearingsRejected, rangesAccepted, rangesRejected);
  }

  UnitState cameraState() {
    return camera.state();
  }

  UnitState rangerState() {
    return ranger.state();
  }

  @Override
  public void save(StateWriter out) {
    camera.save(out);
    ranger.save(out);
    refusedRanges.save(out);
    out.put(nisBearing).put(nisRange);
    out.put(bearingsAccepted).put(bearingsRejected).put(rangesAccepted).put(rangesRejected);
    out.put(lastUsed_tai_ns);
    out.put(lastDirection_L).put(lastBearing_tai_ns).put(lastRange_m).put(lastRange_tai_ns);
  }

  @Override
  public void restore(StateReader in) {
    camera.restore(in);
    ranger.restore(in);
    refusedRanges.restore(in);
    nisBearing = in.getDouble();
    nisRange = in.getDouble();
    bearingsAccepted = in.getLong();
    bearingsRejected = in.getLong();
    rangesAccepted = in.getLong();
    rangesRejected = in.getLong();
    lastUsed_tai_ns = in.getLong();
    lastDirection_L = in.getVec3();
    lastBearing_tai_ns = in.getLong();
    lastRange_m = in.getDouble();
    lastRange_tai_ns = in.getLong();
  }
}
