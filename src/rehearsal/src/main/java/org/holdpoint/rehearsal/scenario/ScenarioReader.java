package org.holdpoint.rehearsal.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.holdpoint.dictionary.CommandCodec;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.telemetry.LegKind;
import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.motion.Vec3;
import org.holdpoint.rehearsal.scenario.Scenario.Expected;
import org.holdpoint.rehearsal.scenario.Scenario.FaultLine;
import org.holdpoint.rehearsal.scenario.Scenario.Gate;
import org.holdpoint.rehearsal.scenario.Scenario.OperatorLine;
import org.holdpoint.rehearsal.scenario.Scenario.Orbit;
import org.holdpoint.rehearsal.scenario.Scenario.PassesIf;
import org.holdpoint.rehearsal.scenario.Scenario.When;
import org.holdpoint.world.fault.FaultCatalogue;
import org.jspecify.annotations.Nullable;

/**
 * Reads a scenario file: first against the JSON Schema, then for what a schema cannot say (gates,
 * faults, commands and events that exist). A file is taken whole or refused whole.
 */
public final class ScenarioReader {
  private static final String SCHEMA = "scenario.schema.json";
  private static final long MAX_BYTES = 1 << 20;

  private final String file;
  private final YamlTree tree;
  private final List<String> mistakes = new ArrayList<>();

  private ScenarioReader(String file, YamlTree tree) {
    this.file = file;
    this.tree = tree;
  }

  /**
   * @throws ScenarioException with one line per mistake
   */
  public static Scenario read(Path path) {
    try {
      if (Files.size(path) > MAX_BYTES) {
        throw new ScenarioException(List.of(path + ":1: longer than 1 MiB"));
      }
      return read(path.toString(), Files.readAllBytes(path));
    } catch (IOException e) {
      throw new ScenarioException(List.of(path + ": cannot be read: " + e.getMessage()));
    }
  }

  /** The same from bytes, for journals; {@code file} names them in messages. */
  public static Scenario read(String file, byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    var reader = new ScenarioReader(file, YamlTree.read(file, text));
    reader.checkSchema();
    reader.refuseIfMistaken();
    Scenario scenario = reader.build(bytes);
    reader.refuseIfMistaken();
    return scenario;
  }

  private void refuseIfMistaken() {
    if (!mistakes.isEmpty()) {
      throw new ScenarioException(mistakes);
    }
  }

  private void mistake(String path, String what) {
    String name = path.startsWith("$.") ? path.substring(2) : path;
    mistakes.add(file + ":" + tree.line(path) + ": " + name + ": " + what);
  }

  private void checkSchema() {
    schema().validate(tree.root()).stream()
        .sorted(
            Comparator.<ValidationMessage>comparingInt(
                    m -> tree.line(m.getInstanceLocation().toString()))
                .thenComparing(ValidationMessage::getMessage))
        .forEach(m -> mistake(m.getInstanceLocation().toString(), words(m)));
  }

  private String words(ValidationMessage m) {
    JsonNode found = m.getInstanceNode();
    JsonNode allowed = m.getSchemaNode();
    return switch (m.getType()) {
      case "enum" -> found + " is not allowed. One of: " + list(allowed);
      case "additionalProperties" ->
          "'"
              + m.getProperty()
              + "' is not a key here. One of: "
              + String.join(", ", keysBeside(m.getInstanceLocation().toString()));
      case "required" -> "'" + m.getProperty() + "' is missing";
      case "minimum", "exclusiveMinimum" -> found + " is too small; at least " + allowed;
      case "maximum" -> found + " is too large; at most " + allowed;
      case "type" -> found + " is not a " + allowed.asText();
      case "pattern" -> found + " does not match " + allowed.asText();
      default -> m.getMessage();
    };
  }

  /** Keys that the schema allows in the object at an instance path. */
  private static List<String> keysBeside(String path) {
    JsonNode node = schemaTree();
    JsonNode root = node;
    for (String part : path.replace("[", ".[").split("\\.")) {
      if (part.startsWith("[")) {
        node = node.path("items");
      } else if (!part.equals("$")) {
        node = node.path("properties").path(part);
      }
      if (node.has("$ref")) {
        node = root.path("$defs").path("when");
      }
    }
    List<String> keys = new ArrayList<>();
    node.path("properties").fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static String list(JsonNode array) {
    List<String> words = new ArrayList<>();
    array.forEach(item -> words.add(item.asText()));
    return String.join(", ", words);
  }

  private static JsonSchema schema() {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schemaTree());
  }

