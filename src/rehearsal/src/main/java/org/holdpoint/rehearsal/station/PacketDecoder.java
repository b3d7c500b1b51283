package org.holdpoint.rehearsal.station;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Map;
import java.util.TreeMap;
import org.holdpoint.dictionary.EventCodec;
import org.holdpoint.dictionary.TelemetryCodec;
import org.holdpoint.dictionary.command.Refusal;
import org.holdpoint.dictionary.telemetry.ChaserPackets;
import org.holdpoint.rehearsal.station.Downlinked.PacketHeader;
import org.holdpoint.rehearsal.station.Downlinked.Stage;

/** Decodes whole PUS-C telemetry packets. */
final class PacketDecoder {
  private static final int HEADER_BYTES = 20;
  private static final int MIN_BYTES = HEADER_BYTES + 2;
  private static final double FRACTIONS_PER_S = 1 << 24;

  private static final Map<Integer, TelemetryCodec<?>> STRUCTURES = structures();

  private PacketDecoder() {}

  /**
   * Decodes a packet.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  static Downlinked decode(byte[] packet) {
    if (packet.length < MIN_BYTES) {
      throw new IllegalArgumentException("telemetry packet of " + packet.length + " bytes");
    }
    if (StationCode.crc16(packet, 0, packet.length) != 0) {
      throw new IllegalArgumentException("telemetry packet with wrong CRC");
    }
    ByteBuf in = Unpooled.wrappedBuffer(packet, 0, packet.length - 2);
    int apid = in.readUnsignedShort() & 0x7FF;
    int sequenceCount = in.readUnsignedShort() & 0x3FFF;
    in.skipBytes(3);
    int service = in.readUnsignedByte();
    int subtype = in.readUnsignedByte();
    in.skipBytes(4);
    long seconds = in.readUnsignedInt();
    long fraction_ns = Math.round(in.readUnsignedMedium() / FRACTIONS_PER_S * 1e9);
    PacketHeader header =
        new PacketHeader(
            apid, sequenceCount, service, subtype, seconds * 1_000_000_000L + fraction_ns);
    return switch (service) {
      case 1 -> verification(header, in);
      case 3 -> housekeeping(header, in);
      case 5 -> new Downlinked.Event(header, EventCodec.decode(in));
      case 17 -> new Downlinked.ConnectionAnswer(header);
      default ->
          throw new IllegalArgumentException(
              "telemetry of service " + service + ", subtype " + subtype + " is not known");
    };
  }

  private static Downlinked verification(PacketHeader header, ByteBuf in) {
    Stage stage =
        switch (header.subtype()) {
          case 1, 2 -> Stage.ACCEPTANCE;
          case 3, 4 -> Stage.START;
          case 7, 8 -> Stage.COMPLETION;
          default -> throw new IllegalArgumentException("verification subtype " + header.subtype());
        };
    int packetId = in.readUnsignedShort();
    int sequenceControl = in.readUnsignedShort();
    if (header.subtype() % 2 == 1) {
      return new Downlinked.Verification(
          header, packetId, sequenceControl, stage, Refusal.NONE, 0, 0);
    }
    Refusal refusal = refusal(in.readUnsignedByte());
    return new Downlinked.Verification(
        header, packetId, sequenceControl, stage, refusal, in.readFloat(), in.readFloat());
  }

  private static Refusal refusal(int code) {
    for (Refusal refusal : Refusal.values()) {
      if (refusal.code() == code) {
        return refusal;
      }
    }
    throw new IllegalArgumentException("refusal code " + code);
  }

  private static Downlinked housekeeping(PacketHeader header, ByteBuf in) {
    int structure = in.getUnsignedByte(in.readerIndex());
    TelemetryCodec<?> codec = STRUCTURES.get(structure);
    if (codec == null) {
      throw new IllegalArgumentException("housekeeping structure " + structure);
    }
    if (in.readableBytes() < codec.bytes()) {
      throw new IllegalArgumentException(
          "housekeeping structure %d has %d octets, not %d"
              .formatted(structure, in.readableBytes(), codec.bytes()));
    }
    return new Downlinked.Housekeeping(header, codec, in);
  }

  private static Map<Integer, TelemetryCodec<?>> structures() {
    Map<Integer, TelemetryCodec<?>> structures = new TreeMap<>();
    for (Class<? extends Record> packet : ChaserPackets.ALL) {
      TelemetryCodec<?> codec = TelemetryCodec.of(packet);
      structures.put(codec.structureId(), codec);
    }
    return structures;
  }
}
