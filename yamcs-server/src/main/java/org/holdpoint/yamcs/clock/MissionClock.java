package org.holdpoint.yamcs.clock;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Mission time between clock messages, as a function of a monotonic wall clock.
 *
 * <p>Each message replaces the line (time, rate) in one step. The rate is the one measured between
 * the last two messages, not above the warp asked for, so that a rehearsal that is slowed by its
 * readers is not overtaken. Extrapolation ends {@value #LONGEST_EXTRAPOLATION_NS} ns after a
 * message. Time never goes back: when the line was ahead of a new message, time stands still until
 * the message's line has caught up.
 */
public final class MissionClock {
  /** Clock messages come five times a second; after twice that we know nothing. */
  static final long LONGEST_EXTRAPOLATION_NS = 400_000_000L;

  private record Line(long tai_ns, long wall_ns, double rate, double warp, boolean still) {
    long at(long wall_ns) {
      long elapsed_ns = Math.min(Math.max(0, wall_ns - this.wall_ns), LONGEST_EXTRAPOLATION_NS);
      return tai_ns + (long) (rate * elapsed_ns);
    }
  }

  private final AtomicReference<@Nullable Line> line = new AtomicReference<>();
  private final AtomicLong latest = new AtomicLong(Long.MIN_VALUE);

  /**
   * Takes one clock message.
   *
   * @param tai_ns simulation time, ns of TAI since 1958-01-01
   * @param warp simulated seconds per wall second asked for
   * @param still paused or ended
   * @param wall_ns reading of the monotonic wall clock at arrival
   */
  public synchronized void rebase(long tai_ns, double warp, boolean still, long wall_ns) {
    Line before = line.get();
    double rate = still ? 0 : warp;
    if (!still && before != null && !before.still() && before.warp() == warp) {
      long elapsed_ns = wall_ns - before.wall_ns();
      if (elapsed_ns > 0) {
        double measured = (tai_ns - before.tai_ns()) / (double) elapsed_ns;
        rate = Math.min(warp, Math.max(0, measured));
      }
    }
    line.set(new Line(tai_ns, wall_ns, rate, warp, still));
  }

  /** True when a message has come. */
  public boolean known() {
    return line.get() != null;
  }

  /**
   * Mission time, ns of TAI since 1958-01-01; never less than any value returned before.
   *
   * @throws IllegalStateException before the first message
   */
  public long now_tai_ns(long wall_ns) {
    Line present = line.get();
    if (present == null) {
      throw new IllegalStateException("no clock message yet: ask known() first");
    }
    long now = present.at(wall_ns);
    return latest.accumulateAndGet(now, Math::max);
  }
}
