package org.holdpoint.flight.closedloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.holdpoint.dictionary.command.Refusal;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.telemetry.LegKind;
import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.dictionary.telemetry.NextEvent;
import org.holdpoint.flight.closedloop.PointMassFlight.Moment;
import org.holdpoint.motion.Vec3;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mission of the first approach, flown by mode logic and guidance alone. */
class FirstApproachTest {
  private static final Vec3 OUTER_HOLD = new Vec3(0, -1000, 0);
  private static final Vec3 INNER_HOLD = new Vec3(0, -250, 0);

  @ParameterizedTest(name = "seed {0}, position {1} m, velocity {2} m/s")
  @CsvSource({"1, 0, 0", "1, 0.5, 0.001", "2, 0.5, 0.001", "3, 0.5, 0.001", "4, 0.3, 0.0015"})
  @Tag("GUI-001")
  @Tag("GUI-002")
  @Tag("GUI-003")
  @Tag("long")
  void endsEachLegAtItsHoldPointFarFromTheTargetForTheDeltaVForeseen(
      long seed, double position_m, double velocity_m_s) {
    var flight =
        new PointMassFlight(OUTER_HOLD, PointMassFlight.firstApproach())
            .noise(position_m, velocity_m_s, seed);

    flight.flyUntil(m -> m.mode().gate().gate_open(), 900);
    double atStart = flight.now().deltaV_m_s();
    assertThat(flight.go().refusal()).isEqualTo(Refusal.NONE);
    Moment hop = flight.flyUntil(FirstApproachTest::holds, 3000);
    assertThat(hop.r_L_m().minus(INNER_HOLD).norm()).isLessThan(12);
    assertThat(hop.v_L_m_s().norm()).isLessThan(0.005);
    assertThat(hop.deltaV_m_s() - atStart).isCloseTo(0.415, within(0.04));
    assertThat(hop.mode().gate().gate_id()).isEqualTo(2);

    flight.flyUntil(m -> m.mode().gate().gate_open(), 3600);
    double atInner = flight.now().deltaV_m_s();
    assertThat(flight.go().refusal()).isEqualTo(Refusal.NONE);
    Moment entered =
        flight.flyUntil(m -> m.reference().nextEvent() == NextEvent.LEG_END && calm(m), 4000);
    assertThat(entered.deltaV_m_s() - atInner).isBetween(0.2, 0.45);
    Moment orbit = flight.flyUntil(m -> m.mode().gate().gate_open(), 7000);
    assertThat(orbit.time_s() - entered.time_s()).isCloseTo(flight.orbit_s(), within(20.0));
    assertThat(orbit.mode().decision().mode()).isEqualTo(Mode.CIRCUMNAVIGATION);
    assertThat(orbit.mode().gate().gate_id()).isEqualTo(3);
    assertThat(orbit.r_L_m().minus(orbit.reference().r_reference_L_m()).norm()).isLessThan(15);

    assertThat(flight.go().refusal()).isEqualTo(Refusal.NONE);
    double atLeaving = flight.now().deltaV_m_s();
    Moment back = flight.flyUntil(FirstApproachTest::holds, 9000);
    assertThat(back.r_L_m().minus(OUTER_HOLD).norm()).isLessThan(12);
    assertThat(back.deltaV_m_s() - atLeaving).isBetween(0.2, 0.55);
    assertThat(back.mode().gate().gate_id()).isEqualTo(4);
    assertThat(back.mode().gate().next_leg_kind()).isEqualTo(LegKind.NONE);

    assertThat(flight.smallestRange_m()).isGreaterThan(90);
    assertThat(flight.now().deltaVUsed_m_s())
        .isCloseTo(flight.now().deltaV_m_s(), within(0.05 + 20 * velocity_m_s));
    assertThat(flight.eventNames()).doesNotContain(ChaserEvent.BURN_MISSED);
  }

