package org.holdpoint.dictionary.telemetry;

import org.holdpoint.dictionary.Coded;
import org.holdpoint.dictionary.Meaning;

/** What is checked at a gate before the next leg may be released. */
public enum GateCriterion implements Coded {
  @Meaning("Empty row.")
  NONE(0),
  @Meaning("Relative navigation valid.")
  NAVIGATION_VALID(1),
  @Meaning("Navigation 3-sigma position below its limit.")
  NAVIGATION_3_SIGMA_M(2),
  @Meaning("Distance from the hold point below its limit.")
  POSITION_ERROR_M(3),
  @Meaning("Speed relative to the hold point below its limit.")
  SPEED_M_S(4),
  @Meaning("Pointing error below its limit.")
  ATTITUDE_ERROR_DEG(5),
  @Meaning("Navigation and monitor states agree within the limit.")
  MONITOR_AGREES_M(6),
  @Meaning("Smallest 3-sigma range of the next leg, missed burns included, above its limit.")
  NEXT_LEG_SAFE_M(7),
  @Meaning("Propellant after the next leg above the reserve.")
  PROPELLANT_KG(8),
  @Meaning("No safing response active.")
  NO_SAFING(9),
  @Meaning("The safety monitor has a valid state of its own.")
  MONITOR_VALID(10),
  @Meaning(
      "The target stays lit for as long as a forced leg takes: it is flown by a visible camera.")
  LIT_FOR_S(90),
  @Meaning(
      "Time after which the ellipse can be entered with the Sun behind the chaser; a GO before it"
          + " is kept until then.")
  DEPARTS_IN_S(91);

  private final int code;

  GateCriterion(int code) {
    this.code = code;
  }

  @Override
  public int code() {
    return code;
  }
}
