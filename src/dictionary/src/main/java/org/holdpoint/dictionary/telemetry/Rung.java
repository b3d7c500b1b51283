package org.holdpoint.dictionary.telemetry;

import org.holdpoint.dictionary.Coded;

/** Safing responses by severity; the worst wins. */
public enum Rung implements Coded {
  /** No safing. */
  NONE(0),
  /** Hold where holding is passively safe. */
  HOLD(1),
  /** Go to the previous hold point. */
  RETREAT(2),
  /** Loaded collision-avoidance manoeuvre (not yet offered). */
  ESCAPE(3),
  /** Monitor's own manoeuvre, nominal chain inhibited. */
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
