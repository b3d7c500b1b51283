package org.holdpoint.flight.navigation.far;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.holdpoint.flight.navigation.FilterFigures;
import org.holdpoint.flight.navigation.far.FarRuns.Burn;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Does the far filter know what it knows? 100 runs each, against orbits integrated elsewhere. */
class FarFilterTest {
  private static final int RUNS = 100;

  /** Upper end of the 95 % interval of the mean of 100 runs with six states. */
  private static final double UPPER = 6.70;

  @Test
  @Tag("NAV-140")
  void aCueAt2000KilometresBecomesARangeToATenthOfAPercentInThreeOrbits() {
    FarRuns runs = FarRuns.fly(RUNS, 3, 2_000_000, 0, new Cue(2_000, 100_000, 10_000), Burn.NONE);
    assertThat(runs.rangeErrorAtEnd()).isLessThan(0.001);
    isConsistent("2,000 km", runs);
  }

  @Test
  @Tag("NAV-140")
  void at100KilometresThreeOrbitsGiveTheRangeToTwoPercent() {
    FarRuns runs = FarRuns.fly(RUNS, 3, 100_000, 100, new Cue(1_000, 20_000, 1_000), Burn.NONE);
    assertThat(runs.rangeErrorAtEnd()).isLessThan(0.02);
    isConsistent("100 km", runs);
  }

  @Test
  @Tag("NAV-140")
  void at30KilometresOnADriftThreeOrbitsGiveTheRangeToFivePercent() {
    FarRuns runs = FarRuns.fly(RUNS, 3, 30_000, 300, new Cue(300, 6_000, 300), Burn.NONE);
    assertThat(runs.rangeErrorAtEnd()).isLessThan(0.05);
    assertThat(runs.rangeSigmaAtEnd()).isBetween(0.02, 0.05);
    isConsistent("30 km", runs);
  }

  @Test
  @Tag("NAV-141")
  void inside10KilometresBearingsAloneGiveNoRangeAndTheFilterSaysSo() {
    FarRuns runs = FarRuns.fly(RUNS, 3, 10_000, 0, new Cue(50, 2_000, 100), Burn.NONE);
    FilterFigures.tell(
        "far filter, 10 km without a burn: sigma of the range at least %.1f %% in three orbits",
        100 * Arrays.stream(runs.rangeSigma).min().orElse(0));
    for (double fraction : runs.rangeSigma) {
      assertThat(fraction).isGreaterThan(0.10);
    }
  }

  @Test
  @Tag("NAV-141")
  void aBurnGivesTheRange() {
    Cue cue = new Cue(50, 2_000, 100);
    int burns = 2 * FarRuns.CYCLES_AN_ORBIT + 20;
    FarRuns coast = FarRuns.fly(30, 2.4, 10_000, 0, cue, Burn.NONE);
    FarRuns burnt = FarRuns.fly(30, 2.4, 10_000, 0, cue, new Burn(burns, 0.2));
    FilterFigures.tell(
        "far filter, 10 km, a burn of 0.2 m/s after two orbits: sigma %.1f %%, without it %.1f %%",
        100 * burnt.rangeSigmaAtEnd(), 100 * coast.rangeSigmaAtEnd());
    assertThat(coast.rangeSigmaAtEnd()).isGreaterThan(0.10);
    assertThat(burnt.rangeSigmaAtEnd()).isLessThan(0.5 * coast.rangeSigmaAtEnd());
    assertThat(burnt.rangeErrorAtEnd()).isLessThan(0.10);
  }

  private static void isConsistent(String where, FarRuns runs) {
    double least = Arrays.stream(runs.nees).min().orElse(0);
    FilterFigures.tell(
        "far filter, %s, %d runs: range after three orbits %.3f %% (it says %.3f %%), mean NEES"
            + " below %.2f in %.1f %% of epochs, at least %.2f, errors inside"
            + " 3 sigma %.2f %%",
        where,
        RUNS,
        100 * runs.rangeErrorAtEnd(),
        100 * runs.rangeSigmaAtEnd(),
        1.5 * UPPER,
        100 * runs.neesWithin(1.5 * UPPER),
        least,
        100 * runs.insideThreeSigma());
    assertThat(runs.neesWithin(1.5 * UPPER)).isGreaterThanOrEqualTo(0.90);
    assertThat(runs.insideThreeSigma()).isGreaterThanOrEqualTo(0.98);
    assertThat(least).isGreaterThan(0.3 * 6);
  }
}
