package org.holdpoint.world.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Noise has the distribution that the sensors' data sheets speak of, far out as well. */
class NormalQuantileTest {
  @ParameterizedTest
  @CsvSource({
    // Wichura (1988), table of section 3
    "0.25, -0.6744897501960817",
    "0.001, -3.090232306167814",
    "1e-20, -9.262340089798408",
  })
  void agreesWithThePublishedValues(double probability, double value) {
    assertThat(NormalQuantile.of(probability)).isCloseTo(value, within(1e-14 * Math.abs(value)));
  }

  @Test
  void agreesWithTheLibraryFromOneEndToTheOther() {
    NoiseStream noise = new NoiseStream(3, "quantile");
    for (int k = 0; k < 200_000; k++) {
      double probability = k % 2 == 0 ? noise.uniform() : noise.uniform() * 1e-6;
      double library = Math.sqrt(2) * Erf.erfInv(2 * probability - 1);
      double tolerance = 1e-14 * Math.max(1, Math.abs(library)) + 1e-16 / probability;
      assertThat(NormalQuantile.of(probability)).isCloseTo(library, within(tolerance));
      assertThat(NormalQuantile.of(1 - probability))
          .isCloseTo(-library, within(tolerance + 2e-16 / probability));
    }
  }

  @ParameterizedTest
  @CsvSource({"0.075", "0.925", "1.3887943864964021e-11"})
  void thePiecesMeet(double joint) {
    double step = 1e-12 * joint;
    double left = NormalQuantile.of(joint - step);
    double right = NormalQuantile.of(joint + step);
    assertThat(right).isGreaterThanOrEqualTo(left).isCloseTo(left, within(1e-10));
  }
}
