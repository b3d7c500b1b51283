package org.holdpoint.dictionary;

/** An enumeration whose constants have an explicit, append-only code on the wire. */
public interface Coded {
  /** Code on the wire, 0..255, of events 0..65535; never reused, never renumbered. */
  int code();

  /**
   * One sentence for an operator, from the constant's {@link Meaning}.
   *
   * @throws IllegalStateException when the constant has none
   */
  default String meaning() {
    Enum<?> constant = (Enum<?>) this;
    Class<?> type = constant.getDeclaringClass();
    try {
      Meaning meaning = type.getField(constant.name()).getAnnotation(Meaning.class);
      if (meaning == null) {
        throw new IllegalStateException(type + "." + constant + " has no @Meaning");
      }
      return meaning.value();
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("a constant is a field of its enumeration", e);
    }
  }
}
