package org.holdpoint.campaign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.holdpoint.rehearsal.launch.ProgressLine;
import org.holdpoint.rehearsal.launch.Workspace;
import org.holdpoint.rehearsal.scenario.Scenario;
import org.holdpoint.world.fault.Fault;
import org.holdpoint.world.state.NoiseStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Seeded faults from snapshots of each phase. */
@Command(
    name = "faults",
    description = {
      "Fly on from snapshots of each phase within 3 km with seeded faults, on all cores, and tell",
      "missions completed, safings and breaches with their confidence bounds. An operator without",
      "nerves says GO at open gates and RESUME when all is well. Writes campaign.json and",
      "campaign.html. The same seed gives the same flights on any number of cores."
    },
    mixinStandardHelpOptions = true)
final class FaultCampaignCommand implements Callable<Integer> {
  private static final int MOST = 100_000;

  /** Base flights with other seeds, so that noise is not the same in all. */
  private static final int BASE_FLIGHTS = 4;

  @Option(
      names = "--n",
      paramLabel = "N",
      description = "How many flights, 1 to " + MOST + " (${DEFAULT-VALUE}).")
  private int n = 100;

  @Option(names = "--two", description = "Two faults in each flight.")
  private boolean two;

  @Option(names = "--none", description = "No fault: what safes then is a nuisance.")
  private boolean none;

  @Option(names = "--seed", paramLabel = "S", description = "Seed (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--scenario",
      paramLabel = "NAME",
      description = "Flight whose phases are taken (${DEFAULT-VALUE}).")
  private String scenarioName = "inspection";

  @Option(
      names = "--only",
      paramLabel = "ID",
      description = "Fly just this one of the N again and tell of it.")
  private @Nullable Integer only;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for the report (${DEFAULT-VALUE}).")
  private Path out = Path.of(".holdpoint/campaign");

  @Option(
      names = "--threads",
      paramLabel = "K",
      description = "Flights at a time (as many as cores).")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Override
  public Integer call() throws IOException, InterruptedException, ExecutionException {
    check();
    Scenario scenario = Workspace.here().scenario(scenarioName);
    ProgressLine progress = new ProgressLine();
    ExecutorService cores = Executors.newFixedThreadPool(threads);
    try {
      progress.show("flying the base flights");
      Integer one = only;
      if (one != null) {
        List<Phase> phases = BaseFlight.phases(scenario, base(one));
        progress.clear();
        return tell(flight(scenario, phases, one));
      }
      List<Future<List<Phase>>> bases = new ArrayList<>();
      for (long base = 1; base <= Math.min(n, BASE_FLIGHTS); base++) {
        long baseSeed = base;
        bases.add(cores.submit(() -> BaseFlight.phases(scenario, baseSeed)));
      }
      List<List<Phase>> phases = new ArrayList<>();
      for (Future<List<Phase>> base : bases) {
        phases.add(base.get());
      }
      AtomicInteger done = new AtomicInteger();
      List<Future<Outcome>> flights = new ArrayList<>();
      for (int id = 1; id <= n; id++) {
        int each = id;
        flights.add(
            cores.submit(
                () -> {
                  Outcome outcome = flight(scenario, phases.get((int) base(each) - 1), each);
                  progress.show("%d of %d flights".formatted(done.incrementAndGet(), n));
                  return outcome;
                }));
      }
      List<Outcome> outcomes = new ArrayList<>();
      for (Future<Outcome> flight : flights) {
        outcomes.add(flight.get());
      }
      progress.clear();
      return report(new CampaignReport(scenario.name(), seed, kind(), outcomes));
    } finally {
      cores.shutdownNow();
    }
  }

  private void check() {
    if (n < 1 || n > MOST) {
      throw new IllegalArgumentException("--n: " + n + " is not in 1 to " + MOST + ".");
    }
    if (two && none) {
      throw new IllegalArgumentException("--two and --none exclude each other: give one of them.");
    }
    if (threads < 1 || threads > 1024) {
      throw new IllegalArgumentException("--threads: " + threads + " is not in 1 to 1024.");
    }
    Integer one = only;
    if (one != null && (one < 1 || one > n)) {
      throw new IllegalArgumentException("--only: " + one + " is not one of the flights 1 to " + n);
    }
  }

