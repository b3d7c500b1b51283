package org.holdpoint.dictionary;

import io.netty.buffer.ByteBuf;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.holdpoint.dictionary.FieldSpec.Kind;
import org.jspecify.annotations.Nullable;

/**
 * One scalar of a record, with its getter bound once. What does not fit is refused, never cut;
 * writing makes no garbage.
 */
final class Scalar {
  private static final MethodHandle CODE = codeOfConstant();

  private final FieldSpec spec;

  /** (Object) -> double for a DOUBLE; (Object) -> long for all others, constants by their code. */
  private final MethodHandle number;

  private final @Nullable CodeTable codes;
  private final double readMin;
  private final double readMax;

  Scalar(FieldSpec spec, MethodHandle getter) {
    this.spec = spec;
    Class<? extends Enum<?>> enumeration = spec.enumeration();
    this.codes = enumeration == null ? null : CodeTable.of(enumeration);
    MethodHandle plain =
        spec.kind() == Kind.ENUM
            ? MethodHandles.filterReturnValue(
                getter.asType(getter.type().changeReturnType(Coded.class)), CODE)
            : getter;
    Class<?> result = spec.kind() == Kind.DOUBLE ? double.class : long.class;
    this.number =
        MethodHandles.explicitCastArguments(plain, MethodType.methodType(result, Object.class));
    // A limit such as 0.3 is another number as F32: what the ground sends is compared with that.
    this.readMin = spec.wire() == WireType.F32 ? (float) spec.min() : spec.min();
    this.readMax = spec.wire() == WireType.F32 ? (float) spec.max() : spec.max();
  }

  private static MethodHandle codeOfConstant() {
    try {
      return MethodHandles.lookup()
          .findVirtual(Coded.class, "code", MethodType.methodType(int.class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Coded has a code", e);
    }
  }

  FieldSpec spec() {
    return spec;
  }

  /**
   * @throws BadField when the value has no form on the wire
   */
  void write(Object row, ByteBuf out) {
    if (spec.kind() == Kind.DOUBLE) {
      writeReal(real(row), out);
    } else {
      writeWhole(whole(row), out);
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

  private double real(Object row) {
    try {
      return (double) number.invokeExact(row);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("cannot read " + spec.name(), e);
    }
  }

  private long whole(Object row) {
    try {
      return (long) number.invokeExact(row);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("cannot read " + spec.name(), e);
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
