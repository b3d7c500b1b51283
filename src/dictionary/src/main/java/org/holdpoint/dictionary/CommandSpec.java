package org.holdpoint.dictionary;

import java.util.List;
import org.holdpoint.dictionary.command.ChaserCommand;

/**
 * One telecommand of the dictionary.
 *
 * @param type its record
 * @param declaration name, service, subtype, description, significance
 * @param arguments in order on the wire
 */
public record CommandSpec(
    Class<? extends ChaserCommand> type, Command declaration, List<FieldSpec> arguments) {
  public CommandSpec {
    arguments = List.copyOf(arguments);
  }

  public String name() {
    return declaration.name();
  }

  public int service() {
    return declaration.service();
  }

  public int subtype() {
    return declaration.subtype();
  }
}
