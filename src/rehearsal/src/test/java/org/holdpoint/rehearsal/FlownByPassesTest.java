package org.holdpoint.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.holdpoint.rehearsal.Rehearsal.FlownTick;
import org.holdpoint.rehearsal.scenario.Scenario;
import org.holdpoint.rehearsal.scenario.ScenarioException;
import org.holdpoint.rehearsal.scenario.ScenarioReader;
import org.holdpoint.rehearsal.scenario.StationFile;
import org.holdpoint.world.event.Almanac;
import org.holdpoint.world.station.Site;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The signal comes and goes with the stations' sight of the chaser. */
@Tag("REH-061")
class FlownByPassesTest {
  private static final Path ETC = Path.of(System.getProperty("holdpoint.root"), "etc");
  private static final String RELAY = "link: {kind: relay, delay_s: 0.3}";

  @TempDir private Path folder;

  private Scenario by(String link) throws IOException {
    String text = Files.readString(ETC.resolve("scenarios/first-approach.yaml"));
    assertThat(text).contains(RELAY);
    Files.copy(ETC.resolve("stations.yaml"), folder.resolve("stations.yaml"));
    Path file = folder.resolve("by-passes.yaml");
    Files.writeString(file, text.replace(RELAY, link));
    return ScenarioReader.read(file);
  }

  @Test
  void framesReachTheGroundInPassesOnlyAndAsPredicted() throws IOException {
    Scenario scenario = by("link: {kind: stations, network: stations.yaml, use: [svalbard]}");
    Almanac predicted = new Foresight(scenario, 1).almanac(scenario.stations(), 1800);
    double aos_s = 1e-9 * (predicted.passes().get(0).aos_tai_ns() - predicted.from_tai_ns());
    double los_s = 1e-9 * (predicted.passes().get(0).los_tai_ns() - predicted.from_tai_ns());
    Rehearsal rehearsal = new Rehearsal(scenario, 1);
    List<Double> heard_s = new ArrayList<>();
    List<String> sites = new ArrayList<>();
    double shortest_s = 1;
    while (rehearsal.time_s() < 1500) {
      FlownTick flown = rehearsal.fly(List.of());
      if (!flown.downlink().isEmpty()) {
        heard_s.add(rehearsal.time_s());
        shortest_s = Math.min(shortest_s, rehearsal.linkDelay_s());
      }
      if (!sites.contains(rehearsal.site())) {
        sites.add(rehearsal.site());
      }
    }

    assertThat(sites).containsExactly("", "svalbard");
    assertThat(heard_s.get(0)).isCloseTo(aos_s, within(1.0));
    assertThat(heard_s.get(heard_s.size() - 1)).isCloseTo(los_s, within(1.0));
    assertThat(heard_s).hasSizeGreaterThan(5000);
    // 500 km up at 47 deg of elevation: 650 km
    assertThat(shortest_s).isBetween(500 / 299_792.0, 800 / 299_792.0);
  }

  @Test
  void aSnapshotInAGapContinuesWithTheSameBytes() throws IOException {
    Scenario scenario = by("link: {kind: stations, network: stations.yaml, use: [svalbard]}");
    Rehearsal whole = new Rehearsal(scenario, 1);
    fly(whole, 6500);
    byte[] saved = whole.save();
    Rehearsal restored = new Rehearsal(scenario, 1);
    restored.restore(saved);
    assertThat(restored.save()).isEqualTo(saved);

    assertThat(fly(restored, 600)).isEqualTo(fly(whole, 600)).isPositive();
    assertThat(restored.trace_sha256()).isEqualTo(whole.trace_sha256());
  }

  private static int fly(Rehearsal rehearsal, int ticks) {
    int frames = 0;
    for (int i = 0; i < ticks; i++) {
      frames += rehearsal.fly(List.of()).downlink().size();
    }
    return frames;
  }

  @Test
  void aRelaySatelliteAddsItsWayAndHasItsOwnGaps() throws IOException {
    Scenario scenario =
        by("link: {kind: stations, network: stations.yaml, use: [relay-pacific], delay_s: 0.1}");
    Rehearsal rehearsal = new Rehearsal(scenario, 1);
    assertThat(fly(rehearsal, 50)).isPositive();
    assertThat(rehearsal.site()).isEqualTo("relay-pacific");
    // 0.1 s of the scenario, 0.25 s of the relay, 36,000 to 46,000 km of light time
    assertThat(rehearsal.linkDelay_s()).isBetween(0.35 + 0.118, 0.35 + 0.16);
    fly(rehearsal, 11_000);
    assertThat(rehearsal.site()).as("behind Earth").isEmpty();
  }

