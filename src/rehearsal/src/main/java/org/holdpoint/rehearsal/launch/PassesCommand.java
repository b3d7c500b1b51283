package org.holdpoint.rehearsal.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.holdpoint.rehearsal.AlmanacReport;
import org.holdpoint.rehearsal.Foresight;
import org.holdpoint.rehearsal.scenario.Scenario;
import org.holdpoint.rehearsal.scenario.StationFile;
import org.holdpoint.world.station.StationNetwork;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the passes, shadows and Sun angle that a scenario's chaser will meet. */
@Command(
    name = "passes",
    description = {
      "Print the chaser's passes over the ground stations, its eclipses and the Sun's angle to the",
      "orbit, predicted from its own orbit at the start. A scenario that flies by a continuous relay",
      "is shown over all stations and relays of etc/stations.yaml."
    },
    mixinStandardHelpOptions = true)
final class PassesCommand implements Callable<Integer> {
  private static final double SECONDS_PER_HOUR = 3600;

  @Parameters(paramLabel = "SCENARIO", description = "Name in etc/scenarios, or path of a file.")
  private String scenarioName = "";

  @Option(names = "--hours", paramLabel = "H", description = "Span, 0.1 to 240 (${DEFAULT-VALUE}).")
  private double hours = 24;

  @Option(names = "--seed", paramLabel = "N", description = "Seed of the start (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(names = "--network", paramLabel = "FILE", description = "Stations of this file instead.")
  private @Nullable Path network;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      converter = OutputFile.class,
      description = "Write the table as JSON as well.")
  private @Nullable Path json;

  @Override
  public Integer call() {
    Span.check(hours);
    Workspace workspace = Workspace.here();
    Scenario scenario = workspace.scenario(scenarioName);
    StationNetwork sites = sites(workspace, scenario);
    String link =
        scenario.stations() == null ? "its link is a relay that always has the signal" : "its link";
    AlmanacReport report =
        new AlmanacReport(
            "%s: passes of the chaser over %d sites (%s)"
                .formatted(scenario.name(), sites.sites().size(), link),
            new Foresight(scenario, seed).almanac(sites, hours * SECONDS_PER_HOUR));
    report.lines().forEach(System.out::println);
    if (json != null) {
      write(json, report.json() + System.lineSeparator());
    }
    return 0;
  }

  private StationNetwork sites(Workspace workspace, Scenario scenario) {
    StationNetwork own = scenario.stations();
    if (network == null && own != null) {
      return own;
    }
    Path file =
        network == null ? workspace.root().resolve("etc").resolve("stations.yaml") : network;
    try {
      return new StationNetwork(StationFile.read(file.toString(), Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new IllegalArgumentException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
