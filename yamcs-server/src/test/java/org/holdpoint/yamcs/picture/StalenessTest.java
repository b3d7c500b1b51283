package org.holdpoint.yamcs.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.holdpoint.port.messages.ClockState;
import org.holdpoint.yamcs.api.messages.Value;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yamcs.parameter.ParameterValue;
import org.yamcs.utils.ValueUtility;

class StalenessTest {
  private static ClockState clock(double warp, boolean paused) {
    return ClockState.newBuilder()
        .setTaiNs(0)
        .setStartTaiNs(0)
        .setWarp(warp)
        .setPaused(paused)
        .setRun("r")
        .setScenario("s")
        .setEnded(false)
        .build();
  }

  @Test
  @Tag("GND-041")
  void aFastPacketIsStaleAfterOneAndAHalfSecondsAndASlowOneAfterThreePeriods() {
    var staleness = Staleness.of(clock(1, false), 0.1, 100, 0.2, true);
    assertThat(staleness.stale(1.4, 0.1)).isFalse();
    assertThat(staleness.stale(1.6, 0.1)).isTrue();
    assertThat(staleness.stale(29, 10)).isFalse();
    assertThat(staleness.stale(31, 10)).isTrue();
  }

  @Test
  @Tag("GND-041")
  void underWarpTheLimitIsWallTime() {
    var staleness = Staleness.of(clock(100, false), 0.1, 1000, 60, true);
    assertThat(staleness.linkStale()).isFalse();
    assertThat(staleness.stale(100, 0.1)).isFalse();
    assertThat(staleness.stale(151, 0.1)).isTrue();
  }

  @Test
  @Tag("GND-041")
  void aPausedRehearsalAgesNothing() {
    var staleness = Staleness.of(clock(1, true), 0.1, 100, 0.1, true);
    assertThat(staleness.linkStale()).isFalse();
    assertThat(staleness.stale(staleness.age_s(99.9), 0.1)).isFalse();
  }

  @Test
  @Tag("GND-042")
  void aLostClockALostDownlinkAndTelemetryThatNeverCameAreStale() {
    assertThat(Staleness.of(clock(1, true), 4, 100, 0.1, true).linkStale()).isTrue();
    assertThat(Staleness.of(clock(1, true), 4, 100, 0.1, true).age_s(100)).isEqualTo(4);
    assertThat(Staleness.of(clock(1, false), 0, 100, 0.1, false).linkStale()).isTrue();
    assertThat(Staleness.of(clock(1, false), 0, 100, -1, true).linkStale()).isTrue();
    assertThat(Staleness.of(null, 0, 100, 0.1, true).linkStale()).isTrue();
  }

  @Test
  @Tag("GND-043")
  void aStaleSafeReadsUnknownAndAStaleModeKeepsItsNameButIsMarked() {
    Value verdict = Values.of("safety/abort_verdict", enumerated("SAFE"), 9, true);
    assertThat(verdict.getText()).isEqualTo("UNKNOWN");
    assertThat(verdict.getStale()).isTrue();
    assertThat(Values.of("safety/rule_keep_out", enumerated("PASS"), 9, true).getText())
        .isEqualTo("UNKNOWN");
    assertThat(Values.of("gate/criterion_3_verdict", enumerated("FAIL"), 9, true).getText())
        .isEqualTo("UNKNOWN");
    assertThat(Values.of("hk/mode", enumerated("HOLD"), 9, true).getText()).isEqualTo("HOLD");
    assertThat(Values.of("safety/abort_verdict", enumerated("SAFE"), 0, false).getText())
        .isEqualTo("SAFE");
  }

  private static ParameterValue enumerated(String label) {
    var value = new ParameterValue("/chaser/x");
    value.setEngValue(ValueUtility.getEnumeratedValue(2, label));
    return value;
  }
}
