package org.holdpoint.dictionary;

import java.util.List;
import java.util.Map;

/** Packets told by the few fields that matter; all others are zero or the constant with code 0. */
final class PacketContents {
  private PacketContents() {}

  static <T extends Record> T of(Class<T> type, Map<String, Object> told) {
    TelemetryCodec<T> codec = TelemetryCodec.of(type);
    List<String> names = codec.fields().stream().map(FieldSpec::name).toList();
    if (!names.containsAll(told.keySet())) {
      throw new IllegalArgumentException(told.keySet() + " are not all of " + names);
    }
    return codec.assemble(
        codec.fields().stream()
            .map(field -> told.getOrDefault(field.name(), zero(field)))
            .toList());
  }

  private static Object zero(FieldSpec field) {
    return switch (field.kind()) {
      case DOUBLE -> 0.0;
      case INT -> 0;
      case LONG -> 0L;
      case BOOLEAN -> false;
      case ENUM -> field.enumeration().getEnumConstants()[0];
    };
  }
}
