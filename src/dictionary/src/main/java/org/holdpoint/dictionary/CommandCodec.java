package org.holdpoint.dictionary;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private final Map<Integer, Entry> byType = new LinkedHashMap<>();
  private final Map<Class<?>, Entry> byClass = new LinkedHashMap<>();

  private record Entry(CommandSpec spec, RecordLayout layout, int bytes) {}

  private CommandCodec() {
    for (Class<?> permitted : ChaserCommand.class.getPermittedSubclasses()) {
      Class<? extends ChaserCommand> type = permitted.asSubclass(ChaserCommand.class);
      Command declaration = type.getAnnotation(Command.class);
      if (declaration == null) {
        throw new IllegalStateException(type + " has no @Command");
      }
      RecordLayout layout = RecordLayout.of(type);
      CommandSpec spec = new CommandSpec(type, declaration, layout.fields());
      int bytes = layout.fields().stream().mapToInt(FieldSpec::bytes).sum();
      Entry entry = new Entry(spec, layout, bytes);
      byClass.put(type, entry);
      if (byName.put(spec.name(), spec) != null
          || byType.put(key(spec.service(), spec.subtype()), entry) != null) {
        throw new IllegalStateException(type + " has the name or type of another command");
      }
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

  /** What the dictionary says about this command. */
  public CommandSpec spec(ChaserCommand command) {
    return entry(command.getClass()).spec;
  }

  /**
   * Writes the application data; all of it or, when it throws, nothing.
   *
   * @throws IllegalArgumentException naming command and argument when a value is not allowed
   */
  public void encode(ChaserCommand command, ByteBuf out) {
    Entry entry = entry(command.getClass());
    int begin = out.writerIndex();
    try {
      entry.layout.encode(command, out);
    } catch (IllegalArgumentException e) {
      out.writerIndex(begin);
      throw new IllegalArgumentException(entry.spec.name() + ": " + e.getMessage(), e);
    }
  }

  private Entry entry(Class<?> type) {
    Entry entry = byClass.get(type);
    if (entry == null) {
      throw new IllegalArgumentException(type + " is not a command");
    }
    return entry;
  }

  /** Reads application data; what is not allowed is refused with a reason, never thrown. */
  public CommandDecoding decode(int service, int subtype, ByteBuf applicationData) {
    Entry entry = byType.get(key(service, subtype));
    if (entry == null) {
      return CommandDecoding.refused(Refusal.UNKNOWN_COMMAND, service, subtype);
    }
    int length = applicationData.readableBytes();
    if (length != entry.bytes) {
      return CommandDecoding.refused(Refusal.BAD_LENGTH, length, entry.bytes);
    }
    try {
      return CommandDecoding.of((ChaserCommand) entry.layout.decode(applicationData));
    } catch (BadField bad) {
      double value = Math.abs(bad.value()) <= Float.MAX_VALUE ? bad.value() : 0;
      int argument = entry.spec.arguments().indexOf(bad.field()) + 1;
      return CommandDecoding.refused(Refusal.ARGUMENT_OUT_OF_RANGE, argument, value);
    }
  }

  /**
   * Builds a command from its name and arguments, as scripts and JSON give them: numbers, numbers
   * as text, or names of constants.
   *
   * @throws IllegalArgumentException naming the argument and what is allowed
   */
  public ChaserCommand build(String name, Map<String, ?> arguments) {
    CommandSpec spec = byName(name);
    RecordLayout layout = entry(spec.type()).layout;
    List<Object> scalars = new ArrayList<>();
    for (Scalar scalar : layout.scalars()) {
      scalars.add(argument(name, scalar, arguments.get(scalar.spec().name())));
    }
    List<String> known = spec.arguments().stream().map(FieldSpec::name).toList();
    for (String given : arguments.keySet()) {
      if (!known.contains(given)) {
        throw new IllegalArgumentException(
            name + " has no argument '" + given + "'. Its arguments: " + String.join(", ", known));
      }
    }
    return (ChaserCommand) layout.assemble(scalars, new int[1]);
  }

  private static Object argument(String command, Scalar scalar, @Nullable Object value) {
    FieldSpec field = scalar.spec();
    if (value == null) {
      throw new IllegalArgumentException(
          command + ": argument '" + field.name() + "' is missing: " + field.description());
    }
    Class<? extends Enum<?>> enumeration = field.enumeration();
    if (enumeration != null) {
      return constant(command, field, enumeration, value.toString());
    }
    try {
      return scalar.valueOf(number(field, value));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "%s: %s = '%s' is not a number; from %s to %s"
              .formatted(command, field.name(), value, field.min(), field.max()),
          e);
    } catch (BadField e) {
      throw new IllegalArgumentException(command + ": " + e.getMessage(), e);
    }
  }

  private static double number(FieldSpec field, Object value) {
    if (field.kind() == FieldSpec.Kind.BOOLEAN) {
      switch (value.toString()) {
        case "true":
          return 1;
        case "false":
          return 0;
        default:
          break;
      }
    }
    return value instanceof Number given
        ? given.doubleValue()
        : Double.parseDouble(value.toString());
  }

  private static Enum<?> constant(
      String command, FieldSpec field, Class<? extends Enum<?>> enumeration, String name) {
    for (Enum<?> constant : enumeration.getEnumConstants()) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(
        "%s: %s = '%s' is not allowed. One of: %s"
            .formatted(
                command, field.name(), name, Arrays.toString(enumeration.getEnumConstants())));
  }
}
