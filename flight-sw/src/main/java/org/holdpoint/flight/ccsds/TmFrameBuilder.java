package org.holdpoint.flight.ccsds;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.holdpoint.dictionary.Apid;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;

/**
 * Packs packets into TM transfer frames of virtual channel 0 (CCSDS 132.0-B-3, 4.1): 1115 bytes,
 * first header pointer, packets spanning frames, the CLCW as operational control field, frame error
 * control. Every tick gives at least one frame; an idle packet fills what is left of the last one.
 *
 * <p>The downlink carries {@link #BYTES_PER_TICK}; packets that do not fit wait here, at most
 * {@link #QUEUE_BYTES} of them.
 */
public final class TmFrameBuilder implements Retained {
  /** Length of a frame. */
  public static final int FRAME_BYTES = 1115;

  /** 256 kbit/s for 100 ms. */
  public static final int BYTES_PER_TICK = 3200;

  /** Packets that wait, half a second of the downlink. */
  public static final int QUEUE_BYTES = 5 * BYTES_PER_TICK;

  private static final int HEADER_BYTES = 6;
  private static final int CLCW_BYTES = 4;

  /** Packet bytes in a frame. */
  public static final int DATA_BYTES = FRAME_BYTES - HEADER_BYTES - CLCW_BYTES - Crc16.BYTES;

  /** No virtual channel frame secondary header, packets in order, segment length identifier 11. */
  private static final int DATA_FIELD_STATUS = 0x1800;

  private static final int NO_PACKET_STARTS = 0x7FF;
  private static final int OPERATIONAL_CONTROL_FIELD = 1;
  private static final int MIN_IDLE_BYTES = TcPacket.PRIMARY_HEADER_BYTES + 1;
  private static final byte IDLE_PATTERN = 0x55;
  private static final byte[] IDLE_DATA = idleData();
  private static final CrcOfRun IDLE_RUN = new CrcOfRun(IDLE_PATTERN);

  private final ByteBuf queue = Unpooled.buffer(QUEUE_BYTES + FRAME_BYTES);

  /** Bytes at the head of the queue that end a packet begun in an earlier frame. */
  private int continuation;

  /** Rest of an idle packet, which alone is no reason for another frame in this tick. */
  private int idleOverhang;

  /** Downlink bytes saved up; at most one tick's and what makes up a last whole frame. */
  private int allowance;

  private int masterChannelCount;
  private int virtualChannelCount;
  private int idleSequenceCount;
  private long framesBuilt;

  private static byte[] idleData() {
    byte[] data = new byte[DATA_BYTES];
    Arrays.fill(data, IDLE_PATTERN);
    return data;
  }

  /** Whether a packet of this length can still wait. */
  public boolean hasRoomFor(int packetBytes) {
    return queue.readableBytes() + packetBytes <= QUEUE_BYTES;
  }

  /** Appends one whole packet, for which there must be room. */
  public void add(ByteBuf packet) {
    if (!hasRoomFor(packet.readableBytes())) {
      throw new IllegalStateException(
          "no room for a packet of "
              + packet.readableBytes()
              + " bytes beside "
              + queue.readableBytes()
              + " that wait: ask hasRoomFor first");
    }
    queue.writeBytes(packet);
  }

  public long framesBuilt() {
    return framesBuilt;
  }

  /**
   * Frames of this tick.
   *
   * @param clcw the communications link control word that each carries
   */
  public List<byte[]> flush(int clcw) {
    allowance = Math.min(allowance + BYTES_PER_TICK, BYTES_PER_TICK + FRAME_BYTES);
    List<byte[]> frames = new ArrayList<>(BYTES_PER_TICK / FRAME_BYTES + 1);
    do {
      frames.add(frame(clcw));
      allowance -= FRAME_BYTES;
    } while (queue.readableBytes() > idleOverhang && allowance >= FRAME_BYTES);
    queue.discardReadBytes();
    return frames;
  }

  private byte[] frame(int clcw) {
    int idle = fill();
    byte[] bytes = new byte[FRAME_BYTES];
    ByteBuf frame = Unpooled.wrappedBuffer(bytes).writerIndex(0);
    frame.writeShort(Apid.SPACECRAFT_ID << 4 | OPERATIONAL_CONTROL_FIELD);
    frame.writeByte(masterChannelCount);
    frame.writeByte(virtualChannelCount);
    frame.writeShort(DATA_FIELD_STATUS | firstHeaderPointer());
    frame.writeBytes(queue, DATA_BYTES);
    frame.writeInt(clcw);
    frame.writeShort(crc(frame, idle));
    masterChannelCount = (masterChannelCount + 1) & 0xFF;
    virtualChannelCount = (virtualChannelCount + 1) & 0xFF;
    framesBuilt++;
    return bytes;
  }

  /** Frames are mostly idle data: only what goes before and after it is gone through. */
  private static int crc(ByteBuf frame, int idle) {
    int from = HEADER_BYTES + DATA_BYTES - idle;
    int crc = IDLE_RUN.after(Crc16.of(frame, 0, from), idle);
    return Crc16.continued(crc, frame, HEADER_BYTES + DATA_BYTES, CLCW_BYTES);
  }

  /**
   * Makes the queue at least one frame's data long; sets what of the idle packet reaches into the
   * next frame.
   *
   * @return idle data at the end of this frame
   */
  private int fill() {
    int missing = DATA_BYTES - queue.readableBytes();
    if (missing <= 0) {
      idleOverhang = 0;
      return 0;
    }
    int length = Math.max(missing, MIN_IDLE_BYTES);
    queue.writeShort(Apid.IDLE);
    queue.writeShort(0xC000 | idleSequenceCount);
    queue.writeShort(length - MIN_IDLE_BYTES);
    queue.writeBytes(IDLE_DATA, 0, length - TcPacket.PRIMARY_HEADER_BYTES);
    idleSequenceCount = (idleSequenceCount + 1) & 0x3FFF;
    idleOverhang = length - missing;
    return Math.max(0, missing - TcPacket.PRIMARY_HEADER_BYTES);
  }

  /** Where the first packet begins in the next frame; leaves what the last one will lack. */
  private int firstHeaderPointer() {
    int first = continuation < DATA_BYTES ? continuation : NO_PACKET_STARTS;
    int next = continuation;
    while (next < DATA_BYTES) {
      next += TcPacket.claimedLength(queue, queue.readerIndex() + next);
    }
    continuation = next - DATA_BYTES;
    return first;
  }

  @Override
  public void save(StateWriter out) {
    byte[] waiting = new byte[queue.readableBytes()];
    queue.getBytes(queue.readerIndex(), waiting);
    out.put(waiting).put(continuation).put(allowance);
    out.put(masterChannelCount).put(virtualChannelCount).put(idleSequenceCount).put(framesBuilt);
  }

  @Override
  public void restore(StateReader in) {
    queue.clear().writeBytes(in.getBytes());
    continuation = in.getInt();
    allowance = in.getInt();
    masterChannelCount = in.getInt();
    virtualChannelCount = in.getInt();
    idleSequenceCount = in.getInt();
    framesBuilt = in.getLong();
  }
}
