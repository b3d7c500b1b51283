package org.holdpoint.dictionary.telemetry;

import org.holdpoint.dictionary.Coded;
import org.holdpoint.dictionary.Meaning;

/** State of one sensor or actuator unit as navigation or the monitor judges it. */
public enum UnitState implements Coded {
  @Meaning("Not powered or no sample yet.")
  OFF(0),
  @Meaning("Samples arrive and pass their gates.")
  GOOD(1),
  @Meaning("Samples arrive but are rejected.")
  REJECTED(2),
  @Meaning("No sample within its staleness limit.")
  LOST(3),
  @Meaning("Its samples are not used: by the ground's word, or because it was found lying.")
  ISOLATED(4),
  @Meaning("It was isolated: its samples are gated again but not used until a run has passed.")
  ON_TRIAL(5);

  private final int code;

  UnitState(int code) {
    this.code = code;
  }

  @Override
  public int code() {
    return code;
  }
}
