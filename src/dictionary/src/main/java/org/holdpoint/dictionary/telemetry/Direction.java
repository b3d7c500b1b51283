package org.holdpoint.dictionary.telemetry;

import org.holdpoint.dictionary.Coded;

/** Abort direction in the target-centred QSW frame. */
public enum Direction implements Coded {
  /** None latched. */
  NONE(0),
  /** Radially out. */
  PLUS_X(1),
  /** Radially in. */
  MINUS_X(2),
  /** Along-track forward. */
  PLUS_Y(3),
  /** Along-track back. */
  MINUS_Y(4),
  /** Cross-track positive. */
  PLUS_Z(5),
  /** Cross-track negative. */
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
