package org.holdpoint.dictionary;

/** A field's value has no form on the wire, or is outside what the dictionary allows. */
final class BadField extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private final transient FieldSpec field;
  private final double value;

  BadField(FieldSpec field, double value) {
    super(
        "%s = %s is not allowed; from %s to %s%s"
            .formatted(
                field.name(),
                value,
                field.min(),
                field.max(),
                field.kind() == FieldSpec.Kind.DOUBLE ? "" : ", whole numbers only"));
    this.field = field;
    this.value = value;
  }

  FieldSpec field() {
    return field;
  }

  double value() {
    return value;
  }
}
