package org.holdpoint.dictionary.telemetry;

import org.holdpoint.dictionary.Coded;

/** Explicit validity of an estimate or sample. */
public enum Validity implements Coded {
  /** Do not use. */
  INVALID(0),
  /** Was valid; too old now. */
  STALE(1),
  /** Use. */
  VALID(2);

  private final int code;

  Validity(int code) {
    this.code = code;
  }

  @Override
  public int code() {
    return code;
  }
}
