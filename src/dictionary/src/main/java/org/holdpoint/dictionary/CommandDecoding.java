package org.holdpoint.dictionary;

import org.holdpoint.dictionary.command.ChaserCommand;
import org.holdpoint.dictionary.command.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What became of application data.
 *
 * @param command the command; null when refused
 * @param refusal NONE, or why it is refused
 * @param parameter1 for ARGUMENT_OUT_OF_RANGE the argument's index, 1-based; for BAD_LENGTH the
 *     length found
 * @param parameter2 for ARGUMENT_OUT_OF_RANGE its value; for BAD_LENGTH the length expected
 */
public record CommandDecoding(
    @Nullable ChaserCommand command, Refusal refusal, double parameter1, double parameter2) {

  static CommandDecoding of(ChaserCommand command) {
    return new CommandDecoding(command, Refusal.NONE, 0, 0);
  }

  static CommandDecoding refused(Refusal why, double parameter1, double parameter2) {
    return new CommandDecoding(null, why, parameter1, parameter2);
  }
}
