package org.holdpoint.rehearsal.station;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import org.holdpoint.dictionary.Apid;
import org.holdpoint.dictionary.CommandCodec;
import org.holdpoint.dictionary.CommandSpec;
import org.holdpoint.dictionary.command.ChaserCommand;

/** PUS-C telecommand packets with running sequence count, all four acknowledgements asked for. */
final class TelecommandPackets {
  private static final int TELECOMMAND_WITH_HEADER = 0x1800;
  private static final int UNSEGMENTED = 0xC000;
  private static final int PUS_C_ALL_ACKNOWLEDGEMENTS = 0x2F;
  private static final int SOURCE_ID = 1;
  private static final int PRIMARY_HEADER_BYTES = 6;

  private final CommandCodec codec = CommandCodec.instance();
  private int sequenceCount;

  /** The next packet for a command. */
  byte[] next(ChaserCommand command) {
    CommandSpec spec = codec.spec(command);
    ByteBuf packet = Unpooled.buffer(64);
    packet.writeShort(TELECOMMAND_WITH_HEADER | Apid.CORE);
    packet.writeShort(UNSEGMENTED | sequenceCount);
    packet.writeShort(0);
    packet.writeByte(PUS_C_ALL_ACKNOWLEDGEMENTS);
    packet.writeByte(spec.service());
    packet.writeByte(spec.subtype());
    packet.writeShort(SOURCE_ID);
    codec.encode(command, packet);
    packet.setShort(4, packet.writerIndex() + 2 - PRIMARY_HEADER_BYTES - 1);
    byte[] checked = ByteBufUtil.getBytes(packet);
    packet.writeShort(StationCode.crc16(checked, 0, checked.length));
    sequenceCount = (sequenceCount + 1) & 0x3FFF;
    return ByteBufUtil.getBytes(packet);
  }
}
