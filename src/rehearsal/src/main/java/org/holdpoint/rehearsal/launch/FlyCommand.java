package org.holdpoint.rehearsal.launch;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.holdpoint.rehearsal.live.LiveSession.Ports;
import org.holdpoint.rehearsal.scenario.Scenario;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Starts everything for people to fly. */
@Command(
    name = "fly",
    description = {
      "Start the rehearsal, the operators' Yamcs and the world's Yamcs; print where to go.",
      "Ctrl-C stops everything."
    },
    mixinStandardHelpOptions = true)
final class FlyCommand implements Callable<Integer> {
  private static final int REHEARSAL_PORTS_ABOVE = 10;
  private static final long SERVER_CHECK_S = 2;

  @Parameters(
      paramLabel = "SCENARIO",
      arity = "0..1",
      defaultValue = "first-approach",
      description = "Name in etc/scenarios, or path of a file (${DEFAULT-VALUE}).")
  private String scenarioName = "";

  @Option(names = "--from", paramLabel = "GATE", description = "Begin at this gate, open.")
  private @Nullable String from;

  @Option(
      names = "--warp",
      paramLabel = "N",
      description = "Warp at the start, 1 to 1000 (${DEFAULT-VALUE}).")
  private double warp = 1;

  @Option(names = "--seed", paramLabel = "N", description = "Seed of all noise (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--port",
      paramLabel = "P",
      description =
          "HTTP port of the operators; the instructor has P+1, the rehearsal P+10 to P+13 (${DEFAULT-VALUE}).")
  private int port = 8090;

  @Override
  public Integer call() throws InterruptedException {
    Arguments.checkWarp(warp);
    Arguments.checkPort(port, REHEARSAL_PORTS_ABOVE + 3);
    Workspace workspace = Workspace.here();
    Scenario scenario = workspace.scenario(scenarioName);
    if (from != null) {
      Arguments.checkGate(scenario, from);
    }
    FlightDeck.checkFree("operators' web", port);
    FlightDeck.checkFree("instructor's web", port + 1);
    int base = port + REHEARSAL_PORTS_ABOVE;
    SessionLog.toFile(workspace.data().resolve("log"), "rehearsal");
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stop.countDown();
                  awaitQuietly(stopped);
                },
                "stop"));
    try (FlightDeck deck =
        new FlightDeck(
            workspace,
            scenario,
            seed,
            from,
            warp,
            true,
            new Ports(base, base + 1, base + 2, base + 3),
            "port-" + port,
            FlyCommand::say)) {
      say("rehearsal " + deck.run());
      ServerProcess yamcs = deck.startOperatorsYamcs(port);
      ServerProcess world = deck.startWorldYamcs(port + 1);
      say("starting the operators' Yamcs and the world's Yamcs");
      yamcs.awaitReady();
      world.awaitReady();
      deck.session().start();
      welcome(deck, scenario);
      waitForTheEnd(deck, yamcs, world, stop);
      deck.close();
      say("stopped after " + flown(deck));
    } finally {
      stopped.countDown();
    }
    return 0;
  }

  private void waitForTheEnd(
      FlightDeck deck, ServerProcess yamcs, ServerProcess world, CountDownLatch stop)
      throws InterruptedException {
    ServerProcess operators = yamcs;
    ServerProcess instructors = world;
    boolean endTold = false;
    while (!stop.await(SERVER_CHECK_S, TimeUnit.SECONDS)) {
      if (deck.session().ended() && !endTold) {
        endTold = true;
        say("the run has ended after " + flown(deck));
      }
      if (deck.session().failure() != null) {
        throw new IllegalStateException(
            "the rehearsal stopped by itself: " + deck.session().failure(),
            deck.session().failure());
      }
      if (!operators.process().isAlive()) {
        say("the operators' Yamcs stopped; starting it again, the flight goes on");
        operators = deck.startOperatorsYamcs(port);
      }
      if (!instructors.process().isAlive()) {
        say("the world's Yamcs stopped; starting it again");
        instructors = deck.startWorldYamcs(port + 1);
      }
    }
    say("stopping");
  }

  private static String flown(FlightDeck deck) {
    String hash = deck.session().trace_sha256();
    return "%.1f s%n  trace hash  %s%n  journal     %s"
        .formatted(
            deck.session().time_s(),
            hash == null ? "none: the rehearsal stopped by itself" : hash,
            deck.journalFile());
  }

  private void welcome(FlightDeck deck, Scenario scenario) {
    Accounts accounts = deck.accounts();
    System.out.println();
    System.out.println("  " + scenario.title() + " is flying.");
    System.out.println();
    System.out.printf("  operators   http://127.0.0.1:%d/rpo%n", port);
    account(accounts, Accounts.DIRECTOR, "may give GO");
    account(accounts, Accounts.OPERATOR, "all but GO");
    // another host name on purpose: a browser keeps cookies by name, not by port, and each server
    // has its own login
    System.out.printf("  instructor  http://localhost:%d/instructor%n", port + 1);
    account(accounts, Accounts.INSTRUCTOR, "truth, faults, pause, warp");
    System.out.println();
    System.out.println(
        "  Try first: log in as director at the operators' page and watch the gate's criteria.");
    System.out.println(
        "  From the start it takes some three minutes of the mission until navigation has settled");
    System.out.println(
        "  and the gate opens; warp at the top of the page shortens that and every coast, and drops");
    System.out.println("  to 1 by itself before a burn. Then take the epoch and give GO.");
    System.out.println("  The abort strip at the bottom always works.");
    System.out.println();
    System.out.println("  The passwords are in " + accounts.list() + ". Ctrl-C stops everything.");
  }

  private static void account(Accounts accounts, String name, String what) {
    System.out.printf("              %-10s  %s   (%s)%n", name, accounts.password(name), what);
  }

  private static void say(String text) {
    System.out.println("holdpoint: " + text);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      if (!latch.await(60, TimeUnit.SECONDS)) {
        System.err.println("holdpoint: not everything stopped within 60 s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
