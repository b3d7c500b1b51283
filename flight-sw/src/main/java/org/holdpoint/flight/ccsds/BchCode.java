package org.holdpoint.flight.ccsds;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/**
 * The modified BCH(63,56) code of telecommand code blocks (CCSDS 231.0-B-4, clause 3): 7 data
 * bytes, then 7 inverted parity bits and a fill bit; g(x) = x^7 + x^6 + x^2 + 1.
 *
 * <p>Used in its single-error-correction mode: one wrong bit in a block is mended, two are
 * detected. What three or more bits do to the code is left to the frame's CRC, which always
 * follows.
 */
final class BchCode {
  static final int DATA_BYTES = 7;
  static final int BLOCK_BYTES = 8;

  /** Result of {@link #decode}: the block cannot be decoded. */
  static final int UNDECODABLE = -1;

  /** g(x) without x^7, left-aligned in a byte: the register's lowest bit is never used. */
  private static final int GENERATOR = 0x8A;

  private static final int PARITY_MASK = 0xFE;
  private static final int DATA_BITS = 8 * DATA_BYTES;
  private static final int[] STEP = stepTable();

  /** Wrong bit (0 the first of the block, 62 the last parity bit) by syndrome; -1 for none. */
  private static final int[] WRONG_BIT = wrongBitTable();

  private BchCode() {}

  /** Parity byte of the 7 data bytes at the index, inverted as on the wire, with fill bit 0. */
  static int parity(ByteBuf data, int index) {
    return ~register(data, index) & PARITY_MASK;
  }

  /**
   * Decodes the block of 8 bytes at the index and appends its 7 data bytes, mended if need be.
   *
   * @return number of bits mended, 0 or 1; {@link #UNDECODABLE}, with nothing appended, otherwise
   */
  static int decode(ByteBuf block, int index, ByteBuf out) {
    int syndrome =
        (register(block, index) ^ ~block.getUnsignedByte(index + DATA_BYTES)) & PARITY_MASK;
    if (syndrome == 0) {
      out.writeBytes(block, index, DATA_BYTES);
      return 0;
    }
    int wrongBit = WRONG_BIT[syndrome];
    if (wrongBit < 0) {
      return UNDECODABLE;
    }
    int start = out.writerIndex();
    out.writeBytes(block, index, DATA_BYTES);
    if (wrongBit < DATA_BITS) {
      int at = start + wrongBit / 8;
      out.setByte(at, out.getByte(at) ^ (0x80 >> (wrongBit % 8)));
    }
    return 1;
  }

  private static int register(ByteBuf data, int index) {
    int register = 0;
    for (int i = index; i < index + DATA_BYTES; i++) {
      register = STEP[register ^ data.getUnsignedByte(i)];
    }
    return register;
  }

  private static int[] stepTable() {
    int[] table = new int[256];
    for (int value = 0; value < table.length; value++) {
      int register = value;
      for (int bit = 0; bit < 8; bit++) {
        register = (register & 0x80) != 0 ? (register << 1) ^ GENERATOR : register << 1;
      }
      table[value] = register & 0xFF;
    }
    return table;
  }

  private static int[] wrongBitTable() {
    int[] table = new int[256];
    Arrays.fill(table, -1);
    for (int bit = 0; bit < DATA_BITS; bit++) {
      int register = 0;
      for (int i = 0; i < DATA_BYTES; i++) {
        register = STEP[register ^ (i == bit / 8 ? 0x80 >> (bit % 8) : 0)];
      }
      table[register] = bit;
    }
    for (int bit = 0; bit < 7; bit++) {
      table[0x80 >> bit] = DATA_BITS + bit;
    }
    return table;
  }
}
