package org.holdpoint.rehearsal.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.holdpoint.dictionary.Xyz;
import org.holdpoint.dictionary.command.Abort;
import org.holdpoint.dictionary.command.AreYouAlive;
import org.holdpoint.dictionary.command.ChaserCommand;
import org.holdpoint.dictionary.command.Functions;
import org.holdpoint.dictionary.command.Go;
import org.holdpoint.dictionary.command.RequestAuthority;
import org.holdpoint.dictionary.command.TransferTo;
import org.holdpoint.dictionary.telemetry.Holder;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.ccsds.FarmWindow;
import org.holdpoint.flight.ccsds.TmFrameBuilder;
import org.holdpoint.flight.ccsds.UplinkReceiver;
import org.holdpoint.flight.ccsds.UplinkResult;
import org.holdpoint.flight.command.AcceptedCommands;
import org.holdpoint.flight.command.CommandDispatcher;
import org.holdpoint.flight.command.ReceivedCommand;
import org.holdpoint.link.Channel;
import org.holdpoint.link.LinkConfiguration;
import org.holdpoint.link.SpaceLink;
import org.holdpoint.link.Visibility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ground's codec against the spacecraft's, over links good and bad. */
class StationAndSpacecraftTest {
  private final StationUplink uplink = new StationUplink(30);
  private final StationDownlink downlink = new StationDownlink();
  private final UplinkReceiver receiver = new UplinkReceiver(FarmWindow.STANDARD);
  private final CommandDispatcher dispatcher = new CommandDispatcher();
  private final TmFrameBuilder frames = new TmFrameBuilder();
  private final List<ChaserCommand> understood = new ArrayList<>();
  private SpaceLink link = new SpaceLink(LinkConfiguration.relay(0.25), 1);
  private long tick;

  private static LinkConfiguration noisy(double loss, double bitErrors) {
    return new LinkConfiguration(
        new Channel(0.25, LinkConfiguration.UPLINK_BIT_S, loss, bitErrors, 16_384),
        new Channel(0.25, LinkConfiguration.DOWNLINK_BIT_S, loss, 0, 65_536),
        Visibility.RELAY);
  }

  private void run(int ticks) {
    for (long until = tick + ticks; tick < until; tick++) {
      uplink.radiate(tick).forEach(cltu -> link.sendUp(tick, cltu));
      UplinkResult result =
          receiver.receive(new Tick(tick, tick * Tick.PERIOD_NS), link.arriveUp(tick));
      AcceptedCommands accepted = dispatcher.accept(result.packets());
      accepted.commands().stream().map(ReceivedCommand::command).forEach(understood::add);
      frames.flush(result.status().clcw()).forEach(frame -> link.sendDown(tick, frame));
      for (byte[] frame : link.arriveDown(tick)) {
        downlink.receive(frame);
        ControlWord word = downlink.controlWord();
        if (word != null) {
          uplink.hear(tick, word);
        }
      }
    }
  }

  private List<ChaserCommand> sendMany(int count) {
    List<ChaserCommand> sent = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ChaserCommand command = new Go(1, 1 + i % 250, 0xCAFE_BABEL + i, 2_183_155_237L);
      uplink.send(command);
      sent.add(command);
    }
    return sent;
  }

  @Test
  @Tag("COM-023")
  void commandsArriveAsTheyWereSentAndInOrder() {
    List<ChaserCommand> sent =
        List.of(
            new AreYouAlive(),
            new Go(1, 3, 0xFFFF_FFFFL, 2_183_155_237L),
            new TransferTo(1, new Xyz(-100, -500.5, 25), 2900));
    sent.forEach(uplink::send);
    run(30);
    assertThat(understood).isEqualTo(sent);
    assertThat(uplink.allAcknowledged()).isTrue();
    assertThat(uplink.framesRepeated()).isZero();
    assertThat(downlink.counters().framesBad()).isZero();
  }

  @Test
  @Tag("COM-023")
  void moreCommandsThanTheWindowFollowAsTheSpacecraftAcknowledges() {
    List<ChaserCommand> sent = sendMany(200);
    run(300);
    assertThat(understood).isEqualTo(sent);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  @Tag("COM-024")
  void onABadLinkEveryCommandArrivesExactlyOnceAndInOrder(long seed) {
    link = new SpaceLink(noisy(0.2, 2e-3), seed);
    List<ChaserCommand> sent = sendMany(60);
    run(6000);
    assertThat(understood).isEqualTo(sent);
    assertThat(uplink.allAcknowledged()).isTrue();
    assertThat(uplink.framesRepeated()).isGreaterThan(0);
  }

  @Test
  @Tag("COM-024")
  void aLockedOutSpacecraftIsUnlockedWithoutAHand() {
    run(5);
    StationUplink stranger = new StationUplink(30);
    stranger.hear(tick, new ControlWord(false, false, false, 0, 120));
    stranger.send(new AreYouAlive());
    stranger.radiate(tick).forEach(cltu -> link.sendUp(tick, cltu));
    run(10);
    assertThat(downlink.controlWord().lockout()).isTrue();

    List<ChaserCommand> sent = sendMany(3);
    run(60);
    assertThat(downlink.controlWord().lockout()).isFalse();
    assertThat(understood).isEqualTo(sent);
  }

  @Test
  @Tag("COM-007")
  void anAbortGetsThroughThoughTheSequenceIsStuck() {
    run(5);
    StationUplink stranger = new StationUplink(30);
    stranger.hear(tick, new ControlWord(false, false, false, 0, 120));
    stranger.send(new AreYouAlive());
    stranger.radiate(tick).forEach(cltu -> link.sendUp(tick, cltu));
    run(3);
    SentCommand abort = uplink.send(new Abort());
    assertThat(abort.bypass()).isTrue();
    run(4);
    assertThat(understood).containsExactly(new Abort());
  }

  @Test
  @Tag("COM-007")
  void anAbortNeedsNoControlWordAtAll() {
    uplink.send(new AreYouAlive());
    uplink.send(new Abort());
    assertThat(uplink.radiate(0)).as("the abort only").hasSize(1);
    assertThat(uplink.radiate(1)).isEmpty();
  }

  @Test
  @Tag("COM-023")
  void aGroundThatStartsAgainContinuesAtTheSpacecraftsNumber() {
    sendMany(7);
    run(30);
    StationUplink second = new StationUplink(30);
    second.hear(tick, downlink.controlWord());
    second.send(new RequestAuthority(Functions.ATTITUDE, Holder.AUTONOMY));
    for (byte[] cltu : second.radiate(tick)) {
      link.sendUp(tick, cltu);
    }
    run(10);
    assertThat(dispatcher.token().attitude()).isEqualTo(Holder.AUTONOMY);
  }

  @Test
  @Tag("COM-025")
  void garbageAndLostFramesAreCountedAndTheStationFindsTheNextPacket() {
    SplittableRandom random = new SplittableRandom(3);
    byte[] first = frames.flush(0).get(0);
    frames.flush(0);
    byte[] third = frames.flush(0).get(0);
    downlink.receive(first);
    for (int i = 0; i < 200; i++) {
      byte[] noise = new byte[i % 2 == 0 ? 1115 : random.nextInt(3000)];
      random.nextBytes(noise);
      assertThat(downlink.receive(noise)).isEmpty();
    }
    downlink.receive(third);
    assertThat(downlink.counters().framesReceived()).isEqualTo(2);
    assertThat(downlink.counters().framesBad()).isEqualTo(200);
    assertThat(downlink.counters().framesLost()).isEqualTo(1);
  }
}
