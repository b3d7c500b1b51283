package org.holdpoint.flight.ccsds;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/**
 * Turns a CLTU into the bytes of its transfer frame (CCSDS 231.0-B-4, clause 5): idle bytes 55,
 * start sequence EB90 with at most one wrong bit, BCH code blocks, tail sequence. The first block
 * that cannot be decoded ends the CLTU, as the tail sequence is meant to; whether the frame was
 * complete by then is for the frame's own length to say.
 */
final class CltuDecoder {
  /** Code blocks of the longest frame. */
  static final int MAX_BLOCKS = (TcFrame.MAX_BYTES + BchCode.DATA_BYTES - 1) / BchCode.DATA_BYTES;

  private static final int IDLE = 0x55;
  private static final int START = 0xEB90;
  private static final long TAIL = 0xC5C5_C5C5_C5C5_C579L;

  /** An undecodable block this near to the tail sequence is a tail hit by noise. */
  private static final int TAIL_DISTANCE_BITS = 8;

  private CltuDecoder() {}

  /** How the run of code blocks ended. */
  enum End {
    /** No start sequence. */
    NO_START,
    /** By the tail sequence, or with the last byte. */
    TAIL,
    /** By a block that cannot be decoded and is no tail. */
    BAD_BLOCK,
    /** More code blocks than the longest frame has. */
    TOO_LONG
  }

  /**
   * @param end how the code blocks ended
   * @param mendedBits wrong bits that the code mended
   */
  record Decoding(End end, int mendedBits) {}

  /** Decodes into {@code frame}, which is cleared first and must hold the longest frame. */
  static Decoding decode(byte[] cltu, ByteBuf frame) {
    frame.clear();
    ByteBuf in = Unpooled.wrappedBuffer(cltu);
    int at = 0;
    while (at < cltu.length && in.getUnsignedByte(at) == IDLE) {
      at++;
    }
    if (cltu.length - at < 2 || Integer.bitCount(in.getUnsignedShort(at) ^ START) > 1) {
      return new Decoding(End.NO_START, 0);
    }
    at += 2;
    int mended = 0;
    int blocks = 0;
    while (cltu.length - at >= BchCode.BLOCK_BYTES) {
      if (blocks == MAX_BLOCKS && in.getLong(at) != TAIL) {
        return new Decoding(End.TOO_LONG, mended);
      }
      int bits = BchCode.decode(in, at, frame);
      if (bits == BchCode.UNDECODABLE) {
        boolean tail = Long.bitCount(in.getLong(at) ^ TAIL) <= TAIL_DISTANCE_BITS;
        return new Decoding(tail ? End.TAIL : End.BAD_BLOCK, mended);
      }
      mended += bits;
      blocks++;
      at += BchCode.BLOCK_BYTES;
    }
    return new Decoding(End.TAIL, mended);
  }
}
