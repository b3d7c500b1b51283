package org.holdpoint.dictionary.xtce;

import java.util.List;
import java.util.Locale;
import org.holdpoint.dictionary.Apid;
import org.holdpoint.dictionary.Command;
import org.holdpoint.dictionary.CommandCodec;
import org.holdpoint.dictionary.CommandSpec;
import org.holdpoint.dictionary.Enumerations;
import org.holdpoint.dictionary.FieldSpec;
import org.holdpoint.dictionary.xtce.XtceTypes.Side;

/** Every telecommand with its PUS-C header, arguments, ranges, significance and verifiers. */
final class CommandSide {
  private static final String PUS_TC = "pus_tc";

  /**
   * Wall seconds after release within which each stage must be reported, pauses and warp included.
   */
  private static final String VERIFY_WITHIN = "PT60S";

  private final XmlText xml;

  CommandSide(XmlText xml) {
    this.xml = xml;
  }

  void write() {
    xml.open("CommandMetaData");
    xml.open("ArgumentTypeSet");
    for (int bits : List.of(8, 11)) {
      XtceTypes.unsigned(xml, Side.ARGUMENT, bits);
    }
    for (Class<? extends Enum<?>> type : Enumerations.ofCommands()) {
      XtceTypes.enumerated(xml, Side.ARGUMENT, type.getSimpleName(), type, 8);
    }
    for (CommandSpec command : CommandCodec.instance().commands()) {
      for (FieldSpec argument : command.arguments()) {
        if (argument.enumeration() == null) {
          XtceTypes.write(xml, Side.ARGUMENT, argumentType(command, argument), argument);
        }
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
    return argument.enumeration() == null
        ? command.name() + "_" + argument.name()
        : XtceTypes.sharedName(argument);
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
    verifier("ExecutionVerifier", 3);
    verifier("CompleteVerifier", 7);
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
    // every stage watches from the release on: reports of one tick come together, and a stage that
    // begins to watch when
    // the one before has passed would miss its own
    xml.empty(
        "CheckWindow",
        "timeToStopChecking",
        VERIFY_WITHIN,
        "timeWindowIsRelativeTo",
        "commandRelease");
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
          "DefaultSignificance", "consequenceLevel", significance.name().toLowerCase(Locale.ROOT));
    }
  }
}
