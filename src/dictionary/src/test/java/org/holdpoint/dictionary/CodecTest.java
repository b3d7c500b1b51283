package org.holdpoint.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.holdpoint.dictionary.command.ChaserCommand;
import org.holdpoint.dictionary.command.Go;
import org.holdpoint.dictionary.command.TransferTo;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.ChaserPackets;
import org.holdpoint.dictionary.telemetry.GncPacket;
import org.holdpoint.dictionary.telemetry.HousekeepingPacket;
import org.holdpoint.dictionary.telemetry.LegKind;
import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.dictionary.telemetry.PlanHash;
import org.holdpoint.dictionary.telemetry.PlanPacket.Leg;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CodecTest {
  private static final CommandCodec COMMANDS = CommandCodec.instance();

  static List<Class<? extends Record>> packets() {
    return ChaserPackets.ALL;
  }

  @ParameterizedTest
  @CsvSource({"NaN", "Infinity", "-Infinity", "1e39"})
  @Tag("DIC-006")
  void aNumberWithoutAFormOnTheWireIsRefusedByPacketAndField(double number) {
    ByteBuf out = Unpooled.buffer().writeByte(7);
    GncPacket packet = PacketContents.of(GncPacket.class, Map.of("range_m", number));
    assertThatThrownBy(() -> TelemetryCodec.of(GncPacket.class).encode(packet, out))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("packet gnc")
        .hasMessageContaining("range_m");
    assertThat(out.readableBytes()).as("nothing half written").isEqualTo(1);
  }

  @Test
  @Tag("DIC-006")
  void aWholeNumberThatDoesNotFitIsRefusedAndNotCut() {
    HousekeepingPacket packet =
        PacketContents.of(HousekeepingPacket.class, Map.of("authority_epoch", 65_536));
    assertThatThrownBy(
            () -> TelemetryCodec.of(HousekeepingPacket.class).encode(packet, Unpooled.buffer()))
        .hasMessageContaining("packet hk")
        .hasMessageContaining("authority_epoch")
        .hasMessageContaining("65535");
  }

  @Test
  @Tag("DIC-006")
  void anEventsNumberThatIsNoneIsRefusedByName() {
    ByteBuf out = Unpooled.buffer();
    EventReport report = new EventReport(ChaserEvent.BURN_STARTED, 0, 0, Double.NaN);
    assertThatThrownBy(() -> EventCodec.encode(report, out)).hasMessageContaining("BURN_STARTED");
    assertThat(out.readableBytes()).isZero();
  }

  @Test
  @Tag("DIC-006")
  void aPacketCutShortIsRefusedByName() {
    assertThatThrownBy(
            () -> TelemetryCodec.of(GncPacket.class).decode(Unpooled.wrappedBuffer(new byte[9])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("packet gnc has 9 octets");
    assertThatThrownBy(() -> EventCodec.decode(Unpooled.wrappedBuffer(new byte[5])))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @MethodSource("packets")
  @Tag("DIC-014")
  void encodingMakesAlmostNoGarbage(Class<? extends Record> type) {
    assertThat(bytesPerPacket(type)).isLessThan(300);
  }

  private static <T extends Record> double bytesPerPacket(Class<T> type) {
    TelemetryCodec<T> codec = TelemetryCodec.of(type);
    T packet = PacketContents.of(type, Map.of());
    ByteBuf out = Unpooled.buffer(2048);
    var memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    int packets = 5_000;
    double allocated = 0;
    for (int round = 0; round < 3; round++) {
      long before = memory.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < packets; i++) {
        codec.encode(packet, out.clear());
      }
      allocated = memory.getCurrentThreadAllocatedBytes() - before;
    }
    return allocated / packets;
  }

  @Test
  void aCommandIsBuiltFromNumbersTextAndNamesOfConstants() {
    ChaserCommand go =
        COMMANDS.build(
            "GO",
            Map.of("epoch", 3, "gate_id", "2", "plan_hash", 4_251_677_597L, "expiry_tai_s", 2.5e9));
    assertThat(go).isEqualTo(new Go(3, 2, 4_251_677_597L, 2_500_000_000L));
    ChaserCommand transfer =
        COMMANDS.build(
            "TRANSFER_TO",
            Map.of(
                "epoch", 1,
                "target_L_m_x", 0,
                "target_L_m_y", -250.5,
                "target_L_m_z", "12",
                "duration_s", 2800));
    assertThat(transfer).isEqualTo(new TransferTo(1, new Xyz(0, -250.5, 12), 2800));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gate_id | 0 | GO: gate_id = 0.0 is not allowed; from 1.0 to 250.0",
        "gate_id | 1.5 | whole numbers only",
        "gate_id | two | GO: gate_id = 'two' is not a number; from 1.0 to 250.0",
        "epoch | NaN | epoch",
        "speed | 1 | GO has no argument 'speed'. Its arguments: epoch, gate_id",
        "epoch | | GO: argument 'epoch' is missing: Authority epoch"
      })
  @Tag("DIC-004")
  void anErrorNamesTheArgumentAndWhatIsAllowed(String argument, String value, String told) {
    Map<String, Object> arguments =
        new HashMap<>(Map.of("epoch", 1, "gate_id", 1, "plan_hash", 1, "expiry_tai_s", 1));
    arguments.put(argument, value);
    assertThatThrownBy(() -> COMMANDS.build("GO", arguments))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(told);
  }

  @Test
  @Tag("DIC-004")
  void anUnknownNameIsAnsweredWithTheNamesThatThereAre() {
    assertThatThrownBy(() -> COMMANDS.build("GOO", Map.of()))
        .hasMessageContaining("'GOO' is not a command")
        .hasMessageContaining("ABORT");
    assertThatThrownBy(() -> COMMANDS.build("SET_POINTING", Map.of("epoch", 1, "pointing", "MOON")))
        .hasMessageContaining("pointing = 'MOON' is not allowed")
        .hasMessageContaining("TARGET, NADIR, INERTIAL");
  }

  @Test
  void anEventSpeaksToAnOperatorInWordsNotCodes() {
    EventReport changed =
        new EventReport(ChaserEvent.MODE_CHANGED, Mode.HOLD.code(), Mode.TRANSFER.code(), 0);
    assertThat(EventCodec.text(changed)).isEqualTo("Mode HOLD -> TRANSFER");
    assertThat(EventCodec.text(new EventReport(ChaserEvent.BURN_STARTED, 0.2075, 0, 0)))
        .isEqualTo("Burn started: 0.208 m/s");
    assertThat(EventCodec.text(new EventReport(ChaserEvent.MODE_CHANGED, 99, 1, 0)))
        .isEqualTo("Mode Mode 99 -> HOLD");
  }

  /** A template that names no known enumeration would show the operator a number. */
  @Test
  @Tag("DIC-015")
  void everyTemplateFindsItsWords() {
    for (ChaserEvent event : ChaserEvent.values()) {
      String text = EventCodec.text(new EventReport(event, 1, 1, 1));
      assertThat(text).as("%s", event).doesNotContain("{").doesNotContain("}");
      for (Class<? extends Enum<?>> type : EventCodec.enumerations()) {
        assertThat(text).as("%s", event).doesNotContain(type.getSimpleName() + " 1");
      }
    }
  }

  /** CRC-32 (ISO 3309) of the octets, computed with zlib. */
  @Test
  @Tag("DIC-016")
  void thePlanHashIsTheCrcOfItsLegsAsTheyAreOnTheWire() {
    List<Leg> legs =
        List.of(
            new Leg(LegKind.RADIAL_HOP, 1, new Xyz(0, -250, 0), 0),
            new Leg(LegKind.CIRCUMNAVIGATE, 2, new Xyz(100, 200, 100), 0),
            new Leg(LegKind.RETREAT, 3, new Xyz(0, -1000, 0), 0));
    assertThat(PlanHash.of(legs)).isEqualTo(0xFD6B739DL);
    assertThat(PlanHash.of(legs.subList(0, 2))).isNotEqualTo(0xFD6B739DL);
  }
}
