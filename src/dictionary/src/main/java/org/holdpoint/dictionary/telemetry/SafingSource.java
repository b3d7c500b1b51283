package org.holdpoint.dictionary.telemetry;

import org.holdpoint.dictionary.Coded;
import org.holdpoint.dictionary.Meaning;

/** Who or what asked for a safing response. */
public enum SafingSource implements Coded {
  @Meaning("An operator's telecommand.")
  COMMAND(0),
  @Meaning("The keep-out rule.")
  KEEP_OUT(1),
  @Meaning("The corridor or transfer tube rule.")
  CORRIDOR(2),
  @Meaning("The speed rule.")
  SPEED(3),
  @Meaning("The braking distance rule.")
  BRAKING(4),
  @Meaning("The passive safety rule.")
  PASSIVE_SAFETY(5),
  @Meaning("The navigation rule: stale or invalid.")
  NAVIGATION(6),
  @Meaning("The rule that navigation and monitor agree.")
  DISAGREEMENT(7),
  @Meaning("The propellant reserve rule.")
  PROPELLANT(8),
  @Meaning("A lower rung that was not safe.")
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
