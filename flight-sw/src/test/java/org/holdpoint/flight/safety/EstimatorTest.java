package org.holdpoint.flight.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.Sensor;
import org.holdpoint.dictionary.telemetry.UnitState;
import org.holdpoint.dictionary.telemetry.Validity;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.sample.AttitudeFix;
import org.holdpoint.flight.sample.BearingFix;
import org.holdpoint.flight.sample.InertialSample;
import org.holdpoint.flight.sample.MonitorSamples;
import org.holdpoint.flight.sample.RangeFix;
import org.holdpoint.motion.Quaternion;
import org.holdpoint.motion.Vec3;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The monitor's own state: honest, and not to be broken by bad samples. */
class EstimatorTest {

  private static Vec3 error(Chaser chaser) {
    var r = chaser.verdict.telemetry().r_CT_L_m();
    return new Vec3(r.x(), r.y(), r.z()).minus(chaser.truth.r_L());
  }

  private static Vec3 speedError(Chaser chaser) {
    var v = chaser.verdict.telemetry().v_CT_L_m_s();
    return new Vec3(v.x(), v.y(), v.z()).minus(chaser.truth.v_L());
  }

  @Test
  @Tag("SAF-010")
  void knowsLWithinAFifthOfADegreeADayAfterTheUpload() {
    TwoOrbits truth = TwoOrbits.at(Vec3.ZERO, Vec3.ZERO);
    Chaser chaser = new Chaser(9, new Vec3(0, -1000, 0), Vec3.ZERO);
    TargetEphemeris ephemeris = new TargetEphemeris(chaser.configuration);
    truth.targetDrag_m2_kg = 0.02;
    double[] axes = new double[9];
    for (int hour = 1; hour <= 24; hour++) {
      truth.coast(3600, 10);
      ephemeris.advanceTo(Chaser.START + hour * 3_600_000_000_000L);
      ephemeris.axesOfL(axes);
      double cosine = new Vec3(axes[0], axes[1], axes[2]).dot(truth.x_L());
      assertThat(Math.toDegrees(Math.acos(Math.min(1, cosine)))).isLessThan(0.2);
      double across = new Vec3(axes[6], axes[7], axes[8]).dot(truth.z_L());
      assertThat(Math.toDegrees(Math.acos(Math.min(1, across)))).isLessThan(0.05);
    }
  }

  @Test
  @Tag("SAF-011")
  @Tag("long")
  void isValidWithinThreeMinutesAndHonestAboutItsErrorAt1000And250Metres() {
    int inside = 0;
    int all = 0;
    for (long seed = 0; seed < 12; seed++) {
      double y_m = seed % 2 == 0 ? -1000 : -250;
      Chaser chaser = new Chaser(100 + seed, new Vec3(0, y_m, 0), Vec3.ZERO);
      chaser.fly(180);
      assertThat(chaser.verdict.telemetry().monitor()).isEqualTo(Validity.VALID);
      for (int i = 0; i < 8; i++) {
        chaser.fly(120);
        double limit_m = chaser.verdict.telemetry().position_3sigma_m();
        Vec3 error = error(chaser);
        boolean within =
            Math.abs(error.x()) <= limit_m
                && Math.abs(error.z()) <= limit_m
                && Math.abs(error.y()) <= limit_m + Chaser.HULL_M / 2;
        inside += within ? 1 : 0;
        all++;
        assertThat(speedError(chaser).norm()).isLessThan(y_m < -500 ? 0.01 : 0.004);
      }
    }
    assertThat(inside).isGreaterThanOrEqualTo(all * 95 / 100);
  }

