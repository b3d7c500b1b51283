package org.holdpoint.flight.mode;

/** What the mode logic does when it takes a row of the mode table. */
enum Effect {
  STAY("nothing else changes"),
  START_HOLD("hold at the point that the flight was loaded for"),
  START_PARK("wait where the plan begins"),
  FLY_PLAN_LEG("begin the leg that departs from the gate"),
  KEEP_GO("keep the GO, hold until the light is right"),
  FLY_TRANSFER("begin the transfer"),
  POINT("change the attitude profile"),
  STORE("store what was uploaded"),
  HOLD_AT_END("hold at the end point of the leg"),
  WAIT_AT_END("go on without thrust, wait at the gate of the leg's end"),
  HOLD_HERE("hold at the present point, or join V-bar first when it is off it"),
  FINISH_THEN_HOLD("give the stop burn, then hold there"),
  KEEP_ELLIPSE("keep flying the ellipse without burns"),
  FLY_RETREAT("begin the way to the previous hold point"),
  FLY_ESCAPE("begin the burn away from the target"),
  INHIBIT("leave the thrusters to the monitor"),
  COAST("give no thrust"),
  POINT_AT_SUN("give no thrust, point body z to the Sun"),
  LEAVE_SAFE("point at the target again; hold here where there is something to hold at");

  private final String meaning;

  Effect(String meaning) {
    this.meaning = meaning;
  }

  /** For operators. */
  String meaning() {
    return meaning;
  }
}
