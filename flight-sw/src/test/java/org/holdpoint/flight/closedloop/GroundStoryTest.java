package org.holdpoint.flight.closedloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.holdpoint.dictionary.Xyz;
import org.holdpoint.dictionary.command.Go;
import org.holdpoint.dictionary.command.PlanBegin;
import org.holdpoint.dictionary.command.PlanCommit;
import org.holdpoint.dictionary.command.PlanLeg;
import org.holdpoint.dictionary.command.Pointing;
import org.holdpoint.dictionary.command.Refusal;
import org.holdpoint.dictionary.command.SetPointing;
import org.holdpoint.dictionary.command.TransferTo;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.telemetry.AuthorityLevel;
import org.holdpoint.dictionary.telemetry.GateCriterion;
import org.holdpoint.dictionary.telemetry.GatePacket.Criterion;
import org.holdpoint.dictionary.telemetry.GoState;
import org.holdpoint.dictionary.telemetry.Holder;
import org.holdpoint.dictionary.telemetry.LegKind;
import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.dictionary.telemetry.PlanHash;
import org.holdpoint.dictionary.telemetry.PlanPacket.Leg;
import org.holdpoint.dictionary.telemetry.Validity;
import org.holdpoint.dictionary.telemetry.Verdict;
import org.holdpoint.flight.closedloop.PointMassFlight.Moment;
import org.holdpoint.flight.command.AuthorityToken;
import org.holdpoint.flight.command.CommandReport;
import org.holdpoint.flight.command.CommandReport.Stage;
import org.holdpoint.motion.Vec3;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the ground asks for at a gate, and what it is told. */
class GroundStoryTest {
  private static final Vec3 OUTER_HOLD = new Vec3(0, -1000, 0);

  @Test
  @Tag("GUI-040")
  void aGoIsRefusedForAnotherGateAnotherPlanOrWhenItIsPast() {
    var flight = atGate(PointMassFlight.firstApproach());
    var gate = flight.now().mode().gate();
    long late = gate.onboard_tai_s() + 60;

    refused(flight.send(new Go(1, 2, gate.plan_hash(), late)), Refusal.WRONG_GATE, 1);
    refused(flight.send(new Go(1, 1, gate.plan_hash() + 1, late)), Refusal.PLAN_CHANGED, 1);
    var expired = flight.send(new Go(1, 1, gate.plan_hash(), gate.onboard_tai_s() - 1));
    assertThat(expired.refusal()).isEqualTo(Refusal.GO_EXPIRED);
    assertThat(flight.now().mode().gate().go_state()).isEqualTo(GoState.EXPIRED);
    assertThat(flight.eventNames()).contains(ChaserEvent.GO_EXPIRED);
    // Everything wrong at once: the gate is told first.
    refused(flight.send(new Go(1, 9, 0, 0)), Refusal.WRONG_GATE, 1);
    assertThat(flight.now().mode().decision().mode()).isEqualTo(Mode.HOLD);

    flight.token(new AuthorityToken(Holder.GROUND, Holder.GROUND, AuthorityLevel.DIRECT, 1));
    assertThat(flight.go().refusal()).isEqualTo(Refusal.NOT_HOLDER);
    flight.token(new AuthorityToken(Holder.AUTONOMY, Holder.GROUND, AuthorityLevel.SUPERVISED, 2));
    CommandReport report = flight.go();
    assertThat(report.stage()).isEqualTo(Stage.COMPLETION);
    assertThat(report.refusal()).isEqualTo(Refusal.NONE);
    assertThat(flight.now().mode().decision().mode()).isEqualTo(Mode.TRANSFER);
    assertThat(flight.now().mode().gate().go_state()).isEqualTo(GoState.GRANTED);
    refused(flight.send(new Go(1, 1, gate.plan_hash(), late)), Refusal.WRONG_GATE, 0);
  }

  @Test
  @Tag("GUI-041")
  void aGateShutsAndOpensWithNavigationAndSaysWhichCriterionItIs() {
    var flight = atGate(PointMassFlight.firstApproach());
    flight.navigation(Validity.STALE);
    flight.fly(5);
    assertThat(flight.now().mode().gate().gate_open()).isFalse();
    CommandReport report = flight.go();
    assertThat(report.refusal()).isEqualTo(Refusal.GATE_CLOSED);
    assertThat(report.parameter1()).isEqualTo(GateCriterion.NAVIGATION_VALID.code());
    flight.navigation(Validity.VALID);
    flight.fly(15);
    assertThat(flight.now().mode().gate().gate_open()).isTrue();
    assertThat(flight.now().mode().gate().criteria())
        .filteredOn(criterion -> criterion.id() != GateCriterion.NONE)
        .hasSize(10)
        .extracting(Criterion::verdict)
        .containsOnly(Verdict.PASS);
  }

  @Test
  @Tag("GUI-041")
  void aGateDoesNotChatterInNoise() {
    var flight =
        new PointMassFlight(OUTER_HOLD, PointMassFlight.firstApproach()).noise(0.5, 0.001, 21);
    flight.fly(1800);
    assertThat(flight.eventNames().stream().filter(e -> e == ChaserEvent.GATE_OPENED).count())
        .isBetween(1L, 3L);
  }

