package org.holdpoint.flight.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.UnitState;
import org.holdpoint.dictionary.telemetry.Validity;
import org.holdpoint.flight.FlightConfiguration;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.sample.AttitudeFix;
import org.holdpoint.flight.sample.BearingFix;
import org.holdpoint.flight.sample.GnssFix;
import org.holdpoint.flight.sample.InertialSample;
import org.holdpoint.flight.sample.MonitorSamples;
import org.holdpoint.flight.sample.RangeFix;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.Quaternion;
import org.holdpoint.motion.Vec3;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where the monitor draws its lines, each from both sides, with sensors that are exact. */
class MonitorEstimatorTest {
  private static final Vec3 AT_250 = new Vec3(0, -250, 0);

  /** Four exact units in a body that does not turn, about a target on a given orbit. */
  private static final class Bench {
    final TwoOrbits truth;
    final FlightConfiguration configuration;
    final List<EventReport> events = new ArrayList<>();
    final Quaternion q_BI = new Quaternion(0.5, -0.1, 0.7, 0.3).normalized();
    MonitorEstimator estimator;
    MonitorState state;
    long number;

    boolean fixOn = true;
    boolean imuOn = true;
    boolean stuckGyro;
    boolean stuckAccelerometer;
    Vec3 rate_B = Vec3.ZERO;
    Vec3 deltaV_B = Vec3.ZERO;
    UnaryOperator<@Nullable BearingFix> bearings = fix -> fix;
    UnaryOperator<@Nullable RangeFix> ranges = fix -> fix;
    UnaryOperator<AttitudeFix> fixes = fix -> fix;
    @Nullable GnssFix gnss;

    Bench(TwoOrbits truth, double positionSigma_m, double velocitySigma_m_s, double hull_m) {
      this.truth = truth;
      truth.targetDrag_m2_kg = 0;
      truth.chaserDrag_m2_kg = 0;
      configuration =
          new FlightConfiguration(
              Chaser.START,
              truth.r_T_I(),
              truth.v_T_I(),
              truth.r_L(),
              truth.v_L(),
              positionSigma_m,
              velocitySigma_m_s,
              238,
              12,
              2,
              hull_m,
              1,
              List.of(),
              new Vec3(0, -1000, 0));
      estimator = new MonitorEstimator(configuration);
    }

    static Bench at(Vec3 r_L_m) {
      return knowing(r_L_m, 0.5, 0.001);
    }

    static Bench knowing(Vec3 r_L_m, double positionSigma_m, double velocitySigma_m_s) {
      return new Bench(
          TwoOrbits.at(r_L_m, Vec3.ZERO), positionSigma_m, velocitySigma_m_s, Chaser.HULL_M);
    }

    Vec3 bearing_B() {
      return q_BI.rotate(truth.toI(truth.r_L().times(-1)).unit());
    }

    MonitorSamples samples() {
      long now = Chaser.START + number * Tick.PERIOD_NS;
      boolean second = number % 10 == 0;
      // Below all limits, but never twice the same: what repeats is stuck.
      Vec3 noise = new Vec3(1e-12 * (number % 997), 0, 0);
      double range_m = truth.range_m() - configuration.targetHullRadius_m() / 2;
      return new MonitorSamples(
          fixOn
              ? fixes.apply(new AttitudeFix(now, Quaternion.ofBodyTurn(noise).times(q_BI)))
              : null,
          imuOn
              ? new InertialSample(
                  now,
                  stuckGyro ? rate_B : rate_B.plus(noise),
                  stuckAccelerometer ? deltaV_B : deltaV_B.plus(noise))
              : null,
          second ? bearings.apply(new BearingFix(now, bearing_B().plus(noise), 1e-3)) : null,
          second ? ranges.apply(new RangeFix(now, range_m + noise.x())) : null,
          gnss,
          null,
          true);
    }

