package org.holdpoint.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BenchFlightVerdictTest {
  @Test
  @DisplayName("REH-045: the benchmark says what is required and whether it is met")
  void itSaysWhatIsRequiredAndWhetherItIsMet() {
    assertThat(BenchFlightCommand.verdict(10_000)).contains("at least 10,000 x").endsWith(" met");
    assertThat(BenchFlightCommand.verdict(8_726)).contains("at least 10,000 x").contains("NOT met");
  }
}
