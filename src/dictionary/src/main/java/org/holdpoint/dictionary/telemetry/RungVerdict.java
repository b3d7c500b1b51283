package org.holdpoint.dictionary.telemetry;

import org.holdpoint.dictionary.Coded;
import org.holdpoint.dictionary.Meaning;

/** Whether a safing rung is safe to use now. */
public enum RungVerdict implements Coded {
  @Meaning("The monitor has no valid state to judge with.")
  UNKNOWN(0),
  @Meaning("Would not stay outside the keep-out sphere at 3 sigma.")
  UNSAFE(1),
  @Meaning("Stays outside the keep-out sphere at 3 sigma.")
  SAFE(2);

  private final int code;

  RungVerdict(int code) {
    this.code = code;
  }

  @Override
  public int code() {
    return code;
  }
}
