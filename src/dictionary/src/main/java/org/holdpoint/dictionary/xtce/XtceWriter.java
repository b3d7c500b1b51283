package org.holdpoint.dictionary.xtce;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.holdpoint.dictionary.Apid;
import org.holdpoint.dictionary.Command;
import org.holdpoint.dictionary.CommandCodec;
import org.holdpoint.dictionary.CommandSpec;
import org.holdpoint.dictionary.FieldSpec;
import org.holdpoint.dictionary.TelemetryCodec;
import org.holdpoint.dictionary.command.Refusal;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.telemetry.ChaserPackets;
import org.holdpoint.dictionary.xtce.XtceTypes.Side;

/**
 * Writes {@code mdb/chaser.xml}: everything that the dictionary declares, as XTCE for the ground.
 */
public final class XtceWriter {
  private static final String PUS_TM = "pus_tm";
  private static final String PUS_TC = "pus_tc";
  private static final String HK_REPORT = "hk_report";

  /**
   * Wall seconds after release within which each stage must be reported, pauses and warp included.
   */
  private static final String VERIFY_WITHIN = "PT60S";

  /** Header fields of a telemetry packet: name, bits, description. */
  private static final List<HeaderField> TM_HEADER =
      List.of(
          new HeaderField("packet_version", 3, "CCSDS packet version"),
          new HeaderField("packet_type", 1, "0 telemetry"),
          new HeaderField("secondary_header_flag", 1, "1 with secondary header"),
          new HeaderField("apid", 11, "Application process"),
          new HeaderField("sequence_flags", 2, "3 unsegmented"),
          new HeaderField("sequence_count", 14, "Packet sequence count of the application process"),
          new HeaderField("packet_length", 16, "Octets after the primary header, less one"));

  private static final List<HeaderField> PUS_HEADER =
      List.of(
          new HeaderField("pus_version", 4, "PUS version, 2 for PUS-C"),
          new HeaderField("time_status", 4, "Spacecraft time reference status"),
          new HeaderField("service", 8, "PUS service type"),
          new HeaderField("subtype", 8, "PUS message subtype"),
          new HeaderField("message_count", 16, "Count of messages of this type"),
          new HeaderField("destination", 16, "Destination identifier"),
          new HeaderField("time_coarse", 32, "Generation time, TAI seconds since 1958"),
          new HeaderField("time_fine", 24, "Generation time, 2^-24 seconds"));

  private static final List<HeaderField> REQUEST_ID =
      List.of(
          new HeaderField("request_head", 5, "Version, type and flag of the telecommand"),
          new HeaderField("request_apid", 11, "Application process of the telecommand"),
          new HeaderField("request_sequence_flags", 2, "Sequence flags of the telecommand"),
          new HeaderField("request_sequence_count", 14, "Sequence count of the telecommand"));

  private final XmlText xml = new XmlText();

  private XtceWriter() {}

  /** The whole file. */
  public static String text() {
    return new XtceWriter().write().toString();
  }

  /** Writes the file named by the first argument. */
  public static void main(String[] arguments) throws IOException {
    Files.writeString(Path.of(arguments[0]), text(), StandardCharsets.UTF_8);
  }

  private XmlText write() {
    xml.comment(
        "Made from src/dictionary by XtceWriter; do not edit. To make it anew:\n"
            + "     mvn -pl src/dictionary test -Dtest=MissionDatabaseTest -Dholdpoint.regenerate=true");
    xml.open("SpaceSystem", "name", "chaser", "xmlns", "http://www.omg.org/spec/XTCE/20180204");
    xml.empty("Header", "version", "1", "date", "2026-01-01");
    telemetry();
    commands();
    for (Class<? extends Record> packet : ChaserPackets.ALL) {
      packet(TelemetryCodec.of(packet));
    }
    return xml.close("SpaceSystem");
  }

