package org.holdpoint.flight.mode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.holdpoint.dictionary.Xyz;
import org.holdpoint.dictionary.command.PlanBegin;
import org.holdpoint.dictionary.command.PlanCommit;
import org.holdpoint.dictionary.command.PlanLeg;
import org.holdpoint.dictionary.command.Refusal;
import org.holdpoint.dictionary.telemetry.LegKind;
import org.holdpoint.dictionary.telemetry.PlanHash;
import org.holdpoint.dictionary.telemetry.PlanPacket.Leg;
import org.holdpoint.flight.closedloop.PointMassFlight;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Vec3;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Places and gates of a plan, its upload step by step, its check, and where to hold. */
class PlanPlacesTest {
  private static final double N_RAD_S = 1.1068e-3;
  private static final List<Leg> PLAN = PointMassFlight.firstApproach();
  private static final Vec3 OUTER = new Vec3(0, -1000, 0);
  private static final Vec3 INNER = new Vec3(0, -250, 0);

  @Test
  @Tag("GUI-040")
  void eachPlaceHasItsGateAndTheLastLegEndsAtOneMore() {
    assertThat(PlanPlaces.gate(PLAN, 0)).isZero();
    assertThat(PlanPlaces.gate(PLAN, 1)).isEqualTo(1);
    assertThat(PlanPlaces.gate(PLAN, 3)).isEqualTo(3);
    assertThat(PlanPlaces.gate(PLAN, 4)).isEqualTo(4);
    assertThat(PlanPlaces.gate(List.of(), 1)).isZero();
    assertThat(PlanPlaces.departing(PLAN, 0)).isNull();
    assertThat(PlanPlaces.departing(PLAN, 1)).isSameAs(PLAN.get(0));
    assertThat(PlanPlaces.departing(PLAN, 3)).isSameAs(PLAN.get(2));
    assertThat(PlanPlaces.departing(PLAN, 4)).isNull();
  }

  @Test
  @Tag("GUI-040")
  void aHoldPointIsTheLastPlacePassedElseTheFirstAhead() {
    assertThat(PlanPlaces.at(OUTER, PLAN, OUTER, 1)).isEqualTo(1);
    assertThat(PlanPlaces.at(OUTER, PLAN, OUTER, 3)).isEqualTo(1);
    assertThat(PlanPlaces.at(OUTER, PLAN, OUTER, 4)).as("both first and last").isEqualTo(4);
    assertThat(PlanPlaces.at(OUTER, PLAN, OUTER, 9)).isEqualTo(4);
    assertThat(PlanPlaces.at(INNER, PLAN, OUTER, 1)).as("ahead").isEqualTo(2);
    assertThat(PlanPlaces.at(INNER, PLAN, OUTER, 3)).as("passed").isEqualTo(2);
    assertThat(PlanPlaces.at(INNER, PLAN, OUTER, 0)).isEqualTo(2);
    assertThat(PlanPlaces.at(OUTER, PLAN, null, 1)).as("begun on the ellipse").isEqualTo(4);
    assertThat(PlanPlaces.at(new Vec3(100, 200, 100), PLAN, OUTER, 4))
        .as("the ellipse is no point")
        .isZero();
    assertThat(PlanPlaces.at(new Vec3(0, -279.9, 0), PLAN, OUTER, 1)).isEqualTo(2);
    assertThat(PlanPlaces.at(new Vec3(0, -280, 0), PLAN, OUTER, 1)).isZero();
    assertThat(PlanPlaces.at(new Vec3(0, -970.1, 0), PLAN, OUTER, 1)).isEqualTo(1);
    assertThat(PlanPlaces.at(new Vec3(0, -970, 0), PLAN.subList(0, 1), OUTER, 1)).isZero();
  }

  private static PlanLeg sent(int index, Leg leg) {
    return new PlanLeg(1, index, leg.kind(), leg.gate_id(), leg.target_L_m(), leg.duration_s());
  }

