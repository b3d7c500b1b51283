package org.holdpoint.flight.command;

/** The function whose authority the ground must hold for a command. */
public enum Authority {
  /** Anybody on the ground may: the command takes no function away from its holder. */
  NONE,
  /** The ground must hold translation. */
  TRANSLATION,
  /** The ground must hold attitude. */
  ATTITUDE
}
