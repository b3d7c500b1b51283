package org.holdpoint.flight.mode;

import java.util.function.Predicate;

/**
 * A condition with the words that operators read.
 *
 * @param <F> facts that it looks at
 */
record Guard<F>(String text, Predicate<F> holds) {
  Guard<F> and(Guard<F> other) {
    return new Guard<>(text + " and " + other.text, holds.and(other.holds));
  }
}