    Bench ticks(int count) {
      for (int i = 0; i < count; i++) {
        Tick tick = new Tick(number, Chaser.START + number * Tick.PERIOD_NS);
        state = estimator.step(tick, samples(), events);
        truth.step(Tick.PERIOD_S);
        number++;
      }
      return this;
    }

    Bench seconds(int seconds) {
      return ticks(10 * seconds);
    }

    /** To the samples of the next second and no further. */
    Bench toNextSamples() {
      int left = (int) Math.floorMod(-number, 10L);
      return ticks(left + 1);
    }

    List<EventReport> validityReports() {
      return events.stream()
          .filter(report -> report.event() == ChaserEvent.MONITOR_VALIDITY)
          .toList();
    }

    byte[] saved() {
      StateWriter out = new StateWriter();
      estimator.save(out);
      return out.bytes();
    }
  }

  @Test
  @Tag("SAF-013")
  void aStateIsFreshForFiveSecondsStaleForAMinuteAndThenInvalid() {
    Bench bench = Bench.at(AT_250).seconds(30).toNextSamples();
    bench.ranges = fix -> null;
    bench.ticks(49);
    assertThat(bench.state.age_s()).isCloseTo(4.9, within(1e-9));
    assertThat(bench.state.validity()).isEqualTo(Validity.VALID);
    bench.ticks(2);
    assertThat(bench.state.validity()).isEqualTo(Validity.STALE);
    bench.ticks(548);
    assertThat(bench.state.age_s()).isCloseTo(59.9, within(1e-6));
    assertThat(bench.state.validity()).isEqualTo(Validity.STALE);
    bench.ticks(2);
    assertThat(bench.state.validity()).isEqualTo(Validity.INVALID);
    assertThat(bench.validityReports())
        .extracting(EventReport::a)
        .containsExactly(
            (double) Validity.VALID.code(),
            (double) Validity.STALE.code(),
            (double) Validity.INVALID.code());
  }

  @Test
  @Tag("SAF-013")
  void aBearingThatIsMissingAgesTheStateAsARangeDoes() {
    Bench bench = Bench.at(AT_250).seconds(30).toNextSamples();
    bench.bearings = fix -> null;
    bench.ticks(51);
    assertThat(bench.state.validity()).isEqualTo(Validity.STALE);
    assertThat(bench.state.age_s()).isCloseTo(5.1, within(1e-9));
  }

  @Test
  @Tag("SAF-013")
  void aStateThatNeverWasValidIsInvalidHoweverFreshItsSamples() {
    Bench bench = Bench.knowing(AT_250, 0.5, 0.5);
    bench.ticks(1);
    assertThat(bench.state.age_s()).isZero();
    assertThat(bench.state.validity()).isEqualTo(Validity.INVALID);
    assertThat(bench.validityReports()).isEmpty();
  }

  @Test
  @Tag("SAF-010")
  void withoutStarTrackerTheStateIsValidForAMinuteAndThenOnlyStale() {
    Bench bench = Bench.at(AT_250).seconds(30).toNextSamples();
    bench.fixOn = false;
    bench.ticks(599);
    assertThat(bench.estimator.attitudeUsable()).isTrue();
    assertThat(bench.state.validity()).isEqualTo(Validity.VALID);
    bench.ticks(2);
    assertThat(bench.estimator.attitudeUsable()).isFalse();
    // The last bearing was used a moment ago; without an attitude it is not believed all the same.
    assertThat(bench.state.age_s()).isLessThan(5);
    assertThat(bench.state.validity()).isEqualTo(Validity.STALE);
  }

  /** Validity after one look, with uncertain axes across the line of sight that it cannot mend. */
  private static Validity afterOneLook(
      double y_m, double positionSigma_m, double velocitySigma_m_s) {
    Bench bench = Bench.knowing(new Vec3(0, y_m, 0), positionSigma_m, velocitySigma_m_s);
    bench.bearings = fix -> fix == null ? null : new BearingFix(fix.sampled_tai_ns(), fix.u_B(), 1);
    return bench.ticks(1).state.validity();
  }

