package org.holdpoint.dictionary.icd;

import java.util.List;
import org.holdpoint.dictionary.Apid;
import org.holdpoint.dictionary.CodeTable;
import org.holdpoint.dictionary.CommandCodec;
import org.holdpoint.dictionary.CommandSpec;
import org.holdpoint.dictionary.Enumerations;
import org.holdpoint.dictionary.FieldSpec;
import org.holdpoint.dictionary.Packet;
import org.holdpoint.dictionary.TelemetryCodec;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.Severity;
import org.holdpoint.dictionary.telemetry.ChaserPackets;

/**
 * Writes {@code src/docs/icd.md}: headers, packets, commands, events and enumerations, field by
 * field.
 */
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
    line("`mvn -pl src/dictionary test -Dtest=GeneratedFilesTest -Dholdpoint.regenerate=true`.");
    wire();
    line("");
    line("## Telemetry packets");
    ChaserPackets.ALL.forEach(packet -> packet(TelemetryCodec.of(packet)));
    line("");
    line("## Telecommands");
    CommandCodec.instance().commands().forEach(this::command);
    events();
    enumerations();
    return text.toString();
  }

  private void wire() {
    line("");
    line("## Space packets");
    line("");
    line(
        "Spacecraft identifier 0x%03X. All fields are big-endian; U8, U16 and U32 are"
            .formatted(Apid.SPACECRAFT_ID));
    line("unsigned, F32 and F64 are IEEE 754 and never NaN or infinite. Packets are PUS-C");
    line("(ECSS-E-ST-70-41C) and end with CRC-16.");
    line("");
    line("| application process | APID |");
    line("|---|---|");
    line("| reports of services 1, 5 and 17; every telecommand | %d |".formatted(Apid.CORE));
    line("| housekeeping | %d |".formatted(Apid.HOUSEKEEPING));
    line("| guidance, navigation and control | %d |".formatted(Apid.GNC));
    line("| safety monitor | %d |".formatted(Apid.SAFETY));
    line("| idle | %d |".formatted(Apid.IDLE));
    line("");
    line("Telemetry secondary header, 14 octets: PUS version 2 and time status 0 (4 bits each),");
    line("service U8, subtype U8, message type counter U16, destination U16, CUC time of 4 + 3");
    line(
        "octets (TAI from 1958, no P-field). Telecommand secondary header, 5 octets: PUS version 2");
    line("and acknowledgement flags 0xB (4 bits each; acceptance, start and completion), service");
    line("U8, subtype U8, source U16.");
    line("");
    line("| report | user data |");
    line("|---|---|");
    line(
        "| TM[1,1] acceptance, TM[1,3] start, TM[1,7] completion | first 4 octets of the telecommand's packet header |");
    line(
        "| TM[1,2], TM[1,4], TM[1,8]: the same, failed | these 4 octets, `Refusal` U8, its two numbers F32 |");
    line("| TM[3,25] housekeeping | structure identifier U8, then the fields of the packet |");
    line("| TM[5,1] .. TM[5,4] event | `ChaserEvent` U16, its three numbers F32 |");
    line("| TM[17,2] connection test | none |");
  }

  private void packet(TelemetryCodec<?> codec) {
    Packet packet = codec.packet();
    line("");
    line("### `%s`".formatted(packet.name()));
    line("");
    line(packet.description());
    line(
        "APID %d, structure %d, every %d ms, %d octets of user data."
            .formatted(packet.apid(), packet.structure(), packet.period_ms(), codec.bytes()));
    line("");
    fields(codec.fields(), false);
  }

  private void command(CommandSpec command) {
    line("");
    line("### `%s` TC[%d,%d]".formatted(command.name(), command.service(), command.subtype()));
    line("");
    line(command.declaration().description());
    line("Significance: " + command.declaration().significance() + ".");
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
    line("In a text `{1}` is the first number, `{1:Mode}` the constant with that code.");
    line("Severities are the subtypes of service 5:");
    for (Severity severity : Severity.values()) {
      line(
          "TM[5,%d] %s%s"
              .formatted(severity.subtype(), severity, severity == Severity.HIGH ? "." : ","));
    }
    line("");
    line("Validity that becomes VALID and a unit that becomes GOOD are reported as INFO.");
    line("");
    line("| code | event | severity | text |");
    line("|---|---|---|---|");
    for (ChaserEvent event : ChaserEvent.values()) {
      line(
          "| %d | `%s` | %s | %s |"
              .formatted(event.code(), event.name(), event.severity(), event.template()));
    }
  }

  private void enumerations() {
    line("");
    line("## Enumerations");
    for (Class<? extends Enum<?>> type : Enumerations.all()) {
      line("");
      line("### `%s`".formatted(type.getSimpleName()));
      line("");
      line("| code | constant | meaning |");
      line("|---|---|---|");
      for (CodeTable.Row row : CodeTable.of(type).rows()) {
        line("| %d | `%s` | %s |".formatted(row.code(), row.constant(), row.meaning()));
      }
    }
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
