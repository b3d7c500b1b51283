package org.holdpoint.flight.sensing;

import java.util.List;
import org.holdpoint.dictionary.command.Refusal;
import org.holdpoint.dictionary.command.SetSensor;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.Sensor;
import org.holdpoint.flight.command.CommandReport;
import org.holdpoint.flight.command.CommandReport.Stage;
import org.holdpoint.flight.command.ReceivedCommand;
import org.holdpoint.flight.sample.MonitorSamples;
import org.holdpoint.flight.sample.SensorSamples;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;

/**
 * Keeps the samples of sensors that the ground has isolated from everyone behind it, as if the unit
 * were off. It isolates none by itself: who watches a unit refuses its samples one by one.
 */
public final class SensorSwitch implements Retained {
  /** Bit i: the sensor with this code is isolated. */
  private int isolated;

  /**
   * Obeys, then lets through what is in use.
   *
   * @param commands SET_SENSOR
   * @param events takes what changed
   * @param reports takes the reports on the commands
   */
  public SensorSamples step(
      SensorSamples samples,
      List<ReceivedCommand> commands,
      List<EventReport> events,
      List<CommandReport> reports) {
    for (ReceivedCommand received : commands) {
      if (received.command() instanceof SetSensor command) {
        obey(received, command, events, reports);
      }
    }
    return isolated == 0 ? samples : inUse(samples);
  }

  private void obey(
      ReceivedCommand received,
      SetSensor command,
      List<EventReport> events,
      List<CommandReport> reports) {
    Sensor sensor = command.sensor();
    Refusal refusal =
        sensor == Sensor.TANK_GAUGE
            ? Refusal.NO_SUBSTITUTE
            : command.isolated() == isolated(sensor) ? Refusal.ALREADY_SO : Refusal.NONE;
    if (refusal != Refusal.NONE) {
      reports.add(
          CommandReport.refused(received.request(), Stage.START, refusal, sensor.code(), 0));
      return;
    }
    isolated ^= 1 << sensor.code();
    events.add(
        new EventReport(
            command.isolated() ? ChaserEvent.SENSOR_ISOLATED : ChaserEvent.SENSOR_RESTORED,
            sensor.code(),
            0,
            0));
    reports.add(CommandReport.success(received.request(), Stage.START));
    reports.add(CommandReport.success(received.request(), Stage.COMPLETION));
  }

  private SensorSamples inUse(SensorSamples all) {
    MonitorSamples monitor = all.monitor();
    return new SensorSamples(
        isolated(Sensor.GNSS) ? null : all.gnss(),
        isolated(Sensor.STAR_TRACKER_A) ? null : all.starTrackerA(),
        isolated(Sensor.IMU_A) ? null : all.imuA(),
        isolated(Sensor.VISIBLE_CAMERA) ? null : all.visibleCamera(),
        isolated(Sensor.VISIBLE_CAMERA) ? null : all.detections(),
        isolated(Sensor.LASER_RANGER_A) ? null : all.laserRangerA(),
        isolated(Sensor.SUN_SENSOR) ? null : all.sun_B(),
        all.tank_kg(),
        all.wheelMomentum_B_N_m_s(),
        new MonitorSamples(
            isolated(Sensor.STAR_TRACKER_B) ? null : monitor.starTrackerB(),
            isolated(Sensor.IMU_B) ? null : monitor.imuB(),
            isolated(Sensor.THERMAL_CAMERA) ? null : monitor.thermalCamera(),
            isolated(Sensor.LASER_RANGER_B) ? null : monitor.laserRangerB(),
            isolated(Sensor.GNSS) ? null : monitor.gnss(),
            monitor.batteryCharge(),
            monitor.uplinkLocked()));
  }

  private boolean isolated(Sensor sensor) {
    return (isolated >> sensor.code() & 1) != 0;
  }

  /** Bit i: the sensor with this code is isolated. */
  public int isolated() {
    return isolated;
  }

  @Override
  public void save(StateWriter out) {
    out.put(isolated);
  }

  @Override
  public void restore(StateReader in) {
    isolated = in.getInt();
  }
}
