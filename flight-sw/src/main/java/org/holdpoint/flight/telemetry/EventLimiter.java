package org.holdpoint.flight.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.event.Severity;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;

/**
 * Keeps a flood of events off the downlink: per second at most {@link #ORDINARY_PER_S} events, and
 * beside them at most {@link #HIGH_PER_S} of high severity. What is left out is counted and the
 * count reported when the second is over.
 */
final class EventLimiter implements Retained {
  static final int ORDINARY_PER_S = 20;
  static final int HIGH_PER_S = 20;
  private static final int TICKS_PER_S = 10;

  private int ordinary;
  private int high;
  private int suppressed;

  /**
   * Events that may be sent in this tick; those that the ground disabled are left out uncounted.
   */
  List<EventReport> pass(Tick tick, List<EventReport> events, Set<ChaserEvent> disabled) {
    List<EventReport> passed = new ArrayList<>(events.size() + 1);
    if (tick.every(TICKS_PER_S)) {
      if (suppressed > 0 && !disabled.contains(ChaserEvent.EVENTS_SUPPRESSED)) {
        passed.add(new EventReport(ChaserEvent.EVENTS_SUPPRESSED, suppressed, 0, 0));
      }
      ordinary = 0;
      high = 0;
      suppressed = 0;
    }
    for (EventReport report : events) {
      if (disabled.contains(report.event())) {
        continue;
      }
      boolean isHigh = report.severity() == Severity.HIGH;
      if (isHigh && high < HIGH_PER_S) {
        high++;
        passed.add(report);
      } else if (!isHigh && ordinary < ORDINARY_PER_S) {
        ordinary++;
        passed.add(report);
      } else {
        suppressed++;
      }
    }
    return passed;
  }

  @Override
  public void save(StateWriter out) {
    out.put(ordinary).put(high).put(suppressed);
  }

  @Override
  public void restore(StateReader in) {
    ordinary = in.getInt();
    high = in.getInt();
    suppressed = in.getInt();
  }
}
