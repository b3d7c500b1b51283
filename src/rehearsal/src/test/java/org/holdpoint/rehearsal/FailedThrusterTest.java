package org.holdpoint.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.rehearsal.scenario.ScenarioReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole missions on eleven thrusters. */
class FailedThrusterTest {
  private static final Path SCENARIOS = Path.of("../../etc/scenarios");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 10})
  @Tag("PRP-007")
  void theFirstApproachIsFlownToItsEndWithAThrusterStuckClosed(int thruster) throws IOException {
    fly("first-approach", thruster, "stuck-closed", "hold-1000");
  }

  @ParameterizedTest
  @CsvSource({"first-approach, 7", "inspection, 4"})
  @Tag("PRP-007")
  void aThrusterStuckOpenIsShutAndTheMissionGoesOn(String scenario, int thruster)
      throws IOException {
    fly(scenario, thruster, "stuck-open", "hold-250");
  }

  private void fly(String scenario, int thruster, String kind, String gate) throws IOException {
    String text = Files.readString(SCENARIOS.resolve(scenario + ".yaml"));
    String fault =
        "faults:\n  - {unit: thruster-%d, kind: %s, when: {gate: %s, open: true, after_s: 10}}\n"
            .formatted(thruster, kind, gate);
    Path file = folder.resolve("mine.yaml");
    Files.writeString(file, text.replace("operator:\n", fault + "operator:\n"));
    var run = new HeadlessRun(ScenarioReader.read(file), 1);
    List<EventReport> events = new ArrayList<>();
    run.onEvent((event, time_s) -> events.add(event));

    Summary summary = run.flyToEnd(time_s -> {});

    assertThat(summary.reasons()).isEmpty();
    assertThat(summary.keep_out_entries()).isZero();
    assertThat(events)
        .filteredOn(event -> event.event() == ChaserEvent.THRUSTER_ISOLATED)
        .extracting(EventReport::a)
        .containsExactly((double) thruster);
    assertThat(events)
        .extracting(EventReport::event)
        .doesNotContain(ChaserEvent.ASSURANCE_INTERVENED, ChaserEvent.SAFING_STARTED);
  }
}
