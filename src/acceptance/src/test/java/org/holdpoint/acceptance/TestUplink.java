package org.holdpoint.acceptance;

/** CLTUs made by hand for tests that need a wrong one; nothing here comes from product code. */
final class TestUplink {
  private TestUplink() {}

  /**
   * A CLTU with a bypass frame that carries TC[17,1].
   *
   * @param damaged with one data bit flipped before the block code is put on, so that only the
   *     frame's CRC tells
   */
  static byte[] areYouAlive(int spacecraftId, boolean damaged) {
    byte[] packet = new byte[13];
    put16(packet, 0, 0x1800 | 100);
    put16(packet, 2, 0xC000);
    put16(packet, 4, packet.length - 7);
    packet[6] = 0x2B;
    packet[7] = 17;
    packet[8] = 1;
    put16(packet, 11, crc(packet, 11));
    byte[] frame = new byte[5 + packet.length + 2];
    put16(frame, 0, 0x2000 | spacecraftId);
    put16(frame, 2, frame.length - 1);
    System.arraycopy(packet, 0, frame, 5, packet.length);
    put16(frame, frame.length - 2, crc(frame, frame.length - 2));
    if (damaged) {
      frame[9] ^= 1;
    }
    return cltu(frame);
  }

  private static byte[] cltu(byte[] frame) {
    int blocks = (frame.length + 6) / 7;
    byte[] cltu = new byte[2 + 8 * blocks + 8];
    put16(cltu, 0, 0xEB90);
    for (int block = 0; block < blocks; block++) {
      int register = 0;
      for (int i = 0; i < 7; i++) {
        int index = 7 * block + i;
        int octet = index < frame.length ? frame[index] & 0xFF : 0x55;
        cltu[2 + 8 * block + i] = (byte) octet;
        for (int bit = 7; bit >= 0; bit--) {
          int feedback = (octet >> bit & 1) ^ (register >> 6 & 1);
          register = register << 1 & 0x7F;
          register ^= feedback == 1 ? 0x45 : 0;
        }
      }
      cltu[2 + 8 * block + 7] = (byte) ((~register & 0x7F) << 1);
    }
    int tail = 2 + 8 * blocks;
    for (int i = 0; i < 7; i++) {
      cltu[tail + i] = (byte) 0xC5;
    }
    cltu[tail + 7] = 0x79;
    return cltu;
  }

  private static int crc(byte[] bytes, int length) {
    int crc = 0xFFFF;
    for (int i = 0; i < length; i++) {
      crc ^= (bytes[i] & 0xFF) << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) != 0 ? crc << 1 ^ 0x1021 : crc << 1;
        crc &= 0xFFFF;
      }
    }
    return crc;
  }

  private static void put16(byte[] bytes, int at, int value) {
    bytes[at] = (byte) (value >> 8);
    bytes[at + 1] = (byte) value;
  }
}
