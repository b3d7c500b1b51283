package org.holdpoint.dictionary.icd;

import java.util.List;
import org.holdpoint.dictionary.CommandCodec;
import org.holdpoint.dictionary.CommandSpec;
import org.holdpoint.dictionary.FieldSpec;
import org.holdpoint.dictionary.Packet;
import org.holdpoint.dictionary.TelemetryCodec;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.telemetry.ChaserPackets;

/** Writes {@code src/docs/icd.md}: packets, commands and events, field by field. */
public final class InterfaceDocument {
  private final StringBuilder text = new StringBuilder();

  private InterfaceDocument() {}

  /** The whole document. */
  public static String text() {
    return new InterfaceDocument().write();
  }

  private String write() {
    line("# Interface of the chaser");
    line("");
    line("Made from `src/dictionary`; do not edit. To make it anew:");
    line("`mvn -pl src/dictionary test -Dtest=MissionDatabaseTest -Dholdpoint.regenerate=true`.");
    line("");
    line(
        "All fields are big-endian. Telemetry packets are PUS-C (ECSS-E-ST-70-41C) with CUC time 4+3 of TAI");
    line(
        "from 1958; housekeeping is TM[3,25] with the structure identifier in front. Telecommands go to APID 100.");
    ChaserPackets.ALL.forEach(packet -> packet(TelemetryCodec.of(packet)));
    line("");
    line("## Telecommands");
    CommandCodec.instance().commands().forEach(this::command);
    events();
    return text.toString();
  }

  private void packet(TelemetryCodec<?> codec) {
    Packet packet = codec.packet();
    int bytes = codec.fields().stream().mapToInt(FieldSpec::bytes).sum();
    line("");
    line("## Packet `%s`".formatted(packet.name()));
    line("");
    line(packet.description());
    line(
        "APID %d, structure %d, every %d ms, %d octets of fields."
            .formatted(packet.apid(), packet.structure(), packet.period_ms(), bytes));
    line("");
    fields(codec.fields(), false);
  }

  private void command(CommandSpec command) {
    line("");
    line("### `%s` TC[%d,%d]".formatted(command.name(), command.service(), command.subtype()));
    line("");
    line(command.declaration().description());
    if (!command.arguments().isEmpty()) {
      line("");
      fields(command.arguments(), true);
    }
  }

  private void fields(List<FieldSpec> fields, boolean ranges) {
    line("| field | type | unit | " + (ranges ? "range | " : "") + "description |");
    line("|---|---|---|---|" + (ranges ? "---|" : ""));
    for (FieldSpec field : fields) {
      Class<? extends Enum<?>> enumeration = field.enumeration();
      String type =
          enumeration == null
              ? field.wire().name()
              : field.wire().name() + " " + enumeration.getSimpleName();
      String range = ranges ? range(field) + " | " : "";
      line(
          "| `%s` | %s | %s | %s%s |"
              .formatted(field.name(), type, field.unit(), range, field.description()));
    }
  }

  private static String range(FieldSpec field) {
    if (field.enumeration() != null) {
      return "its constants";
    }
    return number(field.min()) + " .. " + number(field.max());
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private void events() {
    line("");
    line("## Events");
    line("");
    line("TM[5,1..4] by severity: code U16, then three F32, the numbers of the text.");
    line("");
    line("| code | event | severity | text |");
    line("|---|---|---|---|");
    for (ChaserEvent event : ChaserEvent.values()) {
      line(
          "| %d | `%s` | %s | %s |"
              .formatted(event.code(), event.name(), event.severity(), event.template()));
    }
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
