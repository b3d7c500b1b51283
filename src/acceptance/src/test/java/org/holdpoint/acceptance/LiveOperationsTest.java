package org.holdpoint.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.holdpoint.rehearsal.TelemetryPicture;
import org.holdpoint.rehearsal.ground.YamcsApi;
import org.holdpoint.rehearsal.ground.YamcsSeat;
import org.holdpoint.rehearsal.operator.CommandPost.Progress;
import org.holdpoint.rehearsal.operator.CommandPost.Stage;
import org.holdpoint.rehearsal.scenario.Scenario;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * One live flight with its servers: refusals that an operator sees, secrecy of the truth, a server
 * that dies.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LiveOperationsTest {
  private static final Scenario SCENARIO = Checkout.scenario("first-approach");
  private static final List<String> SECRETS =
      List.of("truth", "fault", "laser-ranger", "keep_out_entries", "smallest_range");

  private static final ObjectMapper JSON = new ObjectMapper();

  private static LiveFlight flight;
  private static YamcsSeat seat;

  @BeforeAll
  static void start() throws Exception {
    flight = new LiveFlight("first-approach", "--warp", "20");
    seat = flight.seat(SCENARIO);
    LiveFlight.await("telemetry in Yamcs", 60, () -> seat.look().mode() != null);
    LiveFlight.await("the gate opens", 300, () -> seat.look().gateOpen());
  }

  @AfterAll
  static void stop() throws Exception {
    if (flight != null) {
      flight.close();
    }
  }

  private static Progress outcome(String command, Map<String, Object> arguments) throws Exception {
    int sent = seat.send(command, arguments, false);
    LiveFlight.await(
        command + " to be answered", 30, () -> seat.progress(sent).stage() != Stage.UNDER_WAY);
    return seat.progress(sent);
  }

  private static Map<String, Object> go(TelemetryPicture picture) {
    Map<String, Object> go = new HashMap<>();
    go.put("epoch", picture.epoch());
    go.put("gate_id", picture.gateId());
    go.put("plan_hash", picture.planHash());
    go.put("expiry_tai_s", picture.onboard_tai_s() + 300);
    return go;
  }

  @Test
  @Order(1)
  @Tag("COM-100")
  void malformedUplinkIsDroppedWithAReasonThatAnOperatorSeesAndTheFlightGoesOn() throws Exception {
    byte[] noise = new byte[300];
    Arrays.fill(noise, (byte) 0x5A);
    flight.uplinkRaw(noise);
    flight.uplinkRaw(new byte[] {(byte) 0xEB, (byte) 0x90, 1, 2, 3});
    byte[] oversize = new byte[3000];
    oversize[0] = (byte) 0xEB;
    oversize[1] = (byte) 0x90;
    flight.uplinkRaw(oversize);
    flight.uplinkRaw(TestUplink.areYouAlive(0x0B5, true));
    flight.uplinkRaw(TestUplink.areYouAlive(0x0B6, false));
    YamcsApi api = flight.as("operator");
    LiveFlight.await(
        "five dropped units in the event list",
        30,
        () -> events(api).stream().filter(e -> e.contains("Uplinked unit dropped")).count() >= 5);
    assertThat(events(api).toString()).contains("CRC").contains("SPACECRAFT_ID");
    assertThat(seat.look().gateOpen()).isTrue();
  }

  private static List<String> events(YamcsApi api) {
    List<String> messages = new ArrayList<>();
    for (JsonNode event :
        api.get("/api/archive/" + flight.run() + "/events?limit=500").path("events")) {
      messages.add(event.path("type").asText() + " " + event.path("message").asText());
    }
    return messages;
  }

  @Test
  @Order(2)
  @Tag("COM-101")
  void aStaleEpochAWrongGateAChangedPlanAndAnExpiredGoAreRefusedWithTheReason() throws Exception {
    TelemetryPicture picture = seat.look();
    Map<String, Object> stale = go(picture);
    stale.put("epoch", picture.epoch() + 7);
    assertRefused(outcome("GO", stale), "STALE_EPOCH");
    Map<String, Object> otherPlan = go(picture);
    otherPlan.put("plan_hash", picture.planHash() ^ 1);
    assertRefused(outcome("GO", otherPlan), "PLAN_CHANGED");
    Map<String, Object> otherGate = go(picture);
    otherGate.put("gate_id", picture.gateId() + 1);
    assertRefused(outcome("GO", otherGate), "WRONG_GATE");
    Map<String, Object> late = go(picture);
    late.put("expiry_tai_s", picture.onboard_tai_s() - 100);
    assertRefused(outcome("GO", late), "GO_EXPIRED");
  }

  @Test
  @Order(3)
  @Tag("COM-102")
  void anArgumentOutOfRangeAndAnUnknownCommandAreRefusedOnTheGround() throws Exception {
    Map<String, Object> far = new HashMap<>();
    far.put("epoch", seat.look().epoch());
    far.put("target_L_m_x", 0);
    far.put("target_L_m_y", 90_000);
    far.put("target_L_m_z", 0);
    far.put("duration_s", 3000);
    Progress refused = outcome("TRANSFER_TO", far);
    assertThat(refused.stage()).isEqualTo(Stage.REFUSED);
    assertThat(refused.reason()).contains("target_L_m_y");
    assertThat(outcome("SELF_DESTRUCT", Map.of()).stage()).isEqualTo(Stage.REFUSED);
  }

  private static void assertRefused(Progress progress, String why) {
    assertThat(progress.stage()).isEqualTo(Stage.REFUSED);
    assertThat(progress.reason()).contains(why);
  }

  @Test
  @Order(4)
  @Tag("GND-100")
  void anOperatorReachesNoTruth() throws Exception {
    YamcsApi operator = flight.as("operator");
    assertThatThrownBy(
            () -> new YamcsApi(flight.world(), "operator", LiveFlight.password("operator")))
        .hasMessageContaining("401");
    String everything =
        operator.get("/api/instances").toString()
            + operator.get("/api/mdb/" + flight.run() + "/parameters?limit=1000")
            + operator.get("/api/mdb/" + flight.run() + "/commands?limit=1000")
            + operator.get("/api/archive/" + flight.run() + "/events?limit=500")
            + operator.get("/api/links/" + flight.run());
    for (String secret : SECRETS) {
      assertThat(everything.toLowerCase(Locale.ROOT)).as(secret).doesNotContain("/" + secret);
    }
  }

  @Test
  @Order(5)
  @Tag("GND-100")
  void aTraineesWebSocketHearsNoTruth() throws Exception {
    List<String> truths = truthParameters();
    assertThat(truths).hasSizeGreaterThan(20);
    String token = flight.as("director").token();
    assertThatThrownBy(() -> new YamcsSocket(flight.world(), token)).hasStackTraceContaining("401");
    try (YamcsSocket socket = new YamcsSocket(flight.operators(), token)) {
      ObjectNode instance = JSON.createObjectNode().put("instance", flight.run());
      ObjectNode ours =
          instance
              .deepCopy()
              .put("processor", "realtime")
              .put("sendFromCache", true)
              .put("abortOnInvalid", false);
      truths.forEach(name -> ours.withArray("id").addObject().put("name", name));
      ours.withArray("id").addObject().put("name", "/chaser/hk/ticks");
      socket.subscribe("parameters", ours);
      for (String topic :
          List.of("events", "links", "alarms", "packets", "commands", "streams", "instances")) {
        socket.subscribe(topic, instance.deepCopy().put("processor", "realtime"));
      }
      LiveFlight.await("telemetry on the socket", 20, () -> hears(socket, "values"));
      Thread.sleep(3000);
      assertThat(invalidNames(socket)).containsAll(truths).doesNotContain("/chaser/hk/ticks");
      for (JsonNode message : socket.heard()) {
        if (message.at("/data/invalid").isMissingNode()) {
          for (String secret : SECRETS) {
            assertThat(message.toString().toLowerCase(Locale.ROOT)).doesNotContain("/" + secret);
          }
        }
      }
    }
  }

  private static boolean hears(YamcsSocket socket, String what) {
    return socket.heard().stream().anyMatch(message -> message.path("data").has(what));
  }

  /** Parameters that the server says it does not know. */
  private static List<String> invalidNames(YamcsSocket socket) {
    List<String> names = new ArrayList<>();
    for (JsonNode message : socket.heard()) {
      message.at("/data/invalid").forEach(id -> names.add(id.path("name").asText()));
    }
    return names;
  }

  /** Names of all parameters that the instructor's server knows and the operators' does not. */
  private static List<String> truthParameters() throws Exception {
    YamcsApi instructor =
        new YamcsApi(flight.world(), "instructor", LiveFlight.password("instructor"));
    List<String> names = new ArrayList<>();
    for (JsonNode parameter :
        instructor.get("/api/mdb/" + flight.run() + "/parameters?limit=1000").path("parameters")) {
      String name = parameter.path("qualifiedName").asText();
      if (!name.startsWith("/yamcs/")) {
        names.add(name);
      }
    }
    return names;
  }

  @Test
  @Order(6)
  @Tag("GND-101")
  void aKilledYamcsComesBackByItselfAndTheSpacecraftNeverNoticed() throws Exception {
    ProcessHandle yamcs =
        flight
            .process()
            .handle()
            .children()
            .filter(child -> commandLine(child).contains("GroundServer"))
            .findFirst()
            .orElseThrow();
    long ticksBefore = seat.look().onboard_tai_s();
    try (ConsolePage open = new ConsolePage(1366, 768)) {
      open.open(flight.operators() + "/rpo");
      open.login("director", LiveFlight.password("director"));
      open.await("body[data-stale=false]", 30);
      yamcs.destroyForcibly();
      LiveFlight.await("Yamcs to be dead", 10, () -> !yamcs.isAlive());
      open.await("body[data-stale=true]", 10);
      flight.process().awaitLine("starting it again", 30);
      LiveFlight.await("a login at the new server", 90, LiveOperationsTest::loginWorks);
      open.await("body[data-stale=false]", 60); // nobody logged in again on this page
    }
    seat = flight.seat(SCENARIO);
    LiveFlight.await("telemetry again", 60, () -> seat.look().onboard_tai_s() > ticksBefore);
    LiveFlight.await("COP-1 again", 60, LiveOperationsTest::cop1IsActive);
    Progress alive = outcome("ARE_YOU_ALIVE", Map.of());
    assertThat(alive.stage()).as(alive.reason()).isEqualTo(Stage.COMPLETED);
    JsonNode ticks =
        flight
            .as("operator")
            .get("/api/processors/" + flight.run() + "/realtime/parameters/chaser/hk/ticks");
    assertThat(ticks.path("engValue").toString()).isNotEmpty();
    assertThat(seat.look().gateOpen()).isTrue();
  }

  private static boolean loginWorks() {
    try {
      return !flight.as("operator").get("/api/processors/" + flight.run() + "/realtime").isEmpty();
    } catch (Exception notYet) {
      return false;
    }
  }

  private static boolean cop1IsActive() {
    try {
      return flight
          .as("operator")
          .get("/api/links/" + flight.run() + "/tc")
          .toString()
          .contains("COP-1 ACTIVE");
    } catch (Exception notYet) {
      return false;
    }
  }

  private static String commandLine(ProcessHandle process) {
    return process.info().commandLine().orElse("");
  }
}
