package org.holdpoint.yamcs.link;

import org.holdpoint.dictionary.Apid;
import org.jspecify.annotations.Nullable;
import org.yamcs.TmPacket;
import org.yamcs.YConfiguration;
import org.yamcs.pus.PusPacketPreprocessor;

/**
 * PUS-C telemetry packets of the chaser: time from the secondary header, and APID with sequence
 * count as the key of the archive, so that packets of one tick never overwrite each other. Idle
 * packets go no further. A packet whose checksum fails is counted and told in an event.
 */
public final class FlightPacketPreprocessor extends PusPacketPreprocessor {
  /** Primary header, PUS-C secondary header with CUC 4+3, checksum. */
  private static final int SHORTEST_PACKET = 6 + 14 + 2;

  public FlightPacketPreprocessor(String instance, YConfiguration config) {
    super(instance, config);
    timeDecoder = new OnboardTime();
  }

  @Override
  public @Nullable TmPacket process(TmPacket tmPacket) {
    byte[] packet = tmPacket.getPacket();
    if (packet.length >= 2 && (((packet[0] & 0x07) << 8) | (packet[1] & 0xFF)) == Apid.IDLE) {
      return null;
    }
    if (packet.length < SHORTEST_PACKET) {
      eventProducer.sendWarning(
          ETYPE_CORRUPTED_PACKET,
          "Telemetry packet of %d bytes refused: shorter than %d"
              .formatted(packet.length, SHORTEST_PACKET));
      return null;
    }
    return super.process(tmPacket); // its verifyCrc raises the event of a checksum failure
  }
}
