package org.holdpoint.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.Unpooled;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.ChaserPackets;
import org.holdpoint.dictionary.telemetry.Mode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class WireRegistryTest {
  private static final Path REGISTRY =
      Path.of(System.getProperty("holdpoint.root"), "src/dictionary/wire-registry.txt");

  private static List<String> present() {
    TreeSet<String> rows = new TreeSet<>();
    for (CommandSpec command : CommandCodec.instance().commands()) {
      rows.add("TC %d,%d %s".formatted(command.service(), command.subtype(), command.name()));
      command.arguments().forEach(field -> addConstants(field, rows));
    }
    for (Class<? extends Record> type : ChaserPackets.ALL) {
      TelemetryCodec<?> codec = TelemetryCodec.of(type);
      rows.add(
          "TM %d,%d %s"
              .formatted(codec.packet().apid(), codec.structureId(), codec.packet().name()));
      codec.fields().forEach(field -> addConstants(field, rows));
    }
    for (ChaserEvent event : ChaserEvent.values()) {
      rows.add("EVENT %d %s".formatted(event.code(), event.name()));
    }
    return new ArrayList<>(rows);
  }

  private static void addConstants(FieldSpec field, TreeSet<String> rows) {
    if (field.enumeration() != null) {
      for (Enum<?> constant : field.enumeration().getEnumConstants()) {
        String type = field.enumeration().getSimpleName();
        rows.add("%s %d %s".formatted(type, ((Coded) constant).code(), constant.name()));
      }
    }
  }

  @Test
  @Tag("DIC-005")
  void nothingOnTheWireWasEverRemovedRenumberedOrRenamed() throws Exception {
    if (Boolean.getBoolean("holdpoint.regenerate")) {
      Files.write(REGISTRY, present());
    }
    assertThat(present())
        .as("append to %s, never change a row", REGISTRY.getFileName())
        .containsAll(Files.readAllLines(REGISTRY));
    assertThat(Files.readAllLines(REGISTRY)).as("register new rows").containsAll(present());
  }

  @Test
  @Tag("DIC-006")
  void aNumberThatIsNoneIsRefusedByName() {
    EventReport report = new EventReport(ChaserEvent.BURN_STARTED, Double.NaN, 0, 0);
    assertThatThrownBy(() -> EventCodec.encode(report, Unpooled.buffer()))
        .hasMessageContaining("BURN_STARTED");
  }

  @Test
  void anEventSpeaksToAnOperatorInWordsNotCodes() {
    EventReport changed =
        new EventReport(ChaserEvent.MODE_CHANGED, Mode.HOLD.code(), Mode.TRANSFER.code(), 0);
    assertThat(EventCodec.text(changed)).isEqualTo("Mode HOLD -> TRANSFER");
    assertThat(EventCodec.text(new EventReport(ChaserEvent.BURN_STARTED, 0.2075, 0, 0)))
        .isEqualTo("Burn started: 0.208 m/s");
  }
}
