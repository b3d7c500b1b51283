package org.holdpoint.rehearsal.station;

/**
 * A communications link control word as received (CCSDS 232.0-B-4, 4.2).
 *
 * @param lockout FARM-1 is in lockout
 * @param waiting FARM-1 has no buffer
 * @param retransmit frames were lost
 * @param bypassCounter FARM-B counter, 0..3
 * @param reportValue N(R), the sequence number that is expected next
 */
public record ControlWord(
    boolean lockout, boolean waiting, boolean retransmit, int bypassCounter, int reportValue) {

  static ControlWord of(int word) {
    return new ControlWord(
        (word >> 13 & 1) == 1,
        (word >> 12 & 1) == 1,
        (word >> 11 & 1) == 1,
        word >> 9 & 3,
        word & 0xFF);
  }
}
