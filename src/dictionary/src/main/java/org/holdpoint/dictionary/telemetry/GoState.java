package org.holdpoint.dictionary.telemetry;

import org.holdpoint.dictionary.Coded;

/** What became of the last GO. */
public enum GoState implements Coded {
  /** No GO given at this gate. */
  NONE(0),
  /** Leg released. */
  GRANTED(1),
  /** GO expired before the leg began. */
  EXPIRED(2),
  /** Last GO refused. */
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