  @Test
  @Tag("GUI-042")
  void aNavigationTooUncertainForAMissedStopBurnKeepsTheGateShut() {
    var flight =
        new PointMassFlight(OUTER_HOLD, PointMassFlight.firstApproach()).noise(1.0, 0.003, 21);
    flight.fly(120);
    assertThat(flight.now().mode().gate().gate_open()).isFalse();
    Criterion nextLeg =
        flight.now().mode().gate().criteria().stream()
            .filter(row -> row.id() == GateCriterion.NEXT_LEG_SAFE_M)
            .findFirst()
            .orElseThrow();
    assertThat(nextLeg.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(nextLeg.limit()).isEqualTo(30);
  }

  @Test
  @Tag("GUI-043")
  void aPlanIsTakenWholeOrNotAtAll() {
    var flight = atGate(PointMassFlight.firstApproach());
    long before = flight.now().mode().gate().plan_hash();
    List<Leg> legs =
        List.of(
            new Leg(LegKind.RADIAL_HOP, 1, new Xyz(0, -400, 0), 0),
            new Leg(LegKind.RETREAT, 2, new Xyz(0, -1000, 0), 0));

    refused(flight.send(leg(1, legs.get(0))), Refusal.PLAN_SEQUENCE, 0);
    refused(flight.send(new PlanCommit(1, 7)), Refusal.PLAN_SEQUENCE, 0);

    begin(flight, 7, legs, PlanHash.of(legs));
    refused(flight.send(leg(2, legs.get(1))), Refusal.PLAN_SEQUENCE, 1);
    assertThat(flight.send(leg(1, legs.get(0))).refusal()).isEqualTo(Refusal.NONE);
    refused(flight.send(new PlanCommit(1, 8)), Refusal.PLAN_SEQUENCE, 7);
    refused(flight.send(new PlanCommit(1, 7)), Refusal.PLAN_INCOMPLETE, 1);

    begin(flight, 7, legs, PlanHash.of(legs) ^ 1);
    flight.send(leg(1, legs.get(0)));
    flight.send(leg(2, legs.get(1)));
    assertThat(flight.send(new PlanCommit(1, 7)).refusal()).isEqualTo(Refusal.PLAN_CRC);
    assertThat(flight.now().mode().gate().plan_hash()).isEqualTo(before);
    assertThat(flight.eventNames()).contains(ChaserEvent.PLAN_REFUSED);

    assertThat(upload(flight, 7, legs).refusal()).isEqualTo(Refusal.NONE);
    assertThat(flight.now().mode().planChanged()).isTrue();
    assertThat(flight.now().mode().plan().legs()).hasSize(8);
    assertThat(flight.now().mode().plan().plan_id()).isEqualTo(7);
    refused(
        flight.send(new Go(1, 1, before, flight.now().mode().gate().onboard_tai_s() + 60)),
        Refusal.PLAN_CHANGED,
        7);
    flight.flyUntil(m -> m.mode().gate().gate_open(), 60);
    assertThat(flight.go().refusal()).isEqualTo(Refusal.NONE);
    Moment held = flight.flyUntil(FirstApproachTest::holds, 3000);
    assertThat(held.r_L_m().y()).isCloseTo(-400, within(8.0));
  }

  @Test
  @Tag("GUI-044")
  void aPlanThatCannotBeFlownIsRefusedWithTheLegAndTheReason() {
    var flight = atGate(PointMassFlight.firstApproach());
    Leg hop = new Leg(LegKind.RADIAL_HOP, 1, new Xyz(0, -250, 0), 0);

    refused(
        upload(flight, 2, List.of(hop, new Leg(LegKind.RADIAL_HOP, 2, new Xyz(0, -35, 0), 0))),
        Refusal.UNSAFE,
        2);
    refused(
        upload(flight, 3, List.of(hop, new Leg(LegKind.RADIAL_HOP, 2, new Xyz(50, -200, 0), 0))),
        Refusal.UNREACHABLE,
        2);
    refused(
        upload(
            flight,
            4,
            List.of(new Leg(LegKind.TWO_IMPULSE, 1, new Xyz(0, 250, 0), flight.orbit_s()))),
        Refusal.UNREACHABLE,
        1);
    refused(
        upload(flight, 5, List.of(hop, new Leg(LegKind.RETREAT, 1, new Xyz(0, -900, 0), 0))),
        Refusal.PLAN_SEQUENCE,
        2);
    refused(
        upload(
            flight, 6, List.of(hop, new Leg(LegKind.CIRCUMNAVIGATE, 2, new Xyz(100, 90, 100), 0))),
        Refusal.UNREACHABLE,
        2);
    flight.propellant(2.05);
    refused(upload(flight, 7, List.of(hop)), Refusal.UNAFFORDABLE, 1);
    assertThat(flight.send(new TransferTo(1, new Xyz(0, -1500, 0), 2400)).refusal())
        .isEqualTo(Refusal.UNAFFORDABLE);
    assertThat(flight.now().mode().gate().plan_id()).isEqualTo(1);
  }

  @Test
  @Tag("GUI-045")
  void aTransferIsFlownToItsPointOrRefusedBeforeItBegins() {
    var flight = atGate(PointMassFlight.firstApproach());
    assertThat(flight.send(new TransferTo(1, new Xyz(0, -300, 0), flight.orbit_s())).refusal())
        .isEqualTo(Refusal.UNREACHABLE);
    assertThat(flight.send(new TransferTo(1, new Xyz(0, 0, 20), 2400)).refusal())
        .isEqualTo(Refusal.UNSAFE);
    flight.token(new AuthorityToken(Holder.AUTONOMY, Holder.GROUND, AuthorityLevel.SUPERVISED, 2));
    assertThat(flight.send(new TransferTo(2, new Xyz(0, -1500, 0), 2400)).refusal())
        .isEqualTo(Refusal.NOT_HOLDER);
    flight.token(new AuthorityToken(Holder.GROUND, Holder.GROUND, AuthorityLevel.SEQUENCED, 3));
    assertThat(flight.send(new TransferTo(3, new Xyz(0, -1500, 0), 2400)).refusal())
        .isEqualTo(Refusal.NONE);
    assertThat(flight.send(new TransferTo(3, new Xyz(0, -1200, 0), 2400)).refusal())
        .isEqualTo(Refusal.WRONG_MODE);
    Moment held = flight.flyUntil(FirstApproachTest::holds, 2600);
    assertThat(held.r_L_m().y()).isCloseTo(-1500, within(10.0));
    assertThat(held.mode().gate().gate_id()).as("not a hold point of the plan").isZero();
    flight.send(new TransferTo(3, new Xyz(0, -1000, 0), 2400));
    flight.flyUntil(FirstApproachTest::holds, 2600);
    assertThat(flight.now().mode().gate().gate_id()).as("back at the plan's").isEqualTo(1);
  }

  @Test
  @Tag("GUI-046")
  void pointingChangesInTheSameTickAndNotTwice() {
    var flight = atGate(PointMassFlight.firstApproach());
    assertThat(flight.send(new SetPointing(1, Pointing.NADIR)).refusal()).isEqualTo(Refusal.NONE);
    assertThat(flight.now().mode().decision().pointing()).isEqualTo(Pointing.NADIR);
    assertThat(flight.send(new SetPointing(1, Pointing.NADIR)).refusal())
        .isEqualTo(Refusal.ALREADY_SO);
  }

  @Test
  @Tag("GUI-047")
  void aForcedLegKeepsToVbarAndToTheSpeedLimit() {
    var plan = List.of(new Leg(LegKind.FORCED_VBAR, 1, new Xyz(0, -60, 0), 0));
    var flight = new PointMassFlight(new Vec3(0, -200, 0), plan);
    flight.flyUntil(m -> m.mode().gate().gate_open(), 60);
    flight.go();
    assertThat(flight.now().mode().decision().mode()).isEqualTo(Mode.FORCED_APPROACH);
    assertThat(flight.now().reference().corridorArmed()).isTrue();
    double fastest = 0;
    while (!FirstApproachTest.holds(flight.now())) {
      flight.fly(1);
      Moment now = flight.now();
      if (now.range_m() < 100) {
        fastest = Math.max(fastest, now.v_L_m_s().norm());
      }
      assertThat(Math.hypot(now.r_L_m().x(), now.r_L_m().z())).isLessThan(0.1 * now.range_m());
      assertThat(now.time_s()).isLessThan(4000);
    }
    assertThat(fastest).isBetween(0.05, 0.1);
    assertThat(flight.now().r_L_m().y()).isCloseTo(-60, within(6.0));
    flight.fly(600);
    assertThat(flight.now().r_L_m().y()).isCloseTo(-60, within(2.0));
    assertThat(flight.smallestRange_m()).isGreaterThan(55);
  }

  private static PointMassFlight atGate(List<Leg> plan) {
    var flight = new PointMassFlight(OUTER_HOLD, plan);
    flight.flyUntil(m -> m.mode().gate().gate_open(), 60);
    return flight;
  }

  private static void begin(PointMassFlight flight, int id, List<Leg> legs, long hash) {
    assertThat(flight.send(new PlanBegin(1, id, legs.size(), hash)).refusal())
        .isEqualTo(Refusal.NONE);
  }

  private static PlanLeg leg(int index, Leg leg) {
    return new PlanLeg(1, index, leg.kind(), leg.gate_id(), leg.target_L_m(), leg.duration_s());
  }

  private static CommandReport upload(PointMassFlight flight, int id, List<Leg> legs) {
    begin(flight, id, legs, PlanHash.of(legs));
    for (int i = 0; i < legs.size(); i++) {
      assertThat(flight.send(leg(i + 1, legs.get(i))).refusal()).isEqualTo(Refusal.NONE);
    }
    return flight.send(new PlanCommit(1, id));
  }

  private static void refused(CommandReport report, Refusal why, double parameter1) {
    assertThat(report.refusal()).isEqualTo(why);
    assertThat(report.stage()).isEqualTo(Stage.START);
    assertThat(report.parameter1()).isEqualTo(parameter1);
  }
}
