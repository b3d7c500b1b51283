package org.holdpoint.dictionary.telemetry;

import org.holdpoint.dictionary.Coded;

/** Who holds a function's authority. */
public enum Holder implements Coded {
  /** Ground flies. */
  GROUND(0),
  /** Onboard autonomy flies; ground consents at gates. */
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
