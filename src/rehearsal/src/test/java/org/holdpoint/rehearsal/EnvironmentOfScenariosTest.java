package org.holdpoint.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.holdpoint.rehearsal.scenario.Scenario;
import org.holdpoint.rehearsal.scenario.ScenarioException;
import org.holdpoint.rehearsal.scenario.ScenarioReader;
import org.holdpoint.world.BodyProperties;
import org.holdpoint.world.BoxAndWing;
import org.holdpoint.world.EnvironmentChoice;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Environment and bodies as scenarios write them. */
class EnvironmentOfScenariosTest {
  private static final Path FIRST_APPROACH = Path.of("../../etc/scenarios/first-approach.yaml");

  @TempDir private Path folder;

  @Test
  @Tag("REH-022")
  void whatAScenarioDoesNotSayIsNominal() {
    var world = WorldLoad.of(ScenarioReader.read(FIRST_APPROACH), 1);
    assertThat(world.environment()).isEqualTo(EnvironmentChoice.NOMINAL);
    assertThat(world.chaser()).isEqualTo(BodyProperties.CHASER);
    assertThat(world.target()).isEqualTo(BodyProperties.TARGET);
  }

  @Test
  @Tag("REH-022")
  void aScenarioChoosesFieldAirAndBodies() throws IOException {
    Scenario scenario =
        read(
            "environment: {gravity_degree: 30, air: harris-priester, moon: false, tides: true}",
            "target: {body: {box_m: [2, 1.5, 1.5], wing_m2: 6}, ");
    var world = WorldLoad.of(scenario, 1);
    assertThat(world.environment().gravityDegree()).isEqualTo(30);
    assertThat(world.environment().air()).isEqualTo(EnvironmentChoice.Air.HARRIS_PRIESTER);
    assertThat(world.environment().moon()).isFalse();
    assertThat(world.environment().tides()).isTrue();
    assertThat(world.target().shape()).isEqualTo(BoxAndWing.TARGET);
  }

  @Test
  @Tag("REH-022")
  void contradictionsAreRefused() {
    assertThatThrownBy(() -> read("environment: {air: none, ap: 5}", "target: {"))
        .isInstanceOf(ScenarioException.class)
        .hasMessageContaining("environment.ap: only air nrlmsise-00 uses it");
    assertThatThrownBy(() -> read("environment: {gravity_degree: 71}", "target: {"))
        .isInstanceOf(ScenarioException.class)
        .hasMessageContaining("70");
    assertThatThrownBy(() -> read("environment: {}", "target: {body: {wing_m2: 6}, "))
        .isInstanceOf(ScenarioException.class)
        .hasMessageContaining("give both or none");
  }

  private Scenario read(String environment, String target) throws IOException {
    String text = Files.readString(FIRST_APPROACH);
    assertThat(text).contains("target: {");
    Path file = folder.resolve("scenario.yaml");
    Files.writeString(file, text.replace("target: {", target) + "\n" + environment + "\n");
    return ScenarioReader.read(file);
  }
}
