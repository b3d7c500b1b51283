package org.holdpoint.flight.navigation;

import org.holdpoint.flight.Tick;
import org.holdpoint.flight.sample.BearingFix;
import org.holdpoint.flight.sample.RangeFix;
import org.holdpoint.flight.sensing.Repetition;
import org.holdpoint.flight.sensing.UnitWatch;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.Quaternion;
import org.holdpoint.motion.Vec3;
import org.jspecify.annotations.Nullable;

/**
 * Whether laser ranger A hears the target while far navigation leads, whatever the estimate says. A
 * ranger reaches 3 km: one that delivers a steady run of ranges is beside the target, and an
 * estimate that has it further away is wrong. Without this a wrong estimate would shut out the one
 * sensor that can correct it.
 */
final class NearEvidence implements Retained {
  /** Ranges of a run that convinces: 15 s. */
  static final int CONVINCING = 15;

  /** No range for longer ends a run; beyond 2 km the beam misses a small target now and then. */
  private static final long GAP_NS = 5_000_000_000L;

  /** A unit that tells more than its reach of 3 km, with noise, does not measure. */
  private static final double REACH_M = 3_100;

  /** Faster than this nothing passes that is in sight for {@link #CONVINCING} seconds. */
  private static final double FASTEST_M_S = 20;

  /** Age of a bearing and a range that still belong together. */
  private static final long TOGETHER_NS = 1_500_000_000L;

  private final RejectedRun run = new RejectedRun();
  private final Repetition repetition = new Repetition(3);
  private int ranges;
  private double range_m;
  private long ranged_tai_ns = Long.MIN_VALUE;
  private Vec3 toTarget_I = Vec3.ZERO;
  private long seen_tai_ns = Long.MIN_VALUE;

  /**
   * Takes in what this tick brought.
   *
   * @param q_BI attitude now
   * @param rate_B_rad_s body rate now
   */
  void hear(
      Tick tick,
      @Nullable RangeFix range,
      @Nullable BearingFix bearing,
      Quaternion q_BI,
      Vec3 rate_B_rad_s) {
    if (bearing != null && fresh(tick, bearing.sampled_tai_ns(), seen_tai_ns)) {
      double age_s = (tick.tai_ns() - bearing.sampled_tai_ns()) * 1e-9;
      Quaternion then = Quaternion.ofBodyTurn(rate_B_rad_s.times(-age_s)).times(q_BI);
      toTarget_I = then.conjugate().rotate(bearing.u_B());
      seen_tai_ns = bearing.sampled_tai_ns();
    }
    if (range != null && fresh(tick, range.sampled_tai_ns(), ranged_tai_ns)) {
      hear(range);
    }
  }

  private void hear(RangeFix range) {
    boolean stuck = repetition.of(range.range_m(), 0, 0);
    boolean gap = ranges > 0 && range.sampled_tai_ns() - ranged_tai_ns > GAP_NS;
    ranged_tai_ns = range.sampled_tai_ns();
    range_m = range.range_m();
    boolean measured = !stuck && range_m > 0 && range_m <= REACH_M;
    if (gap || !measured || ranges >= CONVINCING) {
      clear();
    }
    if (measured) {
      run.add(ranged_tai_ns, range_m);
      ranges++;
    }
  }

  private static boolean fresh(Tick tick, long sampled_tai_ns, long last_tai_ns) {
    return sampled_tai_ns > last_tai_ns
        && sampled_tai_ns <= tick.tai_ns()
        && tick.tai_ns() - sampled_tai_ns <= UnitWatch.MAX_AGE_NS;
  }

  /** A measured range and a bearing are there, and belong together. */
  boolean atHand(Tick tick) {
    long oldest = tick.tai_ns() - TOGETHER_NS;
    return ranges > 0 && ranged_tai_ns >= oldest && seen_tai_ns >= oldest;
  }

  /** A whole run of ranges is there that a body could give, and a bearing with it. */
  boolean convinces(Tick tick) {
    return ranges >= CONVINCING
        && atHand(tick)
        && run.straight(RelativeMeasurements.rangeSigma_m(range_m))
        && Math.abs(rate_m_s()) <= FASTEST_M_S;
  }

  /** The last range measured. */
  double range_m() {
    return range_m;
  }

  /** Rate of the range by the run; 0 of a run too short to tell. */
  double rate_m_s() {
    return ranges >= CONVINCING ? run.slope_m_s() : 0;
  }

  /** Unit vector from chaser to target, GCRF, by the last bearing. */
  Vec3 toTarget_I() {
    return toTarget_I;
  }

  /** What has been heard has been used. */
  void clear() {
    run.clear();
    ranges = 0;
  }

  @Override
  public void save(StateWriter out) {
    run.save(out);
    repetition.save(out);
    out.put(ranges).put(range_m).put(ranged_tai_ns).put(toTarget_I).put(seen_tai_ns);
  }

  @Override
  public void restore(StateReader in) {
    run.restore(in);
    repetition.restore(in);
    ranges = in.getInt();
    range_m = in.getDouble();
    ranged_tai_ns = in.getLong();
    toTarget_I = in.getVec3();
    seen_tai_ns = in.getLong();
  }
}
