package org.holdpoint.rehearsal.station;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.holdpoint.dictionary.Apid;
import org.jspecify.annotations.Nullable;

/**
 * Takes TM transfer frames (CCSDS 132.0-B-3) and gives the packets in them, put together across
 * frames. Bad frames and packets are counted and left out; after a gap it begins again at the next
 * packet header.
 */
public final class StationDownlink {
  private static final int FRAME_BYTES = 1115;
  private static final int HEADER_BYTES = 6;
  private static final int TRAILER_BYTES = 6;
  private static final int DATA_END = FRAME_BYTES - TRAILER_BYTES;
  private static final int PACKET_HEADER_BYTES = 6;
  private static final int MAX_PACKET_BYTES = 7 + 0xFFFF;

  private final ByteBuffer assembly = ByteBuffer.allocate(MAX_PACKET_BYTES + FRAME_BYTES);
  private final Map<Integer, Long> packetsByApid = new TreeMap<>();
  private final Map<Integer, Integer> nextSequenceCount = new TreeMap<>();
  private @Nullable ControlWord controlWord;
  private boolean inStep;
  private int nextFrameCount = -1;
  private long framesReceived;
  private long framesBad;
  private long framesLost;
  private long packetsReceived;
  private long packetsBad;
  private long packetsLost;

  /**
   * Counters since start.
   *
   * @param framesReceived good frames
   * @param framesBad frames of wrong length, CRC or spacecraft
   * @param framesLost by gaps in the frame count
   * @param packetsReceived good packets, idle ones left out
   * @param packetsBad packets that could not be decoded
   * @param packetsLost by gaps in the sequence counts
   * @param packetsByApid good packets by APID
   */
  public record Counters(
      long framesReceived,
      long framesBad,
      long framesLost,
      long packetsReceived,
      long packetsBad,
      long packetsLost,
      Map<Integer, Long> packetsByApid) {
    public Counters {
      packetsByApid = java.util.Collections.unmodifiableMap(new TreeMap<>(packetsByApid));
    }
  }

  /** Takes one frame and gives the packets that it completes, in order. */
  public List<Downlinked> receive(byte[] frame) {
    List<Downlinked> packets = new ArrayList<>();
    if (!isGood(frame)) {
      framesBad++;
      return packets;
    }
    framesReceived++;
    ByteBuffer in = ByteBuffer.wrap(frame);
    controlWord = ControlWord.of(in.getInt(DATA_END));
    int frameCount = frame[3] & 0xFF;
    if (nextFrameCount >= 0 && frameCount != nextFrameCount) {
      framesLost += Math.floorMod(frameCount - nextFrameCount, 256);
      inStep = false;
    }
    nextFrameCount = (frameCount + 1) % 256;
    int firstHeader = in.getShort(4) & 0x7FF;
    int from = HEADER_BYTES;
    if (!inStep) {
      if (firstHeader >= DATA_END - HEADER_BYTES) {
        return packets;
      }
      assembly.clear();
      from += firstHeader;
      inStep = true;
    }
    assembly.put(frame, from, DATA_END - from);
    takeWholePackets(packets);
    return packets;
  }

  /** The last control word received; null before the first good frame. */
  public @Nullable ControlWord controlWord() {
    return controlWord;
  }

  public Counters counters() {
    return new Counters(
        framesReceived,
        framesBad,
        framesLost,
        packetsReceived,
        packetsBad,
        packetsLost,
        packetsByApid);
  }

  private static boolean isGood(byte[] frame) {
    return frame.length == FRAME_BYTES
        && StationCode.crc16(frame, 0, FRAME_BYTES) == 0
        && ((frame[0] & 0xFF) << 8 | frame[1] & 0xFF) >> 4 == Apid.SPACECRAFT_ID;
  }

  private void takeWholePackets(List<Downlinked> packets) {
    assembly.flip();
    while (assembly.remaining() >= PACKET_HEADER_BYTES) {
      int length = (assembly.getShort(assembly.position() + 4) & 0xFFFF) + 7;
      if (assembly.remaining() < length) {
        break;
      }
      byte[] packet = new byte[length];
      assembly.get(packet);
      take(packet, packets);
    }
    assembly.compact();
  }

  private void take(byte[] packet, List<Downlinked> packets) {
    int apid = (packet[0] << 8 | packet[1] & 0xFF) & 0x7FF;
    if (apid == Apid.IDLE) {
      return;
    }
    try {
      Downlinked decoded = PacketDecoder.decode(packet);
      int count = decoded.header().sequenceCount();
      int expected = nextSequenceCount.getOrDefault(apid, count);
      packetsLost += Math.floorMod(count - expected, 0x4000);
      nextSequenceCount.put(apid, (count + 1) & 0x3FFF);
      packetsReceived++;
      packetsByApid.merge(apid, 1L, Long::sum);
      packets.add(decoded);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      packetsBad++;
    }
  }
}
