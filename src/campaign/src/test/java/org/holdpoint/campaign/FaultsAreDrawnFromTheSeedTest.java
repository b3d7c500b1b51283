package org.holdpoint.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import org.holdpoint.world.fault.Fault;
import org.holdpoint.world.state.NoiseStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FaultsAreDrawnFromTheSeedTest {
  private static final Phase PHASE = new Phase("HOLD at hold-1000", 100, 400, new byte[0]);

  @Test
  @DisplayName("CAM-003: the same seed and number give the same fault, another number another one")
  void sameSeedSameFault() {
    Fault first = DrawnFault.draw(new NoiseStream(7, "campaign/3"), PHASE);
    Fault again = DrawnFault.draw(new NoiseStream(7, "campaign/3"), PHASE);
    Fault other = DrawnFault.draw(new NoiseStream(7, "campaign/4"), PHASE);
    assertThat(again).isEqualTo(first);
    assertThat(other).isNotEqualTo(first);
  }

  @Test
  @DisplayName("CAM-004: faults begin inside their phase, and about half of them pass")
  void faultsBeginInsideTheirPhase() {
    int passing = 0;
    for (int id = 0; id < 500; id++) {
      Fault fault = DrawnFault.draw(new NoiseStream(1, "campaign/" + id), PHASE);
      assertThat(fault.start_s()).isBetween(100.0, 401.0);
      passing += fault.end_s() < Double.POSITIVE_INFINITY ? 1 : 0;
    }
    assertThat(passing).isBetween(200, 300);
  }

  @Test
  @DisplayName("CAM-005: a leak that stops has still leaked; eleven thrusters are enough")
  void whatIsSurvivable() {
    assertThat(Survivable.is(Fault.from(1, "thruster-3", "stuck-closed", java.util.Map.of())))
        .isTrue();
    assertThat(Survivable.is(Fault.from(1, "laser-ranger-a", "dropout", java.util.Map.of())))
        .isFalse();
    assertThat(Survivable.is(Fault.from(1, "tank", "leak", java.util.Map.of()))).isFalse();
  }
}
