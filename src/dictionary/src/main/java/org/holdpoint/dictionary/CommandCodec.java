package org.holdpoint.dictionary;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.holdpoint.dictionary.RecordLayout.BadField;
import org.holdpoint.dictionary.command.ChaserCommand;
import org.holdpoint.dictionary.command.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Encodes and decodes the application data of every telecommand, and builds commands from names and
 * arguments.
 */
public final class CommandCodec {
  private static final CommandCodec INSTANCE = new CommandCodec();

  private final Map<String, CommandSpec> byName = new LinkedHashMap<>();
  private final Map<Integer, CommandSpec> byType = new LinkedHashMap<>();
  private final Map<Class<?>, RecordLayout> layouts = new LinkedHashMap<>();
  private final Map<Class<?>, CommandSpec> byClass = new LinkedHashMap<>();

  private CommandCodec() {
    for (Class<?> permitted : ChaserCommand.class.getPermittedSubclasses()) {
      Class<? extends ChaserCommand> type = permitted.asSubclass(ChaserCommand.class);
      Command declaration = type.getAnnotation(Command.class);
      if (declaration == null) {
        throw new IllegalStateException(type + " has no @Command");
      }
      RecordLayout layout = RecordLayout.of(type);
      CommandSpec spec = new CommandSpec(type, declaration, layout.fields());
      layouts.put(type, layout);
      byClass.put(type, spec);
      byName.put(spec.name(), spec);
      byType.put(key(spec.service(), spec.subtype()), spec);
    }
  }

  public static CommandCodec instance() {
    return INSTANCE;
  }

  private static int key(int service, int subtype) {
    return service << 8 | subtype;
  }

  /** All commands, in order of declaration. */
  public List<CommandSpec> commands() {
    return List.copyOf(byName.values());
  }

  /** Names of all commands. */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /**
   * @throws IllegalArgumentException when there is no such command
   */
  public CommandSpec byName(String name) {
    CommandSpec spec = byName.get(name);
    if (spec == null) {
      throw new IllegalArgumentException(
          "'" + name + "' is not a command. One of: " + String.join(", ", names()));
    }
    return spec;
  }

  public CommandSpec spec(ChaserCommand command) {
    return byName(java.util.Objects.requireNonNull(byClass.get(command.getClass())).name());
  }

  /** Writes the application data. */
  public void encode(ChaserCommand command, ByteBuf out) {
    layout(command.getClass()).encode(command, out);
  }

  private RecordLayout layout(Class<?> type) {
    RecordLayout layout = layouts.get(type);
    if (layout == null) {
      throw new IllegalArgumentException(type + " is not a command");
    }
    return layout;
  }

  /** Reads application data; what is not allowed is refused with a reason, never thrown. */
  public CommandDecoding decode(int service, int subtype, ByteBuf applicationData) {
    CommandSpec spec = byType.get(key(service, subtype));
    if (spec == null) {
      return CommandDecoding.refused(Refusal.UNKNOWN_COMMAND, service, subtype);
    }
    int expected = spec.arguments().stream().mapToInt(FieldSpec::bytes).sum();
    if (applicationData.readableBytes() != expected) {
      return CommandDecoding.refused(Refusal.BAD_LENGTH, applicationData.readableBytes(), expected);
    }
    try {
      return CommandDecoding.of((ChaserCommand) layout(spec.type()).decode(applicationData));
    } catch (BadField bad) {
      double value = Double.isFinite(bad.value()) ? bad.value() : 0;
      return CommandDecoding.refused(
          Refusal.ARGUMENT_OUT_OF_RANGE, spec.arguments().indexOf(bad.field()) + 1, value);
    }
  }

  /**
   * Builds a command from its name and arguments, as scripts and JSON give them: numbers, or text
   * for enumerations.
   *
   * @throws IllegalArgumentException naming the argument and what is allowed
   */
  public ChaserCommand build(String name, Map<String, ?> arguments) {
    CommandSpec spec = byName(name);
    List<Object> scalars = new ArrayList<>();
    for (FieldSpec field : spec.arguments()) {
      scalars.add(argument(name, field, arguments.get(field.name())));
    }
    List<String> known = spec.arguments().stream().map(FieldSpec::name).toList();
    for (String given : arguments.keySet()) {
      if (!known.contains(given)) {
        throw new IllegalArgumentException(
            name + " has no argument '" + given + "'. Its arguments: " + String.join(", ", known));
      }
    }
    return (ChaserCommand) layout(spec.type()).assemble(scalars, new int[1]);
  }

  private static Object argument(String command, FieldSpec field, @Nullable Object value) {
    if (value == null) {
      throw new IllegalArgumentException(
          command + ": argument '" + field.name() + "' is missing: " + field.description());
    }
    Class<? extends Enum<?>> enumeration = field.enumeration();
    if (enumeration != null) {
      for (Enum<?> constant : enumeration.getEnumConstants()) {
        if (constant.name().equals(value.toString())) {
          return constant;
        }
      }
      throw new IllegalArgumentException(
          "%s: %s = '%s' is not allowed. One of: %s"
              .formatted(
                  command, field.name(), value, Arrays.toString(enumeration.getEnumConstants())));
    }
    try {
      double number =
          value instanceof Number given ? given.doubleValue() : Double.parseDouble("" + value);
      return Scalars.boxed(field, number);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          command + ": " + field.name() + " = '" + value + "' is not a number", e);
    } catch (BadField e) {
      throw new IllegalArgumentException(command + ": " + e.getMessage(), e);
    }
  }
}
