package org.holdpoint.dictionary;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.holdpoint.dictionary.telemetry.ChaserPackets;

/** The enumerations whose codes are on the wire, found from the declarations that use them. */
public final class Enumerations {
  private Enumerations() {}

  /** Of telemetry fields. */
  public static List<Class<? extends Enum<?>>> ofTelemetry() {
    return sorted(
        ChaserPackets.ALL.stream()
            .map(TelemetryCodec::of)
            .flatMap(codec -> codec.fields().stream())
            .flatMap(Enumerations::used));
  }

  /** Of command arguments. */
  public static List<Class<? extends Enum<?>>> ofCommands() {
    return sorted(
        CommandCodec.instance().commands().stream()
            .flatMap(command -> command.arguments().stream())
            .flatMap(Enumerations::used));
  }

  /** All: of telemetry, commands, and of the numbers of events and refusals. */
  public static List<Class<? extends Enum<?>>> all() {
    return sorted(
        Stream.of(ofTelemetry(), ofCommands(), EventCodec.enumerations()).flatMap(List::stream));
  }

  private static Stream<Class<? extends Enum<?>>> used(FieldSpec field) {
    return Stream.ofNullable(field.enumeration());
  }

  /** By simple name, which is the name on the ground and therefore has to be unique. */
  private static List<Class<? extends Enum<?>>> sorted(Stream<Class<? extends Enum<?>>> types) {
    var byName = new TreeMap<String, Class<? extends Enum<?>>>();
    types.forEach(
        type -> {
          var other = byName.put(type.getSimpleName(), type);
          if (other != null && other != type) {
            throw new IllegalStateException(other + " and " + type + " have one name");
          }
        });
    return new ArrayList<>(byName.values());
  }
}
