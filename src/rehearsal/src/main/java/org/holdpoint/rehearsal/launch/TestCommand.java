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

  /** Packages of the flight software whose tests are tested, below org.holdpoint.flight. */
  private static final List<String> MUTATED = List.of("command", "mode", "safety");

  @Option(
      names = "--only",
      paramLabel = "MODULE",
      description = "Only this module, e.g. flight-sw.")
  private @org.jspecify.annotations.Nullable String only;

  @Option(
      names = "--mutations",
      description = {
        "Instead: change the code of the safety, mode and command packages of the flight software,",
        "one mutation at a time (PIT), and see whether a test notices. Fails below 85 % in any of",
        "them. Takes an hour or more; reports are in flight-sw/target/mutations."
      })
  private boolean mutations;

  @Parameters(paramLabel = "MAVEN-ARGUMENT", description = "Passed on to Maven.", arity = "0..*")
  private List<String> mavenArguments = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (mutations) {
      return mutate();
    }
    installChromium();
    List<String> maven = new ArrayList<>(List.of("mvn", "-B", "-ntp", "verify"));
    if (only != null) {
      maven.addAll(List.of("-pl", only, "-am"));
    }
    maven.addAll(mavenArguments);
    return run(maven);
  }

  /** Each package by itself, so that a good one does not hide a poor one. */
  private int mutate() throws IOException, InterruptedException {
    int worst = 0;
    for (String mutated : MUTATED) {
      List<String> maven = new ArrayList<>(List.of("mvn", "-B", "-ntp", "process-test-classes"));
      maven.addAll(List.of("-pl", "flight-sw", "-am", "-Pmutations", "-Dmutations.of=" + mutated));
      maven.addAll(mavenArguments);
      worst = Math.max(worst, run(maven));
    }
    return worst;
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
