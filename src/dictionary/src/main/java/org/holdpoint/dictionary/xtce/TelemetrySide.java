package org.holdpoint.dictionary.xtce;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.holdpoint.dictionary.Enumerations;
import org.holdpoint.dictionary.FieldSpec;
import org.holdpoint.dictionary.TelemetryCodec;
import org.holdpoint.dictionary.command.Refusal;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.Severity;
import org.holdpoint.dictionary.telemetry.ChaserPackets;
import org.holdpoint.dictionary.xtce.XtceTypes.Side;

/**
 * Space packet and PUS-C headers, the standard reports of services 1, 5 and 17, and one subsystem
 * for each housekeeping packet.
 */
final class TelemetrySide {
  private static final String PUS_TM = "pus_tm";
  private static final String HK_REPORT = "hk_report";
  private static final String CUC_TIME = "cuc_time";

  /**
   * Values expire on Yamcs's displays after 1.9 times the slowest rate declared: two periods, but
   * never less than this, so that warp does not make them flicker. The console has its own, sharper
   * rule, which knows the warp.
   */
  private static final double SHORTEST_EXPECTED_S = 5;

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
          new HeaderField("destination", 16, "Destination identifier"));

  private static final List<HeaderField> REQUEST_ID =
      List.of(
          new HeaderField("request_head", 5, "Version, type and flag of the telecommand"),
          new HeaderField("request_apid", 11, "Application process of the telecommand"),
          new HeaderField("request_sequence_flags", 2, "Sequence flags of the telecommand"),
          new HeaderField("request_sequence_count", 14, "Sequence count of the telecommand"));

  private final XmlText xml;

  TelemetrySide(XmlText xml) {
    this.xml = xml;
  }

  /** Types, header parameters, and the containers of everything that is not housekeeping. */
  void writeHeaders() {
    xml.open("TelemetryMetaData");
    types();
    parameters();
    containers();
    xml.close("TelemetryMetaData");
  }

  /** One subsystem for each housekeeping packet. */
  void writePackets() {
    ChaserPackets.ALL.forEach(type -> packet(TelemetryCodec.of(type)));
  }

  private void types() {
    xml.open("ParameterTypeSet");
    Stream.of(TM_HEADER, PUS_HEADER, REQUEST_ID)
        .flatMap(List::stream)
        .map(HeaderField::bits)
        .sorted()
        .distinct()
        .forEach(bits -> XtceTypes.unsigned(xml, Side.PARAMETER, bits));
    cucTime();
    Stream.concat(Enumerations.ofTelemetry().stream(), Stream.of(Refusal.class))
        .distinct()
        .forEach(type -> XtceTypes.enumerated(xml, Side.PARAMETER, type.getSimpleName(), type, 8));
    XtceTypes.enumerated(xml, Side.PARAMETER, "ChaserEvent", ChaserEvent.class, 16);
    XtceTypes.shared(
        xml,
        Side.PARAMETER,
        ChaserPackets.ALL.stream()
            .flatMap(type -> TelemetryCodec.of(type).fields().stream())
            .filter(field -> field.enumeration() == null));
    xml.close("ParameterTypeSet");
  }

  /** CUC 4+3 without P-field; half a millisecond makes Yamcs, which truncates, round. */
  private void cucTime() {
    xml.open("AbsoluteTimeParameterType", "name", CUC_TIME);
    xml.open("Encoding", "units", "seconds", "scale", 1.0 / (1 << 24), "offset", 0.0005);
    xml.empty("IntegerDataEncoding", "sizeInBits", 56, "encoding", "unsigned");
    xml.close("Encoding");
    xml.open("ReferenceTime").leaf("Epoch", "TAI").close("ReferenceTime");
    xml.close("AbsoluteTimeParameterType");
  }

  private void parameters() {
    xml.open("ParameterSet");
    Stream.of(TM_HEADER, PUS_HEADER, REQUEST_ID)
        .flatMap(List::stream)
        .forEach(
            field ->
                parameter(field.name(), XtceTypes.unsignedName(field.bits()), field.description()));
    parameter("generation_time", CUC_TIME, "When the packet was made onboard");
    parameter("structure_id", "uint8", "Housekeeping structure");
    parameter("refusal", "Refusal", "Why a telecommand was refused");
    parameter("refusal_1", "F32", "First number of the refusal");
    parameter("refusal_2", "F32", "Second number of the refusal");
    parameter("event", "ChaserEvent", "Event");
    parameter("event_1", "F32", "First number of the event");
    parameter("event_2", "F32", "Second number of the event");
    parameter("event_3", "F32", "Third number of the event");
    xml.close("ParameterSet");
  }

  private void parameter(String name, String type, String description) {
    xml.empty("Parameter", "name", name, "parameterTypeRef", type, "shortDescription", description);
  }

  private void containers() {
    xml.open("ContainerSet");
    xml.open("SequenceContainer", "name", "packet", "abstract", "true");
    entries(names(TM_HEADER));
    xml.close("SequenceContainer");
    xml.open("SequenceContainer", "name", PUS_TM, "abstract", "true");
    entries(Stream.concat(names(PUS_HEADER).stream(), Stream.of("generation_time")).toList());
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

  private static List<String> names(List<HeaderField> fields) {
    return fields.stream().map(HeaderField::name).toList();
  }

  private void verificationReports() {
    xml.open("SequenceContainer", "name", "verification", "abstract", "true");
    entries(names(REQUEST_ID));
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
    xml.open("SequenceContainer", "name", "event_report", "abstract", "true");
    entries(List.of("event", "event_1", "event_2", "event_3"));
    base(PUS_TM, "service", 5);
    xml.close("SequenceContainer");
    for (Severity severity : Severity.values()) {
      String name = severity.name().toLowerCase(Locale.ROOT);
      xml.open("SequenceContainer", "name", "event_" + name);
      entries(List.of());
      base("event_report", "subtype", severity.subtype());
      xml.close("SequenceContainer");
    }
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
    xml.open("ParameterSet");
    for (FieldSpec field : codec.fields()) {
      parameter(field.name(), "/chaser/" + XtceTypes.sharedName(field), field.description());
    }
    xml.close("ParameterSet");
    xml.open("ContainerSet");
    xml.open("SequenceContainer", "name", name + "_packet");
    double expected_s = Math.max(SHORTEST_EXPECTED_S, 2 * codec.packet().period_ms() / 1000.0);
    xml.empty("DefaultRateInStream", "basis", "perSecond", "minimumValue", 1 / expected_s);
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

  private record HeaderField(String name, int bits, String description) {}
}
