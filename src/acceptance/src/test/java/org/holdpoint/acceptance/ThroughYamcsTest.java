package org.holdpoint.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.holdpoint.rehearsal.Replay;
import org.holdpoint.rehearsal.journal.Journal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same scripted flights through a real Yamcs server, and what its archive holds afterwards. */
class ThroughYamcsTest {
  @ParameterizedTest
  @ValueSource(strings = {"first-approach", "first-abort"})
  @Tag("REH-010")
  void everyFrameIsReceivedEveryPacketArchivedAndTheJournalReplays(
      String scenario, @TempDir Path folder) throws Exception {
    Path json = folder.resolve("out.json");
    try (var rehearse =
        HoldpointProcess.start("rehearse", scenario, "--warp", "100", "--json", json.toString())) {
      assertThat(rehearse.await(900)).as(rehearse.output()).isZero();
    }
    JsonNode summary = new ObjectMapper().readTree(json.toFile());
    assertThat(summary.path("outcome").asText()).isEqualTo("PASS");
    assertThat(summary.path("frames_received").asLong())
        .isPositive()
        .isEqualTo(summary.path("frames_sent").asLong());
    assertThat(summary.path("packets_archived").asLong())
        .isPositive()
        .isEqualTo(summary.path("packets_generated").asLong());
    assertThat(summary.path("reports_in_parameter_archive").asLong())
        .isPositive()
        .isEqualTo(summary.path("reports_generated").asLong());
    assertThat(summary.path("commands_completed").asInt())
        .isPositive()
        .isEqualTo(summary.path("commands_sent").asInt());

    Journal journal = Journal.read(Path.of(summary.path("journal").asText()));
    assertThat(new Replay(journal).fly()).isEqualTo(summary.path("trace_sha256").asText());
  }
}
