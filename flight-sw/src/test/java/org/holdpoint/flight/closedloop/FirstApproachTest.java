package org.holdpoint.flight.closedloop;

import static org.assertj.core.api.Assertions.assertThat;

import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.motion.Vec3;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstApproachTest {
  @ParameterizedTest(name = "seed {0}, position {1} m, velocity {2} m/s")
  @CsvSource({"1, 0, 0", "1, 0.5, 0.001", "2, 0.5, 0.001", "3, 0.5, 0.001", "4, 1.0, 0.002"})
  @Tag("GUI-001")
  void theWholeFirstApproachEndsAtItsHoldPointsAndKeepsItsDistance(
      long seed, double position_m, double velocity_m_s) {
    var flight =
        new PointMassFlight(new Vec3(0, -1000, 0), PointMassFlight.firstApproach())
            .noise(position_m, velocity_m_s, seed);
    flight.flyUntil(m -> m.mode().gate().gate_open(), 300);
    double before = flight.now().deltaV_m_s();
    assertThat(flight.go().refusal().name()).isEqualTo("NONE");
    var hop = flight.flyUntil(m -> m.mode().decision().mode() == Mode.HOLD, 3200);
    System.out.println(
        "hop end "
            + hop.r_L_m()
            + " "
            + hop.v_L_m_s()
            + " dv "
            + (hop.deltaV_m_s() - before)
            + " t "
            + hop.time_s());
    flight.flyUntil(m -> m.mode().gate().gate_open(), 1800);
    before = flight.now().deltaV_m_s();
    System.out.println(
        "gate 2 open " + flight.now().time_s() + " " + flight.now().mode().gate().criteria());
    flight.go();
    var entry =
        flight.flyUntil(
            m -> m.reference().tubeRadius_m() == 0 && m.mode().decision().timeInMode_s() > 200,
            4000);
    System.out.println(
        "entry "
            + entry.r_L_m()
            + " "
            + entry.v_L_m_s()
            + " dv "
            + (entry.deltaV_m_s() - before)
            + " t "
            + entry.time_s());
    var orbit = flight.flyUntil(m -> m.mode().gate().gate_open(), 7000);
    System.out.println(
        "orbit "
            + orbit.r_L_m()
            + " ref "
            + orbit.reference().r_reference_L_m()
            + " dv "
            + (orbit.deltaV_m_s() - before)
            + " t "
            + orbit.time_s()
            + " min "
            + flight.smallestRange_m());
    before = orbit.deltaV_m_s();
    flight.go();
    var back = flight.flyUntil(m -> m.mode().decision().mode() == Mode.HOLD, 9000);
    System.out.println(
        "back "
            + back.r_L_m()
            + " "
            + back.v_L_m_s()
            + " dv "
            + (back.deltaV_m_s() - before)
            + " t "
            + back.time_s());
    flight.fly(1200);
    System.out.println(
        "end "
            + flight.now().r_L_m()
            + " used "
            + flight.now().deltaVUsed_m_s()
            + " "
            + flight.now().deltaV_m_s()
            + " gate "
            + flight.now().mode().gate().gate_id());
    flight.events.forEach(e -> System.out.println("   " + e));
    assertThat(flight.smallestRange_m()).isGreaterThan(80);
    assertThat(flight.eventNames()).doesNotContain(ChaserEvent.BURN_MISSED);
  }
}
