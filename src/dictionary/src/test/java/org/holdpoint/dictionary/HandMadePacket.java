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
    return telemetry(apid, service, subtype, 2_000_000_000, 0, data);
  }

  /** With its time: TAI seconds since 1958 and 2^-24 fractions. */
  static byte[] telemetry(
      int apid, int service, int subtype, long seconds, int fraction, ByteBuf data) {
    int length = TM_SECONDARY_HEADER_BYTES + data.readableBytes() + CRC_BYTES;
    ByteBuf packet = Unpooled.buffer();
    packet.writeShort(0x0800 | apid).writeShort(0xC000).writeShort(length - 1);
    packet.writeByte(0x20).writeByte(service).writeByte(subtype).writeShort(0).writeShort(0);
    packet.writeInt((int) seconds).writeMedium(fraction);
    packet.writeBytes(data.duplicate()).writeShort(0);
    return ByteBufUtil.getBytes(packet);
  }

  /** A TM[3,25] of a packet as the flight codec writes it. */
  static <T extends Record> byte[] housekeeping(TelemetryCodec<T> codec, T contents) {
    ByteBuf data = Unpooled.buffer();
    codec.encode(contents, data);
    return telemetry(codec.packet().apid(), 3, 25, data);
  }
}