  @Test
  @Tag("SAF-012")
  void samplesThatAreNotNumbersOrFarOffAreRefusedAndDoNoHarm() {
    Chaser chaser = new Chaser(11, new Vec3(0, -250, 0), Vec3.ZERO);
    chaser.fly(300);
    double nan = Double.NaN;
    chaser.meddling =
        samples -> {
          long now = chaser.tick().tai_ns();
          // Every fifth second all four units say nonsense.
          if (chaser.number / 10 % 5 != 0) {
            return samples;
          }
          return switch ((int) (chaser.number / 50 % 3)) {
            case 0 ->
                new MonitorSamples(
                    new AttitudeFix(now, new Quaternion(nan, 0, 0, 0)),
                    new InertialSample(now, new Vec3(nan, 0, 0), new Vec3(0, nan, 0)),
                    new BearingFix(now, new Vec3(nan, nan, nan), nan),
                    new RangeFix(now, nan));
            case 1 ->
                new MonitorSamples(
                    new AttitudeFix(now, new Quaternion(0, 1, 0, 0)),
                    new InertialSample(now, new Vec3(50, 0, 0), new Vec3(0, 5, 0)),
                    new BearingFix(now, new Vec3(0, 1, 0), 1e-3),
                    new RangeFix(now, 1e9));
            default ->
                new MonitorSamples(
                    new AttitudeFix(now + 1, Quaternion.IDENTITY),
                    new InertialSample(now - 10_000_000_000L, Vec3.ZERO, Vec3.ZERO),
                    new BearingFix(now, new Vec3(-1, 0, 0), 1e-3),
                    new RangeFix(now, 600));
          };
        };
    chaser.fly(600);
    assertThat(error(chaser).norm()).isLessThan(3);
    assertThat(speedError(chaser).norm()).isLessThan(0.02);
    assertThat(chaser.alarms()).isEmpty();
    chaser.meddling = samples -> samples;
    chaser.fly(120);
    assertThat(chaser.verdict.telemetry().monitor()).isEqualTo(Validity.VALID);
  }

  @Test
  @Tag("SAF-013")
  void aSilentRangerMakesTheStateStaleAfterFiveSecondsAndInvalidAfterAMinute() {
    Chaser chaser = new Chaser(12, new Vec3(0, -250, 0), Vec3.ZERO);
    chaser.fly(300);
    chaser.rangerOn = false;
    chaser.fly(4);
    assertThat(chaser.verdict.telemetry().monitor()).isEqualTo(Validity.VALID);
    chaser.fly(3);
    assertThat(chaser.verdict.telemetry().monitor()).isEqualTo(Validity.STALE);
    assertThat(chaser.verdict.units().laserRangerB()).isEqualTo(UnitState.LOST);
    assertThat(chaser.verdict.units().thermalCamera()).isEqualTo(UnitState.GOOD);
    chaser.fly(60);
    assertThat(chaser.verdict.telemetry().monitor()).isEqualTo(Validity.INVALID);
    chaser.rangerOn = true;
    chaser.fly(120);
    assertThat(chaser.verdict.telemetry().monitor()).isEqualTo(Validity.VALID);
  }

  @Test
  @Tag("SAF-014")
  void startsAgainFromItsSensorsWhenTheyRefuseTheEstimateForAMinute() {
    Chaser chaser = new Chaser(13, new Vec3(0, -250, 0), Vec3.ZERO);
    chaser.fly(300);
    chaser.rangeError_m = 60;
    chaser.fly(30);
    assertThat(chaser.verdict.telemetry().monitor()).isNotEqualTo(Validity.VALID);
    chaser.fly(300);
    assertThat(chaser.verdict.telemetry().monitor()).isEqualTo(Validity.VALID);
    assertThat(error(chaser).norm()).isBetween(55.0, 65.0);
  }

  @Test
  @Tag("SAF-015")
  void theForecastFindsThePublishedPassiveDrift() {
    // check-cases: y = -300 m, ydot = +0.1 m/s at 500 km: 260.089 m at 590 s.
    double n = Math.sqrt(TwoOrbits.MU / Math.pow(6878137.0, 3));
    DriftForecast forecast = new DriftForecast(n, 0);
    double[] x = {0, -300, 0, 0, 0.1, 0};
    DriftOutlook outlook = forecast.look(x, new double[36], 2 * Math.PI / n, 0);
    assertThat(outlook.smallest_m()).isBetween(259.5, 260.2);
    // 2003 m after a revolution; nearest point of the last minute of the grid, less 5 m for drag.
    assertThat(outlook.end_m()).isBetween(1990.0, 2003.0);
  }

  @Test
  @Tag("SAF-015")
  void theForecastNeverOverlooksANearerPointOfTheDenselySampledPath() {
    Seeded random = new Seeded(77);
    double n = 1.1068e-3;
    DriftForecast forecast = new DriftForecast(n, 0);
    double[] phi = new double[36];
    double[] at = new double[6];
    for (int i = 0; i < 300; i++) {
      Vec3 r = random.direction().times(random.between(60, 1500));
      Vec3 v = random.direction().times(random.between(0, 0.5));
      double[] x = {r.x(), r.y(), r.z(), v.x(), v.y(), v.z()};
      double dense = Double.MAX_VALUE;
      for (double t = 0; t <= 11340; t += 5) {
        FreeDrift.transition(n, t, phi);
        FreeDrift.carryState(phi, x, at);
        dense = Math.min(dense, Math.sqrt(at[0] * at[0] + at[1] * at[1] + at[2] * at[2]));
      }
      double found = forecast.look(x, new double[36], 11340, 0).smallest_m();
      assertThat(found).isLessThan(dense + 2.0);
    }
  }

