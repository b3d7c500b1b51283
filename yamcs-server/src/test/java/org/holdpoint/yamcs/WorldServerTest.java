package org.holdpoint.yamcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdpoint.yamcs.ServerUnderTest.eventually;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.holdpoint.port.messages.ActionResult;
import org.holdpoint.port.messages.ClockState;
import org.holdpoint.port.messages.FaultCatalogue;
import org.holdpoint.port.messages.FaultOffer;
import org.holdpoint.port.messages.InstructorAction;
import org.holdpoint.port.messages.InstructorDown;
import org.holdpoint.port.messages.JournalExport;
import org.holdpoint.port.messages.TruthSample;
import org.holdpoint.port.messages.Wxyz;
import org.holdpoint.port.messages.Xyz;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The instructor's server with a rehearsal's instructor port that says yes, once no. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WorldServerTest {
  private static final String RUN = "evening-2";
  private static final Path ROOT = Path.of(System.getProperty("holdpoint.root"));
  private static final String COMMANDS = "/api/processors/" + RUN + "/realtime/commands/world/";

  @TempDir static Path dir;

  private final List<InstructorAction> actions = new CopyOnWriteArrayList<>();
  private final Map<String, String> passwords = new TreeMap<>();
  private ServerSocket port;
  private ServerUnderTest server;
  private volatile Socket client;

  @BeforeAll
  void start() throws Exception {
    port = new ServerSocket(0, 4, InetAddress.getLoopbackAddress());
    daemon(this::serve);
    for (String line : Files.readAllLines(Accounts.create(dir.resolve("accounts")))) {
      String[] words = line.split(" ");
      passwords.put(words[1], words[2]);
    }
    int httpPort;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      httpPort = free.getLocalPort();
    }
    Map<String, String> options = new TreeMap<>();
    options.put("etc", ROOT.resolve("etc").toString());
    options.put("mdb", ROOT.resolve("mdb").toString());
    options.put("users", dir.resolve("accounts/world-users.yaml").toString());
    options.put("instructor-port", Integer.toString(port.getLocalPort()));
    options.put("run", RUN);
    server = ServerUnderTest.start(WorldServer.class, dir.resolve("world"), httpPort, options);
  }

  @AfterAll
  void stop() throws Exception {
    if (server != null) {
      server.close();
    }
    port.close();
  }

  private static void daemon(Runnable body) {
    Thread thread = new Thread(body, "fake-instructor-port");
    thread.setDaemon(true);
    thread.start();
  }

  private void serve() {
    try {
      while (true) {
        Socket accepted = port.accept();
        client = accepted;
        InstructorAction hello = InstructorAction.parseDelimitedFrom(accepted.getInputStream());
        if (hello == null || !hello.getToken().equals(ServerUnderTest.INSTRUCTOR_TOKEN)) {
          accepted.close();
          continue;
        }
        send(
            InstructorDown.newBuilder()
                .setCatalogue(
                    FaultCatalogue.newBuilder()
                        .addOffers(
                            FaultOffer.newBuilder()
                                .setUnit("laser-ranger-a")
                                .setKind("ramp")
                                .addParameters("rate_m_s")
                                .setDescription("range grows"))));
        daemon(() -> sample(accepted));
        while (true) {
          InstructorAction action = InstructorAction.parseDelimitedFrom(accepted.getInputStream());
          if (action == null) {
            break;
          }
          answer(action);
        }
      }
    } catch (IOException e) {
      // the test is over
    }
  }

  private void sample(Socket to) {
    try {
      for (long tick = 0; to.isConnected() && !to.isClosed(); tick++) {
        long now = FakeRehearsal.START_TAI_NS + tick * 100_000_000L;
        send(
            InstructorDown.newBuilder()
                .setClock(
                    ClockState.newBuilder()
                        .setTaiNs(now)
                        .setStartTaiNs(FakeRehearsal.START_TAI_NS)
                        .setWarp(1)
                        .setPaused(false)
                        .setRun(RUN)
                        .setScenario("first-approach")
                        .setEnded(false)));
        send(
            InstructorDown.newBuilder()
                .setTruth(
                    TruthSample.newBuilder()
                        .setTaiNs(now)
                        .setRCTLM(Xyz.newBuilder().setX(1).setY(-999).setZ(0))
                        .setVCTLMS(Xyz.newBuilder().setX(0).setY(0).setZ(0))
                        .setRangeM(999)
                        .setQBIChaser(q())
                        .setQBITarget(q())
                        .setPropellantKg(11.5)
                        .setSmallestRangeM(998)
                        .setKeepOutEntries(0)
                        .setEclipse(false)
                        .setBetaDeg(72)
                        .setMode("HOLD")
                        .setErrorM(0.7)));
        Thread.sleep(100);
      }
    } catch (IOException e) {
      // the connection is gone
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Wxyz q() {
    return Wxyz.newBuilder().setQ0(1).setQ1(0).setQ2(0).setQ3(0).build();
  }

  private synchronized void send(InstructorDown.Builder message) throws IOException {
    message.build().writeDelimitedTo(client.getOutputStream());
  }

  private void answer(InstructorAction action) throws IOException {
    actions.add(action);
    boolean done = !action.hasInject() || !action.getInject().getKind().equals("rampp");
    send(
        InstructorDown.newBuilder()
            .setResult(
                ActionResult.newBuilder()
                    .setActionId(action.getActionId())
                    .setDone(done)
                    .setText(done ? "done" : "'rampp' is not a fault of laser-ranger-a")));
    if (action.getExportJournal()) {
      send(
          InstructorDown.newBuilder()
              .setJournal(
                  JournalExport.newBuilder()
                      .setFileName(RUN + ".journal")
                      .setContent(ByteString.copyFromUtf8("flown"))));
    }
  }

  @Test
  @Order(1)
  @Tag("GND-036")
  void operatorsHaveNoAccountHere() throws Exception {
    assertThat(server.tryLogin("operator", passwords.get("operator")).statusCode()).isEqualTo(401);
    assertThat(server.tryLogin("director", passwords.get("director")).statusCode()).isEqualTo(401);
    assertThat(server.tryLogin("admin", "admin").statusCode()).isEqualTo(401);
    assertThat(server.get("/api/instructor/run").statusCode()).isEqualTo(401);
    server.login("instructor", passwords.get("instructor"));
    assertThat(server.json("/api/instructor/run").get("scenario").getAsString())
        .isEqualTo("first-approach");
    assertThat(server.get("/api/rpo/flight").statusCode()).as("operators' API").isEqualTo(404);
  }

  @Test
  @Order(2)
  @Tag("GND-060")
  void truthIsAParameter() throws Exception {
    assertThat(
            eventually(
                10,
                () -> {
                  var response =
                      server.get(
                          "/api/processors/" + RUN + "/realtime/parameters/world/truth/range_m");
                  return response.statusCode() == 200 && response.body().contains("999");
                }))
        .isTrue();
    String error =
        server.get("/api/processors/" + RUN + "/realtime/parameters/world/estimate/error_m").body();
    assertThat(error).contains("0.7");
  }

  @Test
  @Order(3)
  @Tag("GND-061")
  void anActionIsCompleteWhenTheRehearsalAnswers() throws Exception {
    String id =
        issue(
            "INJECT_FAULT",
            "{\"unit\":\"laser-ranger-a\",\"kind\":\"ramp\",\"parameters\":\"rate_m_s=0.5\"}");
    assertThat(
            eventually(5, () -> server.attribute(RUN, id, "CommandComplete_Status").equals("OK")))
        .isTrue();
    assertThat(actions.get(0).getInject().getParameters(0).getValue()).isEqualTo(0.5);
    assertThat(actions.get(0).getWho()).isEqualTo("instructor");
    String refused = issue("INJECT_FAULT", "{\"unit\":\"laser-ranger-a\",\"kind\":\"rampp\"}");
    assertThat(
            eventually(
                5, () -> server.attribute(RUN, refused, "CommandComplete_Status").equals("NOK")))
        .isTrue();
    assertThat(server.attribute(RUN, refused, "CommandComplete_Message")).contains("not a fault");
    String badPair =
        issue("INJECT_FAULT", "{\"unit\":\"u\",\"kind\":\"ramp\",\"parameters\":\"fast\"}");
    assertThat(
            eventually(
                5, () -> server.attribute(RUN, badPair, "CommandComplete_Status").equals("NOK")))
        .isTrue();
  }

  @Test
  @Order(4)
  @Tag("GND-063")
  void theFaultsOnOfferAndTheExportedJournalCanBeFetched() throws Exception {
    assertThat(server.get("/api/instructor/fault-offers").body()).contains("rate_m_s");
    issue("EXPORT_JOURNAL", "{}");
    assertThat(
            eventually(
                5,
                () ->
                    server
                        .get("/api/storage/buckets/journals/objects/" + RUN + ".journal")
                        .body()
                        .equals("flown")))
        .isTrue();
  }

  private String issue(String command, String args) throws Exception {
    var response = server.post(COMMANDS + command, "{\"args\":" + args + "}");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    JsonObject issued = JsonParser.parseString(response.body()).getAsJsonObject();
    return issued.get("id").getAsString();
  }
}
