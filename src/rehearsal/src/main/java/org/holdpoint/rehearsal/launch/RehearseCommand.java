package org.holdpoint.rehearsal.launch;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.holdpoint.rehearsal.CommandTally;
import org.holdpoint.rehearsal.ConditionWatch;
import org.holdpoint.rehearsal.GroundTally;
import org.holdpoint.rehearsal.Summary;
import org.holdpoint.rehearsal.TelemetryPicture;
import org.holdpoint.rehearsal.Verdicts;
import org.holdpoint.rehearsal.ground.YamcsApi;
import org.holdpoint.rehearsal.ground.YamcsArchive;
import org.holdpoint.rehearsal.ground.YamcsSeat;
import org.holdpoint.rehearsal.live.LiveSession;
import org.holdpoint.rehearsal.live.LiveSession.Ports;
import org.holdpoint.rehearsal.operator.ScriptedOperator;
import org.holdpoint.rehearsal.scenario.Scenario;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Flies a scenario by its scripted operator through a real Yamcs server. */
@Command(
    name = "rehearse",
    description = {
      "Fly a scenario by its scripted operator through a real Yamcs server's API.",
      "Prints the summary of 'run' and what the ground received and archived."
    },
    mixinStandardHelpOptions = true)
final class RehearseCommand implements Callable<Integer> {
  private static final long LOOK_EVERY_MS = 100;
  private static final long CONNECT_WITHIN_MS = 60_000;
  private static final long SETTLE_WITHIN_MS = 60_000;
  private static final double PROGRESS_EVERY_S = 60;
  private static final long CLOCK_MARGIN_S = 10;

  @Parameters(paramLabel = "SCENARIO", description = "Name in etc/scenarios, or path of a file.")
  private String scenarioName = "";

  @Option(names = "--warp", paramLabel = "N", description = "1 to 1000 (${DEFAULT-VALUE}).")
  private double warp = 20;

  @Option(names = "--seed", paramLabel = "N", description = "Seed of all noise (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      converter = OutputFile.class,
      description = "Write the summary as JSON as well.")
  private @Nullable Path json;

  @Override
  public Integer call() throws InterruptedException {
    Arguments.checkWarp(warp);
    Scenario scenario = Workspace.here().scenario(scenarioName);
    ProgressLine progress = new ProgressLine();
    try (FlightDeck deck =
        new FlightDeck(
            Workspace.here(),
            scenario,
            seed,
            null,
            warp,
            false,
            new Ports(0, 0, 0, 0),
            "",
            progress::show)) {
      progress.show("starting Yamcs");
      int httpPort = FlightDeck.freePort();
      deck.startOperatorsYamcs(httpPort).awaitReady();
      awaitStation(deck.session());
      URI server = URI.create("http://127.0.0.1:" + httpPort);
      YamcsApi api =
          new YamcsApi(server, Accounts.DIRECTOR, deck.accounts().password(Accounts.DIRECTOR));
      Summary summary = fly(deck, scenario, api, progress);
      progress.clear();
      return SummaryPrinter.print(summary, json);
    }
  }

  private static void awaitStation(LiveSession session) throws InterruptedException {
    long giveUp_ms = System.currentTimeMillis() + CONNECT_WITHIN_MS;
    while (!session.stationConnected()) {
      if (System.currentTimeMillis() > giveUp_ms) {
        throw new IllegalStateException("Yamcs did not connect its links within 60 s");
      }
      Thread.sleep(LOOK_EVERY_MS);
    }
  }

  private Summary fly(FlightDeck deck, Scenario scenario, YamcsApi api, ProgressLine progress)
      throws InterruptedException {
    LiveSession session = deck.session();
    YamcsSeat seat = new YamcsSeat(api, deck.run(), scenario.epoch());
    ScriptedOperator operator = new ScriptedOperator(scenario, seat);
    ConditionWatch end = new ConditionWatch(scenario, scenario.endsWhen());
    List<String> wrong = new ArrayList<>();
    session.start();
    long started_ns = System.nanoTime();
    double nextProgress_s = 0;
    while (true) {
      Thread.sleep(LOOK_EVERY_MS);
      if (session.failure() != null) {
        throw new IllegalStateException("the rehearsal stopped: " + session.failure());
      }
      TelemetryPicture picture = seat.look();
      operator.step(picture);
      if (operator.done() && end.holds(picture)) {
        break;
      }
      if (session.time_s() > scenario.endsAtMost_s()) {
        wrong.add(
            operator.done()
                ? "not at its end after %.0f s".formatted(scenario.endsAtMost_s())
                : "the script still waited at line " + operator.line());
        break;
      }
      if (session.time_s() >= nextProgress_s) {
        progress.show("%s  %.0f s flown".formatted(scenario.name(), session.time_s()));
        nextProgress_s = session.time_s() + PROGRESS_EVERY_S;
      }
    }
    session.endAndDrain("script");
    double factor = session.time_s() / ((System.nanoTime() - started_ns) * 1e-9);
    wrong.addAll(operator.failures());
    GroundTally ground = settle(deck, scenario, new YamcsArchive(api, deck.run()));
    check(ground, wrong);
    CommandTally tally = seat.tally();
    return Verdicts.summarise(deck.rehearsal(), deck.judge(), seed, wrong, tally, factor, ground);
  }

  /** Waits until the ground has all that was sent, or no longer gets more. */
  private static GroundTally settle(FlightDeck deck, Scenario scenario, YamcsArchive archive)
      throws InterruptedException {
    long giveUp_ms = System.currentTimeMillis() + SETTLE_WITHIN_MS;
    long framesSent = deck.session().framesSent();
    long generated = deck.rehearsal().telemetry().packets();
    Map<String, Long> reports = deck.rehearsal().telemetry().reports();
    Instant stop = scenario.epoch().plusSeconds((long) deck.session().time_s() + CLOCK_MARGIN_S);
    long received = archive.framesReceived();
    long archived = archive.packets();
    Map<String, Long> inParameterArchive =
        archive.reportsInParameterArchive(scenario.epoch(), stop);
    while ((received < framesSent || archived < generated || !inParameterArchive.equals(reports))
        && System.currentTimeMillis() < giveUp_ms) {
      Thread.sleep(LOOK_EVERY_MS);
      received = archive.framesReceived();
      archived = archive.packets();
      inParameterArchive = archive.reportsInParameterArchive(scenario.epoch(), stop);
    }
    return new GroundTally(
        framesSent,
        received,
        generated,
        archived,
        reports,
        inParameterArchive,
        deck.journalFile().toString());
  }

  private static void check(GroundTally ground, List<String> wrong) {
    if (ground.framesReceived() != ground.framesSent()) {
      wrong.add(
          "%d frames sent, %d received".formatted(ground.framesSent(), ground.framesReceived()));
    }
    if (ground.packetsArchived() != ground.packetsGenerated()) {
      wrong.add(
          "%d packets generated, %d archived"
              .formatted(ground.packetsGenerated(), ground.packetsArchived()));
    }
    if (!ground.reportsMissing().isEmpty()) {
      wrong.add("housekeeping reports missing: " + ground.reportsMissing());
    }
  }
}
