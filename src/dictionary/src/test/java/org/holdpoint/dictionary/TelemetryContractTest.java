package org.holdpoint.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.List;
import java.util.Map;
import org.holdpoint.dictionary.command.Refusal;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.event.Severity;
import org.holdpoint.dictionary.telemetry.ChaserPackets;
import org.holdpoint.dictionary.telemetry.GncPacket;
import org.holdpoint.dictionary.telemetry.PlanPacket;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yamcs.mdb.ContainerProcessingResult;
import org.yamcs.mdb.XtceTmExtractor;
import org.yamcs.parameter.ParameterValue;
import org.yamcs.parameter.Value;
import org.yamcs.utils.TimeEncoding;
import org.yamcs.xtce.BaseDataType;
import org.yamcs.xtce.EnumeratedParameterType;

/** What the flight side writes, Yamcs's own XTCE engine reads as the same values. */
class TelemetryContractTest {
  private static final int ROUNDS = 100;
  private static final ByteBuf NOTHING = Unpooled.EMPTY_BUFFER;

  static List<Class<? extends Record>> packets() {
    return ChaserPackets.ALL;
  }

  @ParameterizedTest
  @MethodSource("packets")
  @Tag("DIC-002")
  void everyValueThatFlightEncodesIsTheValueThatYamcsDecodes(Class<? extends Record> type) {
    roundTrips(TelemetryCodec.of(type), type);
  }

  private static <T extends Record> void roundTrips(
      TelemetryCodec<T> codec, Class<? extends Record> type) {
    XtceTmExtractor extractor = new XtceTmExtractor(MissionDatabase.mdb());
    extractor.provideAll();
    SeededValues values = new SeededValues(type.getName().hashCode());
    for (int round = 0; round < ROUNDS; round++) {
      List<Object> scalars = codec.fields().stream().map(values::next).toList();
      T contents = codec.assemble(scalars);
      ByteBuf data = Unpooled.buffer();
      codec.encode(contents, data);
      assertThat(data.readableBytes()).isEqualTo(codec.bytes());
      assertThat(codec.decode(data)).as("the flight codec's own round trip").isEqualTo(contents);
      ContainerProcessingResult result =
          extractor.processPacket(HandMadePacket.housekeeping(codec, contents), 0, 0, round);
      for (int i = 0; i < scalars.size(); i++) {
        String name = "/chaser/" + codec.packet().name() + "/" + codec.fields().get(i).name();
        ParameterValue decoded = MissionDatabase.value(result, name);
        assertThat(decoded).as(name).isNotNull();
        same(name, scalars.get(i), decoded.getEngValue());
      }
    }
  }

  private static void same(String name, Object flown, Value decoded) {
    if (flown instanceof Enum<?> constant) {
      assertThat(decoded.getStringValue()).as(name).isEqualTo(constant.name());
    } else if (flown instanceof Boolean truth) {
      assertThat(decoded.getBooleanValue()).as(name).isEqualTo(truth);
    } else {
      assertThat(decoded.toDouble()).as(name).isEqualTo(((Number) flown).doubleValue());
    }
  }

  @ParameterizedTest
  @MethodSource("packets")
  @Tag("DIC-008")
  void everyFieldHasTheUnitAndTheSentenceOfItsDeclaration(Class<? extends Record> type) {
    TelemetryCodec<?> codec = TelemetryCodec.of(type);
    for (FieldSpec field : codec.fields()) {
      var parameter =
          MissionDatabase.mdb()
              .getParameter("/chaser/" + codec.packet().name() + "/" + field.name());
      assertThat(parameter.getShortDescription()).isEqualTo(field.description());
      var units = ((BaseDataType) parameter.getParameterType()).getUnitSet();
      assertThat(units.isEmpty() ? "" : units.get(0).getUnit())
          .as(field.name())
          .isEqualTo(field.unit());
      if (parameter.getParameterType() instanceof EnumeratedParameterType constants) {
        for (CodeTable.Row row : CodeTable.of(field.enumeration()).rows()) {
          assertThat(constants.enumValue((long) row.code()).getDescription())
              .isEqualTo(row.meaning());
        }
      }
    }
  }

