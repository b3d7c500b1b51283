package org.holdpoint.dictionary.telemetry;

import org.holdpoint.dictionary.Coded;

/** Four-valued verdict of a check. */
public enum Verdict implements Coded {
  /** Cannot be told from the data at hand. */
  UNKNOWN(0),
  /** Checked and not satisfied. */
  FAIL(1),
  /** Checked and satisfied. */
  PASS(2),
  /** Not armed here. */
  NOT_APPLICABLE(3);

  private final int code;

  Verdict(int code) {
    this.code = code;
  }

  @Override
  public int code() {
    return code;
  }
}
