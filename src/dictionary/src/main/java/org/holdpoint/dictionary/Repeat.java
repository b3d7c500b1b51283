package org.holdpoint.dictionary;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a {@code List} component: exactly {@link #value()} rows, each flattened with a 1-based index
 * in its name ({@code criterion_3_limit}, {@code on_ms_7}). {@link #name()} is the name of one row.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Repeat {
  int value();

  String name();
}
