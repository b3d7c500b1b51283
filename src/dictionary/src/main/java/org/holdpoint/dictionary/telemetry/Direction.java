package org.holdpoint.dictionary.telemetry;

import org.holdpoint.dictionary.Coded;
import org.holdpoint.dictionary.Meaning;

/** Abort direction in the target-centred QSW frame. */
public enum Direction implements Coded {
  @Meaning("None latched.")
  NONE(0),
  @Meaning("Radially out.")
  PLUS_X(1),
  @Meaning("Radially in.")
  MINUS_X(2),
  @Meaning("Along-track forward.")
  PLUS_Y(3),
  @Meaning("Along-track back.")
  MINUS_Y(4),
  @Meaning("Cross-track positive.")
  PLUS_Z(5),
  @Meaning("Cross-track negative.")
  MINUS_Z(6);

  private final int code;

  Direction(int code) {
    this.code = code;
  }

  @Override
  public int code() {
    return code;
  }
}
