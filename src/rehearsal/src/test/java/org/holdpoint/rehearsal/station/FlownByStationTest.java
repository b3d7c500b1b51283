package org.holdpoint.rehearsal.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.holdpoint.dictionary.command.Abort;
import org.holdpoint.dictionary.command.AreYouAlive;
import org.holdpoint.dictionary.command.ChaserCommand;
import org.holdpoint.dictionary.command.DisableEvent;
import org.holdpoint.dictionary.command.Functions;
import org.holdpoint.dictionary.command.Go;
import org.holdpoint.dictionary.command.Pointing;
import org.holdpoint.dictionary.command.Refusal;
import org.holdpoint.dictionary.command.ReportHousekeeping;
import org.holdpoint.dictionary.command.RequestAuthority;
import org.holdpoint.dictionary.command.SetPointing;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.Holder;
import org.holdpoint.dictionary.telemetry.HousekeepingPacket;
import org.holdpoint.dictionary.telemetry.NavigationPacket;
import org.holdpoint.flight.FlightComputer;
import org.holdpoint.flight.FlightConfiguration;
import org.holdpoint.flight.FlightOutputs;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.sample.AttitudeFix;
import org.holdpoint.flight.sample.InertialSample;
import org.holdpoint.flight.sample.MonitorSamples;
import org.holdpoint.flight.sample.SensorSamples;
import org.holdpoint.link.LinkConfiguration;
import org.holdpoint.link.SpaceLink;
import org.holdpoint.motion.Quaternion;
import org.holdpoint.motion.Vec3;
import org.holdpoint.rehearsal.station.Downlinked.Stage;
import org.holdpoint.rehearsal.station.Downlinked.Verification;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The whole flight software, commanded and heard through the station only. Its cameras see nothing.
 */
class FlownByStationTest {
  private static final long START_TAI_NS = 2_183_155_237_000_000_000L;
  private static final Quaternion ATTITUDE = new Quaternion(1, 0, 0, 0);

  private final FlightComputer computer =
      FlightComputer.start(
          new FlightConfiguration(
              START_TAI_NS,
              new Vec3(6_878_000, 0, 0),
              new Vec3(0, 7612.6, 0),
              new Vec3(0, -1000, 0),
              Vec3.ZERO,
              5,
              0.005,
              238,
              12,
              2,
              1,
              1,
              List.of(),
              new Vec3(0, -1000, 0)));
  private final SpaceLink link = new SpaceLink(LinkConfiguration.relay(0.25), 1);
  private final StationUplink uplink = new StationUplink(30);
  private final StationDownlink downlink = new StationDownlink();
  private final List<Downlinked> heard = new ArrayList<>();
  private final List<Long> firedAt = new ArrayList<>();
  private final List<Long> uplinkArrivedAt = new ArrayList<>();
  private long number;

  private void run(int ticks) {
    for (long until = number + ticks; number < until; number++) {
      Tick tick = new Tick(number, START_TAI_NS + number * Tick.PERIOD_NS);
      uplink.radiate(number).forEach(cltu -> link.sendUp(number, cltu));
      List<byte[]> arrived = link.arriveUp(number);
      if (!arrived.isEmpty()) {
        uplinkArrivedAt.add(number);
      }
      FlightOutputs outputs = computer.tick(tick, samples(tick), arrived);
      if (outputs.actuators().firesAnyThruster()) {
        firedAt.add(number);
      }
      outputs.frames().forEach(frame -> link.sendDown(number, frame));
      for (byte[] frame : link.arriveDown(number)) {
        heard.addAll(downlink.receive(frame));
        uplink.hear(number, downlink.controlWord());
      }
    }
  }

  private static SensorSamples samples(Tick tick) {
    Vec3 noise = new Vec3(1e-9 * (tick.number() % 997), 0, 0); // what repeats is stuck
    AttitudeFix attitude =
        new AttitudeFix(tick.tai_ns(), Quaternion.ofBodyTurn(noise).times(ATTITUDE));
    InertialSample still = new InertialSample(tick.tai_ns(), noise, noise);
    return new SensorSamples(
        null,
        attitude,
        still,
        null,
        null,
        null,
        null,
        12,
        Vec3.ZERO,
        new MonitorSamples(attitude, still, null, null));
  }

  private List<String> verificationsOf(SentCommand command) {
    return heard.stream()
        .filter(Verification.class::isInstance)
        .map(Verification.class::cast)
        .filter(command::isMeantBy)
        .map(report -> report.stage() + " " + report.refusal())
        .toList();
  }

  private List<EventReport> events(ChaserEvent event) {
    return heard.stream()
        .filter(Downlinked.Event.class::isInstance)
        .map(packet -> ((Downlinked.Event) packet).report())
        .filter(report -> report.event() == event)
        .toList();
  }

  private SentCommand fly(ChaserCommand command) {
    run(10);
    SentCommand sent = uplink.send(command);
    run(40);
    return sent;
  }

  private static String ok(Stage stage) {
    return stage + " NONE";
  }

