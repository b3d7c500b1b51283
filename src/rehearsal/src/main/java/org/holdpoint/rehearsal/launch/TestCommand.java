package org.holdpoint.rehearsal.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Builds and tests everything. */
@Command(
    name = "test",
    description = {
      "Build and test everything: unit tests, whole flights headless and through Yamcs, the browser.",
      "Installs Debian's Chromium for the browser tests when it is missing and this user may."
    },
    mixinStandardHelpOptions = true)
final class TestCommand implements Callable<Integer> {
  private static final List<String> CHROMIUM = List.of("chromium", "chromium-driver");

  @Option(
      names = "--only",
      paramLabel = "MODULE",
      description = "Only this module, e.g. flight-sw.")
  private @org.jspecify.annotations.Nullable String only;

  @Parameters(paramLabel = "MAVEN-ARGUMENT", description = "Passed on to Maven.", arity = "0..*")
  private List<String> mavenArguments = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    installChromium();
    List<String> maven = new ArrayList<>(List.of("mvn", "-B", "-ntp", "verify"));
    if (only != null) {
      maven.addAll(List.of("-pl", only, "-am"));
    }
    maven.addAll(mavenArguments);
    return run(maven);
  }

  private static void installChromium() throws IOException, InterruptedException {
    if (Files.isExecutable(Path.of("/usr/bin/chromium"))
        && Files.isExecutable(Path.of("/usr/bin/chromedriver"))) {
      return;
    }
    System.out.println("holdpoint: installing Chromium for the browser tests");
    List<String> install = new ArrayList<>(List.of("apt-get", "install", "-y", "-q"));
    install.add("--no-install-recommends");
    install.addAll(CHROMIUM);
    if (run(List.of("apt-get", "update", "-q")) != 0 || run(install) != 0) {
      throw new IllegalStateException(
          "Chromium could not be installed; as root: apt-get install "
              + String.join(" ", CHROMIUM));
    }
  }

  private static int run(List<String> command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .directory(Workspace.here().root().toFile())
        .inheritIO()
        .start()
        .waitFor();
  }
}
