package org.holdpoint.dictionary.telemetry;

import org.holdpoint.dictionary.Coded;

/** Onboard mode: what the vehicle is doing with its translation. */
public enum Mode implements Coded {
  /**
   * No translation control; attitude kept. The state after a processor start and of a finished
   * mission.
   */
  DRIFT(0),
  /** Station keeping at a hold point. */
  HOLD(1),
  /** A two-impulse transfer or radial hop is being flown. */
  TRANSFER(2),
  /** A forced straight-line leg along V-bar is being flown. */
  FORCED_APPROACH(3),
  /** The safety ellipse around the target is being flown. */
  CIRCUMNAVIGATION(4),
  /** A transfer away to the retreat point is being flown. */
  RETREAT(5),
  /** The abort burn is being fired by the monitor; the nominal chain is inhibited. */
  ABORT(6),
  /** The abort burn is over; drifting away, translation inhibited until RESUME. */
  ABORT_DRIFT(7);

  private final int code;

  Mode(int code) {
    this.code = code;
  }

  @Override
  public int code() {
    return code;
  }
}
