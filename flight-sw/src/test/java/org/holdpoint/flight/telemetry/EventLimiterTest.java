package org.holdpoint.flight.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EventLimiterTest {
  private static final EventReport DROPPED = new EventReport(ChaserEvent.FRAME_DROPPED, 4, 26, 0);
  private static final EventReport KEEP_OUT = new EventReport(ChaserEvent.KEEP_OUT_RULE, 29, 30, 0);

  private final EventLimiter limiter = new EventLimiter();

  private List<EventReport> pass(long tick, List<EventReport> events) {
    return limiter.pass(new Tick(tick, 0), events, Set.of());
  }

  @Test
  @Tag("COM-018")
  void aFloodOfDroppedFramesIsCutAndItsCountToldWhenTheSecondIsOver() {
    assertThat(pass(0, Collections.nCopies(50, DROPPED))).hasSize(EventLimiter.ORDINARY_PER_S);
    assertThat(pass(5, List.of(DROPPED))).isEmpty();
    assertThat(pass(10, List.of()))
        .containsExactly(new EventReport(ChaserEvent.EVENTS_SUPPRESSED, 31, 0, 0));
    assertThat(pass(11, List.of(DROPPED))).hasSize(1);
    assertThat(pass(20, List.of())).isEmpty();
  }

  @Test
  @Tag("COM-018")
  void anAlarmPassesAFloodOfOrdinaryEvents() {
    pass(0, Collections.nCopies(500, DROPPED));
    assertThat(pass(1, List.of(DROPPED, KEEP_OUT))).containsExactly(KEEP_OUT);
  }

  @Test
  @Tag("COM-018")
  void aDisabledEventIsNeitherSentNorCountedAsSuppressed() {
    Set<ChaserEvent> disabled = Set.of(ChaserEvent.FRAME_DROPPED);
    assertThat(limiter.pass(new Tick(0, 0), Collections.nCopies(99, DROPPED), disabled)).isEmpty();
    assertThat(pass(10, List.of())).isEmpty();
  }

  @Test
  @Tag("COM-016")
  void theCountSurvivesARestore() {
    pass(0, Collections.nCopies(50, DROPPED));
    StateWriter out = new StateWriter();
    limiter.save(out);
    EventLimiter restored = new EventLimiter();
    restored.restore(new StateReader(out.bytes()));
    assertThat(restored.pass(new Tick(10, 0), List.of(), Set.of())).isEqualTo(pass(10, List.of()));
  }
}
