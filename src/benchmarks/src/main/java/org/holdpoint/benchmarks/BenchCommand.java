package org.holdpoint.benchmarks;

import org.holdpoint.rehearsal.launch.FurtherCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Entry point of {@code ./holdpoint bench}. */
@Command(
    name = "bench",
    description = "Measure speed and accuracy on this machine.",
    mixinStandardHelpOptions = true,
    subcommands = {BenchWorldCommand.class, BenchFlightCommand.class, BenchPartsCommand.class})
public final class BenchCommand implements FurtherCommand {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    if (spec != null) {
      spec.commandLine().usage(System.out);
    }
    return 0;
  }
}
