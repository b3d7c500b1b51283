package org.holdpoint.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.holdpoint.dictionary.FieldSpec.Kind;
import org.holdpoint.dictionary.command.ChaserCommand;
import org.holdpoint.dictionary.icd.InterfaceDocument;
import org.holdpoint.dictionary.telemetry.ChaserPackets;
import org.holdpoint.dictionary.xtce.XtceWriter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yamcs.ErrorInCommand;
import org.yamcs.YConfiguration;
import org.yamcs.mdb.ContainerProcessingResult;
import org.yamcs.mdb.Mdb;
import org.yamcs.mdb.MdbFactory;
import org.yamcs.mdb.MetaCommandProcessor;
import org.yamcs.mdb.MetaCommandProcessor.CommandBuildResult;
import org.yamcs.mdb.ProcessorData;
import org.yamcs.mdb.XtceTmExtractor;
import org.yamcs.parameter.ParameterValue;
import org.yamcs.parameter.Value;
import org.yamcs.utils.TimeEncoding;
import org.yamcs.xtce.FloatParameterType;
import org.yamcs.xtce.MetaCommand;
import org.yamcs.xtce.Parameter;

/** Flight codecs and Yamcs's own XTCE engine read and write the same bytes. */
class MissionDatabaseTest {
  private static final Path ROOT = Path.of(System.getProperty("holdpoint.root"));
  private static final Path DATABASE = ROOT.resolve("mdb/chaser.xml");
  private static final Path GROUND = ROOT.resolve("mdb/ground.xml");
  private static final Path DOCUMENT = ROOT.resolve("src/docs/icd.md");
  private static final int ROUNDS = 20;

  private static Mdb mdb;

  @BeforeAll
  static void load() throws Exception {
    if (Boolean.getBoolean("holdpoint.regenerate")) {
      Files.writeString(DATABASE, XtceWriter.text(), StandardCharsets.UTF_8);
      Files.writeString(DOCUMENT, InterfaceDocument.text(), StandardCharsets.UTF_8);
    }
    TimeEncoding.setUp();
    YConfiguration.setupTest(null);
    mdb =
        MdbFactory.createInstance(
            List.of(
                YConfiguration.wrap(
                    Map.of(
                        "type",
                        "xtce",
                        "args",
                        Map.of("file", DATABASE.toString()),
                        "subLoaders",
                        List.of(
                            Map.of("type", "xtce", "args", Map.of("file", GROUND.toString())))))),
            false,
            false);
  }

  @Test
  @Tag("DIC-001")
  void theCommittedDatabaseIsTheOneThatTheDictionaryMakes() throws Exception {
    assertThat(Files.readString(DATABASE)).isEqualTo(XtceWriter.text());
    assertThat(Files.readString(DOCUMENT)).isEqualTo(InterfaceDocument.text());
  }

  @Test
  @Tag("DIC-007")
  void theGroundsOwnPartLoadsWithItsAlarms() {
    Parameter rules = mdb.getParameter("/chaser/ground/rules_broken");
    assertThat(rules).isNotNull();
    FloatParameterType type = (FloatParameterType) rules.getParameterType();
    assertThat(type.getDefaultAlarm().getStaticAlarmRanges().getCriticalRange().inRange(1))
        .isEqualTo(1);
    assertThat(type.getDefaultAlarm().getStaticAlarmRanges().getCriticalRange().inRange(0))
        .isZero();
  }

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
    XtceTmExtractor extractor = new XtceTmExtractor(mdb);
    extractor.provideAll();
    SeededValues values = new SeededValues(type.getName().hashCode());
    for (int round = 0; round < ROUNDS; round++) {
      List<Object> scalars = codec.fields().stream().map(values::next).toList();
      ByteBuf data = Unpooled.buffer();
      codec.encode(codec.assemble(scalars), data);
      assertThat(codec.decode(data.duplicate())).isEqualTo(codec.assemble(scalars));
      byte[] packet = HandMadePacket.telemetry(codec.packet().apid(), 3, 25, data);
      ContainerProcessingResult result = extractor.processPacket(packet, 0, 0, round);
      for (int i = 0; i < scalars.size(); i++) {
        FieldSpec field = codec.fields().get(i);
        String name = "/chaser/" + codec.packet().name() + "/" + field.name();
        ParameterValue decoded =
            result.getParameterResult().getFirstInserted(mdb.getParameter(name));
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

  static List<CommandSpec> commands() {
    return CommandCodec.instance().commands();
  }

  @ParameterizedTest
  @MethodSource("commands")
  @Tag("DIC-003")
  void everyCommandThatYamcsBuildsIsTheCommandThatFlightDecodes(CommandSpec spec) throws Exception {
    MetaCommand meta = mdb.getMetaCommand("/chaser/" + spec.name());
    SeededValues values = new SeededValues(spec.name().hashCode());
    for (int round = 0; round < ROUNDS; round++) {
      Map<String, Object> arguments = new LinkedHashMap<>();
      for (FieldSpec argument : spec.arguments()) {
        Object value = values.next(argument);
        arguments.put(argument.name(), value instanceof Enum<?> e ? e.name() : value);
      }
      byte[] packet = build(meta, arguments).getCmdPacket();
      assertThat(packet[7]).isEqualTo((byte) spec.service());
      assertThat(packet[8]).isEqualTo((byte) spec.subtype());
      assertThat(ByteBufUtil.hexDump(packet, 0, 2)).isEqualTo("1864");
      CommandDecoding decoding =
          CommandCodec.instance()
              .decode(
                  spec.service(),
                  spec.subtype(),
                  Unpooled.wrappedBuffer(packet, 11, packet.length - 11));
      ChaserCommand expected = CommandCodec.instance().build(spec.name(), arguments);
      assertThat(decoding.command()).isEqualTo(expected);
    }
  }

  private static CommandBuildResult build(MetaCommand meta, Map<String, Object> arguments)
      throws ErrorInCommand {
    ProcessorData data =
        new ProcessorData("test", "test", mdb, new org.yamcs.ProcessorConfig(), Map.of());
    return new MetaCommandProcessor(data).buildCommand(meta, arguments, 0);
  }

  @ParameterizedTest
  @MethodSource("commands")
  @Tag("DIC-004")
  void anArgumentOutOfRangeIsRefusedOnTheGroundAndOnboard(CommandSpec spec) {
    MetaCommand meta = mdb.getMetaCommand("/chaser/" + spec.name());
    SeededValues values = new SeededValues(1);
    for (FieldSpec bad : spec.arguments()) {
      if (bad.kind() == Kind.ENUM || bad.max() > 1e30) {
        continue;
      }
      Map<String, Object> arguments = new LinkedHashMap<>();
      for (FieldSpec argument : spec.arguments()) {
        Object value = values.next(argument);
        arguments.put(argument.name(), value instanceof Enum<?> e ? e.name() : value);
      }
      arguments.put(
          bad.name(), bad.kind() == Kind.DOUBLE ? bad.max() * 1.01 + 1 : (long) bad.max() + 1);
      assertThatThrownBy(() -> build(meta, arguments)).isInstanceOf(ErrorInCommand.class);
      assertThatThrownBy(() -> CommandCodec.instance().build(spec.name(), arguments))
          .hasMessageContaining(bad.name());
    }
  }
}
