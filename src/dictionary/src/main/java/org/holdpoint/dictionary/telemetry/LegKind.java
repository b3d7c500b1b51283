package org.holdpoint.dictionary.telemetry;

import org.holdpoint.dictionary.Coded;
import org.holdpoint.dictionary.Meaning;

/** Kind of one leg of the mission plan. */
public enum LegKind implements Coded {
  @Meaning("Empty row.")
  NONE(0),
  @Meaning("Hold at the given point.")
  HOLD_AT(1),
  @Meaning("V-bar to V-bar with two radial impulses half an orbit apart.")
  RADIAL_HOP(2),
  @Meaning("Two-impulse transfer to the given point in the given time.")
  TWO_IMPULSE(3),
  @Meaning("Straight forced motion along V-bar to the given point at the closing speed limit.")
  FORCED_VBAR(4),
  @Meaning("Enter the safety ellipse and fly it for the given time.")
  CIRCUMNAVIGATE(5),
  @Meaning("Two-impulse transfer away to the given point.")
  RETREAT(6),
  @Meaning(
      "Drift below or above to the along-track distance y and wait there with e and i vectors of x and z metres, parallel.")
  PHASE(7);

  private final int code;

  LegKind(int code) {
    this.code = code;
  }

  @Override
  public int code() {
    return code;
  }
}
