package org.holdpoint.flight.navigation;

import static org.assertj.core.api.Assertions.assertThat;

import org.holdpoint.dictionary.telemetry.Validity;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a state is good for without a measurement, and how wide it may be. */
class ValidityJudgeTest {
  @ParameterizedTest
  @Tag("NAV-025")
  @CsvSource({
    // range, 3 sigma of position, of velocity, age
    "250, 1, 0.01, 10, VALID",
    "250, 1, 0.01, 10.1, STALE",
    "250, 1, 0.01, 120, STALE",
    "250, 1, 0.01, 120.1, INVALID",
    // an eclipse at 2.3 km is drifted through, as long as the drift is known well
    "2300, 10, 0.02, 2160, VALID",
    "2300, 10, 0.02, 2351, STALE",
    "2300, 10, 0.02, 2461, INVALID",
    "2300, 117, 0.02, 2160, STALE",
    "250, 14, 0.04, 1, VALID",
    "250, 14.1, 0.04, 1, STALE",
    "250, 14, 0.0477, 1, STALE",
    "250, 56.1, 0.04, 1, INVALID",
    "250, NaN, 0.04, 1, INVALID",
  })
  void ageAndUncertaintyMustBothKeepTheirLimits(
      double range_m, double position_m, double velocity_m_s, double age_s, Validity validity) {
    assertThat(ValidityJudge.judge(range_m, position_m, velocity_m_s, age_s)).isEqualTo(validity);
  }
}