  @Test
  void aContinuousRelayAlwaysHasTheSignal() {
    Rehearsal rehearsal =
        new Rehearsal(ScenarioReader.read(ETC.resolve("scenarios/first-approach.yaml")), 1);
    fly(rehearsal, 10);
    assertThat(rehearsal.site()).isEqualTo("relay");
    assertThat(rehearsal.linkDelay_s()).isEqualTo(0.3);
    assertThat(rehearsal.contactPlan().contacts()).isEmpty();
  }

  @Test
  void passesThatOverlapAreOneContactOfThePlan() throws IOException {
    Scenario scenario =
        by("link: {kind: stations, network: stations.yaml, use: [svalbard, kiruna, troll]}");
    Rehearsal rehearsal = new Rehearsal(scenario, 1);
    ContactPlan plan = rehearsal.contactPlan();
    long start_tai_ns = rehearsal.start_tai_ns();

    ContactPlan.Contact first = plan.contacts().get(0);
    assertThat(first.sites()).isEqualTo("svalbard, kiruna");
    assertThat(plan.toAos_s(start_tai_ns)).isCloseTo(665, within(10.0));
    assertThat(plan.toAos_s(first.aos_tai_ns())).as("in contact").isNull();
    assertThat(plan.from(first.los_tai_ns(), 1).get(0).sites()).isEqualTo("troll");
    for (int i = 1; i < plan.contacts().size(); i++) {
      assertThat(plan.contacts().get(i).aos_tai_ns())
          .isGreaterThan(plan.contacts().get(i - 1).los_tai_ns());
    }
  }

  @Test
  void thePassTableSaysTheSameToPeopleAndPrograms() throws IOException {
    Scenario scenario =
        by("link: {kind: stations, network: stations.yaml, use: [svalbard, troll, relay-pacific]}");
    Almanac almanac = new Foresight(scenario, 1).almanac(scenario.stations(), 6 * 3600);
    AlmanacReport report = new AlmanacReport("passes", almanac);

    JsonNode json = new ObjectMapper().readTree(report.json());
    assertThat(json.path("passes").size()).isEqualTo(almanac.passes().size());
    JsonNode pass = json.path("passes").get(1);
    assertThat(pass.path("site").asText()).isEqualTo("svalbard");
    assertThat(pass.path("aos_utc").asText()).startsWith("2027-03-04 06:11:0");
    assertThat(pass.path("max_elevation_deg").asDouble()).isBetween(45.0, 50.0);
    assertThat(report.lines())
        .anyMatch(line -> line.startsWith("svalbard") && line.contains("06:11:0"))
        .contains("no shadow: the orbit stays in sunlight");
  }

  @Test
  void mistakesInTheLinkAreNamedWithWhatIsAllowed() {
    assertThatThrownBy(() -> by("link: {kind: stations, network: stations.yaml, use: [svalbord]}"))
        .isInstanceOf(ScenarioException.class)
        .hasMessageContaining("link.use[0]: 'svalbord' is not in stations.yaml. One of: svalbard,");
  }

  @Test
  void aLinkWithoutItsNetworkOrWithOneTooManyIsRefused() {
    assertThatThrownBy(() -> by("link: {kind: stations}"))
        .hasMessageContaining("link: 'network' is missing");
  }

  @Test
  void mistakesInAStationFileAreNamedWithTheirLine() {
    assertMistake("stations:\n  - {name: a, latitude_deg: 95}", "a-file:3: stations[0]");
    assertMistake(
        "stations:\n  - {name: a, latitude_deg: 95, longitude_deg: 0, altitude_m: 0,"
            + " mask: [{azimuth_deg: 0, elevation_deg: 5}]}",
        "95 is too large; at most 90");
    assertMistake(
        "stations:\n  - {name: a, latitude_deg: 5, longitude_deg: 0, altitude_m: 0,"
            + " mask: [{azimuth_deg: 9, elevation_deg: 5}, {azimuth_deg: 8, elevation_deg: 5}]}",
        "azimuth_deg must ascend, but 8.0 follows 9.0");
    assertMistake(
        "relays:\n  - {name: a, longitude_deg: 0, further_delay_s: 0.2}\n"
            + "  - {name: a, longitude_deg: 5, further_delay_s: 0.2}",
        "a-file:4: relays[1].name: 'a' stands twice in the file");
    assertMistake(
        "antennas: []", "'antennas' is not a key here. One of: network, stations, relays");
  }

  private static void assertMistake(String sites, String message) {
    byte[] text = ("network: test\n" + sites + "\n").getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> StationFile.read("a-file", text))
        .isInstanceOf(ScenarioException.class)
        .hasMessageContaining(message);
  }

  @Test
  void theNetworkThatComesWithTheRepositoryIsGood() throws IOException {
    List<Site> sites =
        StationFile.read("stations.yaml", Files.readAllBytes(ETC.resolve("stations.yaml")));
    assertThat(sites).hasSizeGreaterThan(10);
  }
}
