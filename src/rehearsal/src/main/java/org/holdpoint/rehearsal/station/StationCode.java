package org.holdpoint.rehearsal.station;

import java.nio.ByteBuffer;

/**
 * Check codes and CLTUs, from the shift registers that the standards draw: CCSDS 132.0-B-3, 4.1.6.2
 * (CRC) and CCSDS 231.0-B-4, 3 and 5 (BCH, CLTU).
 */
final class StationCode {
  private static final short START = (short) 0xEB90;
  private static final long TAIL = 0xC5C5_C5C5_C5C5_C579L;
  private static final int DATA_BYTES = 7;
  private static final byte FILL = 0x55;
  private static final int[] CRC_OF_BYTE = crcOfByte();
  private static final int[] CRC_AFTER_ONE = oneMore(CRC_OF_BYTE);
  private static final int[] CRC_AFTER_TWO = oneMore(CRC_AFTER_ONE);
  private static final int[] CRC_AFTER_THREE = oneMore(CRC_AFTER_TWO);

  private StationCode() {}

  /** Shift register of x^16 + x^12 + x^5 + 1, preset to ones, thirty-two bits at a time. */
  static int crc16(byte[] bytes, int from, int to) {
    int register = 0xFFFF;
    int i = from;
    for (; i + 4 <= to; i += 4) {
      register =
          CRC_AFTER_THREE[(register >> 8 ^ bytes[i]) & 0xFF]
              ^ CRC_AFTER_TWO[(register ^ bytes[i + 1]) & 0xFF]
              ^ CRC_AFTER_ONE[bytes[i + 2] & 0xFF]
              ^ CRC_OF_BYTE[bytes[i + 3] & 0xFF];
    }
    for (; i < to; i++) {
      register = shifted(register ^ (bytes[i] & 0xFF) << 8);
    }
    return register;
  }

  /** The register after eight shifts of zeros. */
  private static int shifted(int register) {
    return register << 8 & 0xFFFF ^ CRC_OF_BYTE[register >> 8 & 0xFF];
  }

  /** What a table's registers become when one more byte of zeros is fed. */
  private static int[] oneMore(int[] registers) {
    return java.util.Arrays.stream(registers).map(StationCode::shifted).toArray();
  }

  /** What eight shifts make of a zero register that each byte is fed to. */
  private static int[] crcOfByte() {
    int[] registers = new int[256];
    for (int fed = 0; fed < registers.length; fed++) {
      int register = 0;
      for (int bit = 7; bit >= 0; bit--) {
        boolean feedback = (register >> 15 & 1) != (fed >> bit & 1);
        register = register << 1 & 0xFFFF;
        if (feedback) {
          register ^= 1 | 1 << 5 | 1 << 12;
        }
      }
      registers[fed] = register;
    }
    return registers;
  }

  /** Shift register of x^7 + x^6 + x^2 + 1 over 56 bits; parity inverted, fill bit 0. */
  static int bchParity(byte[] bytes, int from) {
    int register = 0;
    for (int i = from; i < from + DATA_BYTES; i++) {
      for (int bit = 7; bit >= 0; bit--) {
        int in = bytes[i] >> bit & 1;
        boolean feedback = (register >> 6 & 1) != in;
        register = register << 1 & 0x7F;
        if (feedback) {
          register ^= 1 | 1 << 2 | 1 << 6;
        }
      }
    }
    return (~register & 0x7F) << 1;
  }

  /** Start sequence, code blocks filled up with 55, tail sequence. */
  static byte[] cltu(byte[] frame) {
    int blocks = (frame.length + DATA_BYTES - 1) / DATA_BYTES;
    byte[] data = new byte[blocks * DATA_BYTES];
    System.arraycopy(frame, 0, data, 0, frame.length);
    for (int i = frame.length; i < data.length; i++) {
      data[i] = FILL;
    }
    ByteBuffer cltu = ByteBuffer.allocate(2 + blocks * (DATA_BYTES + 1) + Long.BYTES);
    cltu.putShort(START);
    for (int block = 0; block < blocks; block++) {
      cltu.put(data, block * DATA_BYTES, DATA_BYTES);
      cltu.put((byte) bchParity(data, block * DATA_BYTES));
    }
    cltu.putLong(TAIL);
    return cltu.array();
  }
}