  /** A subtype with its refusal is a failure; the database must not mix up the two. */
  @ParameterizedTest
  @CsvSource({"1, acceptance", "3, start", "7, completion"})
  @Tag("DIC-009")
  void aVerificationReportNamesItsTelecommandAndAFailureItsReason(int subtype, String stage) {
    ByteBuf request = Unpooled.buffer().writeShort(0x1864).writeShort(0xC000 | 0x1234);
    var success = MissionDatabase.decode(HandMadePacket.telemetry(100, 1, subtype, request));
    assertThat(lastContainer(success)).isEqualTo("/chaser/" + stage + "_success");
    assertThat(number(success, "request_apid")).isEqualTo(100);
    assertThat(number(success, "request_sequence_count")).isEqualTo(0x1234);
    assertThat(MissionDatabase.value(success, "/chaser/refusal")).isNull();

    for (CodeTable.Row refusal : CodeTable.of(Refusal.class).rows()) {
      ByteBuf failed = request.copy().writeByte(refusal.code()).writeFloat(4).writeFloat(0.5f);
      var failure = MissionDatabase.decode(HandMadePacket.telemetry(100, 1, subtype + 1, failed));
      assertThat(lastContainer(failure)).isEqualTo("/chaser/" + stage + "_failure");
      assertThat(MissionDatabase.value(failure, "/chaser/refusal").getEngValue().getStringValue())
          .isEqualTo(refusal.constant().name());
      assertThat(number(failure, "refusal_1")).isEqualTo(4);
      assertThat(number(failure, "refusal_2")).isEqualTo(0.5);
    }
  }

  @ParameterizedTest
  @EnumSource(ChaserEvent.class)
  @Tag("DIC-009")
  void anEventReportKeepsItsNameAndNumbers(ChaserEvent event) {
    ByteBuf data = Unpooled.buffer();
    EventCodec.encode(new EventReport(event, 1, -2.5, 3e6), data);
    assertThat(EventCodec.decode(data.duplicate())).isEqualTo(new EventReport(event, 1, -2.5, 3e6));
    Severity severity = event.severity();
    var result = MissionDatabase.decode(HandMadePacket.telemetry(100, 5, severity.subtype(), data));
    assertThat(lastContainer(result)).isEqualToIgnoringCase("/chaser/event_" + severity);
    assertThat(MissionDatabase.value(result, "/chaser/event").getEngValue().getStringValue())
        .isEqualTo(event.name());
    assertThat(number(result, "event_2")).isEqualTo(-2.5);
  }

  @Test
  @Tag("DIC-009")
  void theConnectionTestIsAnswered() {
    var result = MissionDatabase.decode(HandMadePacket.telemetry(100, 17, 2, NOTHING));
    assertThat(lastContainer(result)).isEqualTo("/chaser/alive");
  }

  /** 2027-03-04T06:00:00Z is 2,182,831,237 s of TAI since 1958: 25,264 days, 6 h and 37 s. */
  @ParameterizedTest
  @CsvSource({
    "0, 2027-03-04T06:00:00.000Z",
    "1677721, 2027-03-04T06:00:00.100Z",
    "3355443, 2027-03-04T06:00:00.200Z",
    "8388608, 2027-03-04T06:00:00.500Z",
    "15099494, 2027-03-04T06:00:00.900Z"
  })
  @Tag("DIC-010")
  void thePacketsTimeIsTaiFrom1958(int fraction, String utc) {
    var result =
        MissionDatabase.decode(
            HandMadePacket.telemetry(100, 17, 2, 2_182_831_237L, fraction, NOTHING));
    long instant =
        MissionDatabase.value(result, "/chaser/generation_time").getEngValue().getTimestampValue();
    assertThat(TimeEncoding.toString(instant)).isEqualTo(utc);
  }

  @Test
  @Tag("DIC-011")
  void valuesExpireWhenTheirPacketStaysAway() {
    assertThat(expire_s(GncPacket.class, "/chaser/gnc/range_m")).isEqualTo(9.5, offset(0.1));
    assertThat(expire_s(PlanPacket.class, "/chaser/plan/plan_id")).isEqualTo(38.0, offset(0.1));
  }

  private static <T extends Record> double expire_s(Class<T> type, String name) {
    byte[] packet =
        HandMadePacket.housekeeping(TelemetryCodec.of(type), PacketContents.of(type, Map.of()));
    return MissionDatabase.value(MissionDatabase.decode(packet), name).getExpireMillis() / 1000.0;
  }

  private static String lastContainer(ContainerProcessingResult result) {
    var containers = result.getContainerResult();
    return containers.get(containers.size() - 1).getContainer().getQualifiedName();
  }

  private static double number(ContainerProcessingResult result, String name) {
    return MissionDatabase.value(result, "/chaser/" + name).getEngValue().toDouble();
  }
}
