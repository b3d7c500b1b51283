package org.holdpoint.rehearsal.scenario;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MistakenKeyTest {
  private static final Path SCENARIO =
      Path.of(System.getProperty("holdpoint.root"), "etc/scenarios/first-abort.yaml");

  @ParameterizedTest
  @CsvSource({"epoch:,epok:", "teaches:,teeches:", "passes_if:,passesif:", "kind: ramp,kimd: ramp"})
  @Tag("REH-022")
  void aMisspeltKeyIsReportedOnItsOwnLineAtAnyDepth(String right, String wrong) throws IOException {
    String text = Files.readString(SCENARIO).replaceFirst(right, wrong);
    int line = text.substring(0, text.indexOf(wrong)).split("\n", -1).length;
    String key = wrong.substring(0, wrong.indexOf(':'));
    assertThatThrownBy(
            () ->
                ScenarioReader.read(
                    "mine.yaml",
                    text.getBytes(StandardCharsets.UTF_8),
                    Attachments.beside(SCENARIO)))
        .hasMessageContaining("mine.yaml:" + line + ": ")
        .hasMessageContaining("'" + key + "' is not a key here");
  }
}
