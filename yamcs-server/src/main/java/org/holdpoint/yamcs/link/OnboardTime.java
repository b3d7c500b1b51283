package org.holdpoint.yamcs.link;

import org.yamcs.time.TimeDecoder;
import org.yamcs.utils.ByteArrayUtils;

/**
 * Onboard time of a telemetry packet: CUC of 4 + 3 octets (CCSDS 301.0-B-4, 3.2), to the nearest
 * millisecond. Yamcs's own decoder puts exact seconds and half seconds one millisecond late.
 */
final class OnboardTime implements TimeDecoder {
  private static final int SECONDS_BYTES = 4;
  private static final int FRACTION_BITS = 24;

  /** Milliseconds since the epoch of the code. */
  @Override
  public long decode(byte[] packet, int offset) {
    long units = decodeRaw(packet, offset);
    long fraction = units & ((1L << FRACTION_BITS) - 1);
    long rounded = 1000 * fraction + (1L << (FRACTION_BITS - 1));
    return 1000 * (units >> FRACTION_BITS) + (rounded >> FRACTION_BITS);
  }

  /** Units of 2^-24 s since the epoch of the code. */
  @Override
  public long decodeRaw(byte[] packet, int offset) {
    long seconds = Integer.toUnsignedLong(ByteArrayUtils.decodeInt(packet, offset));
    int fraction = ByteArrayUtils.decodeUnsigned3Bytes(packet, offset + SECONDS_BYTES);
    return (seconds << FRACTION_BITS) | fraction;
  }
}
