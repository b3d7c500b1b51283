package org.holdpoint.flight.mode;

/** What can make the mode logic act. */
enum Trigger {
  NAVIGATION_READY("navigation became valid for the first time after the start"),
  GO("GO"),
  GO_DUE("the light is right for the leg whose GO is kept"),
  TRANSFER_TO("TRANSFER_TO"),
  SET_POINTING("SET_POINTING"),
  PLAN_BEGIN("PLAN_BEGIN"),
  PLAN_LEG("PLAN_LEG"),
  PLAN_COMMIT("PLAN_COMMIT"),
  LEG_COMPLETE("guidance reached the end of the leg"),
  BURN_MISSED("a burn of the leg was not given in time"),
  SAFING_HOLD("the monitor's response became HOLD"),
  SAFING_RETREAT("the monitor's response became RETREAT"),
  SAFING_ESCAPE("the monitor's response became ESCAPE"),
  SAFING_ABORT("the monitor's response became ABORT"),
  ABORT_BURN_END("the abort burn is over"),
  SAFING_CLEARED("RESUME cleared the response"),
  PROCESSOR_RESTARTED("the processor restarted"),
  SAFE_ENTER("SAFE_MODE on, or the processor restarted three times in 600 s"),
  SAFE_NEEDED("a row of the table below asks for safe mode"),
  SAFE_LEAVE("SAFE_MODE off");

  private final String meaning;

  Trigger(String meaning) {
    this.meaning = meaning;
  }

  /** For operators. */
  String meaning() {
    return meaning;
  }
}
