package org.holdpoint.dictionary.telemetry;

import org.holdpoint.dictionary.Coded;
import org.holdpoint.dictionary.Meaning;

/** The next event that the flight software foresees. */
public enum NextEvent implements Coded {
  @Meaning("Nothing is foreseen.")
  NONE(0),
  @Meaning("First burn of a leg.")
  START_BURN(1),
  @Meaning("Last burn of a leg.")
  STOP_BURN(2),
  @Meaning("End of the leg.")
  LEG_END(3),
  @Meaning("End of the abort burn.")
  ABORT_BURN_END(4),
  @Meaning("End of the time for which the hold is passively safe.")
  HOLD_SAFE_END(5);

  private final int code;

  NextEvent(int code) {
    this.code = code;
  }

  @Override
  public int code() {
    return code;
  }
}
