package org.holdpoint.flight;

/**
 * One step of the flight software.
 *
 * @param number ticks since the start of the scenario, 100 ms each
 * @param tai_ns simulation time, nanoseconds of TAI since 1958-01-01T00:00:00 TAI
 */
public record Tick(long number, long tai_ns) {
  /** Length of a tick. */
  public static final long PERIOD_NS = 100_000_000L;

  /** Length of a tick in seconds. */
  public static final double PERIOD_S = 0.1;

  /** Whether work of the given period is due, e.g. every 10 ticks for 1 Hz. */
  public boolean every(int ticks) {
    return number % ticks == 0;
  }
}