  @Test
  @Tag("SAF-011")
  void aPositionIsValidToTenMetresNearTheTargetAndToThreePercentOfTheRangeFurtherOff() {
    assertThat(afterOneLook(-250, 9.9 / 3, 0.001)).isEqualTo(Validity.VALID);
    assertThat(afterOneLook(-250, 10.1 / 3, 0.001)).isEqualTo(Validity.INVALID);
    assertThat(afterOneLook(-1000, 29.7 / 3, 0.001)).isEqualTo(Validity.VALID);
    assertThat(afterOneLook(-1000, 30.3 / 3, 0.001)).isEqualTo(Validity.INVALID);
  }

  @Test
  @Tag("SAF-011")
  void aVelocityIsValidToTwelveMillimetresPerSecondAndBeyond250MetresInProportion() {
    assertThat(afterOneLook(-200, 1, 0.0119 / 3)).isEqualTo(Validity.VALID);
    assertThat(afterOneLook(-200, 1, 0.0121 / 3)).isEqualTo(Validity.INVALID);
    assertThat(afterOneLook(-1000, 1, 0.0475 / 3)).isEqualTo(Validity.VALID);
    assertThat(afterOneLook(-1000, 1, 0.0485 / 3)).isEqualTo(Validity.INVALID);
  }

  @Test
  @Tag("SAF-011")
  void aBearingIsWorthATenthOfADegreeAndTheErrorOfTheAttitudeWhateverItSaysOfItself() {
    Bench bench = Bench.knowing(new Vec3(0, -2000, 0), 1000, 0.001);
    bench.ticks(1);
    double sigma_rad = Math.hypot(Math.toRadians(0.1), 2e-4);
    assertThat(bench.state.position3sigma_m()).isCloseTo(3 * 2000 * sigma_rad, within(0.02));
  }

  @Test
  @Tag("SAF-012")
  void aRateOfTwoRadiansPerSecondIsNotOneOfThisVehicle() {
    Bench bench = Bench.at(AT_250);
    bench.rate_B = new Vec3(0, 0, 1.99);
    bench.ticks(1);
    assertThat(bench.estimator.imuSampled()).isTrue();
    assertThat(bench.state.rate_B_rad_s()).isEqualTo(bench.rate_B);
    bench.rate_B = new Vec3(0, 0, 2);
    bench.ticks(1);
    assertThat(bench.estimator.imuSampled()).isFalse();
    assertThat(bench.estimator.imuAge_s()).isCloseTo(0.1, within(1e-12));
  }

  @Test
  @Tag("SAF-012")
  void aDeltaVOfMoreThanAllThrustersGiveIsADamagedSample() {
    Bench bench = Bench.at(AT_250);
    bench.deltaV_B = new Vec3(0, 0.099, 0);
    bench.ticks(1);
    assertThat(bench.estimator.sensedDeltaV_B_m_s()).isEqualTo(bench.deltaV_B);
    bench.deltaV_B = new Vec3(0, 0.101, 0);
    bench.ticks(1);
    assertThat(bench.estimator.sensedDeltaV_B_m_s()).isEqualTo(Vec3.ZERO);
    for (double nonsense : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      bench.deltaV_B = new Vec3(0, nonsense, 0);
      bench.ticks(1);
      assertThat(bench.estimator.sensedDeltaV_B_m_s()).isEqualTo(Vec3.ZERO);
      assertThat(bench.estimator.imuSampled()).isFalse();
    }
  }

