package org.holdpoint.dictionary.xtce;

import org.holdpoint.dictionary.Coded;
import org.holdpoint.dictionary.FieldSpec;
import org.holdpoint.dictionary.FieldSpec.Kind;
import org.holdpoint.dictionary.WireType;

/**
 * Data types of fields, as parameter types and as argument types; they differ only in their element
 * names.
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
    for (Enum<?> constant : enumeration.getEnumConstants()) {
      xml.empty("Enumeration", "value", ((Coded) constant).code(), "label", constant.name());
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

  /** Name of a field's type, unique in its space system. */
  static String typeName(FieldSpec field) {
    return field.name() + "_type";
  }
}