  private void telemetry() {
    xml.open("TelemetryMetaData");
    xml.open("ParameterTypeSet");
    for (int bits : List.of(1, 2, 3, 4, 5, 8, 11, 14, 16, 24, 32)) {
      XtceTypes.unsigned(xml, Side.PARAMETER, bits);
    }
    XtceTypes.enumerated(xml, Side.PARAMETER, "refusal_type", Refusal.class, 8);
    XtceTypes.enumerated(xml, Side.PARAMETER, "event_type", ChaserEvent.class, 16);
    xml.open("FloatParameterType", "name", "float32", "sizeInBits", 32).empty("UnitSet");
    xml.empty("FloatDataEncoding", "sizeInBits", 32, "encoding", "IEEE754_1985");
    xml.close("FloatParameterType");
    xml.close("ParameterTypeSet");
    xml.open("ParameterSet");
    TM_HEADER.forEach(this::headerParameter);
    PUS_HEADER.forEach(this::headerParameter);
    REQUEST_ID.forEach(this::headerParameter);
    parameter("structure_id", "uint8", "Housekeeping structure");
    parameter("refusal", "refusal_type", "Why a telecommand was refused");
    parameter("refusal_1", "float32", "First number of the refusal");
    parameter("refusal_2", "float32", "Second number of the refusal");
    parameter("event", "event_type", "Event");
    parameter("event_1", "float32", "First number of the event");
    parameter("event_2", "float32", "Second number of the event");
    parameter("event_3", "float32", "Third number of the event");
    xml.close("ParameterSet");
    containers();
    xml.close("TelemetryMetaData");
  }

  private void headerParameter(HeaderField field) {
    parameter(field.name(), XtceTypes.unsignedName(field.bits()), field.description());
  }

  private void parameter(String name, String type, String description) {
    xml.empty("Parameter", "name", name, "parameterTypeRef", type, "shortDescription", description);
  }

  private void containers() {
    xml.open("ContainerSet");
    xml.open("SequenceContainer", "name", "packet", "abstract", "true");
    entries(TM_HEADER.stream().map(HeaderField::name).toList());
    xml.close("SequenceContainer");
    xml.open("SequenceContainer", "name", PUS_TM, "abstract", "true");
    entries(PUS_HEADER.stream().map(HeaderField::name).toList());
    base("packet", "secondary_header_flag", 1, "packet_type", 0);
    xml.close("SequenceContainer");
    xml.open("SequenceContainer", "name", HK_REPORT, "abstract", "true");
    entries(List.of("structure_id"));
    base(PUS_TM, "service", 3, "subtype", 25);
    xml.close("SequenceContainer");
    verificationReports();
    eventReports();
    xml.open("SequenceContainer", "name", "alive", "shortDescription", "Connection test report");
    entries(List.of());
    base(PUS_TM, "service", 17, "subtype", 2);
    xml.close("SequenceContainer");
    xml.close("ContainerSet");
  }

  private void verificationReports() {
    List<String> request = REQUEST_ID.stream().map(HeaderField::name).toList();
    xml.open("SequenceContainer", "name", "verification", "abstract", "true");
    entries(request);
    base(PUS_TM, "service", 1);
    xml.close("SequenceContainer");
    String[] stages = {"acceptance", "start", "completion"};
    int[] subtypes = {1, 3, 7};
    for (int i = 0; i < stages.length; i++) {
      xml.open("SequenceContainer", "name", stages[i] + "_success");
      entries(List.of());
      base("verification", "subtype", subtypes[i]);
      xml.close("SequenceContainer");
      xml.open("SequenceContainer", "name", stages[i] + "_failure");
      entries(List.of("refusal", "refusal_1", "refusal_2"));
      base("verification", "subtype", subtypes[i] + 1);
      xml.close("SequenceContainer");
    }
  }

  private void eventReports() {
    xml.open("SequenceContainer", "name", "event_report");
    entries(List.of("event", "event_1", "event_2", "event_3"));
    base(PUS_TM, "service", 5);
    xml.close("SequenceContainer");
  }

