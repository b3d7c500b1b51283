package org.holdpoint.rehearsal.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.holdpoint.rehearsal.HeadlessRun;
import org.holdpoint.rehearsal.Judge;
import org.holdpoint.rehearsal.Rehearsal;
import org.holdpoint.rehearsal.WorldLoad;
import org.holdpoint.rehearsal.journal.JournalInput;
import org.holdpoint.rehearsal.journal.JournalWriter;
import org.holdpoint.rehearsal.live.LiveSession;
import org.holdpoint.rehearsal.live.LiveSession.Ports;
import org.holdpoint.rehearsal.live.PortInUseException;
import org.holdpoint.rehearsal.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/** One live flight with its servers: what {@code fly} and {@code rehearse} have in common. */
final class FlightDeck implements AutoCloseable {
  /** Environment variable of the world server; others on this machine cannot read it there. */
  private static final String INSTRUCTOR_TOKEN = "HOLDPOINT_INSTRUCTOR_TOKEN";

  private final Workspace workspace;
  private final Accounts accounts;
  private final String run;
  private final Path archives;
  private final Rehearsal rehearsal;
  private final Judge judge;
  private final JournalWriter journal;
  private final LiveSession session;
  private final String instructorToken = newToken();
  private final Deque<AutoCloseable> running = new ArrayDeque<>();

  /**
   * Opens the journal and the ports; flies up to a gate when one is named.
   *
   * @param say takes each step of the progress
   * @param ports of the rehearsal; 0 lets the system choose
   * @param archiveName folder of the servers' archives; empty for one named by the run. Two servers
   *     cannot share one.
   */
  FlightDeck(
      Workspace workspace,
      Scenario scenario,
      long seed,
      @Nullable String from,
      double warp,
      boolean warpDropsByItself,
      Ports ports,
      String archiveName,
      Consumer<String> say) {
    this.workspace = workspace;
    this.accounts = Accounts.of(workspace);
    this.journal =
        JournalWriter.begin(
            workspace.journals(),
            scenario,
            WorldLoad.dataSha256(),
            seed,
            RunName.now(scenario.name()));
    this.run = journal.run();
    this.archives =
        workspace.data().resolve("archives").resolve(archiveName.isEmpty() ? run : archiveName);
    if (from == null) {
      this.rehearsal = new Rehearsal(scenario, seed);
      this.judge = new Judge(scenario);
    } else {
      say.accept("flying up to gate " + from + " by the scripted operator");
      HeadlessRun prelude = new HeadlessRun(scenario, seed);
      prelude.flyToGate(from, this::record);
      this.rehearsal = prelude.rehearsal();
      this.judge = prelude.judge();
    }
    this.session =
        new LiveSession(
            rehearsal,
            journal,
            judge,
            new LiveSession.Settings(run, ports, warp, warpDropsByItself, instructorToken));
    running.push(session);
  }

  private void record(long tick, List<JournalInput> inputs) {
    for (JournalInput input : inputs) {
      journal.write(tick, input);
    }
  }

  /** Starts the operators' server; it is ready when {@link ServerProcess#awaitReady} returns. */
  ServerProcess startOperatorsYamcs(int httpPort) {
    Ports ports = session.ports();
    return start(
        "yamcs",
        "org.holdpoint.yamcs.GroundServer",
        httpPort,
        List.of(
            "--tm-port", Integer.toString(ports.telemetry()),
            "--tc-port", Integer.toString(ports.telecommand()),
            "--clock-port", Integer.toString(ports.clock()),
            "--run", run),
        Map.of());
  }

  /** Starts the world server, for the instructor. */
  ServerProcess startWorldYamcs(int httpPort) {
    return start(
        "world",
        "org.holdpoint.yamcs.WorldServer",
        httpPort,
        List.of("--instructor-port", Integer.toString(session.ports().instructor()), "--run", run),
        Map.of(INSTRUCTOR_TOKEN, instructorToken));
  }

  private static String newToken() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  private ServerProcess start(
      String name,
      String mainClass,
      int httpPort,
      List<String> particular,
      Map<String, String> environment) {
    List<String> arguments = new java.util.ArrayList<>(particular);
    arguments.addAll(
        List.of(
            "--etc", workspace.root().resolve("etc").toString(),
            "--mdb", workspace.root().resolve("mdb").toString(),
            "--data", archives.resolve(name).toString(),
            "--users", accounts.folder().resolve(name + "-users.yaml").toString(),
            "--http-port", Integer.toString(httpPort)));
    ServerProcess server = new ServerProcess(workspace, name, mainClass, arguments, environment);
    running.push(server);
    return server;
  }

  /** A free port on the loopback interface. */
  static int freePort() {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException("no free TCP port", e);
    }
  }

  /**
   * @throws PortInUseException when the port is taken
   */
  static void checkFree(String name, int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
    } catch (IOException e) {
      throw new PortInUseException(name, port, e);
    }
  }

  String run() {
    return run;
  }

  Accounts accounts() {
    return accounts;
  }

  Rehearsal rehearsal() {
    return rehearsal;
  }

  Judge judge() {
    return judge;
  }

  LiveSession session() {
    return session;
  }

  Path journalFile() {
    return journal.file();
  }

  /** Stops the servers, then the session; leaves no process behind. */
  @Override
  public synchronized void close() {
    while (!running.isEmpty()) {
      try {
        running.pop().close();
      } catch (Exception e) {
        System.err.println("while stopping: " + e);
      }
    }
  }
}