  private static JsonNode schemaTree() {
    try (InputStream in =
        Objects.requireNonNull(ScenarioReader.class.getResourceAsStream(SCHEMA), SCHEMA)) {
      return new com.fasterxml.jackson.databind.ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Scenario build(byte[] bytes) {
    JsonNode root = tree.root();
    JsonNode orbit = root.path("orbit");
    List<Gate> gates = gates(root.path("plan"));
    List<String> gateNames = gates.stream().map(Gate::name).toList();
    return new Scenario(
        root.path("scenario").asText(),
        root.path("title").asText(),
        texts(root.path("teaches")),
        root.path("exposes").asText(),
        epoch(root.path("epoch").asText()),
        new Orbit(
            orbit.path("altitude_km").asDouble(),
            orbit.path("eccentricity").asDouble(),
            orbit.path("inclination_deg").asDouble(),
            orbit.path("raan_deg").asDouble(),
            orbit.path("argument_of_latitude_deg").asDouble()),
        startVbar_m(root),
        root.path("chaser").path("propellant_kg").asDouble(),
        root.path("target").path("attitude").asText(),
        root.path("link").path("delay_s").asDouble(0),
        gates,
        faults(root.path("faults"), gateNames),
        operator(root.path("operator"), gateNames),
        when(root.path("ends").path("when"), "$.ends.when", gateNames),
        root.path("ends").path("at_most_s").asDouble(),
        passesIf(root.path("passes_if")),
        new Scenario.Source(file, bytes.clone(), sha256(bytes)));
  }

  private Instant epoch(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      mistake("$.epoch", "'" + text + "' is no date; e.g. 2027-03-04T06:00:00Z");
      return Instant.EPOCH;
    }
  }

  private double startVbar_m(JsonNode root) {
    double vbar_m = root.path("chaser").path("vbar_m").asDouble();
    if (Math.abs(vbar_m) < 40) {
      mistake("$.chaser.vbar_m", vbar_m + " m is inside the closest hold; at least 40 m away");
    }
    return vbar_m;
  }

  private List<Gate> gates(JsonNode plan) {
    List<Gate> gates = new ArrayList<>();
    for (int i = 0; i < plan.size(); i++) {
      JsonNode row = plan.get(i);
      String path = "$.plan[" + i + "]";
      boolean last = i == plan.size() - 1;
      if (last == row.has("leg")) {
        mistake(path, last ? "the last gate releases no leg" : "'leg' is missing");
      }
      String name = row.path("gate").asText();
      if (gates.stream().anyMatch(gate -> gate.name().equals(name))) {
        mistake(path + ".gate", "'" + name + "' stands twice in the plan");
      }
      JsonNode to = row.path("to");
      Vec3 to_L_m =
          new Vec3(
              to.path("x_m").asDouble(0), to.path("y_m").asDouble(0), to.path("z_m").asDouble(0));
      if (!last && to_L_m.norm() < 40) {
        mistake(path + ".to", "closer than the closest hold of 40 m");
      }
      LegKind leg = last ? LegKind.NONE : LegKind.valueOf(row.path("leg").asText("NONE"));
      gates.add(new Gate(name, leg, to_L_m, row.path("duration_s").asDouble(0)));
    }
    return gates;
  }

  private List<FaultLine> faults(JsonNode rows, List<String> gates) {
    List<FaultLine> faults = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      JsonNode row = rows.get(i);
      String path = "$.faults[" + i + "]";
      String unit = row.path("unit").asText();
      String kind = row.path("kind").asText();
      Map<String, Double> parameters = new TreeMap<>();
      row.path("parameters")
          .fields()
          .forEachRemaining(field -> parameters.put(field.getKey(), field.getValue().asDouble()));
      checkFault(path, unit, kind, parameters);
      faults.add(
          new FaultLine(unit, kind, parameters, when(row.path("when"), path + ".when", gates)));
    }
    return faults;
  }