  @Test
  @Tag("SAF-012")
  void aSilentImuHasSensedNothing() {
    Bench bench = Bench.at(AT_250);
    bench.deltaV_B = new Vec3(0, 0.01, 0);
    bench.ticks(1);
    bench.imuOn = false;
    bench.ticks(1);
    assertThat(bench.estimator.sensedDeltaV_B_m_s()).isEqualTo(Vec3.ZERO);
    assertThat(bench.estimator.imuSampled()).isFalse();
    assertThat(bench.state.sensedDeltaV_L_m_s()).isEqualTo(Vec3.ZERO);
  }

  @Test
  @Tag("SAF-017")
  void aMonitorsUnitThatRepeatsOneValueIsRejectedUnderItsOwnName() {
    Bench bench = Bench.at(AT_250).ticks(100);
    Vec3 seen = bench.bearing_B();
    bench.bearings = fix -> new BearingFix(fix.sampled_tai_ns(), seen, 1e-3);
    bench.ranges = fix -> new RangeFix(fix.sampled_tai_ns(), 249.2);
    bench.fixes = fix -> new AttitudeFix(fix.sampled_tai_ns(), bench.q_BI);
    bench.ticks(100);
    assertThat(bench.estimator.units())
        .isEqualTo(
            new MonitorUnits(
                UnitState.REJECTED, UnitState.GOOD, UnitState.REJECTED, UnitState.REJECTED));
  }

  @Test
  @Tag("SAF-017")
  void aStuckGyroOrAccelerometerIsNotHeard() {
    for (boolean gyro : new boolean[] {true, false}) {
      Bench bench = Bench.at(AT_250).ticks(100);
      bench.stuckGyro = gyro;
      bench.stuckAccelerometer = !gyro;
      bench.ticks(10);
      assertThat(bench.estimator.units().imuB()).isEqualTo(UnitState.REJECTED);
      assertThat(bench.estimator.imuSampled()).isFalse();
    }
  }

  @Test
  @Tag("SAF-012")
  void onePulseOfTheSmallestThrusterIsThrustAndLessIsNoise() {
    Bench bench = Bench.at(AT_250).ticks(5);
    bench.deltaV_B = bench.bearing_B().times(8e-5);
    bench.ticks(1);
    // Towards a target ahead on V-bar.
    assertThat(bench.state.sensedDeltaV_L_m_s().minus(new Vec3(0, 8e-5, 0)).norm())
        .isLessThan(1e-8);
    bench.deltaV_B = bench.bearing_B().times(5.9e-5);
    bench.ticks(1);
    assertThat(bench.state.sensedDeltaV_L_m_s()).isEqualTo(Vec3.ZERO);
  }

  @Test
  @Tag("SAF-012")
  void anAttitudeThatIsNoRotationIsRefused() {
    for (double norm2 : new double[] {0.991, 1.009}) {
      assertThat(afterFixesOfNorm(norm2)).as("%s", norm2).isEqualTo(UnitState.GOOD);
    }
    for (double norm2 : new double[] {0.989, 1.011, 4, Double.NaN}) {
      assertThat(afterFixesOfNorm(norm2)).as("%s", norm2).isEqualTo(UnitState.REJECTED);
    }
  }

  private static Quaternion scaled(Quaternion q, double scale) {
    return new Quaternion(q.q0() * scale, q.q1() * scale, q.q2() * scale, q.q3() * scale);
  }

  private static UnitState afterFixesOfNorm(double norm2) {
    Bench bench = Bench.at(AT_250);
    double scale = Math.sqrt(norm2);
    bench.fixes = fix -> new AttitudeFix(fix.sampled_tai_ns(), scaled(fix.q_BI(), scale));
    bench.ticks(5);
    return bench.estimator.units().starTrackerB();
  }

