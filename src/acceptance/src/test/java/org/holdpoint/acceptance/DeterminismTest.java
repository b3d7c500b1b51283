package org.holdpoint.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.holdpoint.rehearsal.HeadlessRun;
import org.holdpoint.rehearsal.Judge;
import org.holdpoint.rehearsal.Rehearsal;
import org.holdpoint.rehearsal.Replay;
import org.holdpoint.rehearsal.Summary;
import org.holdpoint.rehearsal.WorldLoad;
import org.holdpoint.rehearsal.journal.Journal;
import org.holdpoint.rehearsal.journal.JournalInput;
import org.holdpoint.rehearsal.journal.JournalWriter;
import org.holdpoint.rehearsal.live.LiveSession;
import org.holdpoint.rehearsal.live.LiveSession.Ports;
import org.holdpoint.rehearsal.scenario.Scenario;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One scenario, seed and journal give the same bytes: on any machine, in any JVM mode, after any
 * snapshot.
 */
class DeterminismTest {
  private static final List<Long> SNAPSHOT_TICKS = List.of(7L, 1234L, 4321L, 9876L);
  private static final long INTERPRETED_TICKS = 600;

  @Test
  @Tag("DET-001")
  void aSnapshotTakenAtAnyTickContinuesAsIfNothingHadHappened() {
    Scenario scenario = Checkout.scenario("first-approach");
    Rehearsal uninterrupted = new Rehearsal(scenario, 3);
    for (long from : SNAPSHOT_TICKS) {
      while (uninterrupted.ticks() < from) {
        uninterrupted.fly(List.of());
      }
      Rehearsal continued = new Rehearsal(scenario, 3);
      continued.restore(uninterrupted.save());
      assertThat(continued.save()).isEqualTo(uninterrupted.save());
      for (int i = 0; i < 500; i++) {
        continued.fly(List.of());
      }
      Rehearsal reference = new Rehearsal(scenario, 3);
      reference.restore(uninterrupted.save());
      for (int i = 0; i < 500; i++) {
        uninterrupted.fly(List.of());
        reference.fly(List.of());
      }
      assertThat(continued.trace_sha256()).isEqualTo(uninterrupted.trace_sha256());
      assertThat(reference.trace_sha256()).isEqualTo(uninterrupted.trace_sha256());
    }
  }

  @Test
  @Tag("DET-002")
  void aJournalOfACommandedFlightReplaysToTheSameHash(@TempDir Path folder) {
    Scenario scenario = Checkout.scenario("first-abort");
    Path file = folder.resolve("flight.journal");
    HeadlessRun run = new HeadlessRun(scenario, 5);
    try (var journal = JournalWriter.begin(folder, scenario, WorldLoad.dataSha256(), 5, "flight")) {
      run.flyToGate(
          "hold-250",
          (tick, inputs) -> {
            for (JournalInput input : inputs) {
              journal.write(tick, input);
            }
          });
      journal.end(run.rehearsal().ticks(), run.rehearsal().trace_sha256());
    }
    Journal recorded = Journal.read(file);
    assertThat(recorded.inputs()).isNotEmpty();
    assertThat(new Replay(recorded).fly())
        .isEqualTo(run.rehearsal().trace_sha256())
        .isEqualTo(recorded.trace_sha256());
  }

  @Test
  @Tag("DET-003")
  void theInterpreterGivesTheHashOfTheCompiler(@TempDir Path folder) throws Exception {
    Scenario scenario = Checkout.scenario("first-approach");
    Path file = folder.resolve("start.journal");
    Rehearsal compiled = new Rehearsal(scenario, 11);
    try (var journal = JournalWriter.begin(folder, scenario, WorldLoad.dataSha256(), 11, "start")) {
      while (compiled.ticks() < INTERPRETED_TICKS) {
        compiled.fly(List.of());
      }
      journal.end(compiled.ticks(), compiled.trace_sha256());
    }
    try (var interpreted = new HoldpointProcess(List.of("-Xint"), "replay", file.toString())) {
      assertThat(interpreted.await(300)).as(interpreted.output()).isZero();
      assertThat(interpreted.output()).contains(compiled.trace_sha256()).contains("as recorded");
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1000})
  @Tag("DET-005")
  void theWarpOfALiveSessionChangesNoByte(double warp, @TempDir Path folder) throws Exception {
    Scenario scenario = Checkout.scenario("first-approach");
    Rehearsal live = new Rehearsal(scenario, 4);
    Path file = folder.resolve("live.journal");
    try (var journal = JournalWriter.begin(folder, scenario, WorldLoad.dataSha256(), 4, "live");
        var session =
            new LiveSession(
                live,
                journal,
                new Judge(scenario),
                new LiveSession.Settings("test", new Ports(0, 0, 0, 0), warp, false, "token"))) {
      session.start();
      Thread.sleep(4000);
      session.endAndDrain("test");
    }
    Rehearsal headless = new Rehearsal(scenario, 4);
    while (headless.ticks() < live.ticks()) {
      headless.fly(List.of());
    }
    assertThat(live.ticks()).isGreaterThan(warp == 1 ? 20 : 1000);
    assertThat(live.trace_sha256()).isEqualTo(headless.trace_sha256());
  }

  @Test
  @Tag("DET-004")
  void theGoldenHashesHold() throws IOException {
    List<String> golden =
        Files.readAllLines(Checkout.ROOT.resolve("src/acceptance/golden-hashes.txt"));
    List<String> rows = golden.stream().filter(line -> !line.startsWith("#")).toList();
    assertThat(rows).isNotEmpty();
    for (String row : rows) {
      String[] parts = row.split("\\s+");
      Summary summary =
          new HeadlessRun(Checkout.scenario(parts[0]), Long.parseLong(parts[1]))
              .flyToEnd(time_s -> {});
      assertThat(summary.trace_sha256()).as(parts[0] + " seed " + parts[1]).isEqualTo(parts[2]);
      assertThat(summary.outcome())
          .as(summary.reasons().toString())
          .isEqualTo(Summary.Outcome.PASS);
    }
  }
}
