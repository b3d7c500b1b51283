package org.holdpoint.dictionary;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One telecommand, on a record that implements {@link
 * org.holdpoint.dictionary.command.ChaserCommand}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Command {
  /** Name on the ground: {@code /chaser/GO}. */
  String name();

  int service();

  int subtype();

  /** One sentence for an operator: what it does and when it is refused. */
  String description();

  /** Consequence level of XTCE, none to critical. */
  Significance significance() default Significance.NONE;

  /** XTCE consequence levels that we use. */
  enum Significance {
    NONE,
    WATCH,
    DISTRESS,
    CRITICAL
  }
}