  private void checkFault(String path, String unit, String kind, Map<String, Double> parameters) {
    List<String> units = FaultCatalogue.units();
    if (!units.contains(unit)) {
      mistake(path + ".unit", "'" + unit + "' is not a unit. One of: " + String.join(", ", units));
      return;
    }
    List<String> kinds =
        FaultCatalogue.OFFERS.stream()
            .filter(offer -> offer.unit().equals(unit))
            .map(offer -> offer.kind().code())
            .toList();
    if (!kinds.contains(kind)) {
      mistake(
          path + ".kind",
          "'" + kind + "' is not a fault of " + unit + ". One of: " + String.join(", ", kinds));
      return;
    }
    try {
      FaultCatalogue.check(unit, kind, parameters);
    } catch (IllegalArgumentException e) {
      mistake(path + ".parameters", String.valueOf(e.getMessage()));
    }
  }

  private List<OperatorLine> operator(JsonNode rows, List<String> gates) {
    List<OperatorLine> lines = new ArrayList<>();
    List<String> commands = CommandCodec.instance().names();
    for (int i = 0; i < rows.size(); i++) {
      JsonNode row = rows.get(i);
      String path = "$.operator[" + i + "]";
      String send = row.path("send").asText();
      if (!commands.contains(send)) {
        mistake(
            path + ".send",
            "'" + send + "' is not a command. One of: " + String.join(", ", commands));
      }
      Map<String, Object> arguments = new LinkedHashMap<>();
      row.path("arguments")
          .fields()
          .forEachRemaining(field -> arguments.put(field.getKey(), argument(field.getValue())));
      lines.add(
          new OperatorLine(
              when(row.path("when"), path + ".when", gates),
              send,
              arguments,
              Expected.valueOf(row.path("expect").asText()),
              row.path("within_s").asDouble()));
    }
    return lines;
  }

  private static Object argument(JsonNode value) {
    return value.isNumber() ? value.numberValue() : value.asText();
  }

  private When when(JsonNode row, String path, List<String> gates) {
    String gate = row.has("gate") ? row.path("gate").asText() : null;
    if (gate != null && !gates.contains(gate)) {
      mistake(path + ".gate", "'" + gate + "' is not a gate of the plan. One of: " + gates);
    }
    return new When(
        gate,
        row.has("open") ? row.path("open").asBoolean() : null,
        row.has("mode") ? Mode.valueOf(row.path("mode").asText()) : null,
        row.has("event") ? event(path + ".event", row.path("event").asText()) : null,
        row.path("after_s").asDouble(0));
  }

  private @Nullable ChaserEvent event(String path, String name) {
    for (ChaserEvent event : ChaserEvent.values()) {
      if (event.name().equals(name)) {
        return event;
      }
    }
    mistake(
        path, "'" + name + "' is not an event. One of: " + Arrays.toString(ChaserEvent.values()));
    return null;
  }

  private PassesIf passesIf(JsonNode row) {
    JsonNode range = row.path("final_range_m");
    List<ChaserEvent> events = new ArrayList<>();
    for (int i = 0; i < row.path("events").size(); i++) {
      ChaserEvent event =
          event("$.passes_if.events[" + i + "]", row.path("events").get(i).asText());
      if (event != null) {
        events.add(event);
      }
    }
    return new PassesIf(
        row.has("keep_out_entries") ? row.path("keep_out_entries").asInt() : null,
        row.has("final_mode") ? Mode.valueOf(row.path("final_mode").asText()) : null,
        range.isMissingNode()
            ? null
            : new double[] {range.path("min").asDouble(), range.path("max").asDouble()},
        row.path("navigation_never_invalid").asBoolean(false),
        row.has("safing_events") ? row.path("safing_events").asInt() : null,
        row.has("abort_within_ticks") ? row.path("abort_within_ticks").asInt() : null,
        row.path("drift_outside_keep_out_h").asDouble(0),
        List.copyOf(events));
  }

  private static List<String> texts(JsonNode rows) {
    List<String> texts = new ArrayList<>();
    rows.forEach(row -> texts.add(row.asText()));
    return texts;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
