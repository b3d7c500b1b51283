package org.holdpoint.benchmarks;

import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** JMH over the parts. */
@Command(
    name = "parts",
    description = "Time single parts by JMH, each in a Java process of its own.",
    mixinStandardHelpOptions = true)
final class BenchPartsCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      defaultValue = "org.holdpoint.*",
      paramLabel = "PATTERN",
      description = "Regular expression of the benchmarks to run (${DEFAULT-VALUE}).")
  private String pattern = "";

  @Override
  public Integer call() throws RunnerException {
    return new Runner(new OptionsBuilder().include(pattern).build()).run().isEmpty() ? 1 : 0;
  }
}
