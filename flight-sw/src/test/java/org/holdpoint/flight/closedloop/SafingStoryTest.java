package org.holdpoint.flight.closedloop;

import static org.assertj.core.api.Assertions.assertThat;

import org.holdpoint.dictionary.Xyz;
import org.holdpoint.dictionary.command.Refusal;
import org.holdpoint.dictionary.command.TransferTo;
import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.dictionary.telemetry.NextEvent;
import org.holdpoint.dictionary.telemetry.Rung;
import org.holdpoint.flight.closedloop.PointMassFlight.Moment;
import org.holdpoint.flight.guidance.GuidanceReference.Translation;
import org.holdpoint.motion.Vec3;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** HOLD, RETREAT and ABORT as mode logic and guidance carry them out, phase by phase. */
class SafingStoryTest {
  private static final Vec3 OUTER_HOLD = new Vec3(0, -1000, 0);
  private static final Vec3 INNER_HOLD = new Vec3(0, -250, 0);

  @Test
  @Tag("GUI-030")
  void holdInAHoldKeepsStationAndShutsTheGateUntilResume() {
    var flight = hovering();
    flight.safing(Rung.HOLD, false);
    flight.fly(5);
    Moment now = flight.now();
    assertThat(now.mode().decision().mode()).isEqualTo(Mode.HOLD);
    assertThat(now.mode().decision().safingHandled()).isEqualTo(Rung.HOLD);
    assertThat(now.mode().gate().gate_open()).isFalse();
    assertThat(flight.go().refusal()).isEqualTo(Refusal.GATE_CLOSED);
    flight.safing(Rung.NONE, false);
    flight.flyUntil(m -> m.mode().gate().gate_open(), 30);
    assertThat(flight.now().mode().gate().gate_id()).isEqualTo(1);
    assertThat(flight.now().mode().decision().safingHandled()).isEqualTo(Rung.NONE);
  }

  @Test
  @Tag("GUI-031")
  void holdOnATransferFinishesItWithTheStopBurnAndHoldsThere() {
    var flight = hovering();
    flight.go();
    flight.fly(1000);
    flight.safing(Rung.HOLD, false);
    flight.fly(0.2);
    assertThat(flight.now().mode().decision().mode()).isEqualTo(Mode.HOLD);
    assertThat(flight.now().mode().decision().stopBurnPending()).isTrue();
    assertThat(flight.now().mode().decision().safingHandled()).isEqualTo(Rung.HOLD);
    assertThat(flight.now().reference().nextEvent()).isEqualTo(NextEvent.STOP_BURN);
    assertThat(flight.now().mode().gate().gate_id()).isZero();
    Moment held = flight.flyUntil(FirstApproachTest::holds, 3000);
    assertThat(held.r_L_m().minus(INNER_HOLD).norm()).isLessThan(8);
    assertThat(held.mode().gate().gate_id()).isEqualTo(2);
    flight.fly(10);
    assertThat(flight.now().mode().gate().gate_open()).isFalse();
  }

  @Test
  @Tag("GUI-032")
  void holdOnTheEllipseKeepsFlyingItWithoutBurns() {
    var flight = FirstApproachTest.atTheEllipse(3);
    flight.safing(Rung.HOLD, false);
    flight.fly(1);
    double before = flight.now().deltaV_m_s();
    flight.fly(2 * flight.orbit_s());
    assertThat(flight.now().mode().decision().mode()).isEqualTo(Mode.CIRCUMNAVIGATION);
    assertThat(flight.now().mode().decision().safingHandled()).isEqualTo(Rung.HOLD);
    assertThat(flight.now().deltaV_m_s()).isEqualTo(before);
    assertThat(flight.smallestRange_m()).isGreaterThan(85);
  }

  @Test
  @Tag("GUI-033")
  @Tag("long")
  void retreatFromTheEllipseAnyTimeLeadsToTheHoldBeforeItAndKeepsItsDistance() {
    for (int part = 0; part < 8; part++) {
      var flight = FirstApproachTest.atTheEllipse(3);
      flight.fly(part / 8.0 * flight.orbit_s());
      flight.safing(Rung.RETREAT, false);
      flight.fly(0.2);
      assertThat(flight.now().mode().decision().safingHandled()).isEqualTo(Rung.RETREAT);
      Moment held = flight.flyUntil(FirstApproachTest::holds, 9000);
      assertThat(held.r_L_m().norm()).isGreaterThan(225);
      assertThat(flight.smallestRange_m()).as("part %s of the orbit", part).isGreaterThan(60);
      assertThat(held.mode().decision().safingHandled()).isEqualTo(Rung.RETREAT);
    }
  }

