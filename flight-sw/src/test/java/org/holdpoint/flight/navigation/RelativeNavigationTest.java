package org.holdpoint.flight.navigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.util.FastMath;
import org.holdpoint.dictionary.command.Refusal;
import org.holdpoint.dictionary.command.ReinitialiseNavigation;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.Sensor;
import org.holdpoint.dictionary.telemetry.UnitState;
import org.holdpoint.dictionary.telemetry.Validity;
import org.holdpoint.flight.ActuatorCommands;
import org.holdpoint.flight.command.CommandReport;
import org.holdpoint.flight.command.CommandReport.Stage;
import org.holdpoint.flight.command.ReceivedCommand;
import org.holdpoint.flight.command.RequestId;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Rotations;
import org.holdpoint.motion.Vec3;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Stories of navigation without control: the chaser coasts, its boresight on the target. */
class RelativeNavigationTest {
  private static final RequestId REQUEST = new RequestId(0x1864, 0xC003);

  private static final class Coast {
    final SmallWorld world;
    final RelativeNavigation navigation;
    final List<EventReport> events = new ArrayList<>();
    final List<CommandReport> reports = new ArrayList<>();
    NavigationStep step;

    Coast(long seed, double y_m, double positionSigma_m, double velocitySigma_m_s) {
      world = new SmallWorld(seed, new RelativeState(new Vec3(0, y_m, 0), Vec3.ZERO));
      world.attitudePerfect = true;
      navigation = new RelativeNavigation(world.configuration(positionSigma_m, velocitySigma_m_s));
    }

    /** Navigation starts from a place that is not the true one. */
    Coast(long seed, double y_m, Vec3 believed_L_m) {
      world = new SmallWorld(seed, new RelativeState(new Vec3(0, y_m, 0), Vec3.ZERO));
      world.attitudePerfect = true;
      navigation = new RelativeNavigation(world.configuration(believed_L_m, 100, 0.1));
    }

    void tick(ReceivedCommand... commands) {
      step = navigation.step(world.tick(), world.samples(), List.of(commands));
      events.addAll(step.events());
      reports.addAll(step.reports());
      world.step(ActuatorCommands.NONE);
    }

    void fly(double seconds) {
      for (long k = 0; k < Math.round(10 * seconds); k++) {
        tick();
      }
    }

    /** The state of the last tick against the truth of that tick needs the world not stepped. */
    Vec3 positionErrorNow() {
      step = navigation.step(world.tick(), world.samples(), List.of());
      Vec3 error = step.solution().r_CT_L_m().minus(world.relative().r_CT_L_m());
      world.step(ActuatorCommands.NONE);
      return error;
    }

    List<ChaserEvent> eventNames() {
      return events.stream().map(EventReport::event).toList();
    }
  }

  @Test
  @Tag("NAV-020")
  void theFilterIsConsistentWithItsCovariance() {
    int runs = 100;
    double nees = 0;
    double nisBearing = 0;
    double nisRange = 0;
    long samples = 0;
    for (int seed = 1; seed <= runs; seed++) {
      var coast = new Coast(seed, -1000, 5, 0.02);
      var draws = new Noise(1000 + seed);
      coast.world.facet_m = SmallWorld.HULL_RADIUS_M * (0.75 + 0.2 * draws.gaussian());
      coast.world.differentialDrag_m_s2 = 0;
      coast.world.accelerationNoise = 3e-11;
      coast.fly(400);
      for (int k = 0; k < 20; k++) {
        coast.fly(1);
        nisBearing += coast.step.solution().statistics().nisBearing();
        nisRange += coast.step.solution().statistics().nisRange();
        samples++;
      }
      coast.step = coast.navigation.step(coast.world.tick(), coast.world.samples(), List.of());
      nees += nees(coast.step.solution(), coast.world.relative());
    }
    // 95 % two-sided bounds of the averages (rpo-reference, relative navigation).
    FilterFigures.tell(
        "near filter, 1 km, %d runs: mean NEES %.2f of 6, NIS %.3f of 2 (bearing), %.3f of 1 (range)",
        runs, nees / runs, nisBearing / samples, nisRange / samples);
    assertThat(nees / runs).isBetween(5.34, 6.70);
    assertThat(nisBearing / samples).isBetween(1.8, 2.2);
    assertThat(nisRange / samples).isBetween(0.85, 1.15);
  }

