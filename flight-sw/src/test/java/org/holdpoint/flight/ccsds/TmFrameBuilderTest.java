package org.holdpoint.flight.ccsds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TmFrameBuilderTest {
  private static final int CLCW = 0x01002005;
  private static final int DATA_FROM = 6;

  private final TmFrameBuilder builder = new TmFrameBuilder();
  private int sequenceCount;

  private ByteBuf packet(int userBytes) {
    ByteBuf out = Unpooled.buffer();
    int start = TmPacketWriter.begin(out, 102, 3, 25, sequenceCount++ & 0x3FFF, 0, 1_000_000_000L);
    out.writeZero(userBytes);
    TmPacketWriter.end(out, start);
    return out;
  }

  private static int firstHeaderPointer(byte[] frame) {
    return (frame[4] << 8 | frame[5] & 0xFF) & 0x7FF;
  }

  /** Packet lengths in the data of the frames, idle packets as negative lengths. */
  private static List<Integer> packetLengths(List<byte[]> frames) {
    ByteBuf data = Unpooled.buffer();
    frames.forEach(frame -> data.writeBytes(frame, DATA_FROM, TmFrameBuilder.DATA_BYTES));
    List<Integer> lengths = new ArrayList<>();
    while (data.readableBytes() >= 6) {
      int at = data.readerIndex();
      int length = TcPacket.claimedLength(data, at);
      boolean idle = (data.getUnsignedShort(at) & 0x7FF) == 2047;
      if (length > data.readableBytes()) {
        break;
      }
      data.skipBytes(length);
      lengths.add(idle ? -length : length);
    }
    return lengths;
  }

  @Test
  @Tag("COM-020")
  void aQuietTickGivesOneFrameFilledWithOneIdlePacket() {
    List<byte[]> frames = builder.flush(CLCW);
    assertThat(frames).hasSize(1);
    byte[] frame = frames.get(0);
    assertThat(frame).hasSize(1115);
    ByteBuf in = Unpooled.wrappedBuffer(frame);
    assertThat(in.getUnsignedShort(0)).isEqualTo(0x0B5 << 4 | 1);
    assertThat(in.getUnsignedShort(4)).isEqualTo(0x1800);
    assertThat(in.getInt(1109)).isEqualTo(CLCW);
    assertThat(Crc16.of(in, 0, 1115)).isZero();
    assertThat(packetLengths(frames)).containsExactly(-TmFrameBuilder.DATA_BYTES);
  }

  @Test
  @Tag("COM-020")
  void bothFrameCountersCountAndWrap() {
    for (int i = 0; i < 300; i++) {
      byte[] frame = builder.flush(CLCW).get(0);
      assertThat(frame[2] & 0xFF).isEqualTo(i % 256);
      assertThat(frame[3] & 0xFF).isEqualTo(i % 256);
    }
    assertThat(builder.framesBuilt()).isEqualTo(300);
  }

  @Test
  @Tag("COM-020")
  void aPacketSpansFramesAndTheFirstHeaderPointerFindsTheNext() {
    builder.add(packet(1178)); // 1200 bytes: 97 of them in the second frame
    builder.add(packet(78));
    List<byte[]> frames = builder.flush(CLCW);
    assertThat(frames).hasSize(2);
    assertThat(firstHeaderPointer(frames.get(0))).isZero();
    assertThat(firstHeaderPointer(frames.get(1))).isEqualTo(1200 - TmFrameBuilder.DATA_BYTES);
    assertThat(packetLengths(frames))
        .containsExactly(1200, 100, -(2 * TmFrameBuilder.DATA_BYTES - 1300));
  }

  @Test
  @Tag("COM-020")
  void aFrameWithinOneLongPacketSaysThatNoPacketStarts() {
    builder.add(packet(2500));
    List<byte[]> frames = new ArrayList<>(builder.flush(CLCW));
    assertThat(frames).as("3200 bytes a tick are two frames").hasSize(2);
    frames.addAll(builder.flush(CLCW));
    assertThat(firstHeaderPointer(frames.get(1))).isEqualTo(0x7FF);
    assertThat(firstHeaderPointer(frames.get(2))).isEqualTo(2522 - 2 * TmFrameBuilder.DATA_BYTES);
  }

  @Test
  @Tag("COM-020")
  void aGapTooSmallForAnIdlePacketIsFilledByOneThatReachesIntoTheNextTick() {
    for (int gap = 1; gap <= 7; gap++) {
      TmFrameBuilder fresh = new TmFrameBuilder();
      fresh.add(packet(TmFrameBuilder.DATA_BYTES - TmPacketWriter.OVERHEAD_BYTES - gap));
      List<byte[]> frames = new ArrayList<>(fresh.flush(CLCW));
      assertThat(frames).as("gap of %d", gap).hasSize(1);
      frames.addAll(fresh.flush(CLCW));
      assertThat(firstHeaderPointer(frames.get(1))).isEqualTo(7 - gap);
      assertThat(packetLengths(frames))
          .containsExactly(
              TmFrameBuilder.DATA_BYTES - gap, -7, -(TmFrameBuilder.DATA_BYTES - 7 + gap));
    }
  }

  @Test
  @Tag("COM-021")
  void theDownlinkCarriesNoMoreThanItsRateAndTheQueueIsBounded() {
    int accepted = 0;
    while (builder.hasRoomFor(522)) {
      builder.add(packet(500));
      accepted++;
    }
    assertThat(accepted * 522).isLessThanOrEqualTo(TmFrameBuilder.QUEUE_BYTES);
    assertThatThrownBy(() -> builder.add(packet(500))).hasMessageContaining("ask hasRoomFor");
    int frames = 0;
    for (int tick = 1; tick <= 100; tick++) {
      frames += builder.flush(CLCW).size();
      assertThat(frames * 1115)
          .isLessThanOrEqualTo(tick * TmFrameBuilder.BYTES_PER_TICK + TmFrameBuilder.FRAME_BYTES);
      while (builder.hasRoomFor(522)) {
        builder.add(packet(500));
      }
    }
    assertThat(frames).as("and the rate is used").isGreaterThanOrEqualTo(286);
  }

  @Test
  @Tag("COM-016")
  void aRestoredBuilderGivesTheSameFrames() {
    SplittableRandom random = new SplittableRandom(4);
    for (int cut = 0; cut < 40; cut++) {
      fill(builder, random);
      builder.flush(CLCW);
      StateWriter out = new StateWriter();
      builder.save(out);
      TmFrameBuilder restored = new TmFrameBuilder();
      restored.restore(new StateReader(out.bytes()));
      int seed = cut;
      List<byte[]> expected =
          IntStream.range(0, 3)
              .mapToObj(i -> builder)
              .flatMap(b -> b.flush(seed).stream())
              .toList();
      List<byte[]> continued =
          IntStream.range(0, 3)
              .mapToObj(i -> restored)
              .flatMap(b -> b.flush(seed).stream())
              .toList();
      assertThat(continued.stream().map(ByteBufUtil::hexDump).toList())
          .isEqualTo(expected.stream().map(ByteBufUtil::hexDump).toList());
    }
  }

  private void fill(TmFrameBuilder builder, SplittableRandom random) {
    for (int i = random.nextInt(10); i > 0; i--) {
      ByteBuf next = packet(random.nextInt(1500));
      if (builder.hasRoomFor(next.readableBytes())) {
        builder.add(next);
      }
    }
  }
}
