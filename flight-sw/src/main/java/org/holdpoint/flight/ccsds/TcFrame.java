package org.holdpoint.flight.ccsds;

import io.netty.buffer.ByteBuf;
import org.holdpoint.dictionary.Apid;
import org.holdpoint.dictionary.telemetry.FrameError;
import org.jspecify.annotations.Nullable;

/**
 * A telecommand transfer frame that passed the frame validation checks (CCSDS 232.0-B-4, 4.4.3.3).
 * Type AD: neither flag; BD: bypass; BC: both.
 *
 * @param bypass not subject to the sequence check of FARM-1
 * @param control its data are a control command to FARM-1, not packets
 * @param sequence N(S), 0..255
 * @param data data field, a view of the receiver's buffer: valid until the next frame is decoded
 */
record TcFrame(boolean bypass, boolean control, int sequence, ByteBuf data) {
  static final int HEADER_BYTES = 5;

  /** Longest frame, header and error control included. */
  static final int MAX_BYTES = 1024;

  private static final int MIN_BYTES = HEADER_BYTES + 1 + Crc16.BYTES;
  private static final int VERSION_AND_SPARE = 0xCC00;
  private static final int BYPASS = 0x2000;
  private static final int CONTROL = 0x1000;

  /** Either an error or a frame. */
  record Validation(FrameError error, @Nullable TcFrame frame) {
    private static Validation invalid(FrameError error) {
      return new Validation(error, null);
    }
  }

  /**
   * Checks the bytes of a CLTU; those behind the frame's own length are fill and ignored.
   *
   * @param cutByBadBlock the CLTU ended by a block that could not be decoded, which then is why a
   *     frame is incomplete
   */
  static Validation validate(ByteBuf bytes, boolean cutByBadBlock) {
    FrameError incomplete = cutByBadBlock ? FrameError.CLTU_CODE : FrameError.TRUNCATED;
    if (bytes.readableBytes() < MIN_BYTES) {
      return Validation.invalid(incomplete);
    }
    int flags = bytes.getUnsignedShort(0);
    int channelAndLength = bytes.getUnsignedShort(2);
    int length = (channelAndLength & 0x3FF) + 1;
    if (length > bytes.readableBytes()) {
      return Validation.invalid(incomplete);
    }
    if (length < MIN_BYTES) {
      return Validation.invalid(FrameError.TRUNCATED);
    }
    if (Crc16.of(bytes, 0, length) != 0) {
      return Validation.invalid(FrameError.CRC);
    }
    boolean bypass = (flags & BYPASS) != 0;
    boolean control = (flags & CONTROL) != 0;
    if ((flags & VERSION_AND_SPARE) != 0 || (control && !bypass)) {
      return Validation.invalid(FrameError.FRAME_HEADER);
    }
    if ((flags & 0x3FF) != Apid.SPACECRAFT_ID) {
      return Validation.invalid(FrameError.SPACECRAFT_ID);
    }
    if (channelAndLength >>> 10 != 0) {
      return Validation.invalid(FrameError.VIRTUAL_CHANNEL);
    }
    ByteBuf data = bytes.slice(HEADER_BYTES, length - HEADER_BYTES - Crc16.BYTES);
    return new Validation(
        FrameError.NONE, new TcFrame(bypass, control, bytes.getUnsignedByte(4), data));
  }
}
