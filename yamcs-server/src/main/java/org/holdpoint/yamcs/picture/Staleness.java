package org.holdpoint.yamcs.picture;

import org.holdpoint.port.messages.ClockState;
import org.jspecify.annotations.Nullable;

/**
 * When data are too old to act on. Ages are in mission seconds, so a paused rehearsal ages nothing.
 * Under warp the way through sockets and archive still takes wall time, so the limit is at least
 * {@value #SHORTEST_LIMIT_S} wall seconds at the present warp. When the clock itself is lost, data
 * age with the wall clock.
 *
 * @param mission_s mission time since the start of the scenario
 * @param warp simulated seconds per wall second, at least 1
 * @param extra_s wall seconds since the clock was lost; 0 while it is followed
 * @param linkStale the whole downlink is too old
 */
record Staleness(double mission_s, double warp, double extra_s, boolean linkStale) {
  static final double SHORTEST_LIMIT_S = 1.5;

  /** A value is stale after this many periods of its packet. */
  static final double PERIODS = 3;

  /**
   * @param clock last clock message, null before the first
   * @param clockAge_s wall seconds since it
   * @param mission_s mission time since start
   * @param frameAge_s mission seconds since the last good frame's receipt, negative when never
   * @param downlinkConnected the telemetry port is connected
   */
  static Staleness of(
      @Nullable ClockState clock,
      double clockAge_s,
      double mission_s,
      double frameAge_s,
      boolean downlinkConnected) {
    boolean stands = clock != null && (clock.getPaused() || clock.getEnded());
    double warp = clock == null ? 1 : Math.max(1, clock.getWarp());
    double extra_s = clockAge_s > SHORTEST_LIMIT_S ? clockAge_s : 0;
    double limit_s = SHORTEST_LIMIT_S * (stands ? 1 : warp);
    boolean linkStale =
        clock == null || !downlinkConnected || frameAge_s < 0 || frameAge_s + extra_s > limit_s;
    return new Staleness(mission_s, warp, extra_s, linkStale);
  }

  /** Age of data sampled at a mission time, mission seconds, not negative. */
  double age_s(double sampled_s) {
    return Math.max(0, mission_s - sampled_s) + extra_s;
  }

  /** True when data of that age and packet period must not be acted on. */
  boolean stale(double age_s, double period_s) {
    return linkStale || age_s > Math.max(PERIODS * period_s, SHORTEST_LIMIT_S * warp);
  }
}
