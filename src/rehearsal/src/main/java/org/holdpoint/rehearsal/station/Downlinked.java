package org.holdpoint.rehearsal.station;

import io.netty.buffer.ByteBuf;
import org.holdpoint.dictionary.TelemetryCodec;
import org.holdpoint.dictionary.command.Refusal;
import org.holdpoint.dictionary.event.EventReport;
import org.jspecify.annotations.Nullable;

/** What a telemetry packet says. */
public sealed interface Downlinked {
  /** Header of the packet. */
  PacketHeader header();

  /**
   * @param apid application process
   * @param sequenceCount of the APID
   * @param service PUS service
   * @param subtype PUS subtype
   * @param tai_ns onboard time, nanoseconds of TAI since 1958
   */
  record PacketHeader(int apid, int sequenceCount, int service, int subtype, long tai_ns) {}

  /** TM[3,25]: one of the dictionary's packets; its values are decoded when they are looked at. */
  final class Housekeeping implements Downlinked {
    private final PacketHeader header;
    private final TelemetryCodec<?> codec;
    private final ByteBuf data;
    private @Nullable Record packet;

    Housekeeping(PacketHeader header, TelemetryCodec<?> codec, ByteBuf data) {
      this.header = header;
      this.codec = codec;
      this.data = data;
    }

    @Override
    public PacketHeader header() {
      return header;
    }

    /** Which packet it is. */
    public Class<?> type() {
      return codec.type();
    }

    /**
     * The packet.
     *
     * @throws IllegalArgumentException when it holds a value that the dictionary does not know
     */
    public Record packet() {
      Record decoded = packet;
      if (decoded == null) {
        decoded = codec.decode(data.duplicate());
        packet = decoded;
      }
      return decoded;
    }
  }

  /**
   * TM[1,x].
   *
   * @param packetId of the telecommand
   * @param sequenceControl of the telecommand
   * @param stage reached or failed
   * @param refusal NONE for success
   * @param parameter1 of the refusal
   * @param parameter2 of the refusal
   */
  record Verification(
      PacketHeader header,
      int packetId,
      int sequenceControl,
      Stage stage,
      Refusal refusal,
      double parameter1,
      double parameter2)
      implements Downlinked {
    public boolean success() {
      return refusal == Refusal.NONE;
    }
  }

  /** Stages of a telecommand. */
  enum Stage {
    ACCEPTANCE,
    START,
    COMPLETION
  }

  /** TM[5,x]. */
  record Event(PacketHeader header, EventReport report) implements Downlinked {}

  /** TM[17,2]. */
  record ConnectionAnswer(PacketHeader header) implements Downlinked {}
}
