package org.holdpoint.yamcs.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MissionClockTest {
  private static final long S = 1_000_000_000L;
  private static final long MS = 1_000_000L;
  private static final long T0 = 2_182_744_837L * S;

  private final MissionClock clock = new MissionClock();

  @Test
  @Tag("GND-050")
  void betweenMessagesTimeRunsAtTheWarpAskedFor() {
    clock.rebase(T0, 10, false, 0);
    assertThat(clock.now_tai_ns(100 * MS)).isEqualTo(T0 + S);
  }

  @Test
  @Tag("GND-051")
  void aPauseStopsTimeAndItGoesOnWithoutAJump() {
    clock.rebase(T0, 1, false, 0);
    clock.rebase(T0 + 200 * MS, 1, true, 200 * MS);
    assertThat(clock.now_tai_ns(60 * S)).isEqualTo(T0 + 200 * MS);
    clock.rebase(T0 + 200 * MS, 1, false, 60 * S);
    assertThat(clock.now_tai_ns(60 * S + 50 * MS)).isEqualTo(T0 + 250 * MS);
  }

  @Test
  @Tag("GND-051")
  void whenWarpDropsFromAThousandToOneTimeNeverGoesBack() {
    clock.rebase(T0, 1000, false, 0);
    long ahead = clock.now_tai_ns(200 * MS); // extrapolated 200 s
    clock.rebase(T0 + 150 * S, 1, false, 200 * MS); // the truth was slower
    assertThat(clock.now_tai_ns(201 * MS)).isEqualTo(ahead);
    clock.rebase(T0 + 201 * S, 1, false, 51 * S);
    assertThat(clock.now_tai_ns(51 * S + MS)).isEqualTo(T0 + 201 * S + MS);
  }

  @Test
  @Tag("GND-052")
  void aRehearsalSlowedByItsReadersIsNotOvertaken() {
    clock.rebase(T0, 100, false, 0);
    clock.rebase(T0 + 8 * S, 100, false, 200 * MS); // 40 x, not 100 x
    assertThat(clock.now_tai_ns(400 * MS)).isEqualTo(T0 + 16 * S);
  }

  @Test
  @Tag("GND-052")
  void withoutMessagesTimeStopsAfterTwoMissingOnes() {
    clock.rebase(T0, 1, false, 0);
    assertThat(clock.now_tai_ns(3600 * S)).isEqualTo(T0 + 400 * MS);
  }

  @Test
  @Tag("GND-051")
  void anyMixOfPausesWarpsAndLateMessagesIsMonotonic() {
    double[] warps = {1, 1000, 10, 1, 100, 1};
    long simulated = T0;
    long wall = 0;
    long previous = Long.MIN_VALUE;
    for (int k = 0; k < 3000; k++) {
      double warp = warps[k / 7 % warps.length];
      boolean paused = k % 11 == 5;
      long step = (20 + k * 37 % 700) * MS;
      clock.rebase(simulated, warp, paused, wall);
      for (long at = 0; at <= step; at += step / 4) {
        long now = clock.now_tai_ns(wall + at);
        assertThat(now).isGreaterThanOrEqualTo(previous);
        previous = now;
      }
      wall += step;
      if (!paused) {
        simulated += (long) (step * warp * (0.5 + 0.1 * (k % 5)));
      }
    }
  }

  @Test
  @Tag("GND-053")
  void beforeTheFirstMessageThereIsNoMissionTime() {
    assertThat(clock.known()).isFalse();
    assertThatThrownBy(() -> clock.now_tai_ns(0)).isInstanceOf(IllegalStateException.class);
  }
}