  @Test
  @Tag("SAF-012")
  void aBearingThatIsNoUnitVectorOrOfUnknownErrorIsRefused() {
    assertThat(afterBearings(0.991, 1e-3)).isEqualTo(UnitState.GOOD);
    assertThat(afterBearings(1.009, 1e-3)).isEqualTo(UnitState.GOOD);
    assertThat(afterBearings(0.989, 1e-3)).isEqualTo(UnitState.REJECTED);
    assertThat(afterBearings(1.011, 1e-3)).isEqualTo(UnitState.REJECTED);
    assertThat(afterBearings(1, Double.NaN)).isEqualTo(UnitState.REJECTED);
    assertThat(afterBearings(1, Double.POSITIVE_INFINITY)).isEqualTo(UnitState.REJECTED);
  }

  private static UnitState afterBearings(double length, double sigma_rad) {
    Bench bench = Bench.at(AT_250);
    bench.bearings =
        fix ->
            fix == null
                ? null
                : new BearingFix(fix.sampled_tai_ns(), fix.u_B().times(length), sigma_rad);
    bench.seconds(4);
    return bench.estimator.units().thermalCamera();
  }

  @Test
  @Tag("SAF-012")
  void aRangeBeyondTheReachOfTheSensorsOrOfNothingIsRefusedWhateverTheEstimate() {
    assertThat(afterRangesFrom(3490, 0)).isEqualTo(UnitState.GOOD);
    assertThat(afterRangesFrom(3510, 0)).isEqualTo(UnitState.REJECTED);
    // Within the hull's own noise of the estimate, yet no range.
    assertThat(afterRangesFrom(1.5, 0.5)).isEqualTo(UnitState.GOOD);
    assertThat(afterRangesFrom(1.5, 1)).isEqualTo(UnitState.REJECTED);
  }

  private static UnitState afterRangesFrom(double distance_m, double tooShort_m) {
    Bench bench = Bench.at(new Vec3(0, -distance_m, 0));
    bench.ranges =
        fix ->
            fix == null
                ? null
                : new RangeFix(fix.sampled_tai_ns(), distance_m - 0.75 - 0.75 * tooShort_m);
    bench.seconds(4);
    return bench.estimator.units().laserRangerB();
  }

  /** As the ranger and the camera would see a target that lies elsewhere. */
  private static void moveTarget(Bench bench, double further_m, double aside_rad) {
    bench.ranges =
        fix -> fix == null ? null : new RangeFix(fix.sampled_tai_ns(), fix.range_m() + further_m);
    bench.bearings =
        fix ->
            fix == null
                ? null
                : new BearingFix(
                    fix.sampled_tai_ns(),
                    Quaternion.ofBodyTurn(new Vec3(0, 0, aside_rad)).rotate(fix.u_B()),
                    fix.sigma_rad());
  }

  private static boolean startedAgain(Bench bench) {
    return bench.state.velocity3sigma_m_s() > 1;
  }

  @Test
  @Tag("SAF-014")
  void aRangerThatRefusesTheEstimateForAMinuteStartsItAgainAndNotASecondSooner() {
    Bench bench = Bench.at(new Vec3(40, -240, 60)).seconds(30);
    moveTarget(bench, 60, 0);
    for (int refused = 1; refused < 60; refused++) {
      bench.toNextSamples();
      assertThat(startedAgain(bench)).as("after %s refusals", refused).isFalse();
    }
    bench.toNextSamples();
    assertThat(startedAgain(bench)).isTrue();
    assertThat(bench.state.validity()).isEqualTo(Validity.INVALID);
    Vec3 seen = bench.truth.r_L().plus(bench.truth.r_L().unit().times(60));
    assertThat(bench.state.r_CT_L_m().minus(seen).norm()).isLessThan(0.5);
    assertThat(bench.state.v_CT_L_m_s()).isEqualTo(Vec3.ZERO);
    assertThat(bench.state.velocity3sigma_m_s()).isCloseTo(1.5, within(1e-9));
    assertThat(bench.state.position3sigma_m())
        .isCloseTo(3 * (5 + 0.01 * seen.norm()), within(0.02));
  }

