package org.holdpoint.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.holdpoint.rehearsal.HeadlessRun;
import org.holdpoint.rehearsal.Summary;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The long mission and the mishaps, each as its scenario file says. */
class MissionStoriesTest {
  @Test
  @Tag("REH-040")
  @DisplayName(
      "from a cue at 2,000 km to pictures at 100 m and away, with nothing but GO from ground")
  void theWholeChase() {
    Summary summary = new HeadlessRun(Checkout.scenario("haze"), 1).flyToEnd(time_s -> {});
    assertThat(summary.reasons()).isEmpty();
    assertThat(summary.keep_out_entries()).isZero();
    assertThat(summary.coverage()).isGreaterThanOrEqualTo(0.95);
    assertThat(summary.duration_s()).isLessThan(28 * 3600.0);
    assertThat(summary.delta_v_m_s()).isLessThan(1.3 * summary.ideal_delta_v_m_s());
    assertThat(summary.truth_rules_broken()).isNull();
  }

  @Test
  @Tag("GUI-098")
  @DisplayName("forced to 40 m while there is light, and back out")
  void fortyMetresAndBack() {
    Summary summary =
        new HeadlessRun(Checkout.scenario("forced-inspection"), 1).flyToEnd(time_s -> {});
    assertThat(summary.reasons()).isEmpty();
    assertThat(summary.min_range_m()).isBetween(37.0, 43.0);
    assertThat(summary.safing_events()).isZero();
    assertThat(summary.truth_rules_broken()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "dart, 1",
    "dart, 2",
    "etsvii, 1",
    "orbital-express, 1",
    "evasive-target, 1",
    "tumbling-target, 1",
    "progress, 1",
    "kurs, 1",
    "restarts, 1",
    "one-way-link, 1"
  })
  @Tag("REH-041")
  @DisplayName("a mishap ends as its file says, and without contact")
  void aMishapEndsAsItsFileSays(String scenario, long seed) {
    Summary summary = new HeadlessRun(Checkout.scenario(scenario), seed).flyToEnd(time_s -> {});
    assertThat(summary.reasons()).isEmpty();
    assertThat(summary.contacts()).isZero();
    assertThat(summary.min_range_m()).isGreaterThan(30);
  }
}
