package org.holdpoint.flight.command;

import org.holdpoint.dictionary.command.Refusal;

/**
 * One stage of a telecommand's execution, for PUS S1.
 *
 * @param refusal NONE for success
 * @param parameter1 first number of the refusal's description; 0 when unused
 * @param parameter2 second number
 */
public record CommandReport(
    RequestId request, Stage stage, Refusal refusal, double parameter1, double parameter2) {

  /** Stages that S1 reports. A failed stage is the last report of its command. */
  public enum Stage {
    ACCEPTANCE,
    START,
    COMPLETION
  }

  public static CommandReport success(RequestId request, Stage stage) {
    return new CommandReport(request, stage, Refusal.NONE, 0, 0);
  }

  public static CommandReport refused(
      RequestId request, Stage stage, Refusal why, double parameter1, double parameter2) {
    return new CommandReport(request, stage, why, parameter1, parameter2);
  }
}
