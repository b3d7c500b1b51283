package org.holdpoint.dictionary.telemetry;

import org.holdpoint.dictionary.Coded;
import org.holdpoint.dictionary.Meaning;

/** Who holds a function's authority. */
public enum Holder implements Coded {
  @Meaning("Ground flies.")
  GROUND(0),
  @Meaning("Onboard autonomy flies; ground consents at gates.")
  AUTONOMY(1);

  private final int code;

  Holder(int code) {
    this.code = code;
  }

  @Override
  public int code() {
    return code;
  }
}
