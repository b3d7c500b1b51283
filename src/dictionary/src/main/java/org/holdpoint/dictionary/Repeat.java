package org.holdpoint.dictionary;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a {@code List} component: exactly {@link #value()} rows, each flattened with an index in its
 * name ({@code criterion_3_limit}, {@code thruster_0_state}). {@link #name()} is the name of one
 * row, {@link #first()} the index of the first: that by which commands and events count.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Repeat {
  int value();

  String name();

  int first() default 1;
}