  private static double nees(NavigationSolution solution, RelativeState truth) {
    Vec3 r = solution.r_CT_L_m().minus(truth.r_CT_L_m());
    Vec3 v = solution.v_CT_L_m_s().minus(truth.v_CT_L_m_s());
    var error = new ArrayRealVector(new double[] {r.x(), r.y(), r.z(), v.x(), v.y(), v.z()});
    double[][] covariance = new double[6][6];
    for (int i = 0; i < 6; i++) {
      for (int j = 0; j < 6; j++) {
        covariance[i][j] = solution.covariance().at(i, j);
      }
    }
    var cholesky = new CholeskyDecomposition(MatrixUtils.createRealMatrix(covariance), 1e-9, 1e-18);
    return error.dotProduct(cholesky.getSolver().solve(error));
  }

  @Test
  @Tag("NAV-021")
  void withinTenMinutesVelocityIsKnownToATenthOfAMillimetrePerSecondOrSo() {
    var coast = new Coast(3, -1000, 10, 0.02);
    coast.fly(900);
    double worst = 0;
    for (int k = 0; k < 3000; k++) {
      coast.step = coast.navigation.step(coast.world.tick(), coast.world.samples(), List.of());
      Vec3 off = coast.step.solution().v_CT_L_m_s().minus(coast.world.relative().v_CT_L_m_s());
      worst = Math.max(worst, off.norm());
      coast.world.step(ActuatorCommands.NONE);
    }
    assertThat(worst).isLessThan(6e-4);
    assertThat(coast.positionErrorNow().norm()).isLessThan(1.0);
    assertThat(coast.step.solution().validity()).isEqualTo(Validity.VALID);
    assertThat(coast.eventNames()).doesNotContain(ChaserEvent.MEASUREMENTS_REJECTED);
  }

  @Test
  @Tag("NAV-022")
  void ownOrbitAndAttitudeAreBetterThanTheirSensors() {
    var coast = new Coast(4, -500, 5, 0.01);
    coast.fly(300);
    double position = 0;
    double velocity = 0;
    double attitude = 0;
    double rate = 0;
    for (int k = 0; k < 1200; k++) {
      coast.step = coast.navigation.step(coast.world.tick(), coast.world.samples(), List.of());
      var now = coast.step.solution();
      position = Math.max(position, now.r_C_I_m().minus(coast.world.r_C_I_m()).norm());
      velocity = Math.max(velocity, now.v_C_I_m_s().minus(coast.world.v_C_I_m_s()).norm());
      attitude = Math.max(attitude, Rotations.angle_rad(now.q_BI(), coast.world.q_BI()));
      rate += now.rate_B_rad_s().norm() / 1200;
      coast.world.step(ActuatorCommands.NONE);
    }
    assertThat(position).isLessThan(2.5);
    assertThat(velocity).isLessThan(0.006);
    assertThat(FastMath.toDegrees(attitude) * 3600).isLessThan(30);
    assertThat(rate).isBetween(1.09e-3, 1.13e-3);
  }

  @Test
  @Tag("NAV-023")
  void anOutlierOfGnssMovesNothing() {
    var coast = new Coast(5, -500, 5, 0.01);
    coast.fly(300);
    coast.world.gnssError_m = new Vec3(300, 0, 0);
    coast.fly(3);
    coast.world.gnssError_m = Vec3.ZERO;
    coast.fly(20);
    Vec3 own_I = coast.world.r_C_I_m();
    assertThat(coast.positionErrorNow().norm()).isLessThan(1);
    assertThat(coast.step.solution().r_C_I_m().minus(own_I).norm()).isLessThan(5);
    assertThat(coast.step.units()).containsEntry(Sensor.GNSS, UnitState.GOOD);
  }

  @Test
  @Tag("NAV-024")
  void aRangerThatRampsAwayIsRejectedAtFirstAndDragsTheFilterAfterItsDoubt() {
    var coast = new Coast(6, -250, 5, 0.01);
    coast.fly(300);
    int rejectedAfter = 0;
    int openedAfter = 0;
    for (int second = 1; second <= 60; second++) {
      for (int k = 0; k < 10; k++) {
        coast.world.rangerError_m += 0.05;
        coast.tick();
      }
      if (rejectedAfter == 0 && coast.eventNames().contains(ChaserEvent.MEASUREMENTS_REJECTED)) {
        rejectedAfter = second;
        assertThat(coast.step.units()).containsEntry(Sensor.LASER_RANGER_A, UnitState.REJECTED);
      }
      if (openedAfter == 0 && coast.eventNames().contains(ChaserEvent.NAVIGATION_REINITIALISED)) {
        openedAfter = second;
      }
    }
    assertThat(rejectedAfter).isBetween(4, 12);
    assertThat(openedAfter).isBetween(rejectedAfter + 8, 25);
    // It has been dragged: the monitor must find this out. It says honestly that it was in doubt.
    assertThat(coast.positionErrorNow().norm()).isGreaterThan(15);
    assertThat(coast.eventNames()).contains(ChaserEvent.NAVIGATION_VALIDITY);
  }

