package org.holdpoint.dictionary;

import io.netty.buffer.ByteBuf;
import java.lang.reflect.Method;
import org.holdpoint.dictionary.FieldSpec.Kind;
import org.jspecify.annotations.Nullable;

/**
 * One scalar of a record, with its getter bound once. What does not fit is refused, never cut;
 * writing makes no garbage.
 */
final class Scalar {
  private final FieldSpec spec;

  /** Of a DOUBLE; null for all others. */
  private final Accessor.@Nullable OfReal real;

  /** Of all others, constants by their code; null for a DOUBLE. */
  private final Accessor.@Nullable OfWhole whole;

  private final @Nullable CodeTable codes;
  private final double readMin;
  private final double readMax;

  Scalar(FieldSpec spec, Method getter) {
    this.spec = spec;
    Class<? extends Enum<?>> enumeration = spec.enumeration();
    this.codes = enumeration == null ? null : CodeTable.of(enumeration);
    boolean isReal = spec.kind() == Kind.DOUBLE;
    this.real = isReal ? Accessor.bind(Accessor.OfReal.class, double.class, getter) : null;
    this.whole = isReal ? null : wholeOf(spec.kind(), getter);
    // A limit such as 0.3 is another number as F32: what the ground sends is compared with that.
    this.readMin = spec.wire() == WireType.F32 ? (float) spec.min() : spec.min();
    this.readMax = spec.wire() == WireType.F32 ? (float) spec.max() : spec.max();
  }

  private static Accessor.OfWhole wholeOf(Kind kind, Method getter) {
    return switch (kind) {
      case BOOLEAN -> {
        Accessor.OfFlag flag = Accessor.bind(Accessor.OfFlag.class, boolean.class, getter);
        yield row -> flag.of(row) ? 1 : 0;
      }
      case ENUM -> {
        Accessor.OfObject constant = Accessor.bind(Accessor.OfObject.class, Object.class, getter);
        yield row -> ((Coded) constant.of(row)).code();
      }
      case INT -> {
        Accessor.OfInt number = Accessor.bind(Accessor.OfInt.class, int.class, getter);
        yield number::of;
      }
      case LONG -> Accessor.bind(Accessor.OfWhole.class, long.class, getter);
      case DOUBLE -> throw new IllegalArgumentException("a double is not a whole number");
    };
  }

  FieldSpec spec() {
    return spec;
  }

  /**
   * @throws BadField when the value has no form on the wire
   */
  void write(Object row, ByteBuf out) {
    if (real != null) {
      writeReal(real.of(row), out);
    } else if (whole != null) {
      writeWhole(whole.of(row), out);
    }
  }

  private void writeReal(double value, ByteBuf out) {
    if (!(value >= spec.min() && value <= spec.max())) {
      throw new BadField(spec, value);
    }
    if (spec.wire() == WireType.F32) {
      out.writeFloat((float) value);
    } else {
      out.writeDouble(value);
    }
  }

  private void writeWhole(long value, ByteBuf out) {
    if (value < spec.min() || value > spec.max()) {
      throw new BadField(spec, value);
    }
    switch (spec.wire()) {
      case U8 -> out.writeByte((int) value);
      case U16 -> out.writeShort((int) value);
      default -> out.writeInt((int) value);
    }
  }

  /**
   * @throws BadField when the value is not allowed
   */
  Object read(ByteBuf in) {
    double value =
        switch (spec.wire()) {
          case U8 -> in.readUnsignedByte();
          case U16 -> in.readUnsignedShort();
          case U32 -> in.readUnsignedInt();
          case F32 -> in.readFloat();
          case F64 -> in.readDouble();
          case DEFAULT -> throw new IllegalStateException(spec.name() + " has no wire type");
        };
    if (!(value >= readMin && value <= readMax)) {
      throw new BadField(spec, value);
    }
    return boxed(value);
  }

  /**
   * The Java value of a number that a person or a script gave.
   *
   * @throws BadField when it is not allowed
   */
  Object valueOf(double given) {
    boolean whole = spec.kind() == Kind.DOUBLE || given == Math.rint(given);
    if (!whole || !(given >= spec.min() && given <= spec.max())) {
      throw new BadField(spec, given);
    }
    return boxed(given);
  }

  private Object boxed(double value) {
    return switch (spec.kind()) {
      case DOUBLE -> value;
      case INT -> (int) value;
      case LONG -> (long) value;
      case BOOLEAN -> value != 0;
      case ENUM -> constant((int) value);
    };
  }

  private Object constant(int code) {
    Enum<?> constant = codes == null ? null : codes.constant(code);
    if (constant == null) {
      throw new BadField(spec, code);
    }
    return constant;
  }
}
