package org.holdpoint.rehearsal.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.holdpoint.rehearsal.scenario.Attachments;
import org.holdpoint.rehearsal.scenario.Scenario;
import org.holdpoint.rehearsal.scenario.ScenarioReader;

/**
 * Where things are: the checkout, and the ignored folder for what a run leaves behind.
 *
 * @param root the checkout
 */
public record Workspace(Path root) {
  /** The checkout that the launcher script names. */
  public static Workspace here() {
    String root = System.getProperty("holdpoint.root");
    if (root == null) {
      throw new IllegalStateException(
          "holdpoint.root is not set; start Holdpoint by ./holdpoint in its checkout");
    }
    return new Workspace(Path.of(root));
  }

  /** Accounts, journals, archives and logs; never committed. */
  Path data() {
    return root.resolve(".holdpoint");
  }

  Path journals() {
    return data().resolve("journals");
  }

  Path scenarios() {
    return root.resolve("etc").resolve("scenarios");
  }

  /** Scenario files, by name. */
  List<Path> scenarioFiles() {
    try (Stream<Path> files = Files.list(scenarios())) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + scenarios(), e);
    }
  }

  /**
   * The scenario with this name in {@code etc/scenarios}, or in the file of this path.
   *
   * @throws IllegalArgumentException when there is none
   */
  public Scenario scenario(String nameOrFile) {
    Path named = scenarios().resolve(nameOrFile + ".yaml");
    if (Files.isRegularFile(named)) {
      return ScenarioReader.read(
          root.relativize(named).toString(), bytes(named), Attachments.beside(named));
    }
    Path file = Path.of(nameOrFile);
    if (Files.isRegularFile(file)) {
      return ScenarioReader.read(file);
    }
    throw new IllegalArgumentException(
        "no scenario '"
            + nameOrFile
            + "'; one of: "
            + String.join(", ", scenarioFiles().stream().map(Workspace::name).toList())
            + ", or the path of a scenario file");
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  static String name(Path scenarioFile) {
    return scenarioFile.getFileName().toString().replaceFirst("\\.yaml$", "");
  }
}