  @Test
  @Tag("GUI-034")
  void retreatInTheMiddleOfAHopTurnsBackToTheOuterHoldWhoseGateIsJoinedAgain() {
    var flight = hovering();
    flight.go();
    flight.fly(1500);
    flight.safing(Rung.RETREAT, false);
    flight.fly(0.2);
    assertThat(flight.now().mode().decision().mode()).isEqualTo(Mode.RETREAT);
    Moment held = flight.flyUntil(FirstApproachTest::holds, 9000);
    assertThat(held.r_L_m().minus(OUTER_HOLD).norm()).isLessThan(12);
    flight.safing(Rung.NONE, false);
    flight.flyUntil(m -> m.mode().gate().gate_open(), 3600);
    assertThat(flight.now().mode().gate().gate_id()).isEqualTo(1);
    assertThat(flight.go().refusal()).isEqualTo(Refusal.NONE);
  }

  @Test
  @Tag("GUI-035")
  void retreatAtTheOutermostHoldStaysThere() {
    var flight = hovering();
    flight.safing(Rung.RETREAT, false);
    flight.fly(5);
    assertThat(flight.now().mode().decision().mode()).isEqualTo(Mode.HOLD);
    assertThat(flight.now().mode().decision().safingHandled()).isEqualTo(Rung.RETREAT);
  }

  @Test
  @Tag("GUI-036")
  void abortTakesTheThrustersAwayUntilResumeAndResumeLeadsBackToVbar() {
    var flight = hovering();
    flight.go();
    flight.fly(1200);
    flight.safing(Rung.ABORT, true);
    flight.fly(0.1);
    assertThat(flight.now().mode().decision().mode()).isEqualTo(Mode.ABORT);
    assertThat(flight.now().reference().nextEvent()).isEqualTo(NextEvent.ABORT_BURN_END);
    assertThat(flight.now().reference().translation()).isEqualTo(Translation.COAST);
    flight.fly(40);
    flight.safing(Rung.ABORT, false);
    flight.fly(0.1);
    assertThat(flight.now().mode().decision().mode()).isEqualTo(Mode.ABORT_DRIFT);
    assertThat(flight.send(new TransferTo(1, new Xyz(0, -1000, 0), 3000)).refusal())
        .isEqualTo(Refusal.SAFING_ACTIVE);
    flight.fly(600);
    double before = flight.now().deltaV_m_s();
    assertThat(flight.now().mode().decision().mode()).isEqualTo(Mode.ABORT_DRIFT);
    flight.safing(Rung.NONE, false);
    flight.fly(0.2);
    assertThat(flight.now().mode().decision().mode()).isEqualTo(Mode.HOLD);
    assertThat(flight.now().mode().decision().stopBurnPending()).isTrue();
    Moment held = flight.flyUntil(FirstApproachTest::holds, 9000);
    assertThat(Math.hypot(held.r_L_m().x(), held.r_L_m().z())).isLessThan(12);
    assertThat(held.deltaV_m_s()).isGreaterThan(before);
    assertThat(flight.smallestRange_m()).isGreaterThan(100);
  }

  @Test
  @Tag("GUI-161")
  void escapeBurnsAwayByItselfDriftsWithAutonomyAliveAndResumeGoesOn() {
    var flight = FirstApproachTest.atTheEllipse(3);
    double before = flight.now().deltaV_m_s();
    flight.safing(Rung.ESCAPE, false);
    flight.fly(0.2);
    assertThat(flight.now().mode().decision().mode()).isEqualTo(Mode.ESCAPE);
    assertThat(flight.now().mode().decision().safingHandled()).isEqualTo(Rung.ESCAPE);
    assertThat(flight.now().reference().translation()).isEqualTo(Translation.BURN);
    assertThat(flight.send(new TransferTo(1, new Xyz(0, -1000, 0), 3000)).refusal())
        .isEqualTo(Refusal.SAFING_ACTIVE);
    flight.flyUntil(m -> m.mode().decision().mode() == Mode.DRIFT, 60);
    assertThat(flight.now().deltaV_m_s() - before).isBetween(0.29, 0.32);
    assertThat(flight.now().mode().decision().safingHandled()).isEqualTo(Rung.ESCAPE);
    flight.fly(6000);
    assertThat(flight.now().deltaV_m_s() - before).isLessThan(0.32);
    assertThat(flight.now().r_L_m().norm()).isGreaterThan(1000);
    assertThat(flight.smallestRange_m()).isGreaterThan(60);
    flight.safing(Rung.NONE, false);
    flight.fly(0.2);
    assertThat(flight.now().mode().decision().safingHandled()).isEqualTo(Rung.NONE);
    assertThat(flight.now().mode().decision().mode()).isIn(Mode.HOLD, Mode.PARK, Mode.DRIFT);
  }

  private static PointMassFlight hovering() {
    var flight = new PointMassFlight(OUTER_HOLD, PointMassFlight.firstApproach());
    flight.flyUntil(m -> m.mode().gate().gate_open(), 60);
    return flight;
  }
}
