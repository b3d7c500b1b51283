package org.holdpoint.flight.safety;

import static org.assertj.core.api.Assertions.assertThat;

import org.holdpoint.dictionary.telemetry.UnitState;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** When one of the monitor's units is believed, rejected and lost. */
class UnitWatchTest {
  private static final long NOW = 1_000_000_000_000L;
  private static final long MS = 1_000_000L;

  private final UnitWatch watch = new UnitWatch();

  @Test
  @Tag("SAF-012")
  void aSampleIsNewNotFromTheFutureAndAtMostThreeTenthsOld() {
    assertThat(watch.timely(NOW, NOW + 1)).isFalse();
    assertThat(watch.timely(NOW, NOW - 300 * MS - 1)).isFalse();
    assertThat(watch.timely(NOW, NOW - 300 * MS)).isTrue();
    assertThat(watch.timely(NOW, NOW - 300 * MS)).as("the same again").isFalse();
    assertThat(watch.timely(NOW, NOW)).isTrue();
    assertThat(watch.timely(NOW + MS, NOW - MS)).as("older than the last").isFalse();
  }

  @Test
  @Tag("SAF-013")
  void aUnitIsLostAfterThreeSecondsOfSilence() {
    assertThat(watch.state()).isEqualTo(UnitState.OFF);
    watch.heard(true);
    assertThat(watch.state()).isEqualTo(UnitState.GOOD);
    watch.age(3);
    assertThat(watch.state()).isEqualTo(UnitState.GOOD);
    watch.age(0.1);
    assertThat(watch.state()).isEqualTo(UnitState.LOST);
    assertThat(watch.heardAge_s()).isEqualTo(3.1);
  }

  @Test
  @Tag("SAF-013")
  void threeRefusalsInARowRejectItAndOneUseRehabilitatesIt() {
    watch.heard(true);
    watch.age(2);
    watch.heard(false);
    watch.heard(false);
    assertThat(watch.state()).isEqualTo(UnitState.GOOD);
    watch.heard(false);
    assertThat(watch.state()).isEqualTo(UnitState.REJECTED);
    assertThat(watch.refusedInRow()).isEqualTo(3);
    assertThat(watch.usedAge_s()).isEqualTo(2);
    assertThat(watch.heardAge_s()).isZero();
    watch.heard(true);
    assertThat(watch.state()).isEqualTo(UnitState.GOOD);
    assertThat(watch.usedAge_s()).isZero();
    watch.heard(false);
    watch.forgetRefusals();
    assertThat(watch.refusedInRow()).isZero();
  }

  @Test
  @Tag("SAF-017")
  void theThirdOfEqualSamplesIsRefusedAndTheFirstOtherOneIsNot() {
    assertThat(watch.varies(600, 0, 0)).isTrue();
    assertThat(watch.varies(600, 0, 0)).isTrue();
    StateWriter out = new StateWriter();
    watch.save(out);
    UnitWatch restored = new UnitWatch();
    restored.restore(new StateReader(out.bytes()));
    for (UnitWatch one : new UnitWatch[] {watch, restored}) {
      assertThat(one.varies(600, 0, 0)).isFalse();
      assertThat(one.varies(600, 0, 0)).isFalse();
      assertThat(one.varies(600, 0, 1e-9)).isTrue();
    }
  }

  @Test
  @Tag("SAF-040")
  void itsMemorySurvivesARestore() {
    watch.timely(NOW, NOW);
    watch.heard(true);
    watch.age(1);
    watch.heard(false);
    watch.age(0.5);
    StateWriter out = new StateWriter();
    watch.save(out);
    UnitWatch restored = new UnitWatch();
    restored.restore(new StateReader(out.bytes()));
    assertThat(restored.timely(NOW, NOW)).isFalse();
    assertThat(restored.usedAge_s()).isEqualTo(1.5);
    assertThat(restored.heardAge_s()).isEqualTo(0.5);
    assertThat(restored.refusedInRow()).isEqualTo(1);
  }
}
