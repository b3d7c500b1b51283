package org.holdpoint.dictionary.command;

import org.holdpoint.dictionary.Coded;
import org.holdpoint.dictionary.Meaning;

/** Why a telecommand was refused; the failure code of PUS S1. */
public enum Refusal implements Coded {
  @Meaning("Not refused.")
  NONE(0),
  @Meaning("No such service and subtype.")
  UNKNOWN_COMMAND(1),
  @Meaning("Application data longer or shorter than the command.")
  BAD_LENGTH(2),
  @Meaning("An argument is outside its range; parameter 1 is its index, parameter 2 its value.")
  ARGUMENT_OUT_OF_RANGE(3),
  @Meaning(
      "The authority epoch is not the present one; parameter 1 is the one carried, parameter 2 the present one.")
  STALE_EPOCH(4),
  @Meaning("The function's authority is not with the ground.")
  NOT_HOLDER(5),
  @Meaning("Not possible in the present mode; parameter 1 is the mode.")
  WRONG_MODE(6),
  @Meaning("That gate is not the one the vehicle waits at; parameter 1 is the gate at hand.")
  WRONG_GATE(7),
  @Meaning("A gate criterion is not met; parameter 1 is the criterion.")
  GATE_CLOSED(8),
  @Meaning("The plan hash is not the one of the plan onboard.")
  PLAN_CHANGED(9),
  @Meaning("The GO's expiry is past; parameter 1 is the present time.")
  GO_EXPIRED(10),
  @Meaning("A plan upload step out of order or for another plan.")
  PLAN_SEQUENCE(11),
  @Meaning("Legs are missing at COMMIT.")
  PLAN_INCOMPLETE(12),
  @Meaning("The plan's checksum is wrong.")
  PLAN_CRC(13),
  @Meaning("The leg cannot be flown with two impulses in that time.")
  UNREACHABLE(14),
  @Meaning("Not enough propellant above the reserve.")
  UNAFFORDABLE(15),
  @Meaning("The leg, or a missed burn in it, enters the keep-out sphere.")
  UNSAFE(16),
  @Meaning("Relative navigation is not valid.")
  NAVIGATION_INVALID(17),
  @Meaning("Accepted and started, but the effect was not seen in time.")
  EFFECT_NOT_SEEN(18),
  @Meaning("A safing response is in progress.")
  SAFING_ACTIVE(19),
  @Meaning("Nothing to do: the state asked for is the present one.")
  ALREADY_SO(20),
  @Meaning("No such housekeeping structure or event.")
  UNKNOWN_STRUCTURE(21),
  @Meaning("Contacts must follow each other in time; parameter 1 is the row that does not.")
  CONTACTS_OUT_OF_ORDER(22),
  @Meaning("The plan onboard would have too many contacts; parameter 2 is the limit.")
  TOO_MANY_CONTACTS(23),
  @Meaning("Nothing else measures what this unit does; it cannot be isolated.")
  NO_SUBSTITUTE(24);

  private final int code;

  Refusal(int code) {
    this.code = code;
  }

  @Override
  public int code() {
    return code;
  }
}
