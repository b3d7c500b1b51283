package org.holdpoint.dictionary.telemetry;

import org.holdpoint.dictionary.Coded;
import org.holdpoint.dictionary.Meaning;

/** Why the flight software enters safe mode by itself, beside restarts of the processor. */
public enum SafeCause implements Coded {
  @Meaning("The battery has too little left for another eclipse.")
  BATTERY(1),
  @Meaning("Navigation does not know the attitude any more.")
  ATTITUDE(2),
  @Meaning("The propellant is out but for aborts.")
  PROPELLANT(3);

  private final int code;

  SafeCause(int code) {
    this.code = code;
  }

  @Override
  public int code() {
    return code;
  }
}
