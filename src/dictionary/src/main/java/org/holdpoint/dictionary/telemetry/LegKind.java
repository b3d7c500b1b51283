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
  PHASE(7),
  @Meaning(
      "Four impulses to the given point: onto a safety ellipse that drifts there in the given time, and off it.")
  MULTI_IMPULSE(10),
  @Meaning(
      "Drift to the given point of V-bar on a lower or higher circle, in the given time: four impulses.")
  COELLIPTIC(11),
  @Meaning(
      "Enter a safety ellipse of x and z metres whose centre drifts to the along-track distance y in the given time.")
  WALKING_ELLIPSE(12),
  @Meaning(
      "Wait on an ellipse of x and z metres about the along-track distance y, for the given time; safe for 24 h.")
  PARKING_ELLIPSE(13),
  @Meaning(
      "Leave on an ellipse of x and z metres that drifts to the along-track distance y in the given time and on; safe for 24 h.")
  DEPART(14);

  private final int code;

  LegKind(int code) {
    this.code = code;
  }

  @Override
  public int code() {
    return code;
  }

  /** Whether the leg's target is the point at which it ends and holds. */
  public boolean endsAtPoint() {
    return switch (this) {
      case HOLD_AT, RADIAL_HOP, TWO_IMPULSE, FORCED_VBAR, RETREAT, MULTI_IMPULSE, COELLIPTIC ->
          true;
      case NONE, CIRCUMNAVIGATE, PHASE, WALKING_ELLIPSE, PARKING_ELLIPSE, DEPART -> false;
    };
  }
}
