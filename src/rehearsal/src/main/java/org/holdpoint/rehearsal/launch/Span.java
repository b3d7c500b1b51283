package org.holdpoint.rehearsal.launch;

/** How far ahead a person may ask. */
final class Span {
  private static final double SHORTEST_H = 0.1;
  private static final double LONGEST_H = 240;

  private Span() {}

  /**
   * @throws IllegalArgumentException when it is too short or too long
   */
  static void check(double hours) {
    if (!(hours >= SHORTEST_H && hours <= LONGEST_H)) {
      throw new IllegalArgumentException(
          "--hours: " + hours + " is not allowed, " + SHORTEST_H + " to " + LONGEST_H);
    }
  }
}
