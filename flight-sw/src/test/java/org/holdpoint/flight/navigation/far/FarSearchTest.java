package org.holdpoint.flight.navigation.far;

import static org.assertj.core.api.Assertions.assertThat;

import org.holdpoint.flight.navigation.far.FarSolution.Stage;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Finding the target among what looks like it. */
class FarSearchTest {
  @Test
  @Tag("NAV-142")
  void theTargetIsFoundFromEachCueWhenItIsLit() {
    for (long seed = 1; seed <= 50; seed++) {
      for (double range_m : new double[] {2_000_000, 500_000}) {
        Hunt flight = new Hunt(seed, range_m, true);
        while (flight.stage() == Stage.SEARCHING && flight.second < 3_000) {
          flight.fly();
        }
        assertThat(flight.stage()).as("seed %d, %s m", seed, range_m).isNotEqualTo(Stage.SEARCHING);
        for (int i = 0; i < 900; i++) {
          flight.fly();
        }
        assertThat(flight.off_rad()).isLessThan(60 * Math.PI / 648_000);
      }
    }
  }

  @Test
  @Tag("NAV-142")
  void starsHotPixelsAndCosmicRaysAreNeverTakenForTheTarget() {
    for (long seed = 1; seed <= 10; seed++) {
      Hunt flight = new Hunt(seed, 2_000_000, false);
      for (int i = 0; i < 3_000; i++) {
        flight.fly();
      }
      assertThat(flight.stage()).as("seed %d", seed).isEqualTo(Stage.SEARCHING);
    }
  }

  @Test
  @Tag("NAV-143")
  void aRangeThatIsLostIsTakenFromTheCueAgainAndNeverDoubtedWithoutEnd() {
    for (long seed = 1; seed <= 6; seed++) {
      Hunt flight = new Hunt(seed, 60_000, true);
      for (int i = 0; i < 6_000; i++) {
        flight.targetShines = i < 500 || i > 1_500;
        flight.fly();
        assertThat(flight.far.solution(1).range1Sigma_m())
            .as("seed %d, %d s", seed, i)
            .isLessThan(1_000_000);
      }
    }
  }

  @Test
  @Tag("NAV-049")
  void aSavedSearchGoesOnBitByBit() {
    Hunt flight = new Hunt(1, 2_000_000, true);
    for (int i = 0; i < 50; i++) {
      flight.fly();
    }
    StateWriter saved = new StateWriter();
    flight.far.save(saved);
    FarNavigation other = new FarNavigation(Hunt.CUE, flight.estimate, 0);
    other.restore(new StateReader(saved.bytes()));
    StateWriter again = new StateWriter();
    other.save(again);
    assertThat(again.bytes()).isEqualTo(saved.bytes());
    assertThat(other.solution(1)).isEqualTo(flight.far.solution(1));
  }
}
