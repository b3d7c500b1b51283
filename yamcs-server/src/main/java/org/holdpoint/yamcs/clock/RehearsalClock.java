package org.holdpoint.yamcs.clock;

import org.holdpoint.port.messages.ClockState;
import org.jspecify.annotations.Nullable;

/** What a time service that follows a rehearsal can tell. */
public interface RehearsalClock {
  /** The clock port is connected. */
  boolean connected();

  /** The rehearsal's clock stands still; false before the first message. */
  boolean paused();

  /** The last message, or null before the first. */
  @Nullable ClockState last();

  /** Mission time now, ns of TAI since 1958-01-01; wall time while no message ever came. */
  long now_tai_ns();

  /** One line for an operator. */
  String state();
}
