package org.holdpoint.flight.sensing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.Sensor;
import org.holdpoint.dictionary.telemetry.UnitState;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A unit with a sample a second: suspected, isolated, on trial, believed again. */
class SensorTrustTest {
  private static final long SECOND = 1_000_000_000L;
  private static final int TRIAL = 15;

  private final List<EventReport> events = new ArrayList<>();
  private UnitWatch watch = new UnitWatch(Sensor.LASER_RANGER_A, 5 * SECOND, 5, 5);
  private long second = 100;

  private void samples(int count, boolean pass) {
    for (int i = 0; i < count; i++) {
      second++;
      assertThat(watch.admits(second * SECOND, second * SECOND)).isTrue();
      if (watch.heard()) {
        if (pass) {
          watch.accepted(events);
        } else {
          watch.rejected(100, events);
        }
      }
      watch.step(second * SECOND, events);
    }
  }

  private void liesNowAndThen() {
    for (int lie = 0; lie < 3; lie++) {
      samples(20, true);
      samples(5, false);
    }
  }

  /** Seconds for which its samples are not even looked at. */
  private int isolation_s() {
    int seconds = 0;
    while (!watch.heard()) {
      samples(1, true);
      seconds++;
      assertThat(seconds).isLessThan(2000);
    }
    return seconds;
  }

  @Test
  @Tag("NAV-150")
  void aUnitThatLiesNowAndThenIsIsolatedAtTheThirdTime() {
    samples(20, true);
    samples(5, false);
    assertThat(watch.state()).isEqualTo(UnitState.REJECTED);
    samples(20, true);
    samples(5, false);
    samples(20, true);
    assertThat(watch.trusted()).isTrue();
    samples(4, false);
    assertThat(watch.trusted()).isTrue();
    samples(1, false);
    assertThat(watch.state()).isEqualTo(UnitState.ISOLATED);
    assertThat(watch.trusted()).isFalse();
  }

  @Test
  @Tag("NAV-150")
  void suspicionsAnHourApartHaveNothingToDoWithEachOther() {
    for (int lie = 0; lie < 6; lie++) {
      samples(301, true);
      samples(5, false);
    }
    samples(1, true);
    assertThat(watch.state()).isEqualTo(UnitState.GOOD);
  }

  @Test
  @Tag("NAV-150")
  void aUnitThatHasRecoveredComesBackByItselfAfterItsTrial() {
    liesNowAndThen();
    assertThat(isolation_s()).isEqualTo(60);
    assertThat(watch.state()).isEqualTo(UnitState.ON_TRIAL);
    samples(TRIAL - 1, true);
    assertThat(watch.trusted()).as("gated, not used").isFalse();
    samples(1, true);
    assertThat(watch.trusted()).isTrue();
    assertThat(watch.state()).isEqualTo(UnitState.GOOD);
  }

  @Test
  @Tag("NAV-150")
  void aTrialOfWhichSomeFailIsolatesAgainForTwiceAsLong() {
    liesNowAndThen();
    List<Integer> waits_s = new ArrayList<>();
    for (int trial = 0; trial < 7; trial++) {
      waits_s.add(isolation_s());
      samples(TRIAL - 1, true);
      samples(1, false);
      assertThat(watch.state()).isEqualTo(UnitState.ISOLATED);
    }
    assertThat(waits_s).containsExactly(60, 120, 240, 480, 960, 960, 960);
  }

  @Test
  @Tag("NAV-150")
  void aTrialOfWhichAllFailGoesOnSinceTheFilterMayBeOff() {
    liesNowAndThen();
    isolation_s();
    samples(40, false);
    assertThat(watch.state()).isEqualTo(UnitState.ON_TRIAL);
    assertThat(watch.rejectedInARow()).isEqualTo(40);
    watch.forgiven();
    samples(TRIAL, true);
    assertThat(watch.state()).isEqualTo(UnitState.GOOD);
  }

  @Test
  @Tag("NAV-150")
  void whatIsStuckOnTrialIsIsolatedAgain() {
    liesNowAndThen();
    isolation_s();
    for (int i = 0; i < 6; i++) {
      watch.repeats(250, 0, 0, events);
    }
    assertThat(watch.state()).isEqualTo(UnitState.ISOLATED);
  }

  @Test
  @Tag("NAV-150")
  void anIsolatedUnitThatFallsSilentStaysIsolatedAndHasItsTrial() {
    liesNowAndThen();
    second += 30;
    watch.step(second * SECOND, events);
    assertThat(watch.state()).isEqualTo(UnitState.ISOLATED);
    isolation_s();
    samples(TRIAL, true);
    assertThat(watch.state()).isEqualTo(UnitState.GOOD);
  }

  @Test
  @Tag("NAV-150")
  void whoRestartsNavigationOnAUnitPardonsIt() {
    liesNowAndThen();
    watch.pardoned();
    assertThat(watch.trusted()).isTrue();
    samples(1, true);
    assertThat(watch.state()).isEqualTo(UnitState.GOOD);
  }

  @Test
  @Tag("NAV-150")
  void aReceiverRefusedThroughBurnsIsNeverIsolated() {
    watch = new UnitWatch(Sensor.GNSS, 5 * SECOND, 5, 5);
    for (int burn = 0; burn < 10; burn++) {
      samples(8, false);
      samples(3, true);
      assertThat(watch.trusted()).isTrue();
    }
  }

  @Test
  @Tag("NAV-150")
  void aRestartedProcessorGoesOnWhereTheTrialStood() {
    liesNowAndThen();
    isolation_s();
    samples(7, true);
    StateWriter out = new StateWriter();
    watch.save(out);
    watch = new UnitWatch(Sensor.LASER_RANGER_A, 5 * SECOND, 5, 5);
    watch.restore(new StateReader(out.bytes()));
    samples(TRIAL - 8, true);
    assertThat(watch.trusted()).isFalse();
    samples(1, true);
    assertThat(watch.trusted()).isTrue();
  }
}
