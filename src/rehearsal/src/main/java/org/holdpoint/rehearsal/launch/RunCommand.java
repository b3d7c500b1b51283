package org.holdpoint.rehearsal.launch;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.holdpoint.dictionary.EventCodec;
import org.holdpoint.rehearsal.HeadlessRun;
import org.holdpoint.rehearsal.Summary;
import org.holdpoint.rehearsal.scenario.Scenario;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Flies a scenario headless at full speed. */
@Command(
    name = "run",
    description = {
      "Fly a scenario headless at full speed, without Yamcs: a scripted operator sends real",
      "telecommand frames. Prints a summary and the trace hash; exit status 0 only for PASS."
    },
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  @Parameters(paramLabel = "SCENARIO", description = "Name in etc/scenarios, or path of a file.")
  private String scenarioName = "";

  @Option(
      names = "--from",
      paramLabel = "GATE",
      description = "Print from this gate on; what comes before is flown as well.")
  private @Nullable String from;

  @Option(names = "--seed", paramLabel = "N", description = "Seed of all noise (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      converter = OutputFile.class,
      description = "Write the summary as JSON as well.")
  private @Nullable Path json;

  @Option(names = "--events", description = "Print each event as it leaves the spacecraft.")
  private boolean events;

  @Override
  public Integer call() {
    Scenario scenario = Workspace.here().scenario(scenarioName);
    ProgressLine progress = new ProgressLine();
    HeadlessRun run = new HeadlessRun(scenario, seed);
    if (events) {
      run.onEvent(
          (event, time_s) ->
              System.out.printf(
                  "%9.1f s  %-6s  %-26s  %s%n",
                  time_s, event.severity(), event.event(), EventCodec.text(event)));
    }
    if (from != null) {
      run.flyToGate(from, (tick, inputs) -> {});
      System.out.printf("at gate %s after %.1f s%n", from, run.rehearsal().time_s());
    }
    Summary summary =
        run.flyToEnd(
            time_s -> progress.show("%s  %.0f s flown".formatted(scenario.name(), time_s)));
    progress.clear();
    return SummaryPrinter.print(summary, json);
  }
}
