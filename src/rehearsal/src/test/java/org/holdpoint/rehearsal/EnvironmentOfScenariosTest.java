package org.holdpoint.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.holdpoint.rehearsal.scenario.Scenario;
import org.holdpoint.rehearsal.scenario.ScenarioException;
import org.holdpoint.rehearsal.scenario.ScenarioReader;
import org.holdpoint.world.BodyProperties;
import org.holdpoint.world.BoxAndWing;
import org.holdpoint.world.EnvironmentChoice;
import org.holdpoint.world.environment.Atmosphere;
import org.holdpoint.world.environment.Environment;
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
  void spaceWeatherComesFromAFileBesideTheScenario() throws IOException {
    Files.writeString(folder.resolve("quiet.txt"), spaceWeather(70, 4));
    Files.writeString(folder.resolve("storm.txt"), spaceWeather(240, 120));
    double quiet_kg_m3 = density(read("environment: {space_weather: quiet.txt}", "target: {"));
    double storm_kg_m3 = density(read("environment: {space_weather: storm.txt}", "target: {"));
    assertThat(storm_kg_m3).isGreaterThan(5 * quiet_kg_m3);
    assertThatThrownBy(() -> read("environment: {space_weather: none.txt}", "target: {"))
        .isInstanceOf(ScenarioException.class)
        .hasMessageContaining("none.txt");
    Files.writeString(folder.resolve("half.txt"), "BEGIN OBSERVED\nEND OBSERVED\n");
    assertThatThrownBy(() -> read("environment: {space_weather: half.txt}", "target: {"))
        .isInstanceOf(ScenarioException.class)
        .hasMessageContaining("no section 'BEGIN DAILY_PREDICTED'");
  }

  private static double density(Scenario scenario) {
    var configuration = WorldLoad.of(scenario, 1);
    var environment = new Environment();
    environment.moveTo(configuration.start_tai_ns());
    return new Atmosphere(environment, configuration.environment())
        .density_kg_m3(6.1e6, 2.9e6, 1.2e6);
  }

  /** Three months of one and the same weather, in the columns of the CSSI format 1.2. */
  private static String spaceWeather(double f107_sfu, int ap) {
    return "DATATYPE CssiSpaceWeather\nVERSION 1.2\n"
        + section("OBSERVED", LocalDate.of(2027, 1, 15), 90, f107_sfu, ap)
        + section("DAILY_PREDICTED", LocalDate.of(2027, 4, 15), 5, f107_sfu, ap)
        + section("MONTHLY_PREDICTED", LocalDate.of(2027, 5, 1), 1, f107_sfu, ap);
  }

  private static String section(String name, LocalDate from, int days, double f107_sfu, int ap) {
    StringBuilder rows = new StringBuilder();
    for (int day = 0; day < days; day++) {
      LocalDate date = from.plusDays(day);
      rows.append(
          String.format(
              Locale.ROOT,
              "%4d %02d %02d%5d%3d",
              date.getYear(),
              date.getMonthValue(),
              date.getDayOfMonth(),
              2600,
              1));
      rows.append(" 20".repeat(8)).append(" 160");
      rows.append(String.format(Locale.ROOT, "%4d", ap).repeat(9));
      rows.append(String.format(Locale.ROOT, "%4.1f%2d%4d%6.1f%2d", 0.5, 2, 100, f107_sfu, 0));
      rows.append(String.format(Locale.ROOT, "%6.1f", f107_sfu).repeat(5)).append("\n");
    }
    return "NUM_%s_POINTS %d\nBEGIN %s\n%sEND %s\n".formatted(name, days, name, rows, name);
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
