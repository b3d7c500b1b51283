package org.holdpoint.flight.sensing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.holdpoint.dictionary.command.Refusal;
import org.holdpoint.dictionary.command.SetSensor;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.Sensor;
import org.holdpoint.flight.command.CommandReport;
import org.holdpoint.flight.command.ReceivedCommand;
import org.holdpoint.flight.command.RequestId;
import org.holdpoint.flight.sample.AttitudeFix;
import org.holdpoint.flight.sample.BearingFix;
import org.holdpoint.flight.sample.Detections;
import org.holdpoint.flight.sample.GnssFix;
import org.holdpoint.flight.sample.InertialSample;
import org.holdpoint.flight.sample.MonitorSamples;
import org.holdpoint.flight.sample.RangeFix;
import org.holdpoint.flight.sample.SensorSamples;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.Quaternion;
import org.holdpoint.motion.Vec3;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The ground's word on which sensors are listened to. */
class SensorSwitchTest {
  private static final Vec3 X = new Vec3(1, 0, 0);
  private static final SensorSamples ALL =
      new SensorSamples(
          new GnssFix(1, X, X),
          new AttitudeFix(1, Quaternion.IDENTITY),
          new InertialSample(1, X, X),
          new BearingFix(1, X, 1e-4),
          new Detections(1, List.of()),
          new RangeFix(1, 250),
          X,
          12,
          X,
          new MonitorSamples(
              new AttitudeFix(1, Quaternion.IDENTITY),
              new InertialSample(1, X, X),
              new BearingFix(1, X, 1e-4),
              new RangeFix(1, 250),
              new GnssFix(1, X, X),
              0.9,
              true));

  private final SensorSwitch sensors = new SensorSwitch();
  private final List<EventReport> events = new ArrayList<>();
  private final List<CommandReport> reports = new ArrayList<>();

  private SensorSamples say(Sensor sensor, boolean isolated) {
    events.clear();
    reports.clear();
    var command = new ReceivedCommand(new RequestId(1, 1), new SetSensor(1, sensor, isolated));
    return sensors.step(ALL, List.of(command), events, reports);
  }

  private SensorSamples next() {
    return sensors.step(ALL, List.of(), events, reports);
  }

  /** Names of what is missing. */
  private static List<Sensor> silent(SensorSamples now) {
    List<Sensor> silent = new ArrayList<>();
    note(silent, Sensor.GNSS, now.gnss() == null && now.monitor().gnss() == null);
    note(silent, Sensor.STAR_TRACKER_A, now.starTrackerA() == null);
    note(silent, Sensor.IMU_A, now.imuA() == null);
    boolean noPicture = now.visibleCamera() == null && now.detections() == null;
    note(silent, Sensor.VISIBLE_CAMERA, noPicture);
    note(silent, Sensor.LASER_RANGER_A, now.laserRangerA() == null);
    note(silent, Sensor.STAR_TRACKER_B, now.monitor().starTrackerB() == null);
    note(silent, Sensor.IMU_B, now.monitor().imuB() == null);
    note(silent, Sensor.THERMAL_CAMERA, now.monitor().thermalCamera() == null);
    note(silent, Sensor.LASER_RANGER_B, now.monitor().laserRangerB() == null);
    note(silent, Sensor.SUN_SENSOR, now.sun_B() == null);
    return silent;
  }

  private static void note(List<Sensor> silent, Sensor sensor, boolean is) {
    if (is) {
      silent.add(sensor);
    }
  }

  @ParameterizedTest
  @EnumSource(value = Sensor.class, names = "TANK_GAUGE", mode = EnumSource.Mode.EXCLUDE)
  @Tag("NAV-097")
  void anIsolatedSensorIsHeardByNobodyUntilItIsRestoredAndTheOthersAre(Sensor sensor) {
    assertThat(silent(say(sensor, true))).containsExactly(sensor);
    assertThat(reports).extracting(CommandReport::refusal).containsOnly(Refusal.NONE);
    assertThat(events)
        .containsExactly(new EventReport(ChaserEvent.SENSOR_ISOLATED, sensor.code(), 0, 0));
    assertThat(sensors.isolated()).isEqualTo(1 << sensor.code());
    SensorSamples later = next();
    assertThat(silent(later)).containsExactly(sensor);
    assertThat(later.tank_kg()).isEqualTo(12);
    assertThat(later.monitor().batteryCharge()).isEqualTo(0.9);
    assertThat(later.monitor().uplinkLocked()).isTrue();

    assertThat(say(sensor, false)).isSameAs(ALL);
    assertThat(events)
        .containsExactly(new EventReport(ChaserEvent.SENSOR_RESTORED, sensor.code(), 0, 0));
    assertThat(sensors.isolated()).isZero();
  }

  @Test
  @Tag("NAV-097")
  void whatHasNoSubstituteOrIsSoAlreadyIsRefusedWithTheReason() {
    assertThat(say(Sensor.TANK_GAUGE, true)).isSameAs(ALL);
    assertThat(reports).extracting(CommandReport::refusal).containsOnly(Refusal.NO_SUBSTITUTE);
    say(Sensor.LASER_RANGER_A, false);
    assertThat(reports).extracting(CommandReport::refusal).containsOnly(Refusal.ALREADY_SO);
    say(Sensor.LASER_RANGER_A, true);
    say(Sensor.LASER_RANGER_A, true);
    assertThat(reports).extracting(CommandReport::refusal).containsOnly(Refusal.ALREADY_SO);
    assertThat(events).isEmpty();
    assertThat(silent(next())).containsExactly(Sensor.LASER_RANGER_A);
  }

  @Test
  @Tag("NAV-097")
  void itIsRetained() {
    say(Sensor.IMU_B, true);
    StateWriter out = new StateWriter();
    sensors.save(out);
    SensorSwitch other = new SensorSwitch();
    other.restore(new StateReader(out.bytes()));
    assertThat(silent(other.step(ALL, List.of(), events, reports))).containsExactly(Sensor.IMU_B);
  }
}
