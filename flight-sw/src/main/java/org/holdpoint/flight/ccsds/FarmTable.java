package org.holdpoint.flight.ccsds;

import static org.holdpoint.flight.ccsds.FarmEvent.E10_BUFFER_RELEASE;
import static org.holdpoint.flight.ccsds.FarmEvent.E11_REPORT;
import static org.holdpoint.flight.ccsds.FarmEvent.E1_EXPECTED;
import static org.holdpoint.flight.ccsds.FarmEvent.E2_EXPECTED_NO_BUFFER;
import static org.holdpoint.flight.ccsds.FarmEvent.E3_AHEAD;
import static org.holdpoint.flight.ccsds.FarmEvent.E4_BEHIND;
import static org.holdpoint.flight.ccsds.FarmEvent.E5_OUTSIDE;
import static org.holdpoint.flight.ccsds.FarmEvent.E6_BYPASS;
import static org.holdpoint.flight.ccsds.FarmEvent.E7_UNLOCK;
import static org.holdpoint.flight.ccsds.FarmEvent.E8_SET_V_R;
import static org.holdpoint.flight.ccsds.FarmEvent.E9_INVALID;
import static org.holdpoint.flight.ccsds.FarmState.LOCKOUT;
import static org.holdpoint.flight.ccsds.FarmState.OPEN;
import static org.holdpoint.flight.ccsds.FarmState.WAIT;
import static org.holdpoint.flight.ccsds.FarmTable.Action.ACCEPT;
import static org.holdpoint.flight.ccsds.FarmTable.Action.ADVANCE_V_R;
import static org.holdpoint.flight.ccsds.FarmTable.Action.CLEAR_LOCKOUT;
import static org.holdpoint.flight.ccsds.FarmTable.Action.CLEAR_RETRANSMIT;
import static org.holdpoint.flight.ccsds.FarmTable.Action.CLEAR_WAIT;
import static org.holdpoint.flight.ccsds.FarmTable.Action.COUNT_B;
import static org.holdpoint.flight.ccsds.FarmTable.Action.DISCARD;
import static org.holdpoint.flight.ccsds.FarmTable.Action.LOAD_V_R;
import static org.holdpoint.flight.ccsds.FarmTable.Action.REPORT;
import static org.holdpoint.flight.ccsds.FarmTable.Action.SET_LOCKOUT;
import static org.holdpoint.flight.ccsds.FarmTable.Action.SET_RETRANSMIT;
import static org.holdpoint.flight.ccsds.FarmTable.Action.SET_WAIT;

import java.util.List;

/**
 * FARM-1 as CCSDS 232.1-B-2, table 6-1 gives it: one row for every event and state. A cell that the
 * standard calls not applicable (E1 in WAIT: a buffer is available only after E10) discards.
 */
final class FarmTable {

  /** What a row can ask for. */
  enum Action {
    ACCEPT,
    DISCARD,
    ADVANCE_V_R,
    LOAD_V_R,
    COUNT_B,
    SET_RETRANSMIT,
    CLEAR_RETRANSMIT,
    SET_WAIT,
    CLEAR_WAIT,
    SET_LOCKOUT,
    CLEAR_LOCKOUT,
    REPORT
  }

  /**
   * @param event that happened
   * @param state that it met
   * @param next state afterwards
   * @param actions in order
   */
  record Row(FarmEvent event, FarmState state, FarmState next, List<Action> actions) {}

  static final List<Row> ROWS =
      List.of(
          row(E1_EXPECTED, OPEN, OPEN, ACCEPT, ADVANCE_V_R, CLEAR_RETRANSMIT),
          row(E1_EXPECTED, WAIT, WAIT, DISCARD),
          row(E1_EXPECTED, LOCKOUT, LOCKOUT, DISCARD),
          row(E2_EXPECTED_NO_BUFFER, OPEN, WAIT, DISCARD, SET_RETRANSMIT, SET_WAIT),
          row(E2_EXPECTED_NO_BUFFER, WAIT, WAIT, DISCARD),
          row(E2_EXPECTED_NO_BUFFER, LOCKOUT, LOCKOUT, DISCARD),
          row(E3_AHEAD, OPEN, OPEN, DISCARD, SET_RETRANSMIT),
          row(E3_AHEAD, WAIT, WAIT, DISCARD),
          row(E3_AHEAD, LOCKOUT, LOCKOUT, DISCARD),
          row(E4_BEHIND, OPEN, OPEN, DISCARD),
          row(E4_BEHIND, WAIT, WAIT, DISCARD),
          row(E4_BEHIND, LOCKOUT, LOCKOUT, DISCARD),
          row(E5_OUTSIDE, OPEN, LOCKOUT, DISCARD, SET_LOCKOUT),
          row(E5_OUTSIDE, WAIT, LOCKOUT, DISCARD, SET_LOCKOUT),
          row(E5_OUTSIDE, LOCKOUT, LOCKOUT, DISCARD),
          row(E6_BYPASS, OPEN, OPEN, ACCEPT, COUNT_B),
          row(E6_BYPASS, WAIT, WAIT, ACCEPT, COUNT_B),
          row(E6_BYPASS, LOCKOUT, LOCKOUT, ACCEPT, COUNT_B),
          row(E7_UNLOCK, OPEN, OPEN, COUNT_B, CLEAR_RETRANSMIT),
          row(E7_UNLOCK, WAIT, OPEN, COUNT_B, CLEAR_RETRANSMIT, CLEAR_WAIT),
          row(E7_UNLOCK, LOCKOUT, OPEN, COUNT_B, CLEAR_RETRANSMIT, CLEAR_WAIT, CLEAR_LOCKOUT),
          row(E8_SET_V_R, OPEN, OPEN, COUNT_B, CLEAR_RETRANSMIT, LOAD_V_R),
          row(E8_SET_V_R, WAIT, OPEN, COUNT_B, CLEAR_RETRANSMIT, CLEAR_WAIT, LOAD_V_R),
          row(E8_SET_V_R, LOCKOUT, LOCKOUT, COUNT_B),
          row(E9_INVALID, OPEN, OPEN, DISCARD),
          row(E9_INVALID, WAIT, WAIT, DISCARD),
          row(E9_INVALID, LOCKOUT, LOCKOUT, DISCARD),
          row(E10_BUFFER_RELEASE, OPEN, OPEN),
          row(E10_BUFFER_RELEASE, WAIT, OPEN, CLEAR_WAIT),
          row(E10_BUFFER_RELEASE, LOCKOUT, LOCKOUT, CLEAR_WAIT),
          row(E11_REPORT, OPEN, OPEN, REPORT),
          row(E11_REPORT, WAIT, WAIT, REPORT),
          row(E11_REPORT, LOCKOUT, LOCKOUT, REPORT));

  private static final Row[][] BY_EVENT_AND_STATE = index();

  private FarmTable() {}

  static Row row(FarmEvent event, FarmState state) {
    return BY_EVENT_AND_STATE[event.ordinal()][state.ordinal()];
  }

  private static Row row(FarmEvent event, FarmState state, FarmState next, Action... actions) {
    return new Row(event, state, next, List.of(actions));
  }

  private static Row[][] index() {
    Row[][] index = new Row[FarmEvent.values().length][FarmState.values().length];
    for (Row row : ROWS) {
      index[row.event().ordinal()][row.state().ordinal()] = row;
    }
    return index;
  }
}
