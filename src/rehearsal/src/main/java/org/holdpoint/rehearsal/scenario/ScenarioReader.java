package org.holdpoint.rehearsal.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hipparchus.util.MathArrays;
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
import org.holdpoint.rehearsal.scenario.Scenario.StartState;
import org.holdpoint.rehearsal.scenario.Scenario.When;
import org.holdpoint.world.BodyProperties;
import org.holdpoint.world.Bystander;
import org.holdpoint.world.fault.Fault;
import org.holdpoint.world.fault.FaultCatalogue;
import org.holdpoint.world.fault.FaultCondition;
import org.holdpoint.world.orbitfile.CueError;
import org.holdpoint.world.sample.Xyz;
import org.holdpoint.world.station.Site;
import org.holdpoint.world.station.StationNetwork;
import org.jspecify.annotations.Nullable;

/**
 * Reads a scenario file: first against the JSON Schema, then for what a schema cannot say (gates,
 * faults, commands and events that exist). A file is taken whole or refused whole.
 */
public final class ScenarioReader {
  private static final String SCHEMA = "scenario.schema.json";
  private static final long MAX_BYTES = 1 << 20;

  private final String file;
  private final CheckedFile checked;
  private final Attachments attachments;

  private ScenarioReader(String file, CheckedFile checked, Attachments attachments) {
    this.file = file;
    this.checked = checked;
    this.attachments = attachments;
  }

  /**
   * @throws ScenarioException with one line per mistake
   */
  public static Scenario read(Path path) {
    try {
      if (Files.size(path) > MAX_BYTES) {
        throw new ScenarioException(List.of(path + ":1: longer than 1 MiB"));
      }
      return read(path.toString(), Files.readAllBytes(path), Attachments.beside(path));
    } catch (IOException e) {
      throw new ScenarioException(List.of(path + ": cannot be read: " + e.getMessage()));
    }
  }

  /** The same from bytes, for journals; {@code file} names them in messages. */
  public static Scenario read(String file, byte[] bytes, Attachments attachments) {
    CheckedFile checked = CheckedFile.read(file, bytes, SCHEMA);
    ScenarioReader reader = new ScenarioReader(file, checked, attachments);
    Scenario scenario = reader.build(bytes);
    checked.refuseIfMistaken();
    reader.checkRange(scenario);
    checked.refuseIfMistaken();
    return scenario;
  }

  private void mistake(String path, String what) {
    checked.mistake(path, what);
  }

  private Scenario build(byte[] bytes) {
    JsonNode root = checked.root();
    List<Gate> gates = gates(root.path("plan"));
    List<String> gateNames = gates.stream().map(Gate::name).toList();
    Instant epoch = epoch(root.path("epoch").asText());
    Orbit orbit = root.has("orbit") ? orbit(root.path("orbit")) : null;
    StartReader starts = new StartReader(checked, attachments, epoch, orbit);
    JsonNode target = root.path("target");
    TargetReader targets = new TargetReader(checked);
    JsonNode chaser = root.path("chaser");
    if (root.has("orbit") == target.has("start")) {
      mistake("$.orbit", "the target's orbit must be given here or by target.start, not both");
    }
    EnvironmentReader surroundings = new EnvironmentReader(checked, attachments);
    double[] wheels = StartReader.list(chaser.path("wheel_momentum_N_m_s"));
    return new Scenario(
        root.path("scenario").asText(),
        root.path("title").asText(),
        texts(root.path("teaches")),
        root.path("exposes").asText(),
        epoch,
        orbit,
        target.has("start") ? starts.read(target.path("start"), "$.target.start", false) : null,
        startVbar_m(root),
        chaser.has("start") ? starts.read(chaser.path("start"), "$.chaser.start", true) : null,
        chaser.path("knows").asText("orbit").equals("cue"),
        chaser.path("propellant_kg").asDouble(),
        wheels.length == 3 ? new Xyz(wheels[0], wheels[1], wheels[2]) : new Xyz(0, 0, 0),
        failed(chaser.path("failed")),
        targets.attitude(target),
        targets.burns(target.path("burns")),
        targets.evasion(target.path("evades")),
        bystanders(root.path("bystanders")),
        target.path("cooperative").asBoolean(false),
        surroundings.environment(root.path("environment"), epoch),
        surroundings.body(chaser.path("body"), BodyProperties.CHASER, "$.chaser.body"),
        surroundings.body(target.path("body"), BodyProperties.TARGET, "$.target.body"),
        stations(root.path("link")),
        root.path("link").path("delay_s").asDouble(0),
        cue(root.path("cue")),
        gates,
        faults(root.path("faults"), gateNames),
        operator(root.path("operator"), gateNames),
        when(root.path("ends").path("when"), "$.ends.when", gateNames),
        root.path("ends").path("at_most_s").asDouble(),
        passesIf(root.path("passes_if")),
        new Scenario.Source(
            file, bytes.clone(), attachments.read(), sha256(bytes, attachments.read())));
  }

