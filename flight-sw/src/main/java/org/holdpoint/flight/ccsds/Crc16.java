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
  private static final int[] TABLE = table();

  private Crc16() {}

  /**
   * CRC of a part of a buffer; readers' and writers' positions stay. Zero when the part ends with
   * its own correct CRC.
   */
  static int of(ByteBuf buffer, int index, int length) {
    int crc = 0xFFFF;
    for (int i = index; i < index + length; i++) {
      crc = ((crc << 8) & 0xFFFF) ^ TABLE[(crc >>> 8) ^ buffer.getUnsignedByte(i)];
    }
    return crc;
  }

  private static int[] table() {
    int[] table = new int[256];
    for (int high = 0; high < table.length; high++) {
      int crc = high << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) != 0 ? (crc << 1) ^ POLYNOMIAL : crc << 1;
      }
      table[high] = crc & 0xFFFF;
    }
    return table;
  }
}
