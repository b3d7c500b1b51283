package org.holdpoint.flight.ccsds;

/**
 * Communications link control word of virtual channel 0 (CCSDS 232.0-B-4, 4.2): control word type
 * 0, version 0, COP-1 in effect, radio available and locked.
 *
 * @param lockout FARM-1 is in lockout
 * @param waiting it has no buffer
 * @param retransmit frames were lost and are to be sent again
 * @param bypassCounter FARM-B counter, 0..3
 * @param reportValue V(R)
 */
record Clcw(
    boolean lockout, boolean waiting, boolean retransmit, int bypassCounter, int reportValue) {
  private static final int COP_1_IN_EFFECT = 1 << 24;

  /** The word as sent, most significant bit first. */
  int word() {
    return COP_1_IN_EFFECT
        | (lockout ? 1 << 13 : 0)
        | (waiting ? 1 << 12 : 0)
        | (retransmit ? 1 << 11 : 0)
        | (bypassCounter & 3) << 9
        | (reportValue & 0xFF);
  }
}
