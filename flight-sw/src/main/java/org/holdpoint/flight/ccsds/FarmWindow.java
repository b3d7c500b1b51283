package org.holdpoint.flight.ccsds;

/**
 * Sliding window of FARM-1 (CCSDS 232.1-B-2, 6.1.8.2). The positive part must be at least as wide
 * as the window of the ground's FOP-1.
 *
 * @param positive PW, 1..127: sequence numbers ahead of V(R), itself included, that say "frames
 *     were lost"
 * @param negative NW, 1..127: those behind that say "repeated"
 */
public record FarmWindow(int positive, int negative) {
  /** W = 64: lockout needs 32 lost frames in a row, or a confused ground. */
  public static final FarmWindow STANDARD = new FarmWindow(32, 32);

  public FarmWindow {
    if (positive < 1 || positive > 127 || negative < 1 || negative > 127) {
      throw new IllegalArgumentException(
          "FARM-1 window parts must be 1..127, got " + positive + " and " + negative);
    }
  }
}
