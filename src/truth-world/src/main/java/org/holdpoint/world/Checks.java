package org.holdpoint.world;

/** Refusals that say what was given and what is allowed. */
final class Checks {
  private Checks() {}

  static void within(String what, double value, double min, double max) {
    if (!(value >= min && value <= max)) {
      throw new IllegalArgumentException(
          what + ": " + value + " is not in " + min + " to " + max + ".");
    }
  }
}
