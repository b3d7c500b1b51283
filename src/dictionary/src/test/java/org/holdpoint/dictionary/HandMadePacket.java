package org.holdpoint.dictionary;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;

/** PUS-C packets put together by hand from ECSS-E-ST-70-41C, independent of the flight code. */
final class HandMadePacket {
  private static final int TM_SECONDARY_HEADER_BYTES = 14;
  private static final int CRC_BYTES = 2;

  private HandMadePacket() {}

  static byte[] telemetry(int apid, int service, int subtype, ByteBuf data) {
    int length = TM_SECONDARY_HEADER_BYTES + data.readableBytes() + CRC_BYTES;
    ByteBuf packet = Unpooled.buffer();
    packet.writeShort(0x0800 | apid).writeShort(0xC000).writeShort(length - 1);
    packet.writeByte(0x20).writeByte(service).writeByte(subtype).writeShort(0).writeShort(0);
    packet.writeInt(2_000_000_000).writeMedium(0);
    packet.writeBytes(data.duplicate()).writeShort(0);
    return ByteBufUtil.getBytes(packet);
  }
}
