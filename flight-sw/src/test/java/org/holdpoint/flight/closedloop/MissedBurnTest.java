package org.holdpoint.flight.closedloop;

import static org.assertj.core.api.Assertions.assertThat;

import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.dictionary.telemetry.Validity;
import org.holdpoint.motion.Vec3;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the chaser does when a burn does not come. */
class MissedBurnTest {
  private static final Vec3 OUTER_HOLD = new Vec3(0, -1000, 0);
  private static final Vec3 INNER_HOLD = new Vec3(0, -250, 0);

  @Test
  @Tag("GUI-010")
  void aMissedStopBurnAfterARadialHopReturnsToItsStart() {
    var flight = new PointMassFlight(OUTER_HOLD, PointMassFlight.firstApproach());
    flight.flyUntil(m -> m.mode().gate().gate_open(), 60);
    flight.go();
    flight.fly(1000);
    flight.inhibit(m -> true);
    flight.flyUntil(m -> m.mode().decision().mode() == Mode.DRIFT, 2200);
    flight.flyUntil(m -> m.r_L_m().y() < -950, 3000);
    flight.fly(flight.orbit_s());
    assertThat(flight.smallestRange_m()).isGreaterThan(240);
    assertThat(flight.eventNames()).contains(ChaserEvent.BURN_MISSED);
  }

  @Test
  @Tag("GUI-011")
  @Tag("long")
  void aDeadChaserAnywhereInTheEntryToTheEllipseStaysOutsideForTwoOrbits() {
    for (double cut_s : new double[] {4, 8, 300, 1000, 1424, 1428, 1432, 4000}) {
      var flight = new PointMassFlight(INNER_HOLD, PointMassFlight.firstApproach().subList(1, 3));
      flight.flyUntil(m -> m.mode().gate().gate_open(), 60);
      flight.go();
      flight.fly(cut_s);
      flight.inhibit(m -> true);
      flight.fly(2 * flight.orbit_s());
      assertThat(flight.smallestRange_m()).as("thrust off after %s s", cut_s).isGreaterThan(80);
    }
  }

  @Test
  @Tag("GUI-012")
  void aBurnThatGetsNoNavigationIsMissedNotGuessed() {
    var flight = new PointMassFlight(OUTER_HOLD, PointMassFlight.firstApproach());
    flight.flyUntil(m -> m.mode().gate().gate_open(), 60);
    flight.go();
    flight.fly(2700);
    flight.navigation(Validity.INVALID);
    double before = flight.now().deltaV_m_s();
    flight.flyUntil(m -> m.mode().decision().mode() == Mode.DRIFT, 200);
    assertThat(flight.now().deltaV_m_s()).isEqualTo(before);
    assertThat(flight.eventNames()).contains(ChaserEvent.BURN_MISSED);
  }

  @Test
  @Tag("GUI-012")
  void aBurnWaitsHalfAMinuteForNavigation() {
    var flight = new PointMassFlight(OUTER_HOLD, PointMassFlight.firstApproach());
    flight.flyUntil(m -> m.mode().gate().gate_open(), 60);
    flight.go();
    flight.fly(2830);
    flight.navigation(Validity.INVALID);
    flight.fly(15);
    flight.navigation(Validity.VALID);
    flight.flyUntil(FirstApproachTest::holds, 60);
    assertThat(flight.now().v_L_m_s().norm()).isLessThan(0.005);
    assertThat(flight.eventNames()).doesNotContain(ChaserEvent.BURN_MISSED);
  }
}
