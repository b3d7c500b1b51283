package org.holdpoint.flight.assurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hipparchus.util.FastMath;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.AssuranceConstraint;
import org.holdpoint.dictionary.telemetry.LegKind;
import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.flight.ActuatorCommands;
import org.holdpoint.flight.FlightConfiguration;
import org.holdpoint.flight.ThrusterGeometry;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.control.WantedActuation;
import org.holdpoint.flight.safety.AbortAllocation;
import org.holdpoint.flight.safety.OwnState;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.ClohessyWiltshire;
import org.holdpoint.motion.Quaternion;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Transition;
import org.holdpoint.motion.Vec3;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Controllers that want the wrong thing, and what becomes of it. */
class RunTimeAssuranceTest {
  private static final double N = 1.1068e-3;
  private static final double MASS_KG = 250;
  private static final FlightConfiguration CONFIGURATION =
      new FlightConfiguration(
          0, Vec3.ZERO, Vec3.ZERO, Vec3.ZERO, Vec3.ZERO, 1, 1, 238, 12, 2, 2, 1, List.of(),
          Vec3.ZERO);

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 3, 7, 11})
  @Tag("RTA-001")
  void aControllerThatRamsTheTargetIsBrakedBeforeTheKeepOutSphereWithAnyThrusterDead(int dead) {
    var flight = new Assured(Mode.TRANSFER, 0, -400, 0);
    flight.dead = dead;
    flight.fly(4000, state -> state.r_CT_L_m().unit().negated());
    assertThat(flight.smallest_m).isGreaterThan(29.5);
    assertThat(flight.interventions()).isPositive();
    assertThat(flight.events).extracting(EventReport::event).contains(intervened());
  }

  @Test
  @Tag("RTA-001")
  void aForcedLegThatDoesNotStopIsStoppedOutsideTheKeepOutSphere() {
    var flight = new Assured(Mode.FORCED_APPROACH, 0, -100, 0);
    flight.fly(1500, state -> state.r_CT_L_m().unit().negated());
    assertThat(flight.smallest_m).isGreaterThan(29.5);
    assertThat(flight.active).contains(AssuranceConstraint.BRAKING);
  }

  @Test
  @Tag("RTA-002")
  void speedGrowsWithRangeAtMost() {
    var flight = new Assured(Mode.HOLD, 0, -250, 0);
    double worst = 0;
    for (int k = 0; k < 3000; k++) {
      flight.fly(0.1, state -> new Vec3(0, 1, 0.3).unit());
      RelativeState now = flight.state;
      double limit = 0.1 + 2 * N * now.range_m();
      worst = Math.max(worst, now.v_CT_L_m_s().norm() - limit);
    }
    assertThat(worst).isLessThan(0.002);
    assertThat(flight.interventions()).isPositive();
  }

  @Test
  @Tag("RTA-003")
  void aCircleThatIsBlownUpEndsWithin300m() {
    var flight = new Assured(Mode.CIRCUMNAVIGATION, 0, 0, 0);
    flight.leg = LegKind.CIRCUMNAVIGATE;
    flight.state = new RelativeState(new Vec3(0, 200, 100), new Vec3(N * 100, 0, 0));
    flight.fly(1200, state -> new Vec3(0, 0, 1));
    assertThat(flight.largest_m).isLessThan(301);
    assertThat(flight.active).contains(AssuranceConstraint.RANGE);
  }

  @Test
  @Tag("RTA-004")
  void noThrustLeadsOntoAPathIntoTheKeepOutSphereWithinTwoOrbits() {
    // A hop that is aimed at the target: harmless at once, an entry half an orbit later.
    var flight = new Assured(Mode.TRANSFER, 0, -600, 0);
    flight.fly(60, state -> new Vec3(-1, 0, 0));
    assertThat(flight.active).contains(AssuranceConstraint.PASSIVE_SAFETY);
    double smallest = flight.state.range_m();
    RelativeState coasting = flight.state;
    double[] minute = ClohessyWiltshire.transition(N, 20);
    for (double t = 0; t < 2 * 2 * Math.PI / N; t += 20) {
      coasting = Transition.apply(minute, coasting);
      smallest = Math.min(smallest, coasting.range_m());
    }
    assertThat(smallest).isGreaterThan(28);
  }

  @Test
  @Tag("RTA-005")
  void speedOnAnAxisIsBounded() {
    var flight = new Assured(Mode.TRANSFER, 0, -900, 0);
    flight.state = new RelativeState(new Vec3(0, -900, 0), new Vec3(0, -0.97, 0));
    flight.fly(30, state -> new Vec3(0, -1, 0));
    assertThat(flight.state.v_CT_L_m_s().y()).isBetween(-1.005, -0.98);
    assertThat(flight.active).contains(AssuranceConstraint.AXIS_SPEED);
  }

  @Test
  @Tag("RTA-006")
  void whoSpendsHisBudgetCoasts() {
    var flight = new Assured(Mode.HOLD, 0, -1000, 0);
    // Back and forth, as a controller on a false velocity does.
    flight.fly(600, state -> new Vec3(0, flight.number / 50 % 2 == 0 ? 1 : -1, 0));
    assertThat(flight.spent_m_s).isBetween(0.55, 0.75);
    assertThat(flight.events).extracting(EventReport::event).contains(ChaserEvent.ASSURANCE_BUDGET);
    assertThat(flight.last.telemetry().latched()).isTrue();

    flight.mode = Mode.RETREAT;
    flight.fly(1, state -> new Vec3(0, -1, 0));
    assertThat(flight.last.telemetry().latched()).isFalse();
    assertThat(flight.last.intervened()).isFalse();
  }

  @Test
  @Tag("RTA-007")
  void whatIsInsideAllConstraintsPassesAsItIs() {
    var flight = new Assured(Mode.HOLD, 0, -1000, 0);
    flight.fly(5, state -> new Vec3(0, 0.2, 0));
    assertThat(flight.last.passed()).isSameAs(flight.wanted);
    assertThat(flight.interventions()).isZero();
  }

  @Test
  @Tag("RTA-007")
  void withoutAValidStateItJudgesNothingAndPassesEverything() {
    var flight = new Assured(Mode.TRANSFER, 0, -35, 0);
    flight.valid = false;
    flight.fly(1, state -> new Vec3(0, 1, 0));
    assertThat(flight.last.passed()).isSameAs(flight.wanted);
    assertThat(flight.last.telemetry().judging()).isFalse();
  }

  @Test
  @Tag("RTA-008")
  void whileTheGateFliesTheAbortItKeepsOut() {
    var flight = new Assured(Mode.TRANSFER, 0, -35, 0);
    flight.inhibited = true;
    flight.fly(1, state -> new Vec3(0, 1, 0));
    assertThat(flight.last.passed()).isSameAs(flight.wanted);
  }

  @Test
  @Tag("RTA-009")
  void onForcedLegsNoTurnEntersTheSunCone() {
    var flight = new Assured(Mode.FORCED_APPROACH, 0, -60, 0);
    double angle = FastMath.toRadians(50);
    double rate = FastMath.toRadians(1.0);
    double nearest = angle;
    for (int k = 0; k < 1200; k++) {
      flight.sun_B = new Vec3(FastMath.cos(angle), FastMath.sin(angle), 0);
      flight.rate_B = new Vec3(0, 0, rate);
      flight.fly(0.1, state -> Vec3.ZERO, new Vec3(0, 0, 0.2));
      double torque = flight.last.passed().commands().wheelTorque_B_N_m().z();
      rate += torque / 50 * Tick.PERIOD_S;
      angle -= rate * Tick.PERIOD_S;
      nearest = Math.min(nearest, angle);
    }
    assertThat(FastMath.toDegrees(nearest)).isGreaterThan(29.9);
    assertThat(flight.active).contains(AssuranceConstraint.SUN_CONE);
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  @Tag("RTA-010")
  void everyModeThatCommandsTranslationHasARow(Mode mode) {
    boolean translates =
        switch (mode) {
          case DRIFT, ABORT, ABORT_DRIFT, PARK -> false;
          default -> !mode.name().equals("SAFE");
        };
    assertThat(Arming.TABLE.stream().anyMatch(row -> row.mode() == mode)).isEqualTo(translates);
    assertThat(Arming.of(mode).constraints().isEmpty()).isEqualTo(!translates);
  }

  @Test
  @Tag("RTA-011")
  void itContinuesFromASavedStateBitByBit() {
    var flight = new Assured(Mode.HOLD, 0, -1000, 0);
    flight.fly(20, state -> new Vec3(0, 1, 0));
    var saved = new StateWriter();
    flight.assurance.save(saved);
    var restored = new RunTimeAssurance(CONFIGURATION, N);
    restored.restore(new StateReader(saved.bytes()));
    var again = new StateWriter();
    restored.save(again);
    assertThat(again.bytes()).isEqualTo(saved.bytes());
  }

  private static ChaserEvent intervened() {
    return ChaserEvent.ASSURANCE_INTERVENED;
  }

  /** A point mass that a pilot pushes as hard as it goes, with the filter between. */
  private static final class Assured {
    final RunTimeAssurance assurance = new RunTimeAssurance(CONFIGURATION, N);
    final AbortAllocation pilot = new AbortAllocation();
    final List<EventReport> events = new ArrayList<>();
    final List<AssuranceConstraint> active = new ArrayList<>();
    private final double[] transition = ClohessyWiltshire.transition(N, Tick.PERIOD_S);
    RelativeState state;
    Mode mode;
    LegKind leg = LegKind.NONE;
    int dead = -1;
    boolean valid = true;
    boolean inhibited;
    Vec3 sun_B = Vec3.ZERO;
    Vec3 rate_B = Vec3.ZERO;
    WantedActuation wanted;
    RunTimeAssurance.Assured last;
    double smallest_m = Double.MAX_VALUE;
    double largest_m;
    double spent_m_s;
    long number;

    Assured(Mode mode, double x, double y, double z) {
      this.mode = mode;
      state = new RelativeState(new Vec3(x, y, z), Vec3.ZERO);
    }

    int interventions() {
      return last.telemetry().interventions();
    }

    void fly(double seconds, Function<RelativeState, Vec3> direction) {
      fly(seconds, direction, Vec3.ZERO);
    }

    void fly(double seconds, Function<RelativeState, Vec3> direction, Vec3 torque) {
      for (long until = number + Math.round(10 * seconds); number < until; number++) {
        pilot.reset();
        int[] on = pilot.share(direction.apply(state).times(3.4), Vec3.ZERO, 0, 0);
        wanted = new WantedActuation(new ActuatorCommands(on, torque), Vec3.ZERO, 0);
        OwnState own =
            new OwnState(
                valid, state.r_CT_L_m(), state.v_CT_L_m_s(), Quaternion.IDENTITY, rate_B, sun_B);
        last =
            assurance.step(
                new Tick(number, number * Tick.PERIOD_NS), wanted, own, mode, leg, inhibited);
        events.addAll(last.events());
        if (last.intervened()) {
          active.add(last.telemetry().active());
        }
        move(last.passed().commands());
      }
    }

    private void move(ActuatorCommands commands) {
      Vec3 impulse = Vec3.ZERO;
      for (int i = 0; i < 12; i++) {
        if (i != dead) {
          Vec3 force = ThrusterGeometry.THRUSTERS.get(i).force_B_N();
          impulse = impulse.plus(force.times(0.001 * commands.onTime_ms(i)));
        }
      }
      Vec3 half = impulse.times(0.5 / MASS_KG);
      spent_m_s += 2 * half.norm();
      state = Transition.apply(transition, state.plusDeltaV(half)).plusDeltaV(half);
      smallest_m = Math.min(smallest_m, state.range_m());
      largest_m = Math.max(largest_m, state.range_m());
    }
  }
}