  @Test
  @Tag("NAV-130")
  void rangesThatRunAwayFasterThanAnyBodyAreNeverFollowedAndHeardAgainWhenTheyAreRight() {
    var coast = new Coast(16, -500, 5, 0.01);
    coast.fly(300);
    for (int k = 0; k < 2000; k++) {
      coast.world.rangerError_m += 0.268;
      coast.tick();
    }
    assertThat(coast.eventNames()).doesNotContain(ChaserEvent.NAVIGATION_REINITIALISED);
    assertThat(coast.step.units()).containsEntry(Sensor.LASER_RANGER_A, UnitState.ISOLATED);
    assertThat(coast.positionErrorNow().norm()).isLessThan(5);

    coast.world.rangerError_m = 0;
    coast.fly(200);
    assertThat(coast.step.units()).containsEntry(Sensor.LASER_RANGER_A, UnitState.GOOD);
    assertThat(coast.positionErrorNow().norm()).isLessThan(1.5);
    assertThat(coast.step.solution().validity()).isEqualTo(Validity.VALID);
  }

  @Test
  @Tag("NAV-130")
  void rangesThatScatterAreNotFollowed() {
    var coast = new Coast(17, -500, 5, 0.01);
    coast.fly(300);
    for (int second = 0; second < 120; second++) {
      coast.world.rangerError_m = second % 2 == 0 ? 60 : -60;
      coast.fly(1);
    }
    assertThat(coast.eventNames()).doesNotContain(ChaserEvent.NAVIGATION_REINITIALISED);
    assertThat(coast.positionErrorNow().norm()).isLessThan(3);
  }

  @Test
  @Tag("NAV-150")
  void aRangerThatLiesNowAndThenIsIsolatedMovesNothingAndComesBackByItself() {
    var coast = new Coast(19, -500, 5, 0.01);
    coast.fly(300);
    for (int lie = 0; lie < 3; lie++) {
      coast.world.rangerError_m = 40;
      coast.fly(7);
      coast.world.rangerError_m = 0;
      coast.fly(3);
    }
    assertThat(coast.step.units()).containsEntry(Sensor.LASER_RANGER_A, UnitState.ISOLATED);
    long taken = coast.step.solution().statistics().rangesAccepted();
    coast.world.rangerError_m = 3;
    coast.fly(40);
    assertThat(coast.step.solution().statistics().rangesAccepted()).isEqualTo(taken);
    assertThat(coast.positionErrorNow().norm()).isLessThan(2);

    coast.world.rangerError_m = 0;
    coast.fly(15);
    assertThat(coast.step.units()).containsEntry(Sensor.LASER_RANGER_A, UnitState.ON_TRIAL);
    coast.fly(15);
    assertThat(coast.step.units()).containsEntry(Sensor.LASER_RANGER_A, UnitState.GOOD);
    assertThat(coast.positionErrorNow().norm()).isLessThan(2);
    assertThat(coast.eventNames()).doesNotContain(ChaserEvent.NAVIGATION_REINITIALISED);
  }

  @Test
  @Tag("NAV-150")
  void anIsolatedRangerIsHeardAgainWhenTheCameraFallsSilent() {
    var coast = new Coast(20, -500, 5, 0.01);
    coast.fly(300);
    for (int second = 0; second < 40; second++) {
      coast.world.rangerError_m = second % 2 == 0 ? 60 : -60;
      coast.fly(1);
    }
    assertThat(coast.step.units()).containsEntry(Sensor.LASER_RANGER_A, UnitState.ISOLATED);
    coast.world.rangerError_m = 0;
    coast.world.cameraOn = false;
    coast.fly(10);
    assertThat(coast.step.units()).containsEntry(Sensor.LASER_RANGER_A, UnitState.GOOD);
  }

  @Test
  @Tag("NAV-131")
  void aThrustThatNoThrusterCanGiveIsNotBelievedAndHarmsNothing() {
    var coast = new Coast(18, -500, 5, 0.01);
    coast.fly(300);
    coast.world.accelerometerError_m_s = new Vec3(0, 0, SensedDeltaV.MOST_M_S + 0.001);
    coast.fly(600);
    assertThat(coast.positionErrorNow().norm()).isLessThan(2);
    assertThat(coast.step.solution().v_C_I_m_s().norm()).isBetween(7_500.0, 7_700.0);

    coast.world.accelerometerError_m_s = Vec3.ZERO;
    coast.fly(200);
    assertThat(coast.positionErrorNow().norm()).isLessThan(1.5);
    assertThat(coast.step.solution().validity()).isEqualTo(Validity.VALID);
  }

