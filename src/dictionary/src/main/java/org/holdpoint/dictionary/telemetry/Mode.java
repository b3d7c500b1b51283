package org.holdpoint.dictionary.telemetry;

import org.holdpoint.dictionary.Coded;
import org.holdpoint.dictionary.Meaning;

/** Onboard mode: what the vehicle is doing with its translation. */
public enum Mode implements Coded {
  @Meaning(
      "* No translation control; attitude kept. The state after a processor start and of a finished mission.")
  DRIFT(0),
  @Meaning("Station keeping at a hold point.")
  HOLD(1),
  @Meaning("A two-impulse transfer or radial hop is being flown.")
  TRANSFER(2),
  @Meaning("A forced straight-line leg along V-bar is being flown.")
  FORCED_APPROACH(3),
  @Meaning("The safety ellipse around the target is being flown.")
  CIRCUMNAVIGATION(4),
  @Meaning("A transfer away to the retreat point is being flown.")
  RETREAT(5),
  @Meaning("The abort burn is being fired by the monitor; the nominal chain is inhibited.")
  ABORT(6),
  @Meaning("The abort burn is over; drifting away, translation inhibited until RESUME.")
  ABORT_DRIFT(7),
  @Meaning("Far from the target: a drift leg is being flown by impulses on relative elements.")
  CHASE(8),
  @Meaning("Far from the target: waiting without thrust, apart by e and i vectors.")
  PARK(9),
  @Meaning("The escape burn is being given by guidance; after it the vehicle drifts away.")
  ESCAPE(10),
  @Meaning("Safe mode: no translation, wings to the Sun, until SAFE_MODE ends it.")
  SAFE(11);

  private final int code;

  Mode(int code) {
    this.code = code;
  }

  @Override
  public int code() {
    return code;
  }
}
