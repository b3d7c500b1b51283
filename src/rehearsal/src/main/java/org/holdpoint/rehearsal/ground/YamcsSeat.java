package org.holdpoint.rehearsal.ground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.rehearsal.CommandTally;
import org.holdpoint.rehearsal.TelemetryPicture;
import org.holdpoint.rehearsal.ground.YamcsApi.YamcsRefusal;
import org.holdpoint.rehearsal.operator.CommandPost;

/**
 * One operator's seat at a running flight instance: what its telemetry says, commands handed in,
 * their verification. Everything through the server's own API, as a person's browser does it.
 */
public final class YamcsSeat implements CommandPost {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> WATCHED =
      List.of(
          "/chaser/hk/mode",
          "/chaser/hk/authority_epoch",
          "/chaser/gate/gate_id",
          "/chaser/gate/gate_open",
          "/chaser/gate/plan_hash",
          "/chaser/gate/onboard_tai_s");

  private final YamcsApi api;
  private final String instance;
  private final Instant start;
  private final List<Sent> commands = new ArrayList<>();
  private final Map<ChaserEvent, Double> lastSeen_s = new EnumMap<>(ChaserEvent.class);
  private Instant eventsFrom;

  /**
   * @param start mission time of tick 0
   */
  public YamcsSeat(YamcsApi api, String instance, Instant start) {
    this.api = api;
    this.instance = instance;
    this.start = start;
    this.eventsFrom = start;
  }

  /** Reads the newest telemetry and events. */
  public TelemetryPicture look() {
    ObjectNode body = JSON.createObjectNode();
    body.put("fromCache", true);
    ArrayNode ids = body.putArray("id");
    WATCHED.forEach(name -> ids.addObject().put("name", name));
    JsonNode answer =
        api.post("/api/processors/" + instance + "/realtime/parameters:batchGet", body);
    Map<String, JsonNode> values = new LinkedHashMap<>();
    double time_s = 0;
    for (JsonNode value : answer.path("value")) {
      values.put(value.path("id").path("name").asText(), value.path("engValue"));
      Instant generated = Instant.parse(value.path("generationTime").asText());
      time_s = Math.max(time_s, seconds(generated));
    }
    readEvents();
    String mode = text(values, "/chaser/hk/mode");
    return new TelemetryPicture(
        time_s,
        mode.isEmpty() ? null : Mode.valueOf(mode),
        (int) number(values, "/chaser/gate/gate_id"),
        truth(values, "/chaser/gate/gate_open"),
        number(values, "/chaser/gate/plan_hash"),
        number(values, "/chaser/gate/onboard_tai_s"),
        (int) number(values, "/chaser/hk/authority_epoch"),
        Map.copyOf(lastSeen_s));
  }

  private void readEvents() {
    JsonNode answer =
        api.get("/api/archive/" + instance + "/events?order=asc&limit=500&start=" + eventsFrom);
    for (JsonNode event : answer.path("events")) {
      Instant at = Instant.parse(event.path("generationTime").asText());
      eventsFrom = at.isAfter(eventsFrom) ? at : eventsFrom;
      for (ChaserEvent known : ChaserEvent.values()) {
        if (known.name().equals(event.path("type").asText())) {
          lastSeen_s.put(known, seconds(at));
        }
      }
    }
  }

  private double seconds(Instant at) {
    return (at.toEpochMilli() - start.toEpochMilli()) / 1000.0;
  }

  private static String text(Map<String, JsonNode> values, String name) {
    JsonNode value = values.get(name);
    return value == null ? "" : value.path("stringValue").asText();
  }

  private static boolean truth(Map<String, JsonNode> values, String name) {
    JsonNode value = values.get(name);
    return value != null
        && (value.path("booleanValue").asBoolean()
            || value.path("stringValue").asText().equalsIgnoreCase("true"));
  }

  private static long number(Map<String, JsonNode> values, String name) {
    JsonNode value = values.get(name);
    if (value == null) {
      return 0;
    }
    for (String field : List.of("uint32Value", "sint32Value", "uint64Value", "sint64Value")) {
      if (value.has(field)) {
        return value.path(field).asLong();
      }
    }
    return 0;
  }

  @Override
  public int send(String name, Map<String, Object> arguments, boolean bypass) {
    ObjectNode body = JSON.createObjectNode();
    body.set("args", JSON.valueToTree(arguments));
    if (bypass) {
      body.putObject("extra")
          .putObject("cop1Bypass")
          .put("type", "BOOLEAN")
          .put("booleanValue", true);
    }
    Sent sent = new Sent(name);
    try {
      sent.id =
          api.post("/api/processors/" + instance + "/realtime/commands/chaser/" + name, body)
              .path("id")
              .asText();
    } catch (YamcsRefusal refusal) {
      sent.refusedByGround = String.valueOf(refusal.getMessage());
    }
    commands.add(sent);
    return commands.size() - 1;
  }

  @Override
  public Progress progress(int command) {
    Sent sent = commands.get(command);
    if (!sent.refusedByGround.isEmpty()) {
      return new Progress(false, Stage.REFUSED, sent.refusedByGround);
    }
    Map<String, String> history = history(sent);
    boolean accepted = "OK".equals(history.get("Verifier_Accepted_Status"));
    String complete = history.getOrDefault("CommandComplete_Status", "");
    if (complete.equals("OK")) {
      return new Progress(accepted, Stage.COMPLETED, "");
    }
    for (String stage : List.of("CommandComplete", "Verifier_Accepted", "Verifier_Started")) {
      if (List.of("NOK", "TIMEOUT").contains(history.getOrDefault(stage + "_Status", ""))) {
        return new Progress(
            accepted, Stage.REFUSED, stage + ": " + history.getOrDefault(stage + "_Message", ""));
      }
    }
    return new Progress(accepted, Stage.UNDER_WAY, "");
  }

  private Map<String, String> history(Sent sent) {
    Map<String, String> history = new LinkedHashMap<>();
    try {
      for (JsonNode attribute :
          api.get("/api/archive/" + instance + "/commands/" + sent.id).path("attr")) {
        history.put(
            attribute.path("name").asText(), attribute.path("value").path("stringValue").asText());
      }
    } catch (YamcsRefusal refusal) {
      if (refusal.status() != 404) {
        throw refusal;
      }
      // the archive has not written it yet
    }
    return history;
  }

  /** How many commands came how far. */
  public CommandTally tally() {
    return CommandTally.of(IntStream.range(0, commands.size()).mapToObj(this::progress).toList());
  }

  /** A command handed in. */
  private static final class Sent {
    private final String name;
    private String id = "";
    private String refusedByGround = "";

    private Sent(String name) {
      this.name = name;
    }

    @Override
    public String toString() {
      return name + " " + id;
    }
  }
}