  private void entries(List<String> parameters) {
    if (parameters.isEmpty()) {
      xml.empty("EntryList");
      return;
    }
    xml.open("EntryList");
    parameters.forEach(name -> xml.empty("ParameterRefEntry", "parameterRef", name));
    xml.close("EntryList");
  }

  /** Base container with restriction; criteria as parameter, value, parameter, value. */
  private void base(String container, Object... criteria) {
    xml.open("BaseContainer", "containerRef", container).open("RestrictionCriteria");
    xml.open("ComparisonList");
    for (int i = 0; i < criteria.length; i += 2) {
      xml.empty("Comparison", "parameterRef", criteria[i], "value", criteria[i + 1]);
    }
    xml.close("ComparisonList");
    xml.close("RestrictionCriteria").close("BaseContainer");
  }

  private void packet(TelemetryCodec<?> codec) {
    String name = codec.packet().name();
    xml.open("SpaceSystem", "name", name, "shortDescription", codec.packet().description());
    xml.open("TelemetryMetaData");
    xml.open("ParameterTypeSet");
    for (FieldSpec field : codec.fields()) {
      XtceTypes.write(xml, Side.PARAMETER, XtceTypes.typeName(field), field);
    }
    xml.close("ParameterTypeSet");
    xml.open("ParameterSet");
    for (FieldSpec field : codec.fields()) {
      parameter(field.name(), XtceTypes.typeName(field), field.description());
    }
    xml.close("ParameterSet");
    xml.open("ContainerSet");
    xml.open("SequenceContainer", "name", name + "_packet");
    entries(codec.fields().stream().map(FieldSpec::name).toList());
    base(
        "/chaser/" + HK_REPORT,
        "/chaser/apid",
        codec.packet().apid(),
        "/chaser/structure_id",
        codec.structureId());
    xml.close("SequenceContainer");
    xml.close("ContainerSet");
    xml.close("TelemetryMetaData");
    xml.close("SpaceSystem");
  }

  private void commands() {
    xml.open("CommandMetaData");
    xml.open("ArgumentTypeSet");
    for (int bits : List.of(8, 11)) {
      XtceTypes.unsigned(xml, Side.ARGUMENT, bits);
    }
    for (CommandSpec command : CommandCodec.instance().commands()) {
      for (FieldSpec argument : command.arguments()) {
        XtceTypes.write(xml, Side.ARGUMENT, argumentType(command, argument), argument);
      }
    }
    xml.close("ArgumentTypeSet");
    xml.open("MetaCommandSet");
    baseCommand();
    CommandCodec.instance().commands().forEach(this::command);
    xml.close("MetaCommandSet");
    xml.close("CommandMetaData");
  }

  private static String argumentType(CommandSpec command, FieldSpec argument) {
    return command.name() + "_" + argument.name() + "_type";
  }

  private void baseCommand() {
    xml.open("MetaCommand", "name", PUS_TC, "abstract", "true");
    xml.open("ArgumentList");
    xml.empty("Argument", "name", "apid", "argumentTypeRef", "uint11");
    xml.empty("Argument", "name", "service", "argumentTypeRef", "uint8");
    xml.empty("Argument", "name", "subtype", "argumentTypeRef", "uint8");
    xml.close("ArgumentList");
    xml.open("CommandContainer", "name", PUS_TC);
    xml.open("EntryList");
    fixed("packet_version_type_and_flag", "03", 5, "packet head: version 0, type 1, flag 1");
    xml.empty("ArgumentRefEntry", "argumentRef", "apid");
    fixed("sequence", "C000", 16, "sequence control, count filled in on release");
    fixed("length", "0000", 16, "packet length, filled in on release");
    fixed("pus_version_and_ack", "2B", 8, "PUS-C; reports of acceptance, start and completion");
    xml.empty("ArgumentRefEntry", "argumentRef", "service");
    xml.empty("ArgumentRefEntry", "argumentRef", "subtype");
    fixed("source", "0000", 16, "source identifier");
    xml.close("EntryList");
    xml.close("CommandContainer");
    xml.open("VerifierSet");
    verifier("AcceptedVerifier", 1);
    verifier("CompleteVerifier", 7);
    verifier("ExecutionVerifier", 3);
    xml.close("VerifierSet");
    xml.close("MetaCommand");
  }

