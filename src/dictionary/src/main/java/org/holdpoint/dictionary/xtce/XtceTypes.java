package org.holdpoint.dictionary.xtce;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.holdpoint.dictionary.CodeTable;
import org.holdpoint.dictionary.FieldSpec;
import org.holdpoint.dictionary.FieldSpec.Kind;
import org.holdpoint.dictionary.WireType;

/**
 * Data types of fields, as parameter types and as argument types; they differ only in their element
 * names. Fields of one form and unit share one type.
 */
final class XtceTypes {
  /** Parameter or argument. */
  enum Side {
    PARAMETER("Parameter"),
    ARGUMENT("Argument");

    private final String word;

    Side(String word) {
      this.word = word;
    }
  }

  private XtceTypes() {}

  /** Writes each type that the fields need once. */
  static void shared(XmlText xml, Side side, Stream<FieldSpec> fields) {
    Map<String, FieldSpec> byName = new TreeMap<>();
    fields.forEach(
        field -> {
          FieldSpec other = byName.putIfAbsent(sharedName(field), field);
          if (other != null && !other.unit().equals(field.unit())) {
            throw new IllegalStateException(
                "units " + other.unit() + " and " + field.unit() + " give one name of a type");
          }
        });
    byName.forEach((name, field) -> write(xml, side, name, field));
  }

  /** Name of the type that the field shares: {@code Mode}, {@code boolean}, {@code F32_m_per_s}. */
  static String sharedName(FieldSpec field) {
    Class<? extends Enum<?>> enumeration = field.enumeration();
    if (enumeration != null) {
      return enumeration.getSimpleName();
    }
    if (field.kind() == Kind.BOOLEAN) {
      return "boolean";
    }
    if (field.unit().isEmpty()) {
      return field.wire().name();
    }
    String unit = field.unit().replace("/", "_per_").replaceAll("[^A-Za-z0-9_]", "_");
    return field.wire() + "_" + unit;
  }

  static void write(XmlText xml, Side side, String name, FieldSpec field) {
    Class<? extends Enum<?>> enumeration = field.enumeration();
    if (enumeration != null) {
      enumerated(xml, side, name, enumeration, bits(field.wire()));
    } else if (field.kind() == Kind.BOOLEAN) {
      bool(xml, side, name);
    } else if (field.kind() == Kind.DOUBLE) {
      number(xml, side, "Float", name, field);
    } else {
      number(xml, side, "Integer", name, field);
    }
  }

  private static void number(XmlText xml, Side side, String family, String name, FieldSpec field) {
    String element = family + side.word + "Type";
    boolean real = family.equals("Float");
    int bits = bits(field.wire());
    if (real) {
      xml.open(element, "name", name, "sizeInBits", bits);
    } else {
      xml.open(element, "name", name, "signed", "false", "sizeInBits", bits);
    }
    unit(xml, field.unit());
    if (real) {
      xml.empty("FloatDataEncoding", "sizeInBits", bits, "encoding", "IEEE754_1985");
    } else {
      xml.empty("IntegerDataEncoding", "sizeInBits", bits, "encoding", "unsigned");
    }
    if (side == Side.ARGUMENT) {
      range(xml, real, field);
    }
    xml.close(element);
  }

  private static void range(XmlText xml, boolean real, FieldSpec field) {
    xml.open("ValidRangeSet");
    xml.empty(
        "ValidRange",
        "minInclusive",
        limit(real, field.min()),
        "maxInclusive",
        limit(real, field.max()));
    xml.close("ValidRangeSet");
  }

  private static String limit(boolean real, double value) {
    if (real && value != Math.rint(value)) {
      return Double.toString(value);
    }
    if (Math.abs(value) >= 1e15) {
      return Double.toString(value);
    }
    return Long.toString((long) value);
  }

  private static void bool(XmlText xml, Side side, String name) {
    String element = "Boolean" + side.word + "Type";
    xml.open(element, "name", name, "zeroStringValue", "false", "oneStringValue", "true");
    unit(xml, "");
    xml.empty("IntegerDataEncoding", "sizeInBits", 8, "encoding", "unsigned");
    xml.close(element);
  }

  static void enumerated(
      XmlText xml, Side side, String name, Class<? extends Enum<?>> enumeration, int bits) {
    String element = "Enumerated" + side.word + "Type";
    xml.open(element, "name", name);
    unit(xml, "");
    xml.empty("IntegerDataEncoding", "sizeInBits", bits, "encoding", "unsigned");
    xml.open("EnumerationList");
    for (CodeTable.Row row : CodeTable.of(enumeration).rows()) {
      xml.empty(
          "Enumeration",
          "value",
          row.code(),
          "label",
          row.constant().name(),
          "shortDescription",
          row.meaning());
    }
    xml.close("EnumerationList");
    xml.close(element);
  }

  /** An unsigned integer of some bits, for headers. */
  static void unsigned(XmlText xml, Side side, int bits) {
    String element = "Integer" + side.word + "Type";
    xml.open(element, "name", unsignedName(bits), "signed", "false", "sizeInBits", bits);
    unit(xml, "");
    xml.empty("IntegerDataEncoding", "sizeInBits", bits, "encoding", "unsigned");
    xml.close(element);
  }

  static String unsignedName(int bits) {
    return "uint" + bits;
  }

  private static void unit(XmlText xml, String unit) {
    if (unit.isEmpty()) {
      xml.empty("UnitSet");
    } else {
      xml.open("UnitSet").leaf("Unit", unit).close("UnitSet");
    }
  }

  private static int bits(WireType wire) {
    return switch (wire) {
      case U8 -> 8;
      case U16 -> 16;
      case U32, F32 -> 32;
      case F64 -> 64;
      case DEFAULT -> throw new IllegalArgumentException("a field has no wire type");
    };
  }
}