  @Test
  @Tag("COM-019")
  void aConnectionTestIsAcceptedStartedCompletedAndAnswered() {
    SentCommand sent = fly(new AreYouAlive());
    assertThat(verificationsOf(sent))
        .containsExactly(ok(Stage.ACCEPTANCE), ok(Stage.START), ok(Stage.COMPLETION));
    assertThat(heard).hasAtLeastOneElementOfType(Downlinked.ConnectionAnswer.class);
    assertThat(events(ChaserEvent.PROCESSOR_STARTED)).hasSize(1);
  }

  @Test
  @Tag("COM-011")
  void aStaleEpochIsRefusedAndTheOperatorSeesIt() {
    SentCommand sent = fly(new Go(9, 1, 0, 0));
    assertThat(verificationsOf(sent)).containsExactly("ACCEPTANCE STALE_EPOCH");
    assertThat(events(ChaserEvent.COMMAND_REFUSED))
        .containsExactly(
            new EventReport(ChaserEvent.COMMAND_REFUSED, 201, 1, Refusal.STALE_EPOCH.code()));
  }

  @Test
  @Tag("COM-013")
  void aGoForAChangedPlanIsRefusedByTheModeLogicAndTheFlightGoesOn() {
    SentCommand sent = fly(new Go(1, 1, 12345, 4_000_000_000L));
    assertThat(verificationsOf(sent)).hasSize(2).first().isEqualTo(ok(Stage.ACCEPTANCE));
    assertThat(verificationsOf(sent).get(1)).startsWith("START ").isNotEqualTo(ok(Stage.START));
    assertThat(events(ChaserEvent.COMMAND_REFUSED)).hasSize(1);
    assertThat(verificationsOf(fly(new AreYouAlive()))).hasSize(3);
  }

  @Test
  @Tag("COM-012")
  void aHandoverRaisesTheEpochInHousekeepingAndBarsTheGroundFromPointing() {
    fly(new RequestAuthority(Functions.ATTITUDE, Holder.AUTONOMY));
    SentCommand pointing = fly(new SetPointing(2, Pointing.NADIR));
    assertThat(verificationsOf(pointing)).containsExactly("ACCEPTANCE NOT_HOLDER");
    HousekeepingPacket hk = last(HousekeepingPacket.class);
    assertThat(hk.authority_epoch()).isEqualTo(2);
    assertThat(hk.attitude_holder()).isEqualTo(Holder.AUTONOMY);
    assertThat(hk.commands_accepted()).isEqualTo(1);
    assertThat(hk.commands_refused()).isEqualTo(1);
  }

  @Test
  @Tag("COM-019")
  void aStructureIsReportedOnRequestAndAnAlarmCannotBeSwitchedOff() {
    run(15);
    long before = count(NavigationPacket.class);
    uplink.send(new ReportHousekeeping(1, 11));
    run(8);
    assertThat(count(NavigationPacket.class)).isGreaterThanOrEqualTo(before + 1);
    SentCommand sent = fly(new DisableEvent(1, ChaserEvent.KEEP_OUT_RULE.code()));
    assertThat(verificationsOf(sent))
        .containsExactly(ok(Stage.ACCEPTANCE), "START ARGUMENT_OUT_OF_RANGE");
  }

  @Test
  @Tag("COM-007")
  void anAbortActsInTheTickOfItsArrivalAndCompletes() {
    run(100);
    firedAt.clear();
    uplinkArrivedAt.clear();
    SentCommand abort = uplink.send(new Abort());
    run(30);
    assertThat(uplinkArrivedAt).hasSize(1);
    assertThat(firedAt).contains(uplinkArrivedAt.get(0));
    assertThat(verificationsOf(abort))
        .containsExactly(ok(Stage.ACCEPTANCE), ok(Stage.START), ok(Stage.COMPLETION));
  }

  @Test
  @Tag("COM-025")
  void everyPacketGeneratedIsReceivedOnACleanLink() {
    run(300);
    long generated = computer.packetsGenerated();
    for (int i = 0; i < 8; i++) { // the last frames are still under way
      for (byte[] frame : link.arriveDown(number + i)) {
        heard.addAll(downlink.receive(frame));
      }
    }
    assertThat(downlink.counters().packetsReceived()).isEqualTo(generated);
    assertThat(downlink.counters().packetsBad()).isZero();
    assertThat(downlink.counters().packetsLost()).isZero();
    assertThat(downlink.counters().framesLost()).isZero();
    assertThat(last(HousekeepingPacket.class).packets_generated()).isLessThanOrEqualTo(generated);
  }

  private long count(Class<? extends Record> packet) {
    return heard.stream()
        .filter(Downlinked.Housekeeping.class::isInstance)
        .filter(report -> packet.isInstance(((Downlinked.Housekeeping) report).packet()))
        .count();
  }

  private <R extends Record> R last(Class<R> packet) {
    R found = null;
    for (Downlinked report : heard) {
      if (report instanceof Downlinked.Housekeeping hk && packet.isInstance(hk.packet())) {
        found = packet.cast(hk.packet());
      }
    }
    return found;
  }
}
