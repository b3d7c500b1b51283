package org.holdpoint.dictionary.telemetry;

import org.holdpoint.dictionary.Coded;

/** Who or what asked for a safing response. */
public enum SafingSource implements Coded {
  COMMAND(0),
  KEEP_OUT(1),
  CORRIDOR(2),
  SPEED(3),
  BRAKING(4),
  PASSIVE_SAFETY(5),
  NAVIGATION(6),
  DISAGREEMENT(7),
  PROPELLANT(8),
  ESCALATION(9);

  private final int code;

  SafingSource(int code) {
    this.code = code;
  }

  @Override
  public int code() {
    return code;
  }
}
