package org.holdpoint.rehearsal.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.holdpoint.rehearsal.Foresight;
import org.holdpoint.rehearsal.Foresight.Spacecraft;
import org.holdpoint.rehearsal.scenario.Scenario;
import org.holdpoint.world.orbitfile.OrbitFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the true orbit of a spacecraft, for instructors. */
@Command(
    name = "ephemeris",
    description = {
      "Write the true orbit of the target or the chaser from the scenario's start, without burns:",
      "for instructors and for other tools. A scenario can start from such a file."
    },
    mixinStandardHelpOptions = true)
final class EphemerisCommand implements Callable<Integer> {
  @Parameters(paramLabel = "SCENARIO", description = "Name in etc/scenarios, or path of a file.")
  private String scenarioName = "";

  @Option(
      names = "--truth",
      paramLabel = "SPACECRAFT",
      required = true,
      description = "Whose: ${COMPLETION-CANDIDATES}.")
  private Spacecraft spacecraft = Spacecraft.TARGET;

  @Option(names = "--seed", paramLabel = "N", description = "Seed of the start (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
  private OrbitFormat format = OrbitFormat.OEM;

  @Option(names = "--hours", paramLabel = "H", description = "Span of an OEM (${DEFAULT-VALUE}).")
  private double hours = 24;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      converter = OutputFile.class,
      required = true,
      description = "File to write.")
  private Path out = Path.of("");

  @Override
  public Integer call() {
    Scenario scenario = Workspace.here().scenario(scenarioName);
    Foresight foresight = new Foresight(scenario, seed);
    OrbitText.write(
        out,
        spacecraft.name(),
        List.of("truth of scenario " + scenario.name() + ", seed " + seed + "; without burns"),
        format,
        hours,
        (every_s, duration_s) -> foresight.truth(spacecraft, every_s, duration_s));
    return 0;
  }
}
