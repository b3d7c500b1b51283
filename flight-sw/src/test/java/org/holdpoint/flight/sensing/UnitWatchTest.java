package org.holdpoint.flight.sensing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.Sensor;
import org.holdpoint.dictionary.telemetry.UnitState;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class UnitWatchTest {
  private static final long SECOND = 1_000_000_000L;

  private final UnitWatch watch = new UnitWatch(Sensor.LASER_RANGER_A, 5 * SECOND, 3, 3);
  private final List<EventReport> events = new ArrayList<>();

  @Test
  @Tag("NAV-030")
  void aFrozenUnitThatRepeatsItsSampleCountsAsSilent() {
    assertThat(watch.admits(10 * SECOND, 10 * SECOND)).isTrue();
    watch.accepted(events);
    for (int second = 11; second <= 16; second++) {
      assertThat(watch.admits(second * SECOND, 10 * SECOND)).isFalse();
      watch.step(second * SECOND, events);
    }
    assertThat(watch.state()).isEqualTo(UnitState.LOST);
    assertThat(events)
        .containsExactly(
            new EventReport(
                ChaserEvent.UNIT_STATE, Sensor.LASER_RANGER_A.code(), UnitState.LOST.code(), 0));
  }

  @Test
  @Tag("NAV-030")
  void samplesFromTheFutureOrLongPastAreNotUsed() {
    assertThat(watch.admits(10 * SECOND, 10 * SECOND + 1)).isFalse();
    assertThat(watch.admits(10 * SECOND, 8 * SECOND - 1)).isFalse();
    assertThat(watch.admits(10 * SECOND, 8 * SECOND)).isTrue();
    assertThat(watch.state()).isEqualTo(UnitState.OFF);
  }

  @Test
  @Tag("NAV-132")
  void aUnitThatRepeatsOneValueWithFreshTimesIsNamedRefusedAndTakenAgain() {
    for (int k = 1; k <= 2; k++) {
      assertThat(watch.repeats(250.25, 0, 0, events)).as("may be chance").isFalse();
      watch.accepted(events);
    }
    for (int k = 3; k <= 10; k++) {
      assertThat(watch.repeats(250.25, 0, 0, events)).isTrue();
    }
    assertThat(watch.state()).isEqualTo(UnitState.REJECTED);
    assertThat(events)
        .containsExactly(
            new EventReport(ChaserEvent.UNIT_STUCK, Sensor.LASER_RANGER_A.code(), 0, 0),
            new EventReport(
                ChaserEvent.UNIT_STATE,
                Sensor.LASER_RANGER_A.code(),
                UnitState.REJECTED.code(),
                0));
    assertThat(watch.repeats(250.26, 0, 0, events)).isFalse();
    watch.accepted(events);
    assertThat(watch.state()).isEqualTo(UnitState.GOOD);
  }

  @Test
  @Tag("NAV-132")
  void aRunOfEqualSamplesIsCountedOnAfterARestore() {
    watch.repeats(250.25, 0, 0, events);
    watch.repeats(250.25, 0, 0, events);
    StateWriter out = new StateWriter();
    watch.save(out);
    UnitWatch restored = new UnitWatch(Sensor.LASER_RANGER_A, 5 * SECOND, 3, 3);
    restored.restore(new StateReader(out.bytes()));
    assertThat(restored.repeats(250.25, 0, 0, events)).isTrue();
  }

  @Test
  @Tag("NAV-024")
  void aRunOfRejectionsIsReportedOnceAndOneAcceptedSampleEndsIt() {
    for (int k = 1; k <= 5; k++) {
      watch.admits(k * SECOND, k * SECOND);
      watch.rejected(20 + k, events);
    }
    assertThat(watch.state()).isEqualTo(UnitState.REJECTED);
    assertThat(events)
        .filteredOn(e -> e.event() == ChaserEvent.MEASUREMENTS_REJECTED)
        .containsExactly(
            new EventReport(
                ChaserEvent.MEASUREMENTS_REJECTED, Sensor.LASER_RANGER_A.code(), 23, 0));
    watch.admits(6 * SECOND, 6 * SECOND);
    watch.accepted(events);
    assertThat(watch.state()).isEqualTo(UnitState.GOOD);
  }
}
