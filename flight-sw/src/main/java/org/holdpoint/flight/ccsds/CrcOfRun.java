package org.holdpoint.flight.ccsds;

import java.util.function.IntUnaryOperator;

/**
 * The CRC of a run of one octet repeated, such as a frame's idle data, without going through it:
 * what a run makes of the register is an affine map over GF(2), and the map of twice as long a run
 * is that of the run applied twice (Knuth 1997, section 4.6.3, for powers).
 */
final class CrcOfRun {
  /** Runs shorter than 2 to this. */
  private static final int DOUBLINGS = 11;

  private static final int LOW = 0;
  private static final int HIGH = 1;

  /** MAPS[k] for a run of 2^k: by the register's low octet, and what its high octet adds. */
  private final char[][][] maps = new char[DOUBLINGS][2][256];

  CrcOfRun(int octet) {
    fill(maps[0], crc -> Crc16.step(crc, octet));
    for (int k = 1; k < DOUBLINGS; k++) {
      char[][] half = maps[k - 1];
      fill(maps[k], crc -> apply(half, apply(half, crc)));
    }
  }

  /**
   * What a run makes of the register {@code crc}.
   *
   * @param length in octets, 0..2047
   */
  int after(int crc, int length) {
    if (length < 0 || length >> DOUBLINGS != 0) {
      throw new IllegalArgumentException("a run of " + length + " octets; 0 to 2047 are allowed");
    }
    int register = crc;
    for (int k = 0; length >> k != 0; k++) {
      if ((length >> k & 1) != 0) {
        register = apply(maps[k], register);
      }
    }
    return register;
  }

  private static int apply(char[][] map, int crc) {
    return map[LOW][crc & 0xFF] ^ map[HIGH][crc >>> 8];
  }

  private static void fill(char[][] map, IntUnaryOperator run) {
    int ofZero = run.applyAsInt(0);
    for (int octet = 0; octet < 256; octet++) {
      map[LOW][octet] = (char) run.applyAsInt(octet);
      map[HIGH][octet] = (char) (run.applyAsInt(octet << 8) ^ ofZero);
    }
  }
}