  private String kind() {
    return none ? "no fault" : two ? "two faults" : "one fault";
  }

  /** Seed of the base flight that a flight of the campaign branches off. */
  private static long base(int id) {
    return (id - 1) % BASE_FLIGHTS + 1L;
  }

  /** Everything about a flight follows from the campaign's seed and its number. */
  private Outcome flight(Scenario scenario, List<Phase> phases, int id) {
    NoiseStream random = new NoiseStream(seed, "campaign/" + id);
    Phase phase = phases.get(Math.min(phases.size() - 1, (int) (random.uniform() * phases.size())));
    int count = none ? 0 : two ? 2 : 1;
    List<Fault> faults = new ArrayList<>();
    while (faults.size() < count) {
      Fault fault = DrawnFault.draw(random, phase);
      if (faults.stream().noneMatch(other -> other.unit().equals(fault.unit()))) {
        faults.add(fault);
      }
    }
    try {
      return new CampaignFlight(scenario, phase, base(id), faults).fly(id, replay(id));
    } catch (RuntimeException e) {
      // Nothing may stop the spacecraft's computer: this counts with the worst.
      return Outcome.crashed(id, phase, base(id), faults, e, replay(id));
    }
  }

  private String replay(int id) {
    return "./holdpoint campaign faults --scenario %s --seed %d%s --n %d --only %d"
        .formatted(scenarioName, seed, two ? " --two" : none ? " --none" : "", n, id);
  }

  private static int tell(Outcome flight) {
    row("flight", flight.id() + ", " + flight.phase() + ", base seed " + flight.base_seed());
    flight.faults().forEach(fault -> row("fault", fault));
    row("came to", came(flight));
    row("nearest", "%.1f m".formatted(flight.min_range_m()));
    if (flight.drift_min_range_m() != null) {
      row("drift", "%.1f m in the day after".formatted(flight.drift_min_range_m()));
    }
    row("safings", CampaignReport.safings(flight.safings()));
    flight.safing_log().forEach(line -> row("", line));
    row("resumes", Integer.toString(flight.resumes()));
    row("flown", "%.1f s".formatted(flight.flown_s()));
    row("trace hash", flight.trace_sha256());
    return flight.good() ? 0 : 1;
  }

  private static String came(Outcome flight) {
    String how = flight.breach() ? "BREACH" : flight.completed() ? "completed" : "not completed";
    return how + ", " + flight.final_mode() + (flight.survivable() ? "" : ", not survivable");
  }

  private int report(CampaignReport report) throws IOException {
    report.write(out);
    CampaignReport.Group all = report.all();
    row("flights", report.outcomes().size() + ", " + kind() + ", seed " + seed);
    share("completed", all.completed());
    share("survivable", all.completedOfSurvivable());
    share("breaches", all.breached());
    share("safed", all.safed());
    row("safings", CampaignReport.safings(all.safings()));
    row("nuisances", all.nuisances() + " safings although no fault acted or had just passed");
    row("severer", all.severer() + " safings although a lesser rung was judged safe");
    for (Outcome flight : report.failures().stream().limit(10).toList()) {
      row("short", came(flight) + ", " + flight.phase() + " " + flight.faults());
      row("", flight.replay());
    }
    row("report", out.resolve("campaign.html").toString());
    return all.breached().count() == 0 ? 0 : 1;
  }

  private static void share(String name, Share share) {
    row(
        name,
        "%d of %d, %.1f %% (95 %%: %.1f to %.1f)"
            .formatted(
                share.count(),
                share.of(),
                100 * share.share(),
                100 * share.low(),
                100 * share.high()));
  }

  private static void row(String name, String value) {
    System.out.printf("  %-11s %s%n", name, value);
  }
}
