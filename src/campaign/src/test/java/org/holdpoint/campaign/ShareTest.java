package org.holdpoint.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ShareTest {
  @Test
  @DisplayName("CAM-001: bounds are those of Clopper and Pearson's tables")
  void boundsAreThoseOfTheTables() {
    // Two-sided 95 %: 0 of 10 -> 0.3085, 3 of 10 -> 0.0667 to 0.6525, 10 of 10 -> 0.6915.
    assertThat(Share.of(0, 10).low()).isEqualTo(0);
    assertThat(Share.of(0, 10).high()).isEqualTo(0.3085, within(1e-4));
    assertThat(Share.of(3, 10).low()).isEqualTo(0.0667, within(1e-4));
    assertThat(Share.of(3, 10).high()).isEqualTo(0.6525, within(1e-4));
    assertThat(Share.of(10, 10).low()).isEqualTo(0.6915, within(1e-4));
    assertThat(Share.of(10, 10).high()).isEqualTo(1);
  }

  @Test
  @DisplayName("CAM-002: of no flight nothing is known")
  void ofNoFlightNothingIsKnown() {
    assertThat(Share.of(0, 0)).isEqualTo(new Share(0, 0, 0, 1));
  }
}
