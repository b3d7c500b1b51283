package org.holdpoint.flight.ccsds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Farm1Test {
  private final Farm1 farm = new Farm1(FarmWindow.STANDARD);

  private void setV_R(int value) {
    farm.on(FarmEvent.E8_SET_V_R, value);
  }

  private void toLockout() {
    farm.on(FarmEvent.E5_OUTSIDE, 0);
  }

  @Test
  @Tag("COM-004")
  void everyEventHasExactlyOneRowInEveryState() {
    Set<List<Object>> seen = new HashSet<>();
    for (FarmTable.Row row : FarmTable.ROWS) {
      assertThat(seen.add(List.of(row.event(), row.state()))).as("%s twice", row).isTrue();
      assertThat(FarmTable.row(row.event(), row.state())).isSameAs(row);
    }
    assertThat(FarmTable.ROWS).hasSize(33);
  }

  /** CCSDS 232.1-B-2, table 6-1, written down a second time as what an observer sees. */
  @ParameterizedTest
  @CsvSource({
    // event, state, next, accepted, V(R) step, FARM-B step, retransmit, wait, lockout flags after
    "E1_EXPECTED,           OPEN,    OPEN,    true,  1, 0, F, F, F",
    "E1_EXPECTED,           WAIT,    WAIT,    false, 0, 0, T, T, F",
    "E1_EXPECTED,           LOCKOUT, LOCKOUT, false, 0, 0, T, F, T",
    "E2_EXPECTED_NO_BUFFER, OPEN,    WAIT,    false, 0, 0, T, T, F",
    "E2_EXPECTED_NO_BUFFER, WAIT,    WAIT,    false, 0, 0, T, T, F",
    "E2_EXPECTED_NO_BUFFER, LOCKOUT, LOCKOUT, false, 0, 0, T, F, T",
    "E3_AHEAD,              OPEN,    OPEN,    false, 0, 0, T, F, F",
    "E3_AHEAD,              WAIT,    WAIT,    false, 0, 0, T, T, F",
    "E3_AHEAD,              LOCKOUT, LOCKOUT, false, 0, 0, T, F, T",
    "E4_BEHIND,             OPEN,    OPEN,    false, 0, 0, T, F, F",
    "E4_BEHIND,             WAIT,    WAIT,    false, 0, 0, T, T, F",
    "E4_BEHIND,             LOCKOUT, LOCKOUT, false, 0, 0, T, F, T",
    "E5_OUTSIDE,            OPEN,    LOCKOUT, false, 0, 0, T, F, T",
    "E5_OUTSIDE,            WAIT,    LOCKOUT, false, 0, 0, T, T, T",
    "E5_OUTSIDE,            LOCKOUT, LOCKOUT, false, 0, 0, T, F, T",
    "E6_BYPASS,             OPEN,    OPEN,    true,  0, 1, T, F, F",
    "E6_BYPASS,             WAIT,    WAIT,    true,  0, 1, T, T, F",
    "E6_BYPASS,             LOCKOUT, LOCKOUT, true,  0, 1, T, F, T",
    "E7_UNLOCK,             OPEN,    OPEN,    false, 0, 1, F, F, F",
    "E7_UNLOCK,             WAIT,    OPEN,    false, 0, 1, F, F, F",
    "E7_UNLOCK,             LOCKOUT, OPEN,    false, 0, 1, F, F, F",
    "E8_SET_V_R,            OPEN,    OPEN,    false, 7, 1, F, F, F",
    "E8_SET_V_R,            WAIT,    OPEN,    false, 7, 1, F, F, F",
    "E8_SET_V_R,            LOCKOUT, LOCKOUT, false, 0, 1, T, F, T",
    "E9_INVALID,            OPEN,    OPEN,    false, 0, 0, T, F, F",
    "E9_INVALID,            WAIT,    WAIT,    false, 0, 0, T, T, F",
    "E9_INVALID,            LOCKOUT, LOCKOUT, false, 0, 0, T, F, T",
    "E10_BUFFER_RELEASE,    OPEN,    OPEN,    false, 0, 0, T, F, F",
    "E10_BUFFER_RELEASE,    WAIT,    OPEN,    false, 0, 0, T, F, F",
    "E10_BUFFER_RELEASE,    LOCKOUT, LOCKOUT, false, 0, 0, T, F, T",
    "E11_REPORT,            OPEN,    OPEN,    false, 0, 0, T, F, F",
    "E11_REPORT,            WAIT,    WAIT,    false, 0, 0, T, T, F",
    "E11_REPORT,            LOCKOUT, LOCKOUT, false, 0, 0, T, F, T",
  })
  @Tag("COM-004")
  void everyRowDoesWhatTheStandardSays(
      FarmEvent event,
      FarmState state,
      FarmState next,
      boolean accepted,
      int step,
      int bypassStep,
      String retransmit,
      String waiting,
      String lockout) {
    farm.on(FarmEvent.E3_AHEAD, 0); // so that clearing the retransmit flag can be seen
    switch (state) {
      case OPEN -> {}
      case WAIT -> farm.on(FarmEvent.E2_EXPECTED_NO_BUFFER, 0);
      case LOCKOUT -> toLockout();
    }
    assertThat(farm.on(event, 7)).isEqualTo(accepted);
    assertThat(farm.state()).isEqualTo(next);
    assertThat(farm.v_R()).isEqualTo(step);
    assertThat(farm.clcw())
        .isEqualTo(
            new Clcw(
                lockout.equals("T"),
                waiting.equals("T"),
                retransmit.equals("T"),
                bypassStep,
                step));
  }

  @Test
  @Tag("COM-004")
  void everySequenceNumberFallsOnOneSideOfTheWindow() {
    setV_R(250);
    assertThat(farm.classify(250, true)).isEqualTo(FarmEvent.E1_EXPECTED);
    assertThat(farm.classify(250, false)).isEqualTo(FarmEvent.E2_EXPECTED_NO_BUFFER);
    IntStream.rangeClosed(1, 31)
        .forEach(
            i -> assertThat(farm.classify((250 + i) % 256, true)).isEqualTo(FarmEvent.E3_AHEAD));
    IntStream.rangeClosed(1, 32)
        .forEach(i -> assertThat(farm.classify(250 - i, true)).isEqualTo(FarmEvent.E4_BEHIND));
    IntStream.rangeClosed(32, 223)
        .forEach(
            i -> assertThat(farm.classify((250 + i) % 256, true)).isEqualTo(FarmEvent.E5_OUTSIDE));
  }

  @Test
  @Tag("COM-004")
  void theWindowIsAsWideAsItsConfigurationSays() {
    Farm1 narrow = new Farm1(new FarmWindow(1, 2));
    assertThat(narrow.classify(1, true)).isEqualTo(FarmEvent.E5_OUTSIDE);
    assertThat(narrow.classify(255, true)).isEqualTo(FarmEvent.E4_BEHIND);
    assertThat(narrow.classify(253, true)).isEqualTo(FarmEvent.E5_OUTSIDE);
    assertThatThrownBy(() -> new FarmWindow(0, 5)).hasMessageContaining("1..127");
  }

  @Test
  @Tag("COM-004")
  void sequenceNumbersAndTheBypassCounterWrap() {
    setV_R(255);
    farm.on(FarmEvent.E1_EXPECTED, 0);
    assertThat(farm.v_R()).isZero();
    for (int i = 0; i < 4; i++) {
      farm.on(FarmEvent.E6_BYPASS, 0);
    }
    assertThat(farm.clcw().bypassCounter()).isEqualTo(1);
  }

  @Test
  @Tag("COM-005")
  void theControlWordHasItsBitsWhereTheStandardPutsThem() {
    assertThat(new Clcw(false, false, false, 0, 0).word()).isEqualTo(0x01000000);
    assertThat(new Clcw(true, true, true, 3, 0xA5).word()).isEqualTo(0x01003EA5);
  }

  @Test
  @Tag("COM-016")
  void aRestoredFarmIsTheSavedOne() {
    setV_R(77);
    toLockout();
    StateWriter out = new StateWriter();
    farm.save(out);
    Farm1 restored = new Farm1(FarmWindow.STANDARD);
    restored.restore(new StateReader(out.bytes()));
    assertThat(restored.clcw()).isEqualTo(farm.clcw());
    assertThat(restored.state()).isEqualTo(FarmState.LOCKOUT);
  }
}
