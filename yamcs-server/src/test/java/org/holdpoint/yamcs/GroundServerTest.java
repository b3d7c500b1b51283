package org.holdpoint.yamcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdpoint.yamcs.ServerUnderTest.eventually;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.holdpoint.dictionary.Xyz;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.GncPacket;
import org.holdpoint.dictionary.telemetry.HousekeepingPacket;
import org.holdpoint.dictionary.telemetry.LegKind;
import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.dictionary.telemetry.NavigationPacket;
import org.holdpoint.dictionary.telemetry.PlanPacket;
import org.holdpoint.dictionary.telemetry.RungVerdict;
import org.holdpoint.dictionary.telemetry.SafetyPacket;
import org.holdpoint.dictionary.telemetry.Validity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One flight's evening at the operators' server, told in order; the server is a real process. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GroundServerTest {
  private static final String RUN = "evening-1";
  private static final Path ROOT = Path.of(System.getProperty("holdpoint.root"));
  private static final String COMMANDS = "/api/processors/" + RUN + "/realtime/commands/chaser/";

  @TempDir static Path dir;

  private FakeRehearsal rehearsal;
  private ServerUnderTest server;
  private final Map<String, String> options = new TreeMap<>();
  private final Map<String, String> passwords = new TreeMap<>();
  private int port;

  @BeforeAll
  void start() throws Exception {
    rehearsal = new FakeRehearsal(RUN);
    rehearsal.sendEveryTick(
        PacketOf.userData(
            GncPacket.class,
            Map.of(
                "navigation", Validity.VALID,
                "r_CT_L_m", new Xyz(0, -1000, 0),
                "v_CT_L_m_s", new Xyz(0, 0, 0),
                "r_reference_L_m", new Xyz(0, -1000, 0),
                "range_m", 1000.0)));
    List<NavigationPacket.Entry> covariance = new ArrayList<>();
    for (int i = 0; i < 21; i++) {
      boolean diagonal = i == 0 || i == 6 || i == 11 || i == 15 || i == 18 || i == 20;
      covariance.add(new NavigationPacket.Entry(diagonal ? (i < 15 ? 1.0 : 1e-6) : 0));
    }
    rehearsal.sendEveryTick(
        PacketOf.userData(
            NavigationPacket.class,
            Map.of("mean_motion_rad_s", 1.10678e-3, "covariance", covariance)));
    rehearsal.sendEveryTick(
        PacketOf.userData(
            SafetyPacket.class, Map.of("abort_verdict", RungVerdict.SAFE, "range_m", 1000.0)));
    rehearsal.sendEveryTick(PacketOf.userData(HousekeepingPacket.class, Map.of("mode", Mode.HOLD)));
    List<PlanPacket.Leg> legs = new ArrayList<>();
    legs.add(new PlanPacket.Leg(LegKind.RADIAL_HOP, 1, new Xyz(0, -250, 0), 0));
    for (int i = 1; i < PlanPacket.MAX_LEGS; i++) {
      legs.add(new PlanPacket.Leg(LegKind.NONE, 0, new Xyz(0, 0, 0), 0));
    }
    rehearsal.sendEveryTick(
        PacketOf.userData(PlanPacket.class, Map.of("leg_count", 1, "legs", legs)));
    for (String line : Files.readAllLines(Accounts.create(dir.resolve("accounts")))) {
      String[] words = line.split(" ");
      passwords.put(words[1], words[2]);
    }
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    options.put("etc", ROOT.resolve("etc").toString());
    options.put("mdb", ROOT.resolve("mdb").toString());
    options.put("users", dir.resolve("accounts/yamcs-users.yaml").toString());
    options.put("tm-port", Integer.toString(rehearsal.tm.getLocalPort()));
    options.put("tc-port", Integer.toString(rehearsal.tc.getLocalPort()));
    options.put("clock-port", Integer.toString(rehearsal.clock.getLocalPort()));
    options.put("run", RUN);
    server = ServerUnderTest.start(GroundServer.class, dir.resolve("yamcs"), port, options);
  }

  @AfterAll
  void stop() throws Exception {
    if (server != null) {
      server.close();
    }
    if (rehearsal != null) {
      rehearsal.close();
    }
  }

  @Test
  @Order(1)
  @Tag("GND-030")
  void nobodyEntersWithoutALoginOrWithTheDefaultAdministrator() throws Exception {
    assertThat(server.get("/api/rpo/flight").statusCode()).isEqualTo(401);
    assertThat(server.get("/api/instances/" + RUN).statusCode()).isEqualTo(401);
    assertThat(server.tryLogin("admin", "admin").statusCode()).isEqualTo(401);
    assertThat(server.tryLogin("instructor", passwords.get("instructor")).statusCode())
        .isEqualTo(401);
    assertThat(server.get("/rpo").statusCode()).isIn(200, 404); // 404 while the jar has no page
    assertThat(server.get("/rpo/../../etc/passwd").statusCode()).isNotEqualTo(200);
  }

  @Test
  @Order(2)
  @Tag("GND-040")
  void thePictureShowsTelemetryFreshAndPredictsTheDrift() throws Exception {
    server.login("operator", passwords.get("operator"));
    JsonObject flight = server.json("/api/rpo/flight");
    assertThat(flight.get("instance").getAsString()).isEqualTo(RUN);
    assertThat(flight.get("startMs").getAsDouble())
        .isEqualTo(Instant.parse("2027-03-04T06:00:00Z").toEpochMilli());
    List<JsonObject> pictures = server.subscribe("rpo-picture", "{\"instance\":\"" + RUN + "\"}");
    assertThat(
            eventually(
                15,
                () -> {
                  JsonObject range = value(pictures, "gnc/range_m");
                  return range != null && !range.get("stale").getAsBoolean();
                }))
        .isTrue();
    assertThat(value(pictures, "gnc/range_m").get("number").getAsDouble()).isEqualTo(1000);
    assertThat(value(pictures, "hk/mode").get("text").getAsString()).isEqualTo("HOLD");
    assertThat(value(pictures, "safety/abort_verdict").get("text").getAsString()).isEqualTo("SAFE");
    JsonObject first = pictures.get(0);
    assertThat(first.get("flownReset").getAsBoolean()).isTrue();
    assertThat(eventually(5, () -> newest(pictures, "drift") != null)).isTrue();
    JsonObject drift = newest(pictures, "drift");
    assertThat(drift.getAsJsonArray("tS").size()).isEqualTo(241);
    assertThat(drift.get("smallestRangeM").getAsDouble()).isBetween(990.0, 1000.1);
    JsonObject holds = pictures.stream().filter(p -> p.has("holdPoints")).findFirst().orElseThrow();
    assertThat(holds.getAsJsonArray("holdPoints").toString()).contains("-250");
  }

  @Test
  @Order(3)
  @Tag("GND-041")
  void whenTelemetryStopsTheVerdictBecomesUnknownAndWhileTheClockIsPausedItDoesNot()
      throws Exception {
    List<JsonObject> pictures = server.subscribe("rpo-picture", "{\"instance\":\"" + RUN + "\"}");
    assertThat(eventually(5, () -> value(pictures, "safety/abort_verdict") != null)).isTrue();
    rehearsal.paused = true;
    Thread.sleep(2500);
    assertThat(value(pictures, "safety/abort_verdict").get("text").getAsString()).isEqualTo("SAFE");
    assertThat(
            pictures.get(pictures.size() - 1).getAsJsonObject("clock").get("paused").getAsBoolean())
        .isTrue();
    rehearsal.paused = false;
    rehearsal.silent = true;
    assertThat(
            eventually(
                10,
                () ->
                    value(pictures, "safety/abort_verdict")
                        .get("text")
                        .getAsString()
                        .equals("UNKNOWN")))
        .isTrue();
    assertThat(value(pictures, "safety/abort_verdict").get("stale").getAsBoolean()).isTrue();
    rehearsal.silent = false;
    assertThat(
            eventually(
                10,
                () ->
                    value(pictures, "safety/abort_verdict")
                        .get("text")
                        .getAsString()
                        .equals("SAFE")))
        .isTrue();
  }

  @Test
  @Order(4)
  @Tag("GND-012")
  void anOperatorsAbortGoesInABypassFrameThoughNobodyAskedForIt() throws Exception {
    String id = issue("ABORT", "{}");
    assertThat(eventually(10, () -> !rehearsal.uplinked.isEmpty())).isTrue();
    assertThat(rehearsal.uplinked.get(0).bypass()).isTrue();
    assertThat(
            eventually(10, () -> server.attribute(RUN, id, "CommandComplete_Status").equals("OK")))
        .isTrue();
    assertThat(server.attribute(RUN, id, "Acknowledge_Radiated_Status")).isEqualTo("OK");
    assertThat(server.attribute(RUN, id, "Acknowledge_Sent_Status")).isEqualTo("OK");
  }

  @Test
  @Order(5)
  @Tag("GND-011")
  void anOrdinaryCommandGoesByCop1AndItsVerifiersCloseIt() throws Exception {
    String id = issue("ARE_YOU_ALIVE", "{}");
    assertThat(
            eventually(10, () -> server.attribute(RUN, id, "CommandComplete_Status").equals("OK")))
        .isTrue();
    var last = rehearsal.uplinked.get(rehearsal.uplinked.size() - 1);
    assertThat(last.bypass()).isFalse();
    assertThat(rehearsal.farmV_r()).isEqualTo(1);
  }

  @Test
  @Order(5)
  @Tag("GND-013")
  void whileTheRehearsalIsPausedAnOrdinaryCommandIsRefusedWithThatReason() throws Exception {
    rehearsal.paused = true;
    Thread.sleep(1000);
    String id = issue("ARE_YOU_ALIVE", "{}");
    assertThat(
            eventually(5, () -> server.attribute(RUN, id, "CommandComplete_Status").equals("NOK")))
        .isTrue();
    assertThat(server.attribute(RUN, id, "Acknowledge_Radiated_Message")).contains("paused");
    rehearsal.paused = false;
    Thread.sleep(1000);
  }

  @Test
  @Order(6)
  @Tag("GND-031")
  void anOperatorCannotGiveGoAndADirectorCan() throws Exception {
    String go = "{\"args\":{\"epoch\":1,\"gate_id\":1,\"plan_hash\":1,\"expiry_tai_s\":1}}";
    assertThat(server.post(COMMANDS + "GO", go).statusCode()).isEqualTo(403);
    server.login("director", passwords.get("director"));
    assertThat(server.post(COMMANDS + "GO", go).statusCode()).isEqualTo(200);
  }

  @Test
  @Order(7)
  @Tag("GND-020")
  void aFlightEventBecomesAnEventWithItsText() throws Exception {
    rehearsal.send(new EventReport(ChaserEvent.GO_ACCEPTED, 1, 1, 0));
    assertThat(
            eventually(
                10,
                () ->
                    server
                        .get("/api/archive/" + RUN + "/events?source=FlightSoftware")
                        .body()
                        .contains("GO accepted at gate 1: leg 1 begins")))
        .isTrue();
  }

  @Test
  @Order(8)
  @Tag("GND-003")
  void badFramesAreRefusedWithAReasonAndTheFlightGoesOn() throws Exception {
    byte[] foreign = rehearsal.frame();
    foreign[0] = 0x01;
    rehearsal.sendRaw(foreign);
    rehearsal.sendRaw(new byte[1500]);
    rehearsal.sendRaw(new byte[40]);
    byte[] damaged = rehearsal.frame();
    damaged[100] ^= 0x10;
    rehearsal.sendRaw(damaged);
    assertThat(
            eventually(
                10,
                () -> {
                  String events = server.get("/api/archive/" + RUN + "/events?source=tm").body();
                  return events.contains("not ours (0x0B5)")
                      && events.contains("longer than 1115")
                      && events.contains("shorter than 1115")
                      && events.contains("Error processing frame");
                }))
        .isTrue();
    long before = framesReceived();
    assertThat(eventually(5, () -> framesReceived() > before)).isTrue();
  }

  @Test
  @Order(9)
  @Tag("GND-050")
  void aWarpRequestReachesTheRehearsalAndMissionTimeFollows() throws Exception {
    assertThat(server.post("/api/rpo/warp", "{\"warp\":5000}").statusCode()).isEqualTo(400);
    assertThat(server.post("/api/rpo/warp", "{\"warp\":20}").statusCode()).isEqualTo(200);
    assertThat(eventually(5, () -> !rehearsal.warpRequests.isEmpty())).isTrue();
    assertThat(rehearsal.warpRequests.get(0).getWho()).isEqualTo("director");
    List<JsonObject> pictures = server.subscribe("rpo-picture", "{\"instance\":\"" + RUN + "\"}");
    Thread.sleep(1500);
    double previous = 0;
    synchronized (pictures) {
      for (JsonObject picture : pictures) {
        double now = picture.getAsJsonObject("clock").get("missionTimeS").getAsDouble();
        assertThat(now).isGreaterThanOrEqualTo(previous);
        previous = now;
      }
    }
    assertThat(previous).isLessThanOrEqualTo(rehearsal.elapsed_s() + 10).isGreaterThan(20);
    rehearsal.warp = 1;
  }

  @Test
  @Order(10)
  @Tag("GND-002")
  void aKilledServerComesBackToTheSameFlightAndSynchronisesByItself() throws Exception {
    int v_r = rehearsal.farmV_r();
    assertThat(v_r).isPositive();
    String loginOfAnOpenPage = server.token();
    server.kill();
    server = ServerUnderTest.start(GroundServer.class, dir.resolve("yamcs"), port, options);
    assertThat(server.loginAgain(forged(loginOfAnOpenPage))).isEqualTo(401);
    assertThat(server.loginAgain("x")).isEqualTo(401);
    assertThat(server.loginAgain(loginOfAnOpenPage)).isEqualTo(200);
    List<JsonObject> pictures = server.subscribe("rpo-picture", "{\"instance\":\"" + RUN + "\"}");
    assertThat(
            eventually(
                15,
                () -> {
                  if (pictures.isEmpty()) {
                    return false;
                  }
                  JsonObject link = pictures.get(pictures.size() - 1).getAsJsonObject("link");
                  return link.get("cop1State").getAsString().equals("ACTIVE")
                      && !link.get("stale").getAsBoolean();
                }))
        .isTrue();
    String id = issue("ARE_YOU_ALIVE", "{}");
    assertThat(
            eventually(10, () -> server.attribute(RUN, id, "CommandComplete_Status").equals("OK")))
        .isTrue();
    assertThat(rehearsal.farmV_r()).isEqualTo(v_r + 1);
    assertThat(server.get("/api/archive/" + RUN + "/events?source=FlightSoftware").body())
        .as("the archive of before the kill")
        .contains("GO accepted at gate 1");
  }

  /** The same token in another user's name, with the old signature. */
  private static String forged(String token) {
    String[] parts = token.split("\\.", -1);
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    return parts[0]
        + "."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                claims.replace("\"director\"", "\"operator\"").getBytes(StandardCharsets.UTF_8))
        + "."
        + parts[2];
  }

  @Test
  @Order(11)
  @Tag("GND-001")
  void aCutDownlinkReconnects() throws Exception {
    long before = framesReceived();
    rehearsal.cutDownlink();
    assertThat(eventually(10, () -> framesReceived() > before + 20)).isTrue();
  }

  @Test
  @Order(12)
  @Tag("GND-014")
  void aCommandThatIsNeverAcknowledgedFailsWithTheReasonAndCop1StartsAgain() throws Exception {
    rehearsal.deaf = true;
    String lost = issue("ARE_YOU_ALIVE", "{}");
    assertThat(
            eventually(
                20, () -> server.attribute(RUN, lost, "CommandComplete_Status").equals("NOK")))
        .isTrue();
    assertThat(server.attribute(RUN, lost, "CommandComplete_Message"))
        .contains("no acknowledgement from the spacecraft");
    rehearsal.deaf = false;
    assertThat(
            eventually(
                5,
                () ->
                    server
                        .json("/api/links/" + RUN + "/tc")
                        .get("detailedStatus")
                        .getAsString()
                        .contains("COP-1 ACTIVE")))
        .isTrue();
    String id = issue("ARE_YOU_ALIVE", "{}");
    assertThat(
            eventually(10, () -> server.attribute(RUN, id, "CommandComplete_Status").equals("OK")))
        .isTrue();
  }

  @Test
  @Order(13)
  @Tag("GND-013")
  void aCommandWithoutAnUplinkSaysThatItWasNotRadiated() throws Exception {
    rehearsal.close();
    assertThat(
            eventually(
                10,
                () ->
                    server
                        .json("/api/links/" + RUN + "/tc")
                        .get("status")
                        .getAsString()
                        .equals("UNAVAIL")))
        .isTrue();
    String id = issue("ABORT", "{}");
    assertThat(
            eventually(5, () -> server.attribute(RUN, id, "CommandComplete_Status").equals("NOK")))
        .isTrue();
    assertThat(server.attribute(RUN, id, "Acknowledge_Radiated_Message")).contains("not connected");
  }

  @Test
  @Order(14)
  @Tag("GND-032")
  void aBusyPortIsNamed() throws Exception {
    Process second =
        ServerUnderTest.launch(GroundServer.class, dir.resolve("other"), port, options);
    String error =
        new String(second.getErrorStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(second.waitFor()).isEqualTo(3);
    assertThat(error).contains("HTTP port " + port).contains("taken");
  }

  @Test
  @Order(15)
  @Tag("GND-033")
  void theServerEndsWithItsParent() throws Exception {
    assertThat(server.endsWithItsParent()).isTrue();
  }

  private String issue(String command, String args) throws Exception {
    var response = server.post(COMMANDS + command, "{\"args\":" + args + "}");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JsonParser.parseString(response.body()).getAsJsonObject().get("id").getAsString();
  }

  private long framesReceived() throws Exception {
    return server.json("/api/links/" + RUN + "/tm").get("dataInCount").getAsLong();
  }

  private static JsonObject newest(List<JsonObject> pictures, String part) {
    synchronized (pictures) {
      for (int i = pictures.size() - 1; i >= 0; i--) {
        if (pictures.get(i).has(part)) {
          return pictures.get(i).getAsJsonObject(part);
        }
      }
    }
    return null;
  }

  private static JsonObject value(List<JsonObject> pictures, String name) {
    JsonObject last = ServerUnderTest.last(pictures, JsonObject::new);
    if (last.has("values")) {
      for (JsonElement element : last.getAsJsonArray("values")) {
        if (element.getAsJsonObject().get("name").getAsString().equals(name)) {
          return element.getAsJsonObject();
        }
      }
    }
    return null;
  }
}
