package org.holdpoint.rehearsal.launch;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.holdpoint.rehearsal.scenario.Scenario;
import org.holdpoint.rehearsal.scenario.ScenarioException;
import picocli.CommandLine.Command;

/** Lists the scenarios. */
@Command(
    name = "scenarios",
    description =
        "List the scenarios with what they teach; a mistake in a file is shown with its line.",
    mixinStandardHelpOptions = true)
final class ScenariosCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    Workspace workspace = Workspace.here();
    int mistaken = 0;
    for (Path file : workspace.scenarioFiles()) {
      try {
        print(workspace.scenario(Workspace.name(file)));
      } catch (ScenarioException e) {
        System.err.println(e.getMessage());
        mistaken++;
      }
    }
    return mistaken == 0 ? 0 : Main.REFUSED;
  }

  private static void print(Scenario scenario) {
    System.out.println(scenario.name() + "  -  " + scenario.title());
    System.out.println("  gates: " + scenario.gateNames());
    scenario.teaches().forEach(goal -> System.out.println("  - " + goal));
    System.out.println("  exposes: " + scenario.exposes());
    System.out.println();
  }
}
