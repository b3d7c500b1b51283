package org.holdpoint.flight.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The operators' page says what the monitor runs. */
class SafetyDocumentTest {
  @Test
  @Tag("SAF-002")
  void theCommittedPageIsTheOneThatTheTablesGive() throws IOException {
    Path page = Path.of(System.getProperty("holdpoint.root", ".."), "src/docs/safety.md");
    if (Boolean.getBoolean("holdpoint.write")) {
      Files.writeString(page, SafetyDocument.markdown());
    }
    assertThat(Files.readString(page, StandardCharsets.UTF_8))
        .as("src/docs/safety.md; write it anew with -Dholdpoint.write=true")
        .isEqualTo(SafetyDocument.markdown());
  }

  @Test
  @Tag("SAF-002")
  void everyRowHasItsOwnIdAReasonAndArmedModes() {
    assertThat(SafetyRules.RULES).extracting(SafetyRule::id).doesNotHaveDuplicates();
    assertThat(SafetyRules.RULES)
        .allSatisfy(
            rule -> {
              assertThat(rule.because()).isNotBlank();
              assertThat(rule.broken().text()).isNotBlank();
              assertThat(rule.clear().text()).isNotBlank();
              assertThat(rule.armedIn()).isNotEmpty();
              assertThat(rule.persists_ticks()).isPositive();
            });
  }
}
