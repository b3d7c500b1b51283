package org.holdpoint.rehearsal.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.holdpoint.rehearsal.live.PortInUseException;
import org.holdpoint.rehearsal.scenario.ScenarioException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Entry point of {@code ./holdpoint}. */
@Command(
    name = "holdpoint",
    description = "Fly a rendezvous before you fly it.",
    mixinStandardHelpOptions = true,
    version = "Holdpoint 0.1.0",
    subcommands = {
      FlyCommand.class,
      RunCommand.class,
      RehearseCommand.class,
      ReplayCommand.class,
      PicturesCommand.class,
      ScenariosCommand.class,
      FaultsCommand.class,
      PassesCommand.class,
      CueCommand.class,
      EphemerisCommand.class,
      TestCommand.class
    })
public final class Main implements Callable<Integer> {
  /** Exit code for input that was refused. */
  static final int REFUSED = 2;

  @Spec private @org.jspecify.annotations.Nullable CommandSpec spec;

  @Override
  public Integer call() {
    if (spec != null) {
      spec.commandLine().usage(System.out);
    }
    return 0;
  }

  public static void main(String[] arguments) {
    var commandLine = new CommandLine(new Main());
    ServiceLoader.load(FurtherCommand.class).forEach(commandLine::addSubcommand);
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setExecutionExceptionHandler(
        (exception, command, parsed) -> {
          if (exception instanceof ScenarioException
              || exception instanceof IllegalArgumentException
              || exception instanceof PortInUseException
              || exception instanceof IllegalStateException) {
            command.getErr().println(exception.getMessage());
            return REFUSED;
          }
          if (exception instanceof IOException || exception instanceof UncheckedIOException) {
            command.getErr().println("cannot read or write: " + exception.getMessage());
            return REFUSED;
          }
          throw exception;
        });
    System.exit(commandLine.execute(arguments));
  }
}
