package org.holdpoint.rehearsal.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.holdpoint.rehearsal.Foresight;
import org.holdpoint.rehearsal.scenario.Scenario;
import org.holdpoint.world.orbitfile.OrbitFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the target's orbit as the mission would be told it. */
@Command(
    name = "cue",
    description = {
      "Write the target's orbit as the mission would be told it, with the error that the scenario's",
      "'cue' asks for (usually 2 km in semi-major axis, 100 km along-track, 10 km cross-track, 1 sigma),",
      "drawn by the seed. The error itself is not printed."
    },
    mixinStandardHelpOptions = true)
final class CueCommand implements Callable<Integer> {
  @Parameters(paramLabel = "SCENARIO", description = "Name in etc/scenarios, or path of a file.")
  private String scenarioName = "";

  @Option(names = "--seed", paramLabel = "N", description = "Seed of the error (${DEFAULT-VALUE}).")
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
        "TARGET",
        List.of("cue of scenario " + scenario.name() + ", seed " + seed + "; not the truth"),
        format,
        hours,
        foresight::cue);
    return 0;
  }
}
