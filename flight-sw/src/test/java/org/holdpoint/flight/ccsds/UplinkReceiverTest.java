package org.holdpoint.flight.ccsds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdpoint.flight.ccsds.Ground.AD;
import static org.holdpoint.flight.ccsds.Ground.BC;
import static org.holdpoint.flight.ccsds.Ground.BD;
import static org.holdpoint.flight.ccsds.Ground.cltu;
import static org.holdpoint.flight.ccsds.Ground.flipped;
import static org.holdpoint.flight.ccsds.Ground.frame;
import static org.holdpoint.flight.ccsds.Ground.packet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.FrameError;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UplinkReceiverTest {
  private final UplinkReceiver receiver = new UplinkReceiver(FarmWindow.STANDARD);
  private long ticks;

  private UplinkResult receive(byte[]... cltus) {
    long number = ticks++;
    return receiver.receive(new Tick(number, number * Tick.PERIOD_NS), List.of(cltus));
  }

  @Test
  @Tag("COM-003")
  void framesInSequenceGiveTheirPackets() {
    byte[] first = packet(0);
    byte[] second = packet(1);
    UplinkResult result = receive(cltu(frame(AD, 0, first)), cltu(frame(AD, 1, second)));
    assertThat(result.packets()).containsExactly(first, second);
    assertThat(result.events()).isEmpty();
    assertThat(result.status().framesAccepted()).isEqualTo(2);
    assertThat(result.status().v_R()).isEqualTo(2);
    assertThat(result.status().clcw()).isEqualTo(0x01000002);
  }

  @Test
  @Tag("COM-003")
  void oneFrameCanCarrySeveralPackets() {
    byte[] first = packet(0);
    byte[] second = packet(1);
    assertThat(receive(cltu(frame(AD, 0, first, second))).packets()).containsExactly(first, second);
  }

  @Test
  @Tag("COM-002")
  void oneWrongBitInEveryCodeBlockAndInTheStartSequenceIsMended() {
    byte[] cltu = cltu(frame(AD, 0, packet(0)));
    int blocks = (cltu.length - 10) / 8;
    int[] bits = IntStream.range(0, blocks).map(block -> 16 + 64 * block + 5 * block).toArray();
    UplinkResult result = receive(flipped(flipped(cltu, bits), 3));
    assertThat(result.packets()).hasSize(1);
    assertThat(result.status().mendedBits()).isEqualTo(blocks);
  }

  @Test
  @Tag("COM-003")
  void idleBytesBeforeAndAMissingOrNoisyTailDoNoHarm() {
    byte[] clean = cltu(frame(AD, 0, packet(0)));
    byte[] padded = new byte[clean.length + 5];
    Arrays.fill(padded, (byte) 0x55);
    System.arraycopy(clean, 0, padded, 5, clean.length);
    assertThat(receive(padded).packets()).hasSize(1);

    byte[] tailless = cltu(frame(AD, 1, packet(1)));
    assertThat(receive(Arrays.copyOf(tailless, tailless.length - 8)).packets()).hasSize(1);

    byte[] noisy = cltu(frame(AD, 2, packet(2)));
    int tail = 8 * (noisy.length - 8);
    assertThat(receive(flipped(noisy, tail + 1, tail + 9, tail + 20)).packets()).hasSize(1);
  }

  static Stream<Arguments> badUnits() {
    byte[] good = cltu(frame(AD, 0, packet(0)));
    byte[] twoWrongBits = flipped(good, 20, 30);
    byte[] crcBehindTheCode = frame(AD, 0, packet(0));
    crcBehindTheCode[7] ^= 0x0F;
    byte[] badPacket = packet(0);
    badPacket[10] ^= 1;
    byte[] longPacket = packet(0);
    longPacket[5] += 3;
    byte[] shortPacket = {0x18, 100, (byte) 0xC0, 0, 0, 0, 0};
    byte[] other = packet(0x1800 | 101, 0xC000, 0x2F, new byte[0]);
    byte[] telemetry = packet(0x0800 | 100, 0xC000, 0x2F, new byte[0]);
    byte[] segmented = packet(0x1800 | 100, 0x4000, 0x2F, new byte[0]);
    byte[] pusA = packet(0x1800 | 100, 0xC000, 0x1F, new byte[0]);
    byte[] huge = new byte[1300];
    return Stream.of(
        Arguments.of("nothing", FrameError.CLTU_CODE, new byte[0]),
        Arguments.of("no start sequence", FrameError.CLTU_CODE, flipped(good, 0, 1)),
        Arguments.of("two wrong bits in a block", FrameError.CLTU_CODE, twoWrongBits),
        Arguments.of("cut", FrameError.TRUNCATED, Arrays.copyOf(good, 18)),
        Arguments.of("start sequence only", FrameError.TRUNCATED, Arrays.copyOf(good, 2)),
        Arguments.of("too long a frame", FrameError.OVERSIZE, cltu(frame(AD, 0, huge))),
        Arguments.of("far too long a unit", FrameError.OVERSIZE, new byte[100_000]),
        Arguments.of("wrong frame CRC", FrameError.CRC, cltu(crcBehindTheCode)),
        Arguments.of(
            "another spacecraft",
            FrameError.SPACECRAFT_ID,
            cltu(frame(AD, 0x0B6, 0, 0, packet(0)))),
        Arguments.of(
            "another virtual channel",
            FrameError.VIRTUAL_CHANNEL,
            cltu(frame(AD, 0x0B5, 1, 0, packet(0)))),
        Arguments.of("another version", FrameError.FRAME_HEADER, cltu(frame(0x4000, 0, packet(0)))),
        Arguments.of(
            "control without bypass", FrameError.FRAME_HEADER, cltu(frame(0x1000, 0, packet(0)))),
        Arguments.of(
            "unknown control command", FrameError.FRAME_HEADER, cltu(frame(BC, 0, new byte[] {5}))),
        Arguments.of("out of sequence", FrameError.SEQUENCE, cltu(frame(AD, 3, packet(0)))),
        Arguments.of("packet CRC", FrameError.PACKET_CRC, cltu(frame(AD, 0, badPacket))),
        Arguments.of(
            "packet beyond its frame", FrameError.PACKET_LENGTH, cltu(frame(AD, 0, longPacket))),
        Arguments.of(
            "packet below its headers", FrameError.PACKET_LENGTH, cltu(frame(AD, 0, shortPacket))),
        Arguments.of(
            "rest of a packet",
            FrameError.PACKET_LENGTH,
            cltu(frame(BD, 0, new byte[] {0x18, 100}))),
        Arguments.of("another APID", FrameError.APID, cltu(frame(AD, 0, other))),
        Arguments.of(
            "a telemetry packet", FrameError.SECONDARY_HEADER, cltu(frame(AD, 0, telemetry))),
        Arguments.of("a segment", FrameError.SECONDARY_HEADER, cltu(frame(AD, 0, segmented))),
        Arguments.of("PUS-A", FrameError.SECONDARY_HEADER, cltu(frame(AD, 0, pusA))));
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @MethodSource("badUnits")
  @Tag("COM-006")
  void aBadUnitIsCountedReportedAndDroppedAndTheNextGoodOneIsTaken(
      String what, FrameError error, byte[] unit) {
    UplinkResult result = receive(unit);
    assertThat(result.packets()).as(what).isEmpty();
    assertThat(result.events()).hasSize(1);
    EventReport event = result.events().get(0);
    assertThat(event.event()).isEqualTo(ChaserEvent.FRAME_DROPPED);
    assertThat(event.a()).isEqualTo(error.code());
    assertThat(result.status().unitsDropped()).isEqualTo(1);
    assertThat(result.status().lastError()).isEqualTo(error);

    byte[] next = packet(1);
    assertThat(receive(cltu(frame(AD, result.status().v_R(), next))).packets())
        .containsExactly(next);
  }

  @Test
  @Tag("COM-007")
  void anAbortByBypassGetsThroughALockedOutUplink() {
    UplinkResult locked = receive(cltu(frame(AD, 100, packet(0))));
    assertThat(locked.events())
        .extracting(EventReport::event)
        .containsExactly(ChaserEvent.FARM_LOCKOUT, ChaserEvent.FRAME_DROPPED);
    assertThat(locked.status().clcw() >> 13 & 1).isEqualTo(1);
    assertThat(receive(cltu(frame(AD, 0, packet(0)))).status().lastError())
        .isEqualTo(FrameError.LOCKOUT);

    byte[] abort = packet(9);
    UplinkResult bypassed = receive(cltu(frame(BD, 0, abort)));
    assertThat(bypassed.packets()).containsExactly(abort);
    assertThat(bypassed.status().clcw() >> 9 & 3).isEqualTo(1);
  }

  @Test
  @Tag("COM-004")
  void theGroundUnlocksAndSetsTheSequenceNumber() {
    receive(cltu(frame(AD, 100, packet(0))));
    byte[] unlock = {0};
    byte[] setTo42 = {(byte) 0x82, 0, 42};
    assertThat(receive(cltu(frame(BC, 0, setTo42))).status().lastError())
        .as("not in lockout")
        .isEqualTo(FrameError.LOCKOUT);
    UplinkResult result = receive(cltu(frame(BC, 0, unlock)), cltu(frame(BC, 0, setTo42)));
    assertThat(result.events()).isEmpty();
    assertThat(result.status().v_R()).isEqualTo(42);
    assertThat(receive(cltu(frame(AD, 42, packet(1)))).packets()).hasSize(1);
  }

  @Test
  @Tag("COM-004")
  void moreFramesThanTheBufferTakesWaitForTheNextTick() {
    byte[][] burst =
        IntStream.range(0, UplinkReceiver.MAX_AD_FRAMES + 2)
            .mapToObj(i -> cltu(frame(AD, i, packet(i))))
            .toArray(byte[][]::new);
    UplinkResult full = receive(burst);
    assertThat(full.packets()).hasSize(UplinkReceiver.MAX_AD_FRAMES);
    assertThat(full.status().lastError()).isEqualTo(FrameError.WAIT);
    assertThat(full.status().clcw() >> 12 & 1).isEqualTo(1);
    assertThat(receive(burst[UplinkReceiver.MAX_AD_FRAMES]).packets()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  @Tag("COM-006")
  void noGarbageStopsTheReceiverAndAGoodBypassFrameAlwaysPasses(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long dropped = 0;
    for (int i = 0; i < 3000; i++) {
      UplinkResult result = receive(garbage(random, i));
      dropped += result.events().stream().filter(UplinkReceiverTest::isDrop).count();
      assertThat(result.status().unitsDropped()).isEqualTo(dropped);
      if (i % 100 == 0) {
        byte[] abort = packet(i & 0x3FFF);
        assertThat(receive(cltu(frame(BD, 0, abort))).packets()).containsExactly(abort);
      }
    }
    assertThat(dropped).isGreaterThan(1000);
  }

  private static boolean isDrop(EventReport report) {
    return report.event() == ChaserEvent.FRAME_DROPPED;
  }

  /**
   * Noise, noise behind a start sequence, noise in coded frames, and good units with wrong bits.
   */
  private static byte[] garbage(SplittableRandom random, int i) {
    byte[] noise = new byte[random.nextInt(1500)];
    random.nextBytes(noise);
    return switch (i % 4) {
      case 0 -> noise;
      case 1 -> {
        if (noise.length > 1) {
          noise[0] = (byte) 0xEB;
          noise[1] = (byte) 0x90;
        }
        yield noise;
      }
      case 2 ->
          cltu(
              frame(
                  random.nextInt(4) << 12,
                  random.nextInt(256),
                  Arrays.copyOf(noise, 1 + noise.length % 1000)));
      default -> {
        byte[] cltu = cltu(frame(AD, random.nextInt(256), packet(i & 0x3FFF)));
        int[] bits = random.ints(random.nextInt(12), 0, 8 * cltu.length).toArray();
        yield flipped(cltu, bits);
      }
    };
  }

  @Test
  @Tag("COM-016")
  void aRestoredReceiverContinuesAsIfNeverInterrupted() {
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 200; i++) {
      receive(garbage(random, i), cltu(frame(AD, i, packet(i))));
    }
    StateWriter out = new StateWriter();
    receiver.save(out);
    UplinkReceiver restored = new UplinkReceiver(FarmWindow.STANDARD);
    restored.restore(new StateReader(out.bytes()));
    List<Object> expected = new ArrayList<>();
    List<Object> continued = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      List<byte[]> units = List.of(garbage(random, i), cltu(frame(AD, i, packet(i))));
      Tick tick = new Tick(ticks + i, 0);
      UplinkResult a = receiver.receive(tick, units);
      UplinkResult b = restored.receive(tick, units);
      expected.add(List.of(a.events(), a.status(), a.packets().size()));
      continued.add(List.of(b.events(), b.status(), b.packets().size()));
    }
    assertThat(continued).isEqualTo(expected);
  }
}