  @Test
  @Tag("GUI-043")
  void anUploadTakesItsLegsInOrderAndTheLastOneAgain() {
    PlanStore store = new PlanStore(1, PLAN);
    assertThat(store.leg(sent(1, PLAN.get(0))).refusal()).isEqualTo(Refusal.PLAN_SEQUENCE);
    assertThat(store.commit(new PlanCommit(1, 5)).parameter()).isZero();
    List<Leg> two = PLAN.subList(0, 2);
    store.begin(new PlanBegin(1, 5, 2, PlanHash.of(two)));
    assertThat(store.leg(sent(2, PLAN.get(1))).parameter()).isEqualTo(1);
    assertThat(store.leg(sent(1, PLAN.get(2)))).isEqualTo(PlanStore.Step.TAKEN);
    assertThat(store.leg(sent(1, PLAN.get(0)))).as("again").isEqualTo(PlanStore.Step.TAKEN);
    assertThat(store.leg(sent(3, PLAN.get(2))).parameter()).isEqualTo(2);

    StateWriter out = new StateWriter();
    store.save(out);
    PlanStore restored = new PlanStore(7, List.of());
    restored.restore(new StateReader(out.bytes()));
    assertThat(restored.plan()).isEqualTo(store.plan());
    assertThat(restored.leg(sent(2, PLAN.get(1)))).isEqualTo(PlanStore.Step.TAKEN);
    assertThat(restored.leg(sent(3, PLAN.get(2))).refusal()).isEqualTo(Refusal.PLAN_SEQUENCE);
    assertThat(restored.commit(new PlanCommit(1, 6)).parameter()).isEqualTo(5);
    PlanStore.Step complete = restored.commit(new PlanCommit(1, 5));
    assertThat(complete.refusal()).isEqualTo(Refusal.NONE);
    assertThat(complete.complete().legs()).isEqualTo(two);
    assertThat(restored.plan().legs()).as("not yet the plan").isEqualTo(PLAN);
    restored.replace(complete.complete());
    assertThat(restored.packet().leg_count()).isEqualTo(2);
    assertThat(restored.packet().legs()).hasSize(8);
    assertThat(restored.packet().legs().get(2).kind()).isEqualTo(LegKind.NONE);

    assertThat(store.commit(new PlanCommit(1, 5)).refusal()).isEqualTo(Refusal.PLAN_INCOMPLETE);
    assertThat(store.commit(new PlanCommit(1, 5)).refusal()).isEqualTo(Refusal.PLAN_SEQUENCE);
  }

  @Test
  @Tag("GUI-043")
  void eightLegsAreThePlanNineAreRefused() {
    assertThat(new PlanStore(1, Collections.nCopies(8, PLAN.get(0))).packet().legs()).hasSize(8);
    assertThatThrownBy(() -> new PlanStore(1, Collections.nCopies(9, PLAN.get(0))))
        .hasMessageContaining("9 legs");
  }

  private static PlanCheck.Result check(List<Leg> legs, double propellant_kg) {
    return PlanCheck.check(
        legs, new RelativeState(OUTER, Vec3.ZERO), N_RAD_S, 250, propellant_kg, 2);
  }

  @Test
  @Tag("GUI-044")
  void aPlanIsFlownOnPaperAndTheFirstWrongLegIsNamed() {
    assertThat(check(PLAN, 12)).isEqualTo(PlanCheck.Result.GOOD);
    Leg again = new Leg(LegKind.RETREAT, 2, new Xyz(0, -1000, 0), 0);
    PlanCheck.Result sequence = check(List.of(PLAN.get(0), PLAN.get(1), again), 12);
    assertThat(sequence.refusal()).isEqualTo(Refusal.PLAN_SEQUENCE);
    assertThat(sequence.leg()).isEqualTo(3);
    assertThat(sequence.value()).isEqualTo(2);

    PlanCheck.Result poor = check(PLAN, 2.001);
    assertThat(poor.refusal()).isEqualTo(Refusal.UNAFFORDABLE);
    assertThat(poor.leg()).isEqualTo(1);
    assertThat(poor.value()).isBetween(1.8, 2.0);
    Leg through = new Leg(LegKind.RADIAL_HOP, 1, new Xyz(0, -10, 0), 0);
    assertThat(check(List.of(through), 12).refusal()).isNotEqualTo(Refusal.NONE);
    assertThat(check(List.of(through), 12).leg()).isEqualTo(1);
  }