  @Test
  @Tag("SAF-016")
  void anEstimatorWithoutAnySampleSaysInvalid() {
    Chaser chaser = new Chaser(14, new Vec3(0, -250, 0), Vec3.ZERO);
    MonitorEstimator estimator = new MonitorEstimator(chaser.configuration);
    for (int i = 0; i < 100; i++) {
      MonitorState state =
          estimator.step(
              new Tick(i, Chaser.START + i * Tick.PERIOD_NS),
              new MonitorSamples(null, null, null, null),
              new ArrayList<>());
      assertThat(state.validity()).isEqualTo(Validity.INVALID);
    }
  }

  @Test
  @Tag("SAF-010")
  void knowsItsAttitudeInLAllAroundTheOrbit() {
    for (int phase = 0; phase < 12; phase++) {
      Chaser chaser = new Chaser(40 + phase, new Vec3(0, -250, 0), Vec3.ZERO);
      chaser.truth.coast(480.0 * phase, 10);
      chaser.number = 4800L * phase;
      chaser.truth.place(new Vec3(20, -250, 30), Vec3.ZERO);
      chaser.point();
      chaser.point();
      chaser.fly(10);
      Quaternion error = chaser.monitor.own().q_BL().times(chaser.q_BL().conjugate());
      double angle_deg = Math.toDegrees(2 * Math.acos(Math.min(1, Math.abs(error.q0()))));
      assertThat(angle_deg).as("phase %s", phase).isLessThan(0.2);
    }
  }

  @Test
  @Tag("SAF-013")
  void eachUnitThatFallsSilentIsReportedOnceAndWhenItSpeaksAgain() {
    Chaser chaser = new Chaser(51, new Vec3(0, -250, 0), Vec3.ZERO);
    chaser.fly(60);
    chaser.events.clear();
    chaser.rangerOn = false;
    chaser.thermalOn = false;
    chaser.imuOn = false;
    chaser.starTrackerOn = false;
    chaser.fly(10);
    assertThat(unitReports(chaser))
        .containsExactlyInAnyOrder(
            report(Sensor.STAR_TRACKER_B, UnitState.LOST),
            report(Sensor.IMU_B, UnitState.LOST),
            report(Sensor.THERMAL_CAMERA, UnitState.LOST),
            report(Sensor.LASER_RANGER_B, UnitState.LOST));
    assertThat(chaser.monitor.own().valid()).isFalse();
    chaser.events.clear();
    chaser.rangerOn = true;
    chaser.thermalOn = true;
    chaser.imuOn = true;
    chaser.starTrackerOn = true;
    chaser.fly(10);
    assertThat(unitReports(chaser))
        .contains(
            report(Sensor.STAR_TRACKER_B, UnitState.GOOD), report(Sensor.IMU_B, UnitState.GOOD));
  }

  private static EventReport report(Sensor sensor, UnitState state) {
    return new EventReport(ChaserEvent.UNIT_STATE, sensor.code(), state.code(), 0);
  }

  private static java.util.List<EventReport> unitReports(Chaser chaser) {
    return chaser.events.stream().filter(event -> event.event() == ChaserEvent.UNIT_STATE).toList();
  }

  @Test
  @Tag("SAF-012")
  void samplesThatAreRefusedForTheirFormCountAsRefused() {
    Chaser chaser = new Chaser(52, new Vec3(0, -250, 0), Vec3.ZERO);
    chaser.fly(60);
    chaser.meddling =
        samples -> {
          long now = chaser.tick().tai_ns();
          return new MonitorSamples(
              new AttitudeFix(now, new Quaternion(2, 0, 0, 0)),
              new InertialSample(now, new Vec3(0, 0, 3), Vec3.ZERO),
              chaser.number % 10 == 0 ? new BearingFix(now, new Vec3(2, 0, 0), 1e-3) : null,
              chaser.number % 10 == 0 ? new RangeFix(now, 4000) : null);
        };
    chaser.fly(5);
    assertThat(chaser.verdict.units().starTrackerB()).isEqualTo(UnitState.REJECTED);
    assertThat(chaser.verdict.units().imuB()).isEqualTo(UnitState.REJECTED);
    assertThat(chaser.verdict.units().thermalCamera()).isEqualTo(UnitState.REJECTED);
    assertThat(chaser.verdict.units().laserRangerB()).isEqualTo(UnitState.REJECTED);
  }
}
