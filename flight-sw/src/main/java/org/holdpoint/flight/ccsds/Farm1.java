package org.holdpoint.flight.ccsds;

import java.util.List;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;

/**
 * Frame Acceptance and Reporting Mechanism of COP-1 for one virtual channel (CCSDS 232.1-B-2, 6):
 * runs {@link FarmTable}.
 */
final class Farm1 implements Retained {
  private static final int MODULO = 256;

  private final FarmWindow window;
  private FarmState state = FarmState.OPEN;
  private int receiverFrameSequence;
  private boolean retransmit;
  private boolean wait;
  private boolean lockout;
  private int bypassCounter;

  Farm1(FarmWindow window) {
    this.window = window;
  }

  FarmState state() {
    return state;
  }

  /** V(R): next expected frame sequence number. */
  int v_R() {
    return receiverFrameSequence;
  }

  /** Which of E1 to E5 an AD frame with this sequence number is. */
  FarmEvent classify(int sequence, boolean bufferAvailable) {
    int ahead = Math.floorMod(sequence - receiverFrameSequence, MODULO);
    if (ahead == 0) {
      return bufferAvailable ? FarmEvent.E1_EXPECTED : FarmEvent.E2_EXPECTED_NO_BUFFER;
    }
    if (ahead < window.positive()) {
      return FarmEvent.E3_AHEAD;
    }
    return MODULO - ahead <= window.negative() ? FarmEvent.E4_BEHIND : FarmEvent.E5_OUTSIDE;
  }

  /**
   * Runs the row of an event.
   *
   * @param setV_R the V*(R) of E8; not looked at otherwise
   * @return whether the frame is accepted
   */
  boolean on(FarmEvent event, int setV_R) {
    FarmTable.Row row = FarmTable.row(event, state);
    List<FarmTable.Action> actions = row.actions();
    boolean accepted = false;
    for (int i = 0; i < actions.size(); i++) {
      switch (actions.get(i)) {
        case ACCEPT -> accepted = true;
        case DISCARD, REPORT -> {}
        case ADVANCE_V_R -> receiverFrameSequence = (receiverFrameSequence + 1) % MODULO;
        case LOAD_V_R -> receiverFrameSequence = setV_R;
        case COUNT_B -> bypassCounter = (bypassCounter + 1) % 4;
        case SET_RETRANSMIT -> retransmit = true;
        case CLEAR_RETRANSMIT -> retransmit = false;
        case SET_WAIT -> wait = true;
        case CLEAR_WAIT -> wait = false;
        case SET_LOCKOUT -> lockout = true;
        case CLEAR_LOCKOUT -> lockout = false;
      }
    }
    state = row.next();
    return accepted;
  }

  /** The report of E11. */
  Clcw clcw() {
    on(FarmEvent.E11_REPORT, 0);
    return new Clcw(lockout, wait, retransmit, bypassCounter, receiverFrameSequence);
  }

  @Override
  public void save(StateWriter out) {
    out.put(state).put(receiverFrameSequence).put(retransmit).put(wait).put(lockout);
    out.put(bypassCounter);
  }

  @Override
  public void restore(StateReader in) {
    state = in.getEnum(FarmState.class);
    receiverFrameSequence = in.getInt();
    retransmit = in.getBoolean();
    wait = in.getBoolean();
    lockout = in.getBoolean();
    bypassCounter = in.getInt();
  }
}
