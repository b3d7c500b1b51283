package org.holdpoint.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.holdpoint.rehearsal.HeadlessRun;
import org.holdpoint.rehearsal.Summary;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whole flights, headless: world, channel, flight software and a scripted operator with real
 * frames.
 */
class FlightStoriesTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  @Tag("REH-001")
  void theFirstApproachComesAndGoesWithoutEnteringTheKeepOutSphere(long seed) {
    Summary summary =
        new HeadlessRun(Checkout.scenario("first-approach"), seed).flyToEnd(time_s -> {});
    assertThat(summary.reasons()).isEmpty();
    assertThat(summary.keep_out_entries()).isZero();
    assertThat(summary.min_range_m()).isGreaterThan(80);
    assertThat(summary.final_range_m()).isCloseTo(1000, within(50.0));
    assertThat(summary.commands_completed()).isEqualTo(summary.commands_sent());
    assertThat(summary.safing_events()).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  @Tag("REH-002")
  void aLyingRangerIsNoticedByTheMonitorAndTheAbortStaysOutForADay(long seed) {
    Summary summary =
        new HeadlessRun(Checkout.scenario("first-abort"), seed).flyToEnd(time_s -> {});
    assertThat(summary.reasons()).isEmpty();
    assertThat(summary.abort_ticks()).isLessThanOrEqualTo(1);
    assertThat(summary.drift_min_range_m()).isGreaterThan(30);
    assertThat(summary.final_mode()).isEqualTo("ABORT_DRIFT");
  }
}
