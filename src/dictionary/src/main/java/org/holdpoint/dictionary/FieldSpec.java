package org.holdpoint.dictionary;

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
    @org.jspecify.annotations.Nullable Class<? extends Enum<?>> enumeration,
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
}
