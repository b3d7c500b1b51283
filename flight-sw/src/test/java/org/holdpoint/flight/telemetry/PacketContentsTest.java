package org.holdpoint.flight.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.holdpoint.dictionary.telemetry.GncPacket;
import org.holdpoint.dictionary.telemetry.HousekeepingPacket;
import org.holdpoint.dictionary.telemetry.UnitState;
import org.holdpoint.flight.Tick;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PacketContentsTest {

  @Test
  @Tag("COM-015")
  void theDeltaVLeftIsThatOfTheRocketEquationDownToTheReserve() {
    // 220 s * 9.80665 m/s2 * ln(250 / 240)
    assertThat(PacketContents.deltaVLeft_m_s(Fixture.CONFIGURATION, 12))
        .isCloseTo(88.07, within(0.01));
    assertThat(PacketContents.deltaVLeft_m_s(Fixture.CONFIGURATION, 2)).isZero();
    assertThat(PacketContents.deltaVLeft_m_s(Fixture.CONFIGURATION, 0.5)).isZero();
  }

  @Test
  @Tag("COM-015")
  void anApproachFromBehindHasANegativeRangeRate() {
    GncPacket gnc = PacketContents.gnc(Fixture.results());
    assertThat(gnc.range_m()).isEqualTo(250);
    assertThat(gnc.range_rate_m_s()).isEqualTo(-0.5);
  }

  @Test
  @Tag("COM-015")
  void whatControlWantedAndWhatTheGateAppliedStandSideBySide() {
    GncPacket gnc = PacketContents.gnc(Fixture.results());
    assertThat(gnc.thrusters()).hasSize(16);
    assertThat(gnc.thrusters().get(3)).isEqualTo(new GncPacket.Thruster(40, 0));
  }

  @Test
  @Tag("COM-015")
  void housekeepingCountsItselfAndShowsTheUplinkAndTheUnits() {
    HousekeepingPacket hk =
        PacketContents.housekeeping(Fixture.CONFIGURATION, new Tick(7, 0), Fixture.results(), 123);
    assertThat(hk.packets_generated()).isEqualTo(123);
    assertThat(hk.tc_frames_dropped()).isEqualTo(2);
    assertThat(hk.farm_v_r()).isEqualTo(5);
    assertThat(hk.commands_refused()).isEqualTo(1);
    assertThat(hk.laser_ranger_a()).isEqualTo(UnitState.GOOD);
    assertThat(hk.gnss()).as("navigation said nothing of it").isEqualTo(UnitState.OFF);
  }
}
