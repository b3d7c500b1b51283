package org.holdpoint.flight.ccsds;

import io.netty.buffer.ByteBuf;

/**
 * CCSDS unsegmented time code (CCSDS 301.0-B-4, 3.2) without P-field: whole seconds, then binary
 * fractions. Onboard: 4 + 3 bytes, TAI seconds since 1958-01-01T00:00:00 TAI, which is the CCSDS
 * epoch; resolution 60 ns, rounded down.
 */
public final class CucTime {
  /** Bytes of a 4 + 3 time. */
  public static final int BYTES = 7;

  private static final long NS_PER_S = 1_000_000_000L;

  private CucTime() {}

  /** Appends a 4 + 3 time; the time must lie before 2094. */
  static void write(long tai_ns, ByteBuf out) {
    long seconds = Math.floorDiv(tai_ns, NS_PER_S);
    long fraction = (Math.floorMod(tai_ns, NS_PER_S) << 24) / NS_PER_S;
    out.writeInt((int) seconds);
    out.writeMedium((int) fraction);
  }

  /**
   * Reads a time of 4 bytes of seconds and 1 to 3 bytes of fraction, rounded to the nearest
   * nanosecond.
   *
   * @return nanoseconds since the code's epoch
   */
  static long read_ns(ByteBuf in, int fractionBytes) {
    if (fractionBytes < 1 || fractionBytes > 3) {
      throw new IllegalArgumentException("CUC fraction of " + fractionBytes + " bytes; 1 to 3");
    }
    long seconds = in.readUnsignedInt();
    long fraction = 0;
    for (int i = 0; i < fractionBytes; i++) {
      fraction = fraction << 8 | in.readUnsignedByte();
    }
    int bits = 8 * fractionBytes;
    return seconds * NS_PER_S + ((fraction * NS_PER_S + (1L << (bits - 1))) >> bits);
  }
}
