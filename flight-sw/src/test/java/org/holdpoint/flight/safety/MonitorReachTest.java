package org.holdpoint.flight.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.holdpoint.dictionary.command.Abort;
import org.holdpoint.dictionary.command.Hold;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.telemetry.Direction;
import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.dictionary.telemetry.Rung;
import org.holdpoint.dictionary.telemetry.RungVerdict;
import org.holdpoint.dictionary.telemetry.Validity;
import org.holdpoint.dictionary.telemetry.Verdict;
import org.holdpoint.motion.Vec3;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Beyond the reach of its own sensors the monitor says that it does not know. */
class MonitorReachTest {
  private static Chaser farAway(Mode mode) {
    Chaser chaser = new Chaser(70, new Vec3(0, -5000, 0), Vec3.ZERO);
    chaser.mode = mode;
    chaser.fly(90);
    return chaser;
  }

  @Test
  @Tag("SAF-169")
  void beyondItsSensorsItsStateIsInvalidAndItsRungsAreUnknown() {
    var told = farAway(Mode.CHASE).verdict.telemetry();
    assertThat(told.monitor()).isEqualTo(Validity.INVALID);
    assertThat(told.hold_verdict()).isEqualTo(RungVerdict.UNKNOWN);
    assertThat(told.retreat_verdict()).isEqualTo(RungVerdict.UNKNOWN);
    assertThat(told.escape_verdict()).isEqualTo(RungVerdict.UNKNOWN);
    assertThat(told.abort_verdict()).isEqualTo(RungVerdict.UNKNOWN);
    assertThat(told.rule_keep_out()).isEqualTo(Verdict.NOT_APPLICABLE);
    assertThat(told.rule_passive_safety()).isEqualTo(Verdict.NOT_APPLICABLE);
    assertThat(told.rule_attitude_rate()).isEqualTo(Verdict.PASS);
    assertThat(told.rule_wheels()).isEqualTo(Verdict.PASS);
  }

  @Test
  @Tag("SAF-169")
  void inAModeOfTheApproachTheRulesOnTheTargetSayUnknownAndDoNotTrip() {
    Chaser chaser = farAway(Mode.TRANSFER);
    chaser.fly(300);
    var told = chaser.verdict.telemetry();
    assertThat(told.rule_keep_out()).isEqualTo(Verdict.UNKNOWN);
    assertThat(told.rule_braking()).isEqualTo(Verdict.UNKNOWN);
    assertThat(told.rule_passive_safety()).isEqualTo(Verdict.UNKNOWN);
    assertThat(told.rule_disagreement()).isEqualTo(Verdict.UNKNOWN);
    assertThat(chaser.verdict.active()).isEqualTo(Rung.NONE);
  }

  @Test
  @Tag("SAF-169")
  void theRulesThatNeedNoTargetTripThere() {
    Chaser chaser = farAway(Mode.CHASE);
    chaser.wheelMomentum_B = new Vec3(0, 7.8, 0);
    chaser.fly(11);
    assertThat(chaser.verdict.active()).isEqualTo(Rung.HOLD);
    assertThat(chaser.has(ChaserEvent.WHEEL_RULE)).isTrue();
  }

  @Test
  @Tag("SAF-169")
  void whatIsAskedForIsDoneAsAskedAndAnAbortGoesAwayAlongVbar() {
    Chaser chaser = farAway(Mode.CHASE);
    chaser.send(new Hold());
    chaser.fly(1);
    assertThat(chaser.verdict.active()).isEqualTo(Rung.HOLD);
    chaser.send(new Abort());
    chaser.tickOnce();
    assertThat(chaser.verdict.active()).isEqualTo(Rung.ABORT);
    assertThat(chaser.events)
        .filteredOn(event -> event.event() == ChaserEvent.ABORT_DIRECTION)
        .singleElement()
        .satisfies(event -> assertThat(event.a()).isEqualTo(Direction.MINUS_Y.code()));
  }

  @Test
  @Tag("SAF-169")
  void withinReachAChaseAndADepartureAreWatchedAsAnyLeg() {
    Set<String> near =
        SafetyRules.RULES.stream()
            .filter(rule -> rule.armedIn().contains(Mode.CHASE))
            .filter(SafetyRule::needsTarget)
            .map(SafetyRule::id)
            .collect(Collectors.toSet());
    assertThat(near).contains("SAF-101", "SAF-104", "SAF-105", "SAF-106", "SAF-107", "SAF-113");

    // On a safety ellipse of 200 m: drifting on is safe there, so that a hold is enough.
    double n = 1.1068e-3;
    Chaser chaser = new Chaser(71, new Vec3(-200, 0, 0), new Vec3(0, 400 * n, 200 * n));
    chaser.mode = Mode.CHASE;
    chaser.fly(300);
    assertThat(chaser.verdict.active()).isEqualTo(Rung.NONE);
    chaser.navigationError_L = new Vec3(0, -40, 0);
    chaser.fly(10);
    assertThat(chaser.verdict.active()).isEqualTo(Rung.HOLD);
    assertThat(chaser.has(ChaserEvent.RANGER_DISAGREEMENT)).isTrue();
  }
}
