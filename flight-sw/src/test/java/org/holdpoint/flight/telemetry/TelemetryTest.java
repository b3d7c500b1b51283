package org.holdpoint.flight.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.holdpoint.dictionary.command.Refusal;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.ccsds.TmFrameBuilder;
import org.holdpoint.flight.command.CommandReport;
import org.holdpoint.flight.command.CommandReport.Stage;
import org.holdpoint.flight.command.RequestId;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TelemetryTest {
  private static final RequestId REQUEST = new RequestId(0x1864, 0xC007);

  private final Telemetry telemetry = new Telemetry(Fixture.CONFIGURATION);

  /** What a frame's packets are, as "apid service.subtype structure-or-nothing". */
  private static List<String> packets(List<byte[]> frames) {
    ByteBuf data = Unpooled.buffer();
    frames.forEach(frame -> data.writeBytes(frame, 6, TmFrameBuilder.DATA_BYTES));
    if (!frames.isEmpty()) {
      // The end of an idle packet of the tick before may come first.
      data.skipBytes((frames.get(0)[4] & 0x07) << 8 | frames.get(0)[5] & 0xFF);
    }
    List<String> packets = new ArrayList<>();
    while (data.readableBytes() >= 7) {
      int apid = data.getUnsignedShort(data.readerIndex()) & 0x7FF;
      int length = data.getUnsignedShort(data.readerIndex() + 4) + 7;
      if (apid != 2047) {
        ByteBuf packet = data.slice(data.readerIndex(), length);
        int service = packet.getUnsignedByte(7);
        packets.add(
            apid
                + " "
                + service
                + "."
                + packet.getUnsignedByte(8)
                + (service == 3 ? " " + packet.getUnsignedByte(20) : ""));
      }
      data.skipBytes(Math.min(length, data.readableBytes()));
    }
    return packets;
  }

  private List<String> tick(long number) {
    return packets(step(telemetry, number, Fixture.results(), List.of(), Fixture.EVERYTHING));
  }

  private static List<byte[]> step(
      Telemetry telemetry,
      long number,
      TickResults now,
      List<CommandReport> reports,
      ReportingChoice choice) {
    return telemetry.step(
        new Tick(number, number * Tick.PERIOD_NS), now, reports, List.of(), choice);
  }

  @Test
  @Tag("COM-022")
  void everyStructureComesWithThePeriodOfTheDictionary() {
    assertThat(tick(0))
        .containsExactly(
            "101 3.25 1",
            "101 3.25 2",
            "101 3.25 3",
            "102 3.25 10",
            "102 3.25 11",
            "102 3.25 40",
            "103 3.25 20",
            "101 3.25 80",
            "101 3.25 70",
            "103 3.25 81");
    assertThat(tick(1)).containsExactly("102 3.25 10", "103 3.25 20");
    assertThat(tick(10))
        .containsExactly(
            "101 3.25 1",
            "101 3.25 2",
            "102 3.25 10",
            "102 3.25 11",
            "103 3.25 20",
            "101 3.25 80",
            "101 3.25 70",
            "103 3.25 81");
    assertThat(tick(100)).contains("101 3.25 3");
  }

  @Test
  @Tag("COM-022")
  void aChangedPlanIsSentAtOnce() {
    assertThat(packets(step(telemetry, 3, Fixture.results(true), List.of(), Fixture.EVERYTHING)))
        .contains("101 3.25 3");
  }

  @Test
  @Tag("COM-022")
  void aReportWithoutAFormOnTheWireIsLeftOutAndToldOfOnceASecondAndTheTickGoesOn() {
    TickResults broken = Fixture.results(false, Double.NaN);
    assertThat(packets(step(telemetry, 10, broken, List.of(), Fixture.EVERYTHING)))
        .containsExactly(
            "101 3.25 2",
            "102 3.25 10",
            "102 3.25 11",
            "103 3.25 20",
            "101 3.25 80",
            "101 3.25 70",
            "103 3.25 81");
    assertThat(tick(11)).doesNotContain("100 5.3");
    assertThat(tick(20)).startsWith("100 5.3").contains("101 3.25 1");
    assertThat(tick(30)).doesNotContain("100 5.3");
  }

  @Test
  @Tag("COM-019")
  void aDisabledStructureIsSentOnRequestOnly() {
    ReportingChoice quiet = new ReportingChoice(Set.of(10, 20), Set.of(), List.of(), 0, List.of());
    ReportingChoice once = new ReportingChoice(Set.of(10, 20), Set.of(), List.of(20), 0, List.of());
    assertThat(packets(step(telemetry, 1, Fixture.results(), List.of(), quiet))).isEmpty();
    assertThat(packets(step(telemetry, 2, Fixture.results(), List.of(), once)))
        .containsExactly("103 3.25 20");
  }

  @Test
  @Tag("COM-013")
  void stagesOfCommandsBecomeServiceOneReportsAndComeFirst() {
    List<CommandReport> reports =
        List.of(
            CommandReport.success(REQUEST, Stage.ACCEPTANCE),
            CommandReport.refused(REQUEST, Stage.ACCEPTANCE, Refusal.STALE_EPOCH, 1, 2),
            CommandReport.success(REQUEST, Stage.START),
            CommandReport.refused(REQUEST, Stage.START, Refusal.GATE_CLOSED, 1, 0),
            CommandReport.success(REQUEST, Stage.COMPLETION),
            CommandReport.refused(REQUEST, Stage.COMPLETION, Refusal.EFFECT_NOT_SEEN, 0, 0));
    assertThat(packets(step(telemetry, 1, Fixture.results(), reports, Fixture.EVERYTHING)))
        .startsWith("100 1.1", "100 1.2", "100 1.3", "100 1.4", "100 1.7", "100 1.8");
  }

  @Test
  @Tag("COM-018")
  void eventsGoOutWithTheirSeverityAsSubtype() {
    List<EventReport> events =
        List.of(
            new EventReport(ChaserEvent.PROCESSOR_STARTED, 0, 0, 0),
            new EventReport(ChaserEvent.KEEP_OUT_RULE, 29, 30, 0));
    List<byte[]> frames =
        telemetry.step(new Tick(1, 0), Fixture.results(), List.of(), events, Fixture.EVERYTHING);
    assertThat(packets(frames)).startsWith("100 5.1", "100 5.4");
  }

  @Test
  @Tag("COM-019")
  void aConnectionTestIsAnswered() {
    ReportingChoice asked = new ReportingChoice(Set.of(), Set.of(), List.of(), 1, List.of());
    assertThat(packets(step(telemetry, 1, Fixture.results(), List.of(), asked)))
        .startsWith("100 17.2");
  }

  @Test
  @Tag("COM-021")
  void whatTheDownlinkCannotCarryIsDroppedAndCounted() {
    List<CommandReport> flood =
        Collections.nCopies(2000, CommandReport.success(REQUEST, Stage.START));
    step(telemetry, 1, Fixture.results(), flood, Fixture.EVERYTHING);
    assertThat(telemetry.packetsGenerated() + telemetry.packetsDropped()).isEqualTo(2002);
    assertThat(telemetry.packetsDropped()).isGreaterThan(0);
    for (int tick = 2; tick < 12; tick++) {
      step(telemetry, tick, Fixture.results(), List.of(), Fixture.EVERYTHING);
    }
    long dropped = telemetry.packetsDropped();
    step(telemetry, 13, Fixture.results(), List.of(), Fixture.EVERYTHING);
    assertThat(telemetry.packetsDropped()).as("it recovers").isEqualTo(dropped);
  }

  @Test
  @Tag("COM-021")
  void routineTelemetryFillsLessThanHalfOfTheDownlink() {
    long frames = 0;
    for (int tick = 0; tick < 100; tick++) {
      frames += step(telemetry, tick, Fixture.results(), List.of(), Fixture.EVERYTHING).size();
    }
    assertThat(frames * TmFrameBuilder.FRAME_BYTES)
        .isLessThan(100L * TmFrameBuilder.BYTES_PER_TICK / 2);
    assertThat(telemetry.packetsDropped()).isZero();
  }

  @Test
  @Tag("COM-016")
  void restoredTelemetryContinuesWithTheSameFrames() {
    for (int tick = 0; tick < 37; tick++) {
      step(telemetry, tick, Fixture.results(), List.of(), Fixture.EVERYTHING);
    }
    StateWriter out = new StateWriter();
    telemetry.save(out);
    Telemetry restored = new Telemetry(Fixture.CONFIGURATION);
    restored.restore(new StateReader(out.bytes()));
    for (int tick = 37; tick < 80; tick++) {
      assertThat(hex(step(restored, tick, Fixture.results(), List.of(), Fixture.EVERYTHING)))
          .isEqualTo(hex(step(telemetry, tick, Fixture.results(), List.of(), Fixture.EVERYTHING)));
    }
  }

  private static List<String> hex(List<byte[]> frames) {
    return frames.stream().map(ByteBufUtil::hexDump).toList();
  }
}
