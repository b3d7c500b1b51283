package org.holdpoint.dictionary.telemetry;

import org.holdpoint.dictionary.Coded;
import org.holdpoint.dictionary.Meaning;

/** Safing responses by severity; the worst wins. */
public enum Rung implements Coded {
  @Meaning("No safing.")
  NONE(0),
  @Meaning("Hold where holding is passively safe.")
  HOLD(1),
  @Meaning("Go to the previous hold point.")
  RETREAT(2),
  @Meaning("Burn away by guidance in the best direction, then drift with autonomy alive.")
  ESCAPE(3),
  @Meaning("Monitor's own manoeuvre, nominal chain inhibited.")
  ABORT(4);

  private final int code;

  Rung(int code) {
    this.code = code;
  }

  @Override
  public int code() {
    return code;
  }
}
