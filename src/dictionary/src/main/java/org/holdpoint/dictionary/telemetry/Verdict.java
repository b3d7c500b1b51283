package org.holdpoint.dictionary.telemetry;

import org.holdpoint.dictionary.Coded;
import org.holdpoint.dictionary.Meaning;

/** Four-valued verdict of a check. */
public enum Verdict implements Coded {
  @Meaning("Cannot be told from the data at hand.")
  UNKNOWN(0),
  @Meaning("Checked and not satisfied.")
  FAIL(1),
  @Meaning("Checked and satisfied.")
  PASS(2),
  @Meaning("Not armed here.")
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