  @Test
  @Tag("NAV-131")
  void whatTheThrustersCanGiveIsBelieved() {
    var sensed = new SensedDeltaV();
    assertThat(sensed.believes(new Vec3(SensedDeltaV.MOST_M_S - 0.001, 0, 0))).isTrue();
    assertThat(sensed.believes(new Vec3(SensedDeltaV.MOST_M_S + 0.001, 0, 0))).isFalse();
    for (int sample = 1; sample < 600; sample++) {
      assertThat(sensed.believes(Vec3.ZERO)).isFalse();
    }
    assertThat(sensed.believes(Vec3.ZERO)).isTrue();
    assertThat(sensed.believes(new Vec3(Double.NaN, 0, 0))).isFalse();
  }

  @Test
  @Tag("NAV-025")
  void withoutCameraAndRangerTheStateGetsStaleThenInvalidAndComesBack() {
    var coast = new Coast(7, -250, 5, 0.01);
    coast.fly(300);
    assertThat(coast.step.solution().validity()).isEqualTo(Validity.VALID);
    coast.world.cameraOn = false;
    coast.world.rangerOn = false;
    coast.fly(6.5);
    assertThat(coast.step.units())
        .containsEntry(Sensor.VISIBLE_CAMERA, UnitState.LOST)
        .containsEntry(Sensor.LASER_RANGER_A, UnitState.LOST);
    assertThat(coast.step.solution().validity()).isEqualTo(Validity.VALID);
    coast.fly(5);
    assertThat(coast.step.solution().validity()).isEqualTo(Validity.STALE);
    coast.fly(115);
    assertThat(coast.step.solution().validity()).isEqualTo(Validity.INVALID);
    coast.world.cameraOn = true;
    coast.world.rangerOn = true;
    coast.fly(2);
    assertThat(coast.step.solution().validity()).isEqualTo(Validity.VALID);
    assertThat(coast.positionErrorNow().norm()).isLessThan(1.5);
  }

  @Test
  @Tag("NAV-026")
  void aCommandedStartAgainUsesTheMeasurementsAloneAndSaysSo() {
    var coast = new Coast(8, -250, 5, 0.01);
    coast.fly(300);
    var request = new RequestId(0x1864, 0xC001);
    coast.tick(new ReceivedCommand(request, new ReinitialiseNavigation(1)));
    coast.fly(1);

    assertThat(coast.reports)
        .containsExactly(
            CommandReport.success(request, Stage.START),
            CommandReport.success(request, Stage.COMPLETION));
    assertThat(coast.eventNames()).contains(ChaserEvent.NAVIGATION_REINITIALISED);
    coast.fly(300);
    assertThat(coast.positionErrorNow().norm()).isLessThan(1.5);
    assertThat(coast.step.solution().validity()).isEqualTo(Validity.VALID);
  }

  @Test
  @Tag("NAV-026")
  void aCommandedStartAgainWithoutARangeFailsAndKeepsTheState() {
    var coast = new Coast(9, -250, 5, 0.01);
    coast.fly(300);
    coast.world.rangerOn = false;
    coast.fly(3);
    var request = new RequestId(0x1864, 0xC002);
    coast.tick(new ReceivedCommand(request, new ReinitialiseNavigation(1)));
    coast.fly(2);

    assertThat(coast.reports)
        .containsExactly(
            CommandReport.success(request, Stage.START),
            CommandReport.refused(request, Stage.COMPLETION, Refusal.EFFECT_NOT_SEEN, 0, 0));
    assertThat(coast.positionErrorNow().norm()).isLessThan(1);
  }

  @Test
  @Tag("NAV-027")
  void withoutAStarTrackerTheGyroCarriesTheAttitudeForAMinute() {
    var coast = new Coast(10, -250, 5, 0.01);
    coast.fly(300);
    coast.world.trackerOn = false;
    coast.fly(60);
    assertThat(coast.step.units()).containsEntry(Sensor.STAR_TRACKER_A, UnitState.LOST);
    coast.step = coast.navigation.step(coast.world.tick(), coast.world.samples(), List.of());
    assertThat(
            FastMath.toDegrees(
                Rotations.angle_rad(coast.step.solution().q_BI(), coast.world.q_BI())))
        .isLessThan(0.02);
  }