  @Test
  @Tag("SAF-014")
  void aCameraThatRefusesTheEstimateForAMinuteStartsItAgainAndNotASecondSooner() {
    Bench bench = Bench.at(AT_250).seconds(30);
    moveTarget(bench, 0, 0.3);
    for (int refused = 1; refused < 60; refused++) {
      bench.toNextSamples();
      assertThat(startedAgain(bench)).as("after %s refusals", refused).isFalse();
    }
    bench.toNextSamples();
    assertThat(startedAgain(bench)).isTrue();
    assertThat(bench.state.range_m()).isCloseTo(250, within(0.5));
    assertThat(bench.state.r_CT_L_m().minus(AT_250).norm()).isGreaterThan(30);
  }

  @Test
  @Tag("SAF-014")
  void bothSensorsTogetherNeedOnlyHalfAMinute() {
    Bench bench = Bench.at(AT_250).seconds(30);
    moveTarget(bench, 60, 0.3);
    for (int refused = 1; refused < 30; refused++) {
      bench.toNextSamples();
      assertThat(startedAgain(bench)).as("after %s refusals", refused).isFalse();
    }
    bench.toNextSamples();
    assertThat(startedAgain(bench)).isTrue();
    assertThat(bench.state.range_m()).isCloseTo(310, within(0.5));
  }

  @Test
  @Tag("SAF-014")
  void oneWildSampleAfterItStartedAgainMovesNothing() {
    for (boolean camera : new boolean[] {true, false}) {
      Bench bench = Bench.at(AT_250).seconds(30);
      moveTarget(bench, camera ? 0 : 60, camera ? 0.3 : 0);
      for (int refused = 1; refused <= 60; refused++) {
        bench.toNextSamples();
      }
      assertThat(startedAgain(bench)).isTrue();
      Vec3 there = bench.state.r_CT_L_m();
      moveTarget(bench, camera ? 0 : 600, camera ? 1 : 0);
      bench.toNextSamples();
      assertThat(bench.state.r_CT_L_m().minus(there).norm())
          .as(camera ? "camera" : "ranger")
          .isLessThan(5);
    }
  }

  @Test
  @Tag("SAF-014")
  void thereIsNoStartingAgainWithoutADirection() {
    Bench bench = Bench.at(AT_250).seconds(30);
    moveTarget(bench, 60, 0);
    bench.bearings = fix -> null;
    for (int refused = 1; refused <= 70; refused++) {
      bench.toNextSamples();
    }
    assertThat(startedAgain(bench)).isFalse();
  }

  /** How far the monitor holds the target for after one look with GNSS aboard. */
  private static double targetFromChaser_m(double cueError_m, boolean ranger, boolean camera) {
    Bench bench = Bench.at(AT_250);
    Vec3 along = bench.truth.v_T_I().unit();
    Vec3 own = bench.truth.r_T_I().plus(along.times(cueError_m));
    bench.gnss = new GnssFix(Chaser.START, own, bench.truth.v_T_I());
    bench.ranges = ranger ? fix -> fix : fix -> null;
    bench.bearings = camera ? fix -> fix : fix -> null;
    bench.ticks(1);
    return bench.estimator.ephemeris().r_I_m().minus(own).norm();
  }

  @Test
  @Tag("SAF-010")
  void aRangeFromATargetThatTheUploadedOrbitHasSixKilometresOffTellsThatTheOrbitIsWrong() {
    assertThat(targetFromChaser_m(5990, true, true)).isCloseTo(5990, within(1e-3));
    assertThat(targetFromChaser_m(6010, true, true)).isZero();
    assertThat(targetFromChaser_m(20_000, true, true)).isZero();
    assertThat(targetFromChaser_m(20_000, false, true)).isCloseTo(20_000, within(1e-3));
    assertThat(targetFromChaser_m(20_000, true, false)).isCloseTo(20_000, within(1e-3));
  }