  @Test
  @Tag("GUI-044")
  void propellantFollowsTheRocketEquation() {
    assertThat(Propellant.used_kg(0, 250)).isZero();
    // 220 s of specific impulse, of which 57 % push: 1,229.8 m/s.
    assertThat(Propellant.used_kg(1229.75, 100)).isCloseTo(100 * (1 - Math.exp(-1)), within(0.01));
  }

  private static RelativeState at(double x, double y, double z, double speed) {
    return new RelativeState(new Vec3(x, y, z), new Vec3(0, speed, 0));
  }

  @Test
  @Tag("GUI-021")
  void itStopsWhereItIsOnlyNearVbarAndSlowAndNotTooNear() {
    assertThat(HoldChoice.canStopHere(at(15, -250, 20, 0.12))).isTrue();
    assertThat(HoldChoice.canStopHere(at(15, -250, 20.1, 0))).isFalse();
    assertThat(HoldChoice.canStopHere(at(0, -250, 0, 0.121))).isFalse();
    assertThat(HoldChoice.canStopHere(at(0, -40, 0, 0))).isTrue();
    assertThat(HoldChoice.canStopHere(at(0, 40, 0, 0))).isTrue();
    assertThat(HoldChoice.canStopHere(at(0, -39.9, 0, 0))).isFalse();
    assertThat(HoldChoice.beside(at(15, -250, 20, 0))).isEqualTo(INNER);
  }

  private static double[] covariance() {
    double[] p = new double[36];
    for (int i = 0; i < 3; i++) {
      p[7 * i] = 0.09;
      p[7 * (3 + i)] = 2.5e-7;
    }
    return p;
  }

  private static Vec3 target(Leg leg) {
    return new Vec3(leg.target_L_m().x(), leg.target_L_m().y(), leg.target_L_m().z());
  }

  @Test
  @Tag("GUI-021")
  void theWayOutIsTheLastHoldVisitedThatIsNotNearer() {
    RelativeState here = at(0, -250, 0, 0);
    Vec3 middle = new Vec3(0, -500, 0);
    Vec3 near = new Vec3(0, -100, 0);
    Leg leg = HoldChoice.retreat(here, covariance(), N_RAD_S, List.of(middle, near), OUTER, null);
    assertThat(leg.kind()).isEqualTo(LegKind.RETREAT);
    assertThat(target(leg)).isEqualTo(middle);
    assertThat(target(HoldChoice.retreat(here, covariance(), N_RAD_S, List.of(), OUTER, null)))
        .isEqualTo(OUTER);
    assertThat(
            target(HoldChoice.retreat(here, covariance(), N_RAD_S, List.of(INNER), OUTER, INNER)))
        .as("the hold that is kept is no way out")
        .isEqualTo(OUTER);
    assertThat(
            HoldChoice.retreat(at(0, -1000, 0, 0), covariance(), N_RAD_S, List.of(), OUTER, OUTER))
        .isNull();
    assertThat(
            HoldChoice.retreat(
                at(0, -2000, 0, 0), covariance(), N_RAD_S, List.of(INNER), OUTER, null))
        .as("all of them are nearer")
        .isNull();
  }

  @Test
  @Tag("GUI-021")
  void vbarIsJoinedAtOrBeyondTheDistanceOnItsOwnSide() {
    Leg behind = HoldChoice.joinVbar(at(60, -400, 40, 0), covariance(), N_RAD_S);
    assertThat(behind.kind()).isEqualTo(LegKind.TWO_IMPULSE);
    assertThat(target(behind).y()).isBetween(-800.0, -400.0);
    Leg ahead = HoldChoice.joinVbar(at(-60, 400, 40, 0), covariance(), N_RAD_S);
    assertThat(target(ahead).y()).isBetween(400.0, 800.0);
    assertThat(HoldChoice.joinVbar(at(60, 400, 40, 0), covariance(), N_RAD_S))
        .as("it drifts over the target: some part of a burn that stops it leads there")
        .isNull();
    Leg above = HoldChoice.joinVbar(at(200, -20, 200, 0), covariance(), N_RAD_S);
    if (above != null) {
      assertThat(target(above).y()).isLessThanOrEqualTo(-150);
    }
  }
}
