package org.holdpoint.flight.mode;

import java.util.List;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;

/**
 * Watches the rows of {@link SafeModeRule}. A row that has tripped asks for safe mode until it
 * clears, or until a person leaves safe mode in spite of it; then it is silent until it has
 * cleared.
 */
final class SafeModeWatch implements Retained {
  private static final List<SafeModeRule> ROWS = SafeModeRule.ROWS;

  private final int[] inRow = new int[ROWS.size()];
  private final boolean[] tripped = new boolean[ROWS.size()];
  private final boolean[] silenced = new boolean[ROWS.size()];

  /** Whether safe mode is asked for. */
  boolean step(Health health, List<EventReport> events) {
    boolean asked = false;
    for (int i = 0; i < inRow.length; i++) {
      SafeModeRule row = ROWS.get(i);
      judge(i, row.value().applyAsDouble(health), row, events);
      asked |= tripped[i] && !silenced[i];
    }
    return asked;
  }

  private void judge(int i, double value, SafeModeRule row, List<EventReport> events) {
    if (Double.isNaN(value)) {
      return;
    }
    inRow[i] = value < row.below() ? Math.min(row.inRow(), inRow[i] + 1) : 0;
    if (!tripped[i] && inRow[i] == row.inRow()) {
      tripped[i] = true;
      events.add(
          new EventReport(ChaserEvent.SAFE_MODE_NEEDED, row.cause().code(), value, row.below()));
    } else if (tripped[i] && value > row.clear()) {
      tripped[i] = false;
      silenced[i] = false;
    }
  }

  /** A person has left safe mode and knows why. */
  void silence() {
    System.arraycopy(tripped, 0, silenced, 0, tripped.length);
  }

  @Override
  public void save(StateWriter out) {
    for (int i = 0; i < inRow.length; i++) {
      out.put(inRow[i]).put(tripped[i]).put(silenced[i]);
    }
  }

  @Override
  public void restore(StateReader in) {
    for (int i = 0; i < inRow.length; i++) {
      inRow[i] = in.getInt();
      tripped[i] = in.getBoolean();
      silenced[i] = in.getBoolean();
    }
  }
}
