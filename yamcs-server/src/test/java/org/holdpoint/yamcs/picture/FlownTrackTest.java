package org.holdpoint.yamcs.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.holdpoint.motion.Vec3;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FlownTrackTest {
  private final FlownTrack track = new FlownTrack();

  @Test
  @Tag("GND-046")
  void aViewerGetsTheWholeTrackOnceAndThenOnlyWhatIsNew() {
    track.add(0, new Vec3(0, -1000, 0));
    track.add(1, new Vec3(0, -990, 0));
    assertThat(track.outdated(FlownTrack.Seen.NOTHING)).isTrue();
    assertThat(track.since(FlownTrack.Seen.NOTHING)).hasSize(2);
    FlownTrack.Seen seen = track.all();
    track.add(2, new Vec3(0, -980, 0));
    assertThat(track.outdated(seen)).isFalse();
    assertThat(track.since(seen)).hasSize(1);
  }

  @Test
  @Tag("GND-046")
  void standingStillAddsAPointOnlyNowAndThen() {
    for (int tick = 0; tick < 1000; tick++) {
      track.add(tick * 0.1, new Vec3(0, -250, 0));
    }
    assertThat(track.since(FlownTrack.Seen.NOTHING)).hasSizeBetween(4, 6);
  }

  @Test
  @Tag("GND-046")
  void aLongFlightIsThinnedNotCut() {
    for (int i = 0; i < 20_000; i++) {
      track.add(i, new Vec3(0, -1000 + 10 * (i % 2), 0));
    }
    var points = track.since(FlownTrack.Seen.NOTHING);
    assertThat(points).hasSizeLessThanOrEqualTo(FlownTrack.MOST_POINTS);
    assertThat(points.get(0).getTS()).isZero();
  }
}