  @Test
  @Tag("SAF-017")
  void aFrozenReceiverDoesNotTakeTheOrbitOfTheTargetWithIt() {
    Bench bench = Bench.at(AT_250);
    bench.gnss = new GnssFix(Chaser.START, bench.truth.r_T_I(), bench.truth.v_T_I());
    bench.seconds(10);
    assertThat(bench.estimator.ephemeris().r_I_m().minus(bench.truth.r_T_I()).norm())
        .as("the way of a tick")
        .isLessThan(800);
  }

  /** A target on a circular orbit with these axes, and a chaser behind it. */
  private static Bench onOrbit(Vec3 radial, Vec3 along) {
    TwoOrbits truth = TwoOrbits.at(Vec3.ZERO, Vec3.ZERO);
    double a_m = 6_878_137;
    truth.target = TwoOrbits.pack(radial.times(a_m), along.times(Math.sqrt(TwoOrbits.MU / a_m)));
    truth.place(AT_250, Vec3.ZERO);
    return new Bench(truth, 0.5, 0.001, Chaser.HULL_M);
  }

  private static void knowsItsAttitude(Bench bench) {
    bench.ticks(1);
    Quaternion q_BL =
        bench.q_BI.times(
            TwoOrbits.fromRows(
                    bench.configuration.r_T_I_m().unit(),
                    bench.configuration.v_T_I_m_s().unit(),
                    bench
                        .configuration
                        .r_T_I_m()
                        .unit()
                        .cross(bench.configuration.v_T_I_m_s().unit()))
                .conjugate());
    Vec3 slanting = new Vec3(0.3, -0.5, 0.8);
    assertThat(bench.state.q_BL().rotate(slanting).minus(q_BL.rotate(slanting)).norm())
        .as("%s", bench.configuration.r_T_I_m())
        .isLessThan(1e-7);
  }

  @Test
  @Tag("SAF-010")
  void itKnowsItsAttitudeInLOnEveryOrbitPlaneAndAtEveryPlaceOfIt() {
    Seeded random = new Seeded(17);
    for (int trial = 0; trial < 200; trial++) {
      Vec3 radial = random.direction();
      Vec3 along = radial.cross(random.direction()).unit();
      knowsItsAttitude(onOrbit(radial, along));
    }
    // L turned by half a turn about each axis of GCRF, and about the diagonals between them.
    Vec3 x = new Vec3(1, 0, 0);
    Vec3 y = new Vec3(0, 1, 0);
    Vec3 z = new Vec3(0, 0, 1);
    knowsItsAttitude(onOrbit(x, y.negated()));
    knowsItsAttitude(onOrbit(x.negated(), y));
    knowsItsAttitude(onOrbit(x.negated(), y.negated()));
    knowsItsAttitude(onOrbit(y, x));
    knowsItsAttitude(onOrbit(z, y.negated()));
    knowsItsAttitude(onOrbit(x.negated(), z));
    knowsItsAttitude(onOrbit(x, y));
  }

  @Test
  @Tag("SAF-040")
  void itGoesOnAfterARestoreAsIfNothingHadBeen() {
    Bench whole = Bench.at(AT_250).seconds(20);
    Bench renewed = Bench.at(AT_250).seconds(20);
    for (Bench bench : List.of(whole, renewed)) {
      bench.imuOn = false;
      moveTarget(bench, 60, 0.3);
      bench.ticks(105);
    }
    renewed.estimator = new MonitorEstimator(renewed.configuration);
    renewed.estimator.restore(new StateReader(whole.saved()));
    assertThat(renewed.saved()).isEqualTo(whole.saved());
    assertThat(renewed.estimator.units()).isEqualTo(whole.estimator.units());
    whole.seconds(60);
    renewed.seconds(60);
    assertThat(renewed.saved()).isEqualTo(whole.saved());
    assertThat(renewed.state).isEqualTo(whole.state);
    assertThat(renewed.events).isEqualTo(whole.events);
  }
}
