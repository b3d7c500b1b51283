package org.holdpoint.dictionary;

import io.netty.buffer.ByteBuf;
import org.holdpoint.dictionary.FieldSpec.Kind;
import org.holdpoint.dictionary.RecordLayout.BadField;

/** Writes and reads one scalar; what does not fit is refused, never cut. */
final class Scalars {
  private Scalars() {}

  static void write(FieldSpec spec, Object value, ByteBuf out) {
    double number = number(spec, value);
    if (!(number >= spec.min() && number <= spec.max())) {
      throw new BadField(spec, number);
    }
    switch (spec.wire()) {
      case U8 -> out.writeByte((int) number);
      case U16 -> out.writeShort((int) number);
      case U32 -> out.writeInt((int) (long) number);
      case F32 -> out.writeFloat((float) number);
      case F64 -> out.writeDouble(number);
      case DEFAULT -> throw new IllegalStateException(spec.name() + " has no wire type");
    }
  }

  private static double number(FieldSpec spec, Object value) {
    return switch (spec.kind()) {
      case BOOLEAN -> (Boolean) value ? 1 : 0;
      case ENUM -> ((Coded) value).code();
      case DOUBLE, INT, LONG -> ((Number) value).doubleValue();
    };
  }

  /**
   * @throws BadField when the value is not allowed
   */
  static Object read(FieldSpec spec, ByteBuf in) {
    double number =
        switch (spec.wire()) {
          case U8 -> in.readUnsignedByte();
          case U16 -> in.readUnsignedShort();
          case U32 -> in.readUnsignedInt();
          case F32 -> in.readFloat();
          case F64 -> in.readDouble();
          case DEFAULT -> throw new IllegalStateException(spec.name() + " has no wire type");
        };
    return boxed(spec, number);
  }

  /** The Java value of a number. */
  static Object boxed(FieldSpec spec, double number) {
    if (!(number >= spec.min() && number <= spec.max())) {
      throw new BadField(spec, number);
    }
    if (spec.kind() != Kind.DOUBLE && number != Math.rint(number)) {
      throw new BadField(spec, number);
    }
    return switch (spec.kind()) {
      case DOUBLE -> number;
      case INT -> (int) number;
      case LONG -> (long) number;
      case BOOLEAN -> number != 0;
      case ENUM -> constant(spec, number);
    };
  }

  private static Object constant(FieldSpec spec, double code) {
    Class<? extends Enum<?>> type = spec.enumeration();
    if (type != null) {
      for (Enum<?> constant : type.getEnumConstants()) {
        if (((Coded) constant).code() == code) {
          return constant;
        }
      }
    }
    throw new BadField(spec, code);
  }
}