  private void fixed(String name, String hexadecimal, int bits, String why) {
    xml.empty(
        "FixedValueEntry",
        "name",
        name,
        "binaryValue",
        hexadecimal,
        "sizeInBits",
        bits,
        "shortDescription",
        why);
  }

  /**
   * A stage of PUS S1, correlated by application process and sequence count; anything less takes
   * another's report.
   */
  private void verifier(String element, int stage) {
    if (stage == 3) {
      xml.open(element, "name", "Started");
    } else {
      xml.open(element);
    }
    xml.open("CustomAlgorithm", "name", "s1_stage_" + stage);
    xml.leaf(
        "AlgorithmText",
        "org.yamcs.pus.Pus1Verifier({stage: "
            + stage
            + ", template: \"{refusal} ({refusal_1}, {refusal_2})\"})",
        "language",
        "java");
    xml.open("InputSet");
    input("sentApid", "/yamcs/cmd/arg/apid");
    input("sentSeqCount", "/yamcs/cmdHist/ccsds-seqcount");
    input("rcvdApid", "/chaser/request_apid");
    input("rcvdSeqCount", "/chaser/request_sequence_count");
    input("reportSubType", "/chaser/subtype");
    input("refusal", "/chaser/refusal");
    input("refusal_1", "/chaser/refusal_1");
    input("refusal_2", "/chaser/refusal_2");
    xml.close("InputSet");
    xml.open("TriggerSet");
    xml.empty("OnParameterUpdateTrigger", "parameterRef", "/chaser/request_sequence_count");
    xml.close("TriggerSet");
    xml.close("CustomAlgorithm");
    xml.empty(
        "CheckWindow",
        "timeToStopChecking",
        VERIFY_WITHIN,
        "timeWindowIsRelativeTo",
        "timeLastVerifierPassed");
    xml.close(element);
  }

  private void input(String name, String parameter) {
    xml.empty("InputParameterInstanceRef", "inputName", name, "parameterRef", parameter);
  }

  private void command(CommandSpec command) {
    xml.open(
        "MetaCommand",
        "name",
        command.name(),
        "shortDescription",
        command.declaration().description());
    xml.open("BaseMetaCommand", "metaCommandRef", PUS_TC).open("ArgumentAssignmentList");
    assign("apid", Apid.CORE);
    assign("service", command.service());
    assign("subtype", command.subtype());
    xml.close("ArgumentAssignmentList").close("BaseMetaCommand");
    if (!command.arguments().isEmpty()) {
      xml.open("ArgumentList");
      for (FieldSpec argument : command.arguments()) {
        xml.empty(
            "Argument",
            "name",
            argument.name(),
            "argumentTypeRef",
            argumentType(command, argument),
            "shortDescription",
            argument.description());
      }
      xml.close("ArgumentList");
    }
    xml.open("CommandContainer", "name", command.name());
    if (command.arguments().isEmpty()) {
      xml.empty("EntryList");
    } else {
      xml.open("EntryList");
      command
          .arguments()
          .forEach(argument -> xml.empty("ArgumentRefEntry", "argumentRef", argument.name()));
      xml.close("EntryList");
    }
    xml.empty("BaseContainer", "containerRef", PUS_TC);
    xml.close("CommandContainer");
    significance(command.declaration().significance());
    xml.close("MetaCommand");
  }

  private void assign(String argument, int value) {
    xml.empty("ArgumentAssignment", "argumentName", argument, "argumentValue", value);
  }

  private void significance(Command.Significance significance) {
    if (significance != Command.Significance.NONE) {
      xml.empty(
          "DefaultSignificance",
          "consequenceLevel",
          significance.name().toLowerCase(java.util.Locale.ROOT));
    }
  }

  private record HeaderField(String name, int bits, String description) {}
}
