package org.holdpoint.flight;

import java.util.Arrays;
import java.util.List;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.ResetCause;
import org.holdpoint.flight.mode.ProcessorWord;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;

/**
 * Counts restarts of the processor. One is an incident: the flight goes on from retained memory. A
 * few in a row are a processor that cannot be trusted with a target near: safe mode.
 */
final class ProcessorWatch implements Retained {
  static final int UNSTABLE_RESTARTS = 3;
  static final double UNSTABLE_WITHIN_S = 600;

  private static final long NEVER = Long.MIN_VALUE / 2;

  private final long[] latest_ticks = new long[UNSTABLE_RESTARTS];
  private long restarts;
  private ResetCause untold = ResetCause.NONE;

  ProcessorWatch() {
    Arrays.fill(latest_ticks, NEVER);
  }

  /**
   * A restart, to be told in the next tick.
   *
   * @param memory count and times, which outlive what is restarted
   */
  void restarted(ResetCause cause, long tick, ProcessorWatch memory) {
    System.arraycopy(memory.latest_ticks, 1, latest_ticks, 0, UNSTABLE_RESTARTS - 1);
    latest_ticks[UNSTABLE_RESTARTS - 1] = tick;
    restarts = memory.restarts + 1;
    untold = cause;
  }

  /** Tells of a restart in the first tick after it. */
  ProcessorWord step(List<EventReport> events) {
    if (untold == ResetCause.NONE) {
      return ProcessorWord.STEADY;
    }
    events.add(new EventReport(ChaserEvent.PROCESSOR_RESET, untold.code(), restarts, 0));
    untold = ResetCause.NONE;
    double within_s = (latest_ticks[UNSTABLE_RESTARTS - 1] - latest_ticks[0]) * Tick.PERIOD_S;
    if (within_s > UNSTABLE_WITHIN_S) {
      return ProcessorWord.RESTARTED;
    }
    events.add(
        new EventReport(ChaserEvent.PROCESSOR_UNSTABLE, UNSTABLE_RESTARTS, UNSTABLE_WITHIN_S, 0));
    return ProcessorWord.UNSTABLE;
  }

  @Override
  public void save(StateWriter out) {
    for (long tick : latest_ticks) {
      out.put(tick);
    }
    out.put(restarts).put(untold);
  }

  @Override
  public void restore(StateReader in) {
    for (int i = 0; i < latest_ticks.length; i++) {
      latest_ticks[i] = in.getLong();
    }
    restarts = in.getLong();
    untold = in.getEnum(ResetCause.class);
  }
}
