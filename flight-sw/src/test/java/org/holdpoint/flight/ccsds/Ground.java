package org.holdpoint.flight.ccsds;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import org.holdpoint.dictionary.Apid;

/** Builds uplink units for tests, right or wrong in one chosen way. */
final class Ground {
  static final int AD = 0;
  static final int BD = 0x2000;
  static final int BC = 0x3000;

  private Ground() {}

  /** A TC[17,1] packet. */
  static byte[] packet(int sequenceCount) {
    return packet(0x1800 | Apid.CORE, 0xC000 | sequenceCount, 0x2F, new byte[0]);
  }

  static byte[] packet(int packetId, int sequenceControl, int pusAndFlags, byte[] data) {
    ByteBuf out = Unpooled.buffer();
    out.writeShort(packetId).writeShort(sequenceControl).writeShort(5 + data.length + 2 - 1);
    out.writeByte(pusAndFlags).writeByte(17).writeByte(1).writeShort(1).writeBytes(data);
    return ByteBufUtil.getBytes(out.writeShort(Crc16.of(out, 0, out.readableBytes())));
  }

  static byte[] frame(int flags, int sequence, byte[]... packets) {
    return frame(flags, Apid.SPACECRAFT_ID, 0, sequence, packets);
  }

  static byte[] frame(int flags, int spacecraft, int channel, int sequence, byte[]... packets) {
    ByteBuf data = Unpooled.wrappedBuffer(packets);
    int length = 5 + data.readableBytes() + 2;
    ByteBuf out = Unpooled.buffer();
    out.writeShort(flags | spacecraft).writeShort(channel << 10 | ((length - 1) & 0x3FF));
    out.writeByte(sequence).writeBytes(data);
    return ByteBufUtil.getBytes(out.writeShort(Crc16.of(out, 0, out.readableBytes())));
  }

  static byte[] cltu(byte[] frame) {
    ByteBuf data = Unpooled.buffer().writeBytes(frame);
    while (data.readableBytes() % 7 != 0) {
      data.writeByte(0x55);
    }
    ByteBuf out = Unpooled.buffer().writeShort(0xEB90);
    for (int at = 0; at < data.readableBytes(); at += 7) {
      out.writeBytes(data, at, 7).writeByte(BchCode.parity(data, at));
    }
    return ByteBufUtil.getBytes(out.writeLong(0xC5C5C5C5C5C5C579L));
  }

  static byte[] flipped(byte[] bytes, int... bits) {
    byte[] out = bytes.clone();
    for (int bit : bits) {
      out[bit / 8] ^= (byte) (0x80 >> (bit % 8));
    }
    return out;
  }
}
