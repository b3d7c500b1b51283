package org.holdpoint.flight.ccsds;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.holdpoint.dictionary.Apid;
import org.holdpoint.dictionary.telemetry.FrameError;

/**
 * A PUS-C telecommand packet that passed the packet check (CCSDS 133.0-B-2, 4.1; ECSS-E-ST-70-41C,
 * 7.4.4). Always whole: PUS does not segment telecommands.
 *
 * @param packetId first 16 bits of the header
 * @param sequenceControl second 16 bits of the header
 * @param acknowledgements flags: 1 acceptance, 2 start, 4 progress, 8 completion
 * @param service service type
 * @param subtype message subtype
 * @param sourceId who sent it
 * @param applicationData arguments, a view of the packet
 */
public record TcPacket(
    int packetId,
    int sequenceControl,
    int acknowledgements,
    int service,
    int subtype,
    int sourceId,
    ByteBuf applicationData) {
  static final int PRIMARY_HEADER_BYTES = 6;
  private static final int SECONDARY_HEADER_BYTES = 5;
  private static final int MIN_BYTES = PRIMARY_HEADER_BYTES + SECONDARY_HEADER_BYTES + Crc16.BYTES;

  /** Version 0, type telecommand, secondary header present. */
  private static final int TELECOMMAND = 0x1800;

  private static final int UNSEGMENTED = 3;
  private static final int PUS_C = 2;

  /** Length that the header at the index claims for its packet, in bytes. */
  static int claimedLength(ByteBuf data, int index) {
    return data.getUnsignedShort(index + 4) + PRIMARY_HEADER_BYTES + 1;
  }

  /** First thing wrong with the packet of the given length at the index; NONE when it is good. */
  static FrameError check(ByteBuf data, int index, int length) {
    int packetId = data.getUnsignedShort(index);
    if ((packetId & 0xF800) != TELECOMMAND
        || data.getUnsignedByte(index + 2) >>> 6 != UNSEGMENTED) {
      return FrameError.SECONDARY_HEADER;
    }
    if (length < MIN_BYTES) {
      return FrameError.PACKET_LENGTH;
    }
    if (Crc16.of(data, index, length) != 0) {
      return FrameError.PACKET_CRC;
    }
    if ((packetId & 0x7FF) != Apid.CORE) {
      return FrameError.APID;
    }
    if (data.getUnsignedByte(index + PRIMARY_HEADER_BYTES) >>> 4 != PUS_C) {
      return FrameError.SECONDARY_HEADER;
    }
    return FrameError.NONE;
  }

  /** Reads a packet that passed {@link #check}. */
  public static TcPacket parse(byte[] packet) {
    if (packet.length < MIN_BYTES) {
      throw new IllegalArgumentException(
          "a telecommand packet has at least "
              + MIN_BYTES
              + " bytes, this one "
              + packet.length
              + ": it did not come through the packet check");
    }
    ByteBuf in = Unpooled.wrappedBuffer(packet);
    int data = PRIMARY_HEADER_BYTES + SECONDARY_HEADER_BYTES;
    return new TcPacket(
        in.getUnsignedShort(0),
        in.getUnsignedShort(2),
        in.getUnsignedByte(PRIMARY_HEADER_BYTES) & 0xF,
        in.getUnsignedByte(PRIMARY_HEADER_BYTES + 1),
        in.getUnsignedByte(PRIMARY_HEADER_BYTES + 2),
        in.getUnsignedShort(PRIMARY_HEADER_BYTES + 3),
        in.slice(data, packet.length - data - Crc16.BYTES));
  }
}
