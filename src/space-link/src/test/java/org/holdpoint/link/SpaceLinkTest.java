package org.holdpoint.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.holdpoint.link.Visibility.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SpaceLinkTest {
  private static final byte[] FRAME = new byte[1115];

  private static SpaceLink link(double lossProbability, double bitErrorProbability, long seed) {
    Channel channel = new Channel(0.3, 256_000, lossProbability, bitErrorProbability, 65_536);
    return new SpaceLink(new LinkConfiguration(channel, channel, Visibility.RELAY), seed);
  }

  private static List<byte[]> arrivals(SpaceLink link, long fromTick, long untilTick) {
    List<byte[]> all = new ArrayList<>();
    for (long tick = fromTick; tick < untilTick; tick++) {
      all.addAll(link.arriveDown(tick));
    }
    return all;
  }

  @Test
  @Tag("LNK-001")
  void aUnitArrivesInTheFirstTickAfterItsTransmissionAndTheDelay() {
    SpaceLink link = new SpaceLink(LinkConfiguration.relay(0.3), 1);
    byte[] command = {1, 2, 3}; // 0.75 ms at 32 kbit/s
    link.sendUp(10, command);
    assertThat(link.arriveUp(13)).isEmpty();
    assertThat(link.arriveUp(14)).containsExactly(command);
    assertThat(link.arriveUp(15)).isEmpty();
  }

  @Test
  @Tag("LNK-001")
  void unitsKeepTheirOrderAndLeaveNoFasterThanTheRate() {
    SpaceLink link = new SpaceLink(LinkConfiguration.relay(0), 1);
    for (int i = 0; i < 20; i++) {
      byte[] frame = FRAME.clone();
      frame[0] = (byte) i;
      link.sendDown(0, frame);
    }
    int arrived = 0;
    for (long tick = 0; tick < 8; tick++) {
      for (byte[] frame : link.arriveDown(tick)) {
        assertThat(frame[0]).isEqualTo((byte) arrived++);
      }
      assertThat(arrived * FRAME.length).isLessThanOrEqualTo((int) (tick * 3200));
    }
    assertThat(arrived).isEqualTo(20);
  }

  @Test
  @Tag("LNK-002")
  void aFullQueueDropsAndCountsInsteadOfGrowing() {
    SpaceLink link = new SpaceLink(LinkConfiguration.relay(0), 1);
    for (int i = 0; i < 100; i++) {
      link.sendDown(0, FRAME);
    }
    assertThat(link.downCounters().overflowed()).isEqualTo(100 - 58);
    assertThat(arrivals(link, 0, 300)).hasSize(58);
    link.sendDown(300, FRAME);
    assertThat(arrivals(link, 300, 303)).as("the queue drains").hasSize(1);
  }

  @Test
  @Tag("LNK-003")
  void outsideTheWindowsNothingArrivesAndItIsCounted() {
    Channel channel = new Channel(0, 256_000, 0, 0, 65_536);
    Visibility passes = Visibility.passes(List.of(new Window(10, 20), new Window(40, 41)));
    SpaceLink link = new SpaceLink(new LinkConfiguration(channel, channel, passes), 1);
    List<Long> arrivedFrom = new ArrayList<>();
    for (long tick = 0; tick < 60; tick++) {
      link.sendDown(tick, new byte[] {(byte) tick});
      for (byte[] unit : link.arriveDown(tick)) {
        arrivedFrom.add((long) unit[0]);
      }
    }
    arrivals(link, 60, 70);
    assertThat(arrivedFrom).containsExactly(10L, 11L, 12L, 13L, 14L, 15L, 16L, 17L, 18L, 19L, 40L);
    assertThat(link.downCounters().withoutSignal()).isEqualTo(60 - 11);
    assertThat(link.signal(19)).isTrue();
    assertThat(link.signal(20)).isFalse();
  }

  @Test
  @Tag("LNK-003")
  void aUnitThatOutlastsTheWindowIsGone() {
    Channel slow = new Channel(0, 8_000, 0, 0, 65_536);
    Visibility passes = Visibility.passes(List.of(new Window(0, 10)));
    SpaceLink link = new SpaceLink(new LinkConfiguration(slow, slow, passes), 1);
    link.sendUp(0, new byte[1001]); // 1.001 s on the air
    for (long tick = 0; tick < 30; tick++) {
      assertThat(link.arriveUp(tick)).isEmpty();
    }
    assertThat(link.upCounters().withoutSignal()).isEqualTo(1);
  }

  @Test
  @Tag("LNK-008")
  void aPassThatIsSeenTickByTickCarriesWhatIsSentInItAndNothingElse() {
    SpaceLink link = new SpaceLink(LinkConfiguration.relay(0), 1);
    List<Long> arrivedFrom = new ArrayList<>();
    for (long tick = 0; tick < 60; tick++) {
      link.see(tick, tick >= 10 && tick < 20, 0.01);
      assertThat(link.signal(tick)).isEqualTo(tick >= 10 && tick < 20);
      link.sendDown(tick, new byte[] {(byte) tick});
      link.arriveDown(tick).forEach(unit -> arrivedFrom.add((long) unit[0]));
    }
    assertThat(arrivedFrom).containsExactly(10L, 11L, 12L, 13L, 14L, 15L, 16L, 17L, 18L, 19L);
    assertThat(link.downCounters().withoutSignal()).isEqualTo(49); // the last is still under way
  }

  @Test
  @Tag("LNK-008")
  void aUnitThatIsOnTheAirWhenThePassEndsIsGoneEvenWhenTheNextBegins() {
    Channel slow = new Channel(0.5, 8_000, 0, 0, 65_536);
    SpaceLink link = new SpaceLink(new LinkConfiguration(slow, slow, Visibility.RELAY), 1);
    link.sendUp(0, new byte[300]); // 0.3 s on the air
    link.sendUp(0, new byte[100]); // waits for it, 0.1 s
    for (long tick = 0; tick < 20; tick++) {
      link.see(tick, tick != 2, 0);
      List<byte[]> arrived = link.arriveUp(tick);
      if (tick == 9) {
        assertThat(arrived).as("sent after the gap").hasSize(1);
        assertThat(arrived.get(0)).hasSize(100);
      } else {
        assertThat(arrived).isEmpty();
      }
    }
    assertThat(link.upCounters().withoutSignal()).isEqualTo(1);
  }

  @Test
  @Tag("LNK-008")
  void theDelayFollowsTheSlantRange() {
    SpaceLink link = new SpaceLink(LinkConfiguration.relay(0.1), 1);
    link.see(0, true, 0.05);
    link.sendUp(0, new byte[] {1});
    assertThat(link.arriveUp(1)).isEmpty();
    assertThat(link.arriveUp(2)).hasSize(1);
    link.see(10, true, 0.25);
    link.sendUp(10, new byte[] {2});
    assertThat(link.arriveUp(13)).isEmpty();
    assertThat(link.arriveUp(14)).hasSize(1);
    assertThatThrownBy(() -> link.see(11, true, -1)).hasMessageContaining("pathDelay_s is -1.0");
  }

  @Test
  @Tag("LNK-008")
  void aGapSurvivesASnapshot() {
    SpaceLink link = new SpaceLink(LinkConfiguration.relay(0.2), 1);
    link.see(0, true, 0.3);
    link.sendDown(0, FRAME);
    link.see(1, false, 0.3);
    link.sendDown(1, FRAME);
    SpaceLink restored = SpaceLink.restore(link.configuration(), 1, link.save());
    assertThat(restored.signal(2)).isFalse();
    assertThat(arrivals(restored, 2, 20)).hasSize(1);
    assertThat(restored.downCounters().withoutSignal()).isEqualTo(1);
  }

  @Test
  @Tag("LNK-004")
  void unitsAreLostAsOftenAsConfigured() {
    SpaceLink link = link(0.1, 0, 5);
    for (long tick = 0; tick < 20_000; tick++) {
      link.sendDown(tick, new byte[8]);
      link.arriveDown(tick);
    }
    arrivals(link, 20_000, 20_100);
    assertThat(link.downCounters().lost() / 20_000.0).isCloseTo(0.1, within(0.01));
    assertThat(link.downCounters().arrived() + link.downCounters().lost()).isEqualTo(20_000);
  }

  @Test
  @Tag("LNK-004")
  void bitsAreWrongAsOftenAsConfiguredAndTheSendersBytesStayWhole() {
    SpaceLink link = link(0, 1e-3, 6);
    byte[] sent = new byte[1000];
    long wrong = 0;
    for (long tick = 0; tick < 500; tick++) {
      link.sendDown(tick, sent);
      for (byte[] unit : link.arriveDown(tick)) {
        for (byte b : unit) {
          wrong += Integer.bitCount(b & 0xFF);
        }
      }
    }
    assertThat(sent).containsOnly(0);
    assertThat(wrong / (500.0 * 8000)).isCloseTo(1e-3, within(1e-4));
    assertThat(link.downCounters().corrupted()).isGreaterThan(490);
  }

  @Test
  @Tag("LNK-004")
  void aCleanChannelChangesNothing() {
    SpaceLink link = link(0, 0, 7);
    byte[] sent = {5, 6, 7};
    link.sendDown(0, sent);
    assertThat(arrivals(link, 0, 10)).containsExactly(sent);
    assertThat(link.downCounters()).isEqualTo(new DirectionCounters(1, 1, 0, 0, 0, 0));
  }

  private static void disturb(SpaceLink link, SplittableRandom random, long tick) {
    for (int i = random.nextInt(4); i > 0; i--) {
      byte[] unit = new byte[random.nextInt(1200)];
      random.nextBytes(unit);
      link.sendUp(tick, unit);
      link.sendDown(tick, unit);
    }
  }

  private static List<String> fly(SpaceLink link, SplittableRandom random, long from, long until) {
    List<String> trace = new ArrayList<>();
    for (long tick = from; tick < until; tick++) {
      disturb(link, random, tick);
      link.arriveUp(tick).forEach(unit -> trace.add("up" + Arrays.hashCode(unit)));
      link.arriveDown(tick).forEach(unit -> trace.add("down" + Arrays.hashCode(unit)));
    }
    return trace;
  }

  @Test
  @Tag("LNK-005")
  void theSameSeedGivesTheSameArrivalsAndAnotherSeedOthers() {
    assertThat(fly(link(0.1, 1e-4, 3), new SplittableRandom(1), 0, 500))
        .isEqualTo(fly(link(0.1, 1e-4, 3), new SplittableRandom(1), 0, 500))
        .isNotEqualTo(fly(link(0.1, 1e-4, 4), new SplittableRandom(1), 0, 500));
  }

  @Test
  @Tag("LNK-005")
  void theTwoDirectionsDrawFromStreamsOfTheirOwn() {
    SpaceLink quiet = link(0.5, 0, 9);
    SpaceLink busy = link(0.5, 0, 9);
    List<Integer> alone = new ArrayList<>();
    List<Integer> beside = new ArrayList<>();
    for (long tick = 0; tick < 200; tick++) {
      quiet.sendDown(tick, new byte[4]);
      busy.sendDown(tick, new byte[4]);
      busy.sendUp(tick, new byte[9]);
      busy.arriveUp(tick);
      alone.add(quiet.arriveDown(tick).size());
      beside.add(busy.arriveDown(tick).size());
    }
    assertThat(beside).isEqualTo(alone);
  }

  @Test
  @Tag("LNK-006")
  void aSavedLinkContinuesAsIfNeverInterruptedAndSavesTheSameBytes() {
    for (long cut : new long[] {0, 1, 77, 311}) {
      SpaceLink whole = link(0.05, 1e-4, 3);
      SplittableRandom random = new SplittableRandom(cut);
      fly(whole, random, 0, cut);
      byte[] state = whole.save();
      SpaceLink restored = SpaceLink.restore(whole.configuration(), 3, state);
      assertThat(restored.save()).isEqualTo(state);
      SplittableRandom same = new SplittableRandom(99);
      SplittableRandom again = new SplittableRandom(99);
      assertThat(fly(restored, same, cut, cut + 200)).isEqualTo(fly(whole, again, cut, cut + 200));
      assertThat(restored.downCounters()).isEqualTo(whole.downCounters());
    }
  }

  @Test
  @Tag("LNK-006")
  void aDamagedStateIsRefusedWithWhatIsWrong() {
    LinkConfiguration relay = LinkConfiguration.relay(0);
    SpaceLink link = new SpaceLink(relay, 1);
    link.sendDown(0, FRAME);
    byte[] state = link.save();
    assertThatThrownBy(() -> SpaceLink.restore(relay, 1, new byte[8]))
        .hasMessageContaining("not a space link state of version 2");
    assertThatThrownBy(() -> SpaceLink.restore(relay, 1, Arrays.copyOf(state, state.length - 1)))
        .hasMessageContaining("damaged space link state");
    assertThatThrownBy(() -> SpaceLink.restore(relay, 1, Arrays.copyOf(state, state.length + 1)))
        .hasMessageContaining("1 bytes too many");
  }

  @Test
  @Tag("LNK-007")
  void aConfigurationOutOfRangeIsRefusedByName() {
    assertThatThrownBy(() -> new Channel(-1, 1, 0, 0, 1)).hasMessageContaining("delay_s is -1.0");
    assertThatThrownBy(() -> new Channel(0, 0, 0, 0, 1)).hasMessageContaining("rate_bit_s");
    assertThatThrownBy(() -> new Channel(0, 1, 1.5, 0, 1)).hasMessageContaining("lossProbability");
    assertThatThrownBy(() -> new Channel(0, 1, 0, 0.9, 1)).hasMessageContaining("bitErrorProb");
    assertThatThrownBy(() -> new Window(5, 5)).hasMessageContaining("must end after it begins");
    assertThatThrownBy(() -> Visibility.passes(List.of(new Window(5, 9), new Window(8, 10))))
        .hasMessageContaining("window 2");
  }
}
