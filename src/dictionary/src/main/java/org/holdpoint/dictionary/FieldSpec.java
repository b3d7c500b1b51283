package org.holdpoint.dictionary;

import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/**
 * One scalar of a packet or command as it is on the wire.
 *
 * @param name flattened name, such as {@code r_CT_L_m_x} or {@code criterion_3_limit}
 * @param description one sentence for an operator
 * @param unit SI unit; empty when dimensionless
 * @param wire how it is written; never DEFAULT
 * @param kind what it is in Java
 * @param enumeration its enumeration when it is one, else null
 * @param min smallest value allowed
 * @param max largest value allowed
 */
public record FieldSpec(
    String name,
    String description,
    String unit,
    WireType wire,
    Kind kind,
    @Nullable Class<? extends Enum<?>> enumeration,
    double min,
    double max) {

  /** Java types that a field can have. */
  public enum Kind {
    DOUBLE,
    INT,
    LONG,
    BOOLEAN,
    ENUM
  }

  /** Octets on the wire. */
  public int bytes() {
    return switch (wire) {
      case U8 -> 1;
      case U16 -> 2;
      case U32, F32 -> 4;
      case F64 -> 8;
      case DEFAULT -> throw new IllegalStateException(name + " has no wire type");
    };
  }

  /**
   * The field that a record component declares.
   *
   * @param outer the declaration around it when the component's record is a component itself; it
   *     gives what this one leaves open
   */
  static FieldSpec of(
      RecordComponent component, String prefix, Field field, @Nullable Field outer) {
    String name = prefix + component.getName();
    Kind kind = kind(name, component.getType());
    WireType wire = field.wire();
    if (wire == WireType.DEFAULT && outer != null) {
      wire = outer.wire();
    }
    if (wire == WireType.DEFAULT) {
      wire = defaultWire(kind);
    }
    if ((kind == Kind.DOUBLE) != (wire == WireType.F32 || wire == WireType.F64)) {
      throw new IllegalStateException(name + ": a " + kind + " cannot be written as " + wire);
    }
    Class<? extends Enum<?>> enumeration = enumeration(component.getType());
    double min = Double.isFinite(field.min()) || outer == null ? field.min() : outer.min();
    double max = Double.isFinite(field.max()) || outer == null ? field.max() : outer.max();
    return new FieldSpec(
        name,
        outer == null ? field.value() : outer.value() + ", " + field.value(),
        outer != null && field.unit().isEmpty() ? outer.unit() : field.unit(),
        wire,
        kind,
        enumeration,
        Math.max(min, naturalMin(wire)),
        Math.min(max, naturalMax(kind, wire, enumeration)));
  }

  @SuppressWarnings("unchecked") // isEnum is the check
  private static @Nullable Class<? extends Enum<?>> enumeration(Class<?> javaType) {
    return javaType.isEnum() ? (Class<? extends Enum<?>>) javaType : null;
  }

  private static Kind kind(String name, Class<?> javaType) {
    if (javaType == double.class) {
      return Kind.DOUBLE;
    }
    if (javaType == int.class) {
      return Kind.INT;
    }
    if (javaType == long.class) {
      return Kind.LONG;
    }
    if (javaType == boolean.class) {
      return Kind.BOOLEAN;
    }
    if (javaType.isEnum() && Coded.class.isAssignableFrom(javaType)) {
      return Kind.ENUM;
    }
    throw new IllegalStateException(name + ": no wire form for " + javaType);
  }

  private static WireType defaultWire(Kind kind) {
    return switch (kind) {
      case DOUBLE -> WireType.F32;
      case INT -> WireType.U16;
      case LONG -> WireType.U32;
      case BOOLEAN, ENUM -> WireType.U8;
    };
  }

  private static double naturalMin(WireType wire) {
    return switch (wire) {
      case U8, U16, U32 -> 0;
      case F32 -> -Float.MAX_VALUE;
      case F64, DEFAULT -> -Double.MAX_VALUE;
    };
  }

  private static double naturalMax(
      Kind kind, WireType wire, @Nullable Class<? extends Enum<?>> enumeration) {
    if (enumeration != null) {
      return CodeTable.of(enumeration).largestCode();
    }
    if (kind == Kind.BOOLEAN) {
      return 1;
    }
    return switch (wire) {
      case U8 -> 0xFF;
      case U16 -> 0xFFFF;
      case U32 -> 0xFFFF_FFFFL;
      case F32 -> Float.MAX_VALUE;
      case F64, DEFAULT -> Double.MAX_VALUE;
    };
  }
}
