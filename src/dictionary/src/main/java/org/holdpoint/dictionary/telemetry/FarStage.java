package org.holdpoint.dictionary.telemetry;

import org.holdpoint.dictionary.Coded;
import org.holdpoint.dictionary.Meaning;

/** Stages of far navigation. */
public enum FarStage implements Coded {
  @Meaning("The near filter leads.")
  OFF(0),
  @Meaning("The target has not been found since the cue or a restart.")
  SEARCHING(1),
  @Meaning("A confirmed track feeds the filter; the range is not yet known well.")
  TRACKING(2),
  @Meaning("Range known to 5 % (1 sigma) or better.")
  CONVERGED(3);

  private final int code;

  FarStage(int code) {
    this.code = code;
  }

  @Override
  public int code() {
    return code;
  }
}
