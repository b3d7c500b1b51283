package org.holdpoint.rehearsal.scenario;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MistakenArgumentTest {
  private static final Path SCENARIO =
      Path.of(System.getProperty("holdpoint.root"), "etc/scenarios/restarts.yaml");

  @ParameterizedTest
  @CsvSource({
    "duration_s: 3600, duration_s: 0, duration_s = 0",
    "duration_s: 3600, durations: 3600, duration_s' is missing",
    "on: false, on: perhaps, perhaps"
  })
  @Tag("REH-022")
  void anArgumentThatTheCommandWouldRefuseIsReportedBeforeTheFlight(
      String right, String wrong, String named) throws IOException {
    String text = Files.readString(SCENARIO).replace(right, wrong);
    int line = text.substring(0, text.indexOf(wrong)).split("\n", -1).length;
    assertThatThrownBy(
            () ->
                ScenarioReader.read(
                    "mine.yaml",
                    text.getBytes(StandardCharsets.UTF_8),
                    Attachments.beside(SCENARIO)))
        .hasMessageContaining("mine.yaml:" + line + ": ")
        .hasMessageContaining(named);
  }
}
