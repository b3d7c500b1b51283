package org.holdpoint.acceptance;

import java.nio.file.Path;
import java.util.Objects;
import org.holdpoint.rehearsal.scenario.Scenario;
import org.holdpoint.rehearsal.scenario.ScenarioReader;

/** Where the files under test are. */
final class Checkout {
  static final Path ROOT =
      Path.of(Objects.requireNonNull(System.getProperty("holdpoint.root"), "holdpoint.root"));

  private Checkout() {}

  static Scenario scenario(String name) {
    return ScenarioReader.read(ROOT.resolve("etc/scenarios/" + name + ".yaml"));
  }
}
