package org.holdpoint.rehearsal.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.holdpoint.dictionary.Wxyz;
import org.holdpoint.dictionary.Xyz;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.GncPacket;
import org.holdpoint.dictionary.telemetry.NextEvent;
import org.holdpoint.dictionary.telemetry.Validity;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class WarpPolicyTest {
  private static final Xyz NOTHING = new Xyz(0, 0, 0);

  private static GncPacket gnc(NextEvent next, double time_s, double burnToGo_m_s) {
    return new GncPacket(
        Validity.VALID,
        NOTHING,
        NOTHING,
        1,
        250,
        0,
        NOTHING,
        NOTHING,
        new Wxyz(1, 0, 0, 0),
        NOTHING,
        0,
        burnToGo_m_s,
        next,
        time_s,
        0,
        0,
        NOTHING,
        NOTHING,
        Collections.nCopies(16, new GncPacket.Thruster(0, 0)));
  }

  @Test
  @Tag("REH-030")
  void warpStaysInALongCoastAndDropsBeforeTheStopBurn() {
    assertThat(WarpPolicy.reasonForOne(20, gnc(NextEvent.STOP_BURN, 2000, 0))).isNull();
    assertThat(WarpPolicy.reasonForOne(20, gnc(NextEvent.STOP_BURN, 90, 0))).contains("STOP_BURN");
    assertThat(WarpPolicy.reasonForOne(2, gnc(NextEvent.STOP_BURN, 90, 0))).isNull();
    assertThat(WarpPolicy.reasonForOne(2, gnc(NextEvent.STOP_BURN, 14, 0))).isNotNull();
  }

  @Test
  @Tag("REH-030")
  void warpDropsBeforeAPlannedAcquisitionOfSignal() {
    assertThat(WarpPolicy.beforeAcquisition(20, 500.0)).isNull();
    assertThat(WarpPolicy.beforeAcquisition(20, 29.0)).isEqualTo("acquisition of signal in 29 s");
    assertThat(WarpPolicy.beforeAcquisition(1, 29.0)).isNull();
    assertThat(WarpPolicy.beforeAcquisition(20, null)).as("in contact").isNull();
  }

  @Test
  @Tag("REH-030")
  void warpIsOneWhileABurnIsGiven() {
    assertThat(WarpPolicy.reasonForOne(5, gnc(NextEvent.LEG_END, 3000, 0.1))).contains("burn");
  }

  @Test
  @Tag("REH-030")
  void aHoldThatOnlyGrowsOldDoesNotStopTheWarp() {
    assertThat(WarpPolicy.reasonForOne(5, gnc(NextEvent.HOLD_SAFE_END, 5, 0))).isNull();
  }

  @Test
  @Tag("REH-030")
  void alarmsAndOpenGatesAskForAPersonButRoutineDoesNot() {
    assertThat(WarpPolicy.reasonForOne(new EventReport(ChaserEvent.GATE_OPENED, 1, 0, 0)))
        .isEqualTo("GATE_OPENED");
    assertThat(
            WarpPolicy.reasonForOne(
                new EventReport(ChaserEvent.NAVIGATION_VALIDITY, Validity.INVALID.code(), 30, 0)))
        .isNotNull();
    assertThat(
            WarpPolicy.reasonForOne(
                new EventReport(ChaserEvent.NAVIGATION_VALIDITY, Validity.VALID.code(), 3, 0)))
        .isNull();
    assertThat(WarpPolicy.reasonForOne(new EventReport(ChaserEvent.SAFING_STARTED, 1, 0, 0)))
        .isNotNull();
    assertThat(WarpPolicy.reasonForOne(new EventReport(ChaserEvent.BURN_COMPLETED, 1, 0, 0)))
        .isNull();
  }
}
