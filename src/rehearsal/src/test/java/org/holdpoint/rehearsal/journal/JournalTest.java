package org.holdpoint.rehearsal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.holdpoint.port.messages.journal.JournalRecord.Source;
import org.holdpoint.rehearsal.scenario.Scenario;
import org.holdpoint.rehearsal.scenario.ScenarioReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  @TempDir private Path folder;

  private Path write(boolean ended) {
    Scenario scenario =
        ScenarioReader.read(
            Path.of(System.getProperty("holdpoint.root"), "etc/scenarios/first-approach.yaml"));
    Path file;
    try (var journal = JournalWriter.begin(folder, scenario, "data", 42, "a")) {
      file = journal.file();
      journal.write(3, new JournalInput(Source.TELECOMMAND, new byte[] {1, 2, 3}));
      journal.write(3, new JournalInput(Source.TELECOMMAND, new byte[] {4}));
      journal.write(9, new JournalInput(Source.NOTE, "me: look".getBytes(StandardCharsets.UTF_8)));
      if (ended) {
        journal.end(100, "abcd");
      }
    }
    return file;
  }

  @Test
  void whatWasWrittenIsReadInOrder() {
    Journal journal = Journal.read(write(true));
    assertThat(journal.header().getSeed()).isEqualTo(42);
    assertThat(journal.inputs()).hasSize(3);
    assertThat(journal.inputs().get(1).getSequence()).isEqualTo(1);
    assertThat(journal.ticks()).isEqualTo(100);
    assertThat(journal.trace_sha256()).isEqualTo("abcd");
  }

  @Test
  void twoRunsOfTheSameSecondHaveAJournalEach() {
    Path first = write(true);
    Path second = write(false);
    assertThat(second).isNotEqualTo(first);
    assertThat(Journal.read(first).trace_sha256()).isEqualTo("abcd");
    assertThat(Journal.read(first).header().getRun()).isEqualTo("a");
    assertThat(Journal.read(second).header().getRun()).isEqualTo("a-2");
  }

  @Test
  @Tag("REH-031")
  void aSessionThatWasKilledInTheMiddleOfARecordIsReadUpToThere() throws Exception {
    Path file = write(false);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 4));
    Journal journal = Journal.read(file);
    assertThat(journal.inputs()).hasSize(2);
    assertThat(journal.trace_sha256()).isNull();
  }

  @Test
  void aFileThatIsNoJournalIsRefusedByName() throws Exception {
    Path file = folder.resolve("readme.txt");
    Files.writeString(file, "this is no journal at all");
    assertThatThrownBy(() -> Journal.read(file)).hasMessageContaining("readme.txt");
  }

  @Test
  void aJournalThatDoesNotExistIsToldInWords() {
    assertThatThrownBy(() -> Journal.read(folder.resolve("lost.journal")))
        .hasMessageContaining("lost.journal")
        .hasMessageContaining("no such file")
        .hasMessageNotContaining("Exception");
  }
}
