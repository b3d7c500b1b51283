package org.holdpoint.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.telemetry.ChaserPackets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class WireRegistryTest {
  private static final Path REGISTRY =
      Path.of(System.getProperty("holdpoint.root"), "src/dictionary/wire-registry.txt");

  private static List<String> present() {
    TreeSet<String> rows = new TreeSet<>();
    for (CommandSpec command : CommandCodec.instance().commands()) {
      rows.add("TC %d,%d %s".formatted(command.service(), command.subtype(), command.name()));
    }
    for (Class<? extends Record> type : ChaserPackets.ALL) {
      TelemetryCodec<?> codec = TelemetryCodec.of(type);
      rows.add(
          "TM %d,%d %s"
              .formatted(codec.packet().apid(), codec.structureId(), codec.packet().name()));
    }
    for (CodeTable.Row row : CodeTable.of(ChaserEvent.class).rows()) {
      rows.add("EVENT %d %s".formatted(row.code(), row.constant()));
    }
    for (Class<? extends Enum<?>> type : Enumerations.all()) {
      for (CodeTable.Row row : CodeTable.of(type).rows()) {
        rows.add("%s %d %s".formatted(type.getSimpleName(), row.code(), row.constant()));
      }
    }
    return new ArrayList<>(rows);
  }

  @Test
  @Tag("DIC-005")
  void nothingOnTheWireWasEverRemovedRenumberedOrRenamed() throws Exception {
    List<String> registered = Files.readAllLines(REGISTRY);
    assertThat(present())
        .as("append to %s, never change a row", REGISTRY.getFileName())
        .containsAll(registered);
    if (Boolean.getBoolean("holdpoint.regenerate")) {
      Files.write(REGISTRY, present());
    }
    assertThat(Files.readAllLines(REGISTRY))
        .as("register new rows with -Dholdpoint.regenerate=true")
        .containsExactlyElementsOf(present());
  }
}