  @Test
  @Tag("GUI-004")
  @Tag("long")
  void theParkedEllipseStaysSafeForFiveOrbitsOfWaiting() {
    var flight = atTheEllipse(11);
    double before = flight.now().deltaV_m_s();
    flight.fly(5 * flight.orbit_s());
    Vec3 off = flight.now().r_L_m().minus(flight.now().reference().r_reference_L_m());
    assertThat(off.norm()).isLessThan(25);
    assertThat(flight.smallestRange_m()).isGreaterThan(88);
    assertThat(flight.now().deltaV_m_s() - before).isLessThan(5 * 0.05);
    assertThat(flight.now().mode().gate().gate_open()).isTrue();
  }

  @Test
  @Tag("GUI-005")
  void theNextEventCountsDownToWhatHappens() {
    var flight = new PointMassFlight(OUTER_HOLD, PointMassFlight.firstApproach());
    flight.flyUntil(m -> m.mode().gate().gate_open(), 60);
    assertThat(flight.now().reference().nextEvent()).isEqualTo(NextEvent.HOLD_SAFE_END);
    assertThat(flight.now().reference().timeToNextEvent_s()).isGreaterThan(12 * 3600);
    flight.go();
    flight.fly(600);
    assertThat(flight.now().reference().nextEvent()).isEqualTo(NextEvent.STOP_BURN);
    double foreseen_s = flight.now().time_s() + flight.now().reference().timeToNextEvent_s();
    Moment stop = flight.flyUntil(m -> m.reference().deltaVToGo_L_m_s().norm() > 0, 3000);
    assertThat(stop.time_s()).isCloseTo(foreseen_s, within(1.0));
    assertThat(stop.reference().nextEvent()).isEqualTo(NextEvent.LEG_END);
    double ends_s = stop.time_s() + stop.reference().timeToNextEvent_s();
    assertThat(flight.flyUntil(FirstApproachTest::holds, 60).time_s())
        .isCloseTo(ends_s, within(5.0));
  }

  @ParameterizedTest
  @CsvSource({"3", "777", "30011", "42000", "99999"})
  @Tag("GUI-006")
  void savedAndRestoredAtAnyTickItContinuesAsIfNeverInterrupted(long at) {
    var whole =
        new PointMassFlight(OUTER_HOLD, PointMassFlight.firstApproach()).noise(0.5, 1e-3, 5);
    var cut = new PointMassFlight(OUTER_HOLD, PointMassFlight.firstApproach()).noise(0.5, 1e-3, 5);
    for (long tick = 0; tick <= at + 3000; tick += 100) {
      for (PointMassFlight flight : new PointMassFlight[] {whole, cut}) {
        flight.fly(10);
        if (flight.now().mode().gate().gate_open()) {
          flight.go();
        }
      }
      if (tick <= at && at < tick + 100) {
        cut.fly(0.1 * (at - tick) + 0.1);
        whole.fly(0.1 * (at - tick) + 0.1);
        cut.saveAndRestore();
      }
    }
    assertThat(cut.save()).isEqualTo(whole.save());
    assertThat(cut.now().r_L_m()).isEqualTo(whole.now().r_L_m());
    assertThat(cut.events).isEqualTo(whole.events);
  }

  /** Parked on the ellipse with gate 3 open. */
  static PointMassFlight atTheEllipse(long seed) {
    var flight =
        new PointMassFlight(INNER_HOLD, PointMassFlight.firstApproach().subList(1, 3))
            .noise(0.5, 0.001, seed);
    flight.flyUntil(m -> m.mode().gate().gate_open(), 3600);
    flight.go();
    flight.flyUntil(m -> m.mode().gate().gate_open(), 11_000);
    return flight;
  }

  static boolean holds(Moment moment) {
    return moment.mode().decision().mode() == Mode.HOLD
        && !moment.mode().decision().stopBurnPending();
  }

  private static boolean calm(Moment moment) {
    return moment.reference().tubeRadius_m() == 0
        && moment.reference().deltaVToGo_L_m_s().norm() == 0;
  }
}
