package org.holdpoint.dictionary;

/** Values for fields, the same for the same seed: splitmix64 over a counter. */
final class SeededValues {
  private static final double WIDE = 1e30;

  private final long seed;
  private long counter;

  SeededValues(long seed) {
    this.seed = seed;
  }

  /** A value that the field allows; its ends come up more often than chance would have it. */
  Object next(FieldSpec field) {
    if (field.enumeration() != null) {
      Enum<?>[] constants = field.enumeration().getEnumConstants();
      return constants[(int) (fraction() * constants.length)];
    }
    if (field.kind() == FieldSpec.Kind.BOOLEAN) {
      return fraction() < 0.5;
    }
    double choice = fraction();
    double value =
        choice < 0.1 ? field.min() : choice < 0.2 ? field.max() : inside(field.min(), field.max());
    return switch (field.kind()) {
      case INT -> (int) Math.rint(value);
      case LONG -> (long) Math.rint(value);
      case DOUBLE -> field.wire() == WireType.F32 ? (double) (float) value : value;
      case BOOLEAN, ENUM -> throw new IllegalStateException("answered above");
    };
  }

  /** Any magnitude from micro to giga where the field has no limits, else evenly between them. */
  private double inside(double min, double max) {
    if (max > WIDE) {
      double magnitude = Math.pow(10, -6 + 15 * fraction());
      return fraction() < 0.5 ? -magnitude : magnitude;
    }
    double fraction = fraction();
    return min * (1 - fraction) + max * fraction;
  }

  double fraction() {
    return (bits() >>> 11) * 0x1.0p-53;
  }

  long bits() {
    long z = seed + 0x9E3779B97F4A7C15L * ++counter;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
