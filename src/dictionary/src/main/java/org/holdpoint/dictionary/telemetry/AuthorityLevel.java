package org.holdpoint.dictionary.telemetry;

import org.holdpoint.dictionary.Coded;
import org.holdpoint.dictionary.Meaning;

/** How much the onboard autonomy may do by itself. */
public enum AuthorityLevel implements Coded {
  @Meaning("Ground flies by hand (not yet offered).")
  DIRECT(0),
  @Meaning("Preplanned legs, each released by ground.")
  SEQUENCED(1),
  @Meaning("Autonomy proposes, ground consents at gates.")
  SUPERVISED(2),
  @Meaning("Autonomy acts, ground may veto (not yet offered).")
  AUTONOMOUS(3);

  private final int code;

  AuthorityLevel(int code) {
    this.code = code;
  }

  @Override
  public int code() {
    return code;
  }
}
