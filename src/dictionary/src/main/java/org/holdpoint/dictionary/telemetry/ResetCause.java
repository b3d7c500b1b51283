package org.holdpoint.dictionary.telemetry;

import org.holdpoint.dictionary.Coded;
import org.holdpoint.dictionary.Meaning;

/** Why the flight software was restarted. */
public enum ResetCause implements Coded {
  @Meaning("None.")
  NONE(0),
  @Meaning("The processor itself restarted: power, radiation.")
  PROCESSOR(1),
  @Meaning("A tick of the flight software did not come to its end.")
  SOFTWARE(2);

  private final int code;

  ResetCause(int code) {
    this.code = code;
  }

  @Override
  public int code() {
    return code;
  }
}
