package org.holdpoint.flight.ccsds;

import io.netty.buffer.ByteBuf;

/**
 * Writes PUS-C telemetry packets (CCSDS 133.0-B-2; ECSS-E-ST-70-41C, 7.4.3): primary header,
 * secondary header of 14 bytes, user data, CRC.
 */
public final class TmPacketWriter {
  /** Primary and secondary header. */
  public static final int HEADER_BYTES = 20;

  /** Everything but the user data. */
  public static final int OVERHEAD_BYTES = HEADER_BYTES + Crc16.BYTES;

  private static final int SECONDARY_HEADER_PRESENT = 0x0800;
  private static final int UNSEGMENTED = 0xC000;
  private static final int PUS_C = 2 << 4;
  private static final int GROUND = 0;

  private TmPacketWriter() {}

  /**
   * Appends the headers; user data go behind them, then {@link #end} closes the packet.
   *
   * @param sequenceCount of the APID, 0..16383
   * @param messageCount of the message type, 0..65535
   * @return where the packet begins in the buffer
   */
  public static int begin(
      ByteBuf out,
      int apid,
      int service,
      int subtype,
      int sequenceCount,
      int messageCount,
      long tai_ns) {
    int start = out.writerIndex();
    out.writeShort(SECONDARY_HEADER_PRESENT | apid);
    out.writeShort(UNSEGMENTED | sequenceCount);
    out.writeShort(0); // the length, known at the end
    out.writeByte(PUS_C);
    out.writeByte(service);
    out.writeByte(subtype);
    out.writeShort(messageCount);
    out.writeShort(GROUND);
    CucTime.write(tai_ns, out);
    return start;
  }

  /** Fills in the length and appends the CRC of the packet that begins at {@code start}. */
  public static void end(ByteBuf out, int start) {
    int length = out.writerIndex() - start + Crc16.BYTES;
    out.setShort(start + 4, length - TcPacket.PRIMARY_HEADER_BYTES - 1);
    out.writeShort(Crc16.of(out, start, length - Crc16.BYTES));
  }
}
