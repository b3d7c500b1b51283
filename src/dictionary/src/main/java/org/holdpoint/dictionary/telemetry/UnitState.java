package org.holdpoint.dictionary.telemetry;

import org.holdpoint.dictionary.Coded;

/** State of one sensor or actuator unit as navigation or the monitor judges it. */
public enum UnitState implements Coded {
  /** Not powered or no sample yet. */
  OFF(0),
  /** Samples arrive and pass their gates. */
  GOOD(1),
  /** Samples arrive but are rejected. */
  REJECTED(2),
  /** No sample within its staleness limit. */
  LOST(3);

  private final int code;

  UnitState(int code) {
    this.code = code;
  }

  @Override
  public int code() {
    return code;
  }
}
