package org.holdpoint.dictionary.telemetry;

import org.holdpoint.dictionary.Coded;
import org.holdpoint.dictionary.Meaning;

/** What became of the last GO. */
public enum GoState implements Coded {
  @Meaning("No GO given at this gate.")
  NONE(0),
  @Meaning("Leg released.")
  GRANTED(1),
  @Meaning("GO expired before the leg began.")
  EXPIRED(2),
  @Meaning("Last GO refused.")
  REFUSED(3);

  private final int code;

  GoState(int code) {
    this.code = code;
  }

  @Override
  public int code() {
    return code;
  }
}
