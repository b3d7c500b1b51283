package org.holdpoint.flight.navigation.far;

import static org.assertj.core.api.Assertions.assertThat;

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
    isConsistent(runs);
  }

  @Test
  @Tag("NAV-140")
  void at100KilometresThreeOrbitsGiveTheRangeToTwoPercent() {
    FarRuns runs = FarRuns.fly(RUNS, 3, 100_000, 100, new Cue(1_000, 20_000, 1_000), Burn.NONE);
    assertThat(runs.rangeErrorAtEnd()).isLessThan(0.02);
    isConsistent(runs);
  }

  @Test
  @Tag("NAV-140")
  void at30KilometresOnADriftThreeOrbitsGiveTheRangeToSomePercent() {
    FarRuns runs = FarRuns.fly(RUNS, 3, 30_000, 300, new Cue(300, 6_000, 300), Burn.NONE);
    assertThat(runs.rangeErrorAtEnd()).isLessThan(0.08);
    assertThat(runs.rangeSigmaAtEnd()).isBetween(0.02, 0.08);
    isConsistent(runs);
  }

  @Test
  @Tag("NAV-141")
  void inside10KilometresBearingsAloneGiveNoRangeAndTheFilterSaysSo() {
    FarRuns runs = FarRuns.fly(RUNS, 3, 10_000, 0, new Cue(50, 2_000, 100), Burn.NONE);
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
    assertThat(coast.rangeSigmaAtEnd()).isGreaterThan(0.10);
    assertThat(burnt.rangeSigmaAtEnd()).isLessThan(0.5 * coast.rangeSigmaAtEnd());
    assertThat(burnt.rangeErrorAtEnd()).isLessThan(0.10);
  }

  private static void isConsistent(FarRuns runs) {
    assertThat(runs.neesWithin(1.5 * UPPER)).isGreaterThanOrEqualTo(0.90);
    assertThat(runs.insideThreeSigma()).isGreaterThanOrEqualTo(0.98);
    assertThat(settled(runs)).isGreaterThan(0.3 * 6);
  }

  /** The first pictures of a cue tell so much less than it might be wrong that NEES starts low. */
  private static double settled(FarRuns runs) {
    double smallest = Double.POSITIVE_INFINITY;
    for (int k = 30; k < runs.nees.length; k++) {
      smallest = Math.min(smallest, runs.nees[k]);
    }
    return smallest;
  }
}