  @Test
  @Tag("NAV-027")
  void withoutImuTheStateStaysHonest() {
    var coast = new Coast(11, -250, 5, 0.01);
    coast.fly(300);
    coast.world.imuOn = false;
    coast.fly(100);
    assertThat(coast.step.units()).containsEntry(Sensor.IMU_A, UnitState.LOST);
    coast.step = coast.navigation.step(coast.world.tick(), coast.world.samples(), List.of());
    assertThat(nees(coast.step.solution(), coast.world.relative())).isLessThan(20);
    assertThat(coast.positionErrorNow().norm()).isLessThan(1.5);
  }

  @Test
  @Tag("NAV-132")
  void aFrozenGyroIsNamedAndNoOtherUnit() {
    var coast = new Coast(12, -250, 5, 0.01);
    coast.fly(300);
    coast.world.gyroFrozen = true;
    coast.fly(100);
    assertThat(coast.step.units())
        .containsEntry(Sensor.IMU_A, UnitState.REJECTED)
        .containsEntry(Sensor.STAR_TRACKER_A, UnitState.GOOD)
        .containsEntry(Sensor.VISIBLE_CAMERA, UnitState.GOOD);
    assertThat(coast.events)
        .contains(new EventReport(ChaserEvent.UNIT_STUCK, Sensor.IMU_A.code(), 0, 0));
    coast.world.gyroFrozen = false;
    coast.fly(1);
    assertThat(coast.step.units()).containsEntry(Sensor.IMU_A, UnitState.GOOD);
    assertThat(coast.positionErrorNow().norm()).isLessThan(1.5);
  }

  @Test
  @Tag("NAV-133")
  void aRangerThatHearsTheTargetIsBelievedMoreThanAnEstimateThatHasItFarAway() {
    var coast = lockedOut();
    coast.fly(30);
    assertThat(coast.eventNames()).contains(ChaserEvent.RANGER_CONTRADICTS);
    coast.fly(300);
    assertThat(coast.positionErrorNow().norm()).isLessThan(2);
    assertThat(coast.step.solution().validity()).isEqualTo(Validity.VALID);
  }

  @Test
  @Tag("NAV-133")
  void rangesThatNoBodyGivesOrAStuckOneStartNothing() {
    var coast = lockedOut();
    for (int k = 0; k < 600; k++) {
      coast.world.rangerError_m = 40 * (k / 10 % 3);
      coast.tick();
    }
    coast.world.rangerError_m = 5_000;
    coast.fly(60);
    assertThat(coast.eventNames()).doesNotContain(ChaserEvent.RANGER_CONTRADICTS);
    coast.world.rangerError_m = 0;
    coast.fly(30);
    assertThat(coast.eventNames()).contains(ChaserEvent.RANGER_CONTRADICTS);
  }

  @Test
  @Tag("NAV-133")
  void theGroundsNewStartTakesTheRangerAtItsWordAtOnce() {
    var coast = lockedOut();
    coast.fly(3);
    coast.tick(new ReceivedCommand(REQUEST, new ReinitialiseNavigation(0)));
    assertThat(coast.eventNames()).contains(ChaserEvent.RANGER_CONTRADICTS);
    assertThat(coast.reports)
        .containsExactly(
            CommandReport.success(REQUEST, Stage.START),
            CommandReport.success(REQUEST, Stage.COMPLETION));
    coast.fly(300);
    assertThat(coast.positionErrorNow().norm()).isLessThan(2);
  }

  @Test
  @Tag("NAV-133")
  void whatHasBeenHeardIsKeptBySnapshots() {
    var coast = lockedOut();
    coast.fly(10);
    StateWriter out = new StateWriter();
    coast.navigation.save(out);
    var restored = new RelativeNavigation(coast.world.configuration(5, 0.01));
    restored.restore(new StateReader(out.bytes()));
    StateWriter again = new StateWriter();
    restored.save(again);
    assertThat(again.bytes()).isEqualTo(out.bytes());
    for (int k = 0; k < 100; k++) {
      var samples = coast.world.samples();
      var one = coast.navigation.step(coast.world.tick(), samples, List.of());
      var other = restored.step(coast.world.tick(), samples, List.of());
      assertThat(other.events()).isEqualTo(one.events());
      assertThat(other.solution().r_CT_L_m()).isEqualTo(one.solution().r_CT_L_m());
      coast.world.step(ActuatorCommands.NONE);
    }
  }

  /** At 900 m from the target, which navigation believes to be some 14 km away. */
  private static Coast lockedOut() {
    return new Coast(14, -900, new Vec3(0, -14_000, 0));
  }
}
