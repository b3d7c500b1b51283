package org.holdpoint.world.station;

/** Refuses numbers outside of what a site may have. */
final class Range {
  private Range() {}

  static void check(String site, String what, double value, double lowest, double highest) {
    if (!(value >= lowest && value <= highest)) {
      throw new IllegalArgumentException(
          site + ": " + what + " is " + value + ", allowed " + lowest + " to " + highest);
    }
  }
}
