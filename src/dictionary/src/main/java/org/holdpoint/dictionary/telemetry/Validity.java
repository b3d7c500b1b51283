package org.holdpoint.dictionary.telemetry;

import org.holdpoint.dictionary.Coded;
import org.holdpoint.dictionary.Meaning;

/** Explicit validity of an estimate or sample. */
public enum Validity implements Coded {
  @Meaning("Do not use.")
  INVALID(0),
  @Meaning("Was valid; too old now.")
  STALE(1),
  @Meaning("Use.")
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
