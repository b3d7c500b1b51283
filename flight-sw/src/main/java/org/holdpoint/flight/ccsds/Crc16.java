package org.holdpoint.flight.ccsds;

import io.netty.buffer.ByteBuf;

/**
 * CRC-16-CCITT of frames and packets: polynomial x^16 + x^12 + x^5 + 1, preset to all ones, no
 * reflection, no final inversion (CCSDS 132.0-B-3, 4.1.6.2; ECSS-E-ST-70-41C, annex B.1).
 */
final class Crc16 {
  /** Length of the check field in bytes. */
  static final int BYTES = 2;

  private static final int POLYNOMIAL = 0x1021;

  /** Of the register before the first byte. */
  private static final int ALL_ONES = 0xFFFF;

  /** Bytes taken at once. */
  private static final int SLICE = 16;

  /**
   * TABLES[k][b]: what byte b makes of a zero register when k more bytes follow it; 16 bits each,
   * so that all of them stay in the fastest cache.
   */
  private static final char[][] TABLES = tables();

  private Crc16() {}

  /**
   * CRC of a part of a buffer that is backed by an array; readers' and writers' positions stay.
   * Zero when the part ends with its own correct CRC. Sixteen bytes at a time by as many tables
   * (Kounavis and Berry 2005).
   */
  static int of(ByteBuf buffer, int index, int length) {
    return continued(ALL_ONES, buffer, index, length);
  }

  /** What a part of a buffer makes of the register {@code before}. */
  static int continued(int before, ByteBuf buffer, int index, int length) {
    if (index < 0 || length < 0 || index + length > buffer.capacity()) {
      throw new IndexOutOfBoundsException(
          length + " bytes from " + index + " of a buffer of " + buffer.capacity());
    }
    byte[] bytes = buffer.array();
    int at = buffer.arrayOffset() + index;
    int end = at + length;
    int crc = before;
    for (; at + SLICE <= end; at += SLICE) {
      crc =
          TABLES[15][(crc >>> 8 ^ bytes[at]) & 0xFF]
              ^ TABLES[14][(crc ^ bytes[at + 1]) & 0xFF]
              ^ TABLES[13][bytes[at + 2] & 0xFF]
              ^ TABLES[12][bytes[at + 3] & 0xFF]
              ^ TABLES[11][bytes[at + 4] & 0xFF]
              ^ TABLES[10][bytes[at + 5] & 0xFF]
              ^ TABLES[9][bytes[at + 6] & 0xFF]
              ^ TABLES[8][bytes[at + 7] & 0xFF]
              ^ TABLES[7][bytes[at + 8] & 0xFF]
              ^ TABLES[6][bytes[at + 9] & 0xFF]
              ^ TABLES[5][bytes[at + 10] & 0xFF]
              ^ TABLES[4][bytes[at + 11] & 0xFF]
              ^ TABLES[3][bytes[at + 12] & 0xFF]
              ^ TABLES[2][bytes[at + 13] & 0xFF]
              ^ TABLES[1][bytes[at + 14] & 0xFF]
              ^ TABLES[0][bytes[at + 15] & 0xFF];
    }
    for (; at < end; at++) {
      crc = step(crc, bytes[at]);
    }
    return crc;
  }

  /** What one byte makes of the register. */
  static int step(int crc, int octet) {
    return ((crc << 8) & 0xFFFF) ^ TABLES[0][(crc >>> 8 ^ octet) & 0xFF];
  }

  private static char[][] tables() {
    char[][] tables = new char[SLICE][256];
    for (int high = 0; high < 256; high++) {
      int crc = high << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) != 0 ? (crc << 1) ^ POLYNOMIAL : crc << 1;
      }
      tables[0][high] = (char) crc;
    }
    for (int k = 1; k < SLICE; k++) {
      for (int high = 0; high < 256; high++) {
        int crc = tables[k - 1][high];
        tables[k][high] = (char) (crc << 8 ^ tables[0][crc >>> 8]);
      }
    }
    return tables;
  }
}
