package org.holdpoint.link;

import java.util.List;

/**
 * When the channel carries signal: always (a continuous relay) or in windows.
 *
 * @param windows in ticks, ascending and not overlapping; empty with {@code continuous}
 * @param continuous signal at all times
 */
public record Visibility(List<Window> windows, boolean continuous) {

  /**
   * @param fromTick first tick with signal
   * @param untilTick first tick without
   */
  public record Window(long fromTick, long untilTick) {
    public Window {
      if (untilTick <= fromTick) {
        throw new IllegalArgumentException(
            "a visibility window must end after it begins, got " + fromTick + " to " + untilTick);
      }
    }
  }

  /** Signal at all times. */
  public static final Visibility RELAY = new Visibility(List.of(), true);

  public Visibility {
    windows = List.copyOf(windows);
    if (continuous && !windows.isEmpty()) {
      throw new IllegalArgumentException("a continuous relay has no visibility windows");
    }
    for (int i = 1; i < windows.size(); i++) {
      if (windows.get(i).fromTick() < windows.get(i - 1).untilTick()) {
        throw new IllegalArgumentException(
            "visibility windows must be ascending and apart; window " + (i + 1) + " is not");
      }
    }
  }

  /** Signal inside the windows only. */
  public static Visibility passes(List<Window> windows) {
    return new Visibility(windows, false);
  }

  /** Whether there is signal in the tick. */
  public boolean at(long tick) {
    if (continuous) {
      return true;
    }
    for (Window window : windows) {
      if (tick >= window.fromTick() && tick < window.untilTick()) {
        return true;
      }
    }
    return false;
  }

  /** Whether there is signal in every tick from the first to the last. */
  public boolean throughout(long firstTick, long lastTick) {
    if (continuous) {
      return true;
    }
    for (Window window : windows) {
      if (firstTick >= window.fromTick() && lastTick < window.untilTick()) {
        return true;
      }
    }
    return false;
  }
}
