package org.holdpoint.yamcs.clock;

import org.holdpoint.port.messages.ClockState;
import org.jspecify.annotations.Nullable;
import org.yamcs.time.Instant;
import org.yamcs.time.TimeService;
import org.yamcs.utils.TimeEncoding;

/**
 * Yamcs's time of one instance, following a rehearsal's clock messages. Before the first message
 * ever, mission time is the wall clock and {@link #state} says so; the first message may set it
 * anywhere, and from then on it never goes back.
 */
public abstract class FollowingTimeService implements TimeService, RehearsalClock {
  private final MissionClock clock = new MissionClock();
  private volatile @Nullable ClockState last;
  private volatile long lastWall_ns;

  /** Takes one clock message, on any thread. */
  protected final void follow(ClockState state) {
    clock.rebase(
        state.getTaiNs(),
        state.getWarp(),
        state.getPaused() || state.getEnded(),
        System.nanoTime());
    lastWall_ns = System.nanoTime();
    last = state;
  }

  @Override
  public final boolean paused() {
    ClockState state = last;
    return state != null && state.getPaused();
  }

  @Override
  public final @Nullable ClockState last() {
    return last;
  }

  /** Wall seconds since the last message; 0 before the first. */
  public final double lastAge_s() {
    return last == null ? 0 : (System.nanoTime() - lastWall_ns) / 1e9;
  }

  @Override
  public final long now_tai_ns() {
    return clock.known()
        ? clock.now_tai_ns(System.nanoTime())
        : TimeEncoding.toTaiMillisec(TimeEncoding.getWallclockTime()) * 1_000_000L;
  }

  @Override
  public final long getMissionTime() {
    return TimeEncoding.fromTaiMillisec(Math.floorDiv(now_tai_ns(), 1_000_000L));
  }

  @Override
  public final Instant getHresMissionTime() {
    return instantOfTai_ns(now_tai_ns());
  }

  /** Yamcs time of a TAI time, ns since 1958-01-01 TAI. */
  public static Instant instantOfTai_ns(long tai_ns) {
    long millis = Math.floorDiv(tai_ns, 1_000_000L);
    int picos = (int) Math.floorMod(tai_ns, 1_000_000L) * 1000;
    return Instant.get(TimeEncoding.fromTaiMillisec(millis), picos);
  }

  @Override
  public final double getSpeed() {
    ClockState state = last;
    if (state == null) {
      return 1;
    }
    return state.getPaused() || state.getEnded() ? 0 : state.getWarp();
  }

  /** The connection's part of {@link #state}. */
  protected abstract String connectionState();

  @Override
  public final String state() {
    ClockState state = last;
    if (state == null) {
      return connectionState() + "; no clock message yet: mission time is the WALL CLOCK";
    }
    String motion =
        state.getEnded()
            ? "run ended"
            : state.getPaused() ? "paused" : "warp %.4g".formatted(state.getWarp());
    return connectionState()
        + "; "
        + motion
        + (connected() ? "" : "; mission time stands still")
        + (state.getWarpNote().isEmpty() ? "" : "; " + state.getWarpNote());
  }
}