  /** What the files say fits together only if the spacecraft are where the flight can begin. */
  private void checkRange(Scenario scenario) {
    StartState chaser = scenario.chaserStart();
    boolean phased = checked.root().path("chaser").path("start").has("phased");
    if (chaser == null || chaser.relative() || phased) {
      return;
    }
    double[] target = nominalTarget_I(scenario);
    String mistake = StartReader.rangeMistake(MathArrays.ebeSubtract(chaser.rv(), target));
    if (!mistake.isEmpty()) {
      mistake("$.chaser.start", mistake);
    }
  }

  private static double[] nominalTarget_I(Scenario scenario) {
    StartState target = scenario.targetStart();
    Orbit orbit = scenario.orbit();
    if (target != null) {
      return target.rv();
    }
    if (orbit == null) {
      throw new IllegalStateException("neither orbit nor start of the target");
    }
    return orbit.inWorld().rv_I(Scenario.MU_M3_S2);
  }

  private List<Bystander> bystanders(JsonNode rows) {
    List<Bystander> bystanders = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      JsonNode row = rows.get(i);
      String name = row.path("name").asText();
      if (bystanders.stream().anyMatch(other -> other.name().equals(name))) {
        mistake("$.bystanders[" + i + "].name", "'" + name + "' stands above already");
      }
      try {
        bystanders.add(
            new Bystander(
                name,
                Xyz.of(StartReader.list(row.path("r_L_m")), 0),
                Xyz.of(StartReader.list(row.path("v_L_m_s")), 0),
                new BodyProperties(
                    row.path("mass_kg").asDouble(BodyProperties.TARGET.mass_kg()),
                    row.path("area_m2").asDouble(BodyProperties.TARGET.area_m2()),
                    BodyProperties.TARGET.cd(),
                    BodyProperties.TARGET.cr())));
      } catch (IllegalArgumentException e) {
        mistake("$.bystanders[" + i + "]", String.valueOf(e.getMessage()));
      }
    }
    return bystanders;
  }

  private static Orbit orbit(JsonNode orbit) {
    return new Orbit(
        orbit.path("altitude_km").asDouble(),
        orbit.path("eccentricity").asDouble(),
        orbit.path("inclination_deg").asDouble(),
        orbit.path("raan_deg").asDouble(),
        orbit.path("argument_of_latitude_deg").asDouble());
  }

  private static CueError cue(JsonNode cue) {
    return new CueError(
        cue.path("semi_major_axis_km").asDouble(CueError.USUAL.semiMajorAxis_km()),
        cue.path("along_track_km").asDouble(CueError.USUAL.alongTrack_km()),
        cue.path("cross_track_km").asDouble(CueError.USUAL.crossTrack_km()));
  }

  private @Nullable StationNetwork stations(JsonNode link) {
    boolean stations = link.path("kind").asText().equals("stations");
    if (stations != link.has("network") || (!stations && link.has("use"))) {
      mistake(
          "$.link",
          stations
              ? "'network' is missing: the file of the stations"
              : "'network' and 'use' belong to kind stations; a relay always has the signal");
      return null;
    }
    return stations ? network(link) : null;
  }

  private @Nullable StationNetwork network(JsonNode link) {
    String name = link.path("network").asText();
    List<Site> sites;
    try {
      sites = StationFile.read(name, attachments.bytes(name));
    } catch (IllegalArgumentException | ScenarioException e) {
      mistake("$.link.network", String.valueOf(e.getMessage()));
      return null;
    }
    List<Site> used = new ArrayList<>();
    JsonNode use = link.path("use");
    for (int i = 0; i < use.size(); i++) {
      String wanted = use.get(i).asText();
      List<Site> found = sites.stream().filter(site -> site.name().equals(wanted)).toList();
      if (found.isEmpty()) {
        mistake(
            "$.link.use[" + i + "]",
            "'"
                + wanted
                + "' is not in "
                + name
                + ". One of: "
                + String.join(", ", sites.stream().map(Site::name).toList()));
      }
      used.addAll(found);
    }
    try {
      return new StationNetwork(link.has("use") ? used : sites);
    } catch (IllegalArgumentException e) {
      mistake("$.link.use", String.valueOf(e.getMessage()));
      return null;
    }
  }

  private List<Fault> failed(JsonNode rows) {
    List<Fault> failed = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      JsonNode row = rows.get(i);
      if (isFault("$.chaser.failed[" + i + "]", row)) {
        failed.add(
            Fault.from(0, row.path("unit").asText(), row.path("kind").asText(), parameters(row)));
      }
    }
    return failed;
  }

  private static Map<String, Double> parameters(JsonNode row) {
    Map<String, Double> parameters = new TreeMap<>();
    row.path("parameters")
        .fields()
        .forEachRemaining(field -> parameters.put(field.getKey(), field.getValue().asDouble()));
    return parameters;
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
      When when = row.has("when") ? when(row.path("when"), path + ".when", gates) : null;
      if (when == null && !row.has("start_s") && !row.has("while")) {
        mistake(path, "it needs 'when' or 'start_s' for its begin, or 'while'");
      }
      if (when != null && row.has("start_s")) {
        mistake(path + ".start_s", "the fault begins by 'when'; leave out one of the two");
      }
      if (row.has("lasts_s") && row.has("end_s")) {
        mistake(path + ".lasts_s", "the fault ends at 'end_s'; leave out one of the two");
      }
      if (isFault(path, row)) {
        try {
          faults.add(faultLine(row, when));
        } catch (IllegalArgumentException e) {
          mistake(path, String.valueOf(e.getMessage()));
        }
      }
    }
    return faults;
  }

  private static FaultLine faultLine(JsonNode row, @Nullable When when) {
    double start_s = row.path("start_s").asDouble(0);
    double lasts_s = row.path("lasts_s").asDouble(Double.POSITIVE_INFINITY);
    double end_s = row.path("end_s").asDouble(Double.POSITIVE_INFINITY);
    Fault fault =
        new Fault(
            row.path("unit").asText(),
            row.path("kind").asText(),
            parameters(row),
            start_s,
            when == null ? Math.min(end_s, start_s + lasts_s) : end_s,
            condition(row.path("while")));
    return new FaultLine(fault, when, lasts_s);
  }

  private static FaultCondition condition(JsonNode row) {
    return new FaultCondition(
        row.path("range_above_m").asDouble(0),
        row.path("range_below_m").asDouble(Double.POSITIVE_INFINITY),
        row.has("eclipse") ? row.path("eclipse").asBoolean() : null,
        row.has("thrusting") ? row.path("thrusting").asBoolean() : null);
  }

  /** Whether the unit has such a fault with such parameters; if not, the mistake is noted. */
  private boolean isFault(String path, JsonNode row) {
    String unit = row.path("unit").asText();
    String kind = row.path("kind").asText();
    List<String> units = FaultCatalogue.units();
    if (!units.contains(unit)) {
      mistake(path + ".unit", "'" + unit + "' is not a unit. One of: " + String.join(", ", units));
      return false;
    }
    List<String> kinds = FaultCatalogue.kinds(unit);
    if (!kinds.contains(kind)) {
      mistake(
          path + ".kind",
          "'" + kind + "' is not a fault of " + unit + ". One of: " + String.join(", ", kinds));
      return false;
    }
    try {
      FaultCatalogue.check(unit, kind, parameters(row));
    } catch (IllegalArgumentException e) {
      mistake(path + ".parameters", String.valueOf(e.getMessage()));
      return false;
    }
    return true;
  }

  /** Arguments that a scripted operator takes from telemetry when a line leaves them open. */
  private static final Set<String> READ_OFF_TELEMETRY =
      Set.of("epoch", "gate_id", "plan_hash", "expiry_tai_s");

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
      if (commands.contains(send)) {
        checkArguments(path + ".arguments", send, arguments);
      }
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

  /** Builds the command once; what the operator will read off telemetry has any good value here. */
  private void checkArguments(String path, String send, Map<String, Object> given) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (var argument : CommandCodec.instance().byName(send).arguments()) {
      if (READ_OFF_TELEMETRY.contains(argument.name())) {
        all.put(argument.name(), 1);
      }
    }
    all.putAll(given);
    try {
      var unused = CommandCodec.instance().build(send, all);
    } catch (IllegalArgumentException e) {
      mistake(path, String.valueOf(e.getMessage()));
    }
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
        row.has("coverage_min") ? row.path("coverage_min").asDouble() : null,
        row.has("delta_v_over_ideal_max") ? row.path("delta_v_over_ideal_max").asDouble() : null,
        row.path("no_rule_broken").asBoolean(false),
        List.copyOf(events));
  }

  private static List<String> texts(JsonNode rows) {
    List<String> texts = new ArrayList<>();
    rows.forEach(row -> texts.add(row.asText()));
    return texts;
  }

  /** Of the file alone when it names no others; otherwise of all, each with name and length. */
  private static String sha256(byte[] bytes, Map<String, byte[]> attachments) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes);
      attachments.forEach(
          (name, content) -> {
            digest.update(
                ("\n" + name + " " + content.length + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(content);
          });
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
