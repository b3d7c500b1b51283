package org.holdpoint.world.sensor;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.holdpoint.world.fault.Faults;
import org.holdpoint.world.fault.UnitErrors;
import org.holdpoint.world.sample.AttitudeSample;
import org.holdpoint.world.sample.BearingSample;
import org.holdpoint.world.sample.DetectionsSample;
import org.holdpoint.world.sample.DetectionsSample.Detection;
import org.holdpoint.world.sample.GnssSample;
import org.holdpoint.world.sample.InertialSample;
import org.holdpoint.world.sample.RangeRateSample;
import org.holdpoint.world.sample.RangeSample;
import org.holdpoint.world.sample.WorldSamples;
import org.holdpoint.world.sample.Wxyz;
import org.holdpoint.world.sample.Xyz;
import org.holdpoint.world.state.Kept;
import org.jspecify.annotations.Nullable;

/** All sensors of the chaser. */
public final class SensorBank implements Kept {
  private final Gnss gnss;
  private final StarTracker starTrackerA;
  private final StarTracker starTrackerB;
  private final Gyros gyrosA;
  private final Gyros gyrosB;
  private final Accelerometers accelerometersA;
  private final Accelerometers accelerometersB;
  private final VisibleCamera narrowCamera;
  private final Detections narrowDetections;
  private final VisibleCamera wideCamera;
  private final ThermalCamera thermalCamera;
  private final LaserRanger laserRangerA;
  private final LaserRanger laserRangerB;
  private final Crosslink crosslink;
  private final SunSensor sunSensor;
  private final TankGauge tankGauge;
  private final WheelTachometers wheels;
  private final BatteryGauge batteryGauge;
  private final List<Sensor> all;
  private long now_tai_ns;

  public SensorBank(long runSeed) {
    gnss = new Gnss(runSeed);
    starTrackerA = new StarTracker(runSeed, "star-tracker-a", StarTracker.HEAD_A);
    starTrackerB = new StarTracker(runSeed, "star-tracker-b", StarTracker.HEADS_B);
    gyrosA = new Gyros(runSeed, "imu-a");
    gyrosB = new Gyros(runSeed, "imu-b");
    accelerometersA = new Accelerometers(runSeed, "accelerometer-a");
    accelerometersB = new Accelerometers(runSeed, "accelerometer-b");
    narrowCamera = new VisibleCamera(runSeed, "narrow-camera", VisibleCamera.NARROW);
    narrowDetections = new Detections(runSeed, narrowCamera);
    wideCamera = new VisibleCamera(runSeed, "wide-camera", VisibleCamera.WIDE);
    thermalCamera = new ThermalCamera(runSeed);
    laserRangerA = new LaserRanger(runSeed, "laser-ranger-a");
    laserRangerB = new LaserRanger(runSeed, "laser-ranger-b");
    crosslink = new Crosslink(runSeed);
    sunSensor = new SunSensor(runSeed);
    tankGauge = new TankGauge(runSeed);
    wheels = new WheelTachometers(runSeed);
    batteryGauge = new BatteryGauge(runSeed);
    all =
        List.of(
            gnss,
            starTrackerA,
            starTrackerB,
            gyrosA,
            gyrosB,
            accelerometersA,
            accelerometersB,
            narrowCamera,
            narrowDetections,
            wideCamera,
            thermalCamera,
            laserRangerA,
            laserRangerB,
            crosslink,
            sunSensor,
            tankGauge,
            wheels,
            batteryGauge);
  }

  /** Lets every unit that is due sample the situation, and deliver what is due. */
  public void step(long tick, Situation now, Faults faults) {
    now_tai_ns = now.tai_ns;
    for (int i = 0; i < all.size(); i++) {
      Sensor sensor = all.get(i);
      if (sensor.dueAt(tick)) {
        sensor.sample(tick, now, errors(sensor, faults));
      }
      sensor.deliver(tick);
    }
  }

  /** Accelerometers come in the messages of their IMU, and as late as these. */
  private UnitErrors errors(Sensor sensor, Faults faults) {
    UnitErrors own = faults.errors(sensor.unit(), now_tai_ns);
    if (sensor == accelerometersA) {
      return own.inside(faults.delay_ticks(gyrosA.unit()));
    }
    if (sensor == accelerometersB) {
      return own.inside(faults.delay_ticks(gyrosB.unit()));
    }
    return own;
  }

  /** What the units delivered at the last step. */
  public WorldSamples samples() {
    return new WorldSamples(
        now_tai_ns,
        gnss.present()
            ? new GnssSample(
                gnss.delivered_tai_ns(), Xyz.of(gnss.delivered(), 0), Xyz.of(gnss.delivered(), 3))
            : null,
        attitude(starTrackerA),
        attitude(starTrackerB),
        inertial(gyrosA, accelerometersA),
        inertial(gyrosB, accelerometersB),
        bearing(narrowCamera),
        narrowDetections.present() ? detections() : null,
        bearing(wideCamera),
        bearing(thermalCamera),
        range(laserRangerA),
        range(laserRangerB),
        crosslink.present()
            ? new RangeRateSample(
                crosslink.delivered_tai_ns(), crosslink.delivered()[0], crosslink.delivered()[1])
            : null,
        sunSensor.present() ? Xyz.of(sunSensor.delivered(), 0) : null,
        tankGauge.delivered()[0],
        Xyz.of(wheels.delivered(), 0),
        batteryGauge.present() ? batteryGauge.delivered()[0] : null);
  }

  private static @Nullable AttitudeSample attitude(Sensor unit) {
    return unit.present()
        ? new AttitudeSample(unit.delivered_tai_ns(), Wxyz.of(unit.delivered(), 0))
        : null;
  }

  private static @Nullable InertialSample inertial(Sensor gyros, Sensor accelerometers) {
    return gyros.present()
        ? new InertialSample(
            gyros.delivered_tai_ns(),
            Xyz.of(gyros.delivered(), 0),
            Xyz.of(accelerometers.delivered(), 0))
        : null;
  }

  private static @Nullable BearingSample bearing(Sensor unit) {
    return unit.present()
        ? new BearingSample(
            unit.delivered_tai_ns(), Xyz.of(unit.delivered(), 0), unit.delivered()[3])
        : null;
  }

  private DetectionsSample detections() {
    double[] found = narrowDetections.delivered();
    List<Detection> list = new ArrayList<>(narrowDetections.count());
    for (int i = 0; i < narrowDetections.count(); i++) {
      int at = Detections.NUMBERS * i;
      list.add(new Detection(Xyz.of(found, at), found[at + 3], found[at + 4]));
    }
    return new DetectionsSample(narrowDetections.delivered_tai_ns(), list);
  }

  private static @Nullable RangeSample range(Sensor unit) {
    return unit.present() ? new RangeSample(unit.delivered_tai_ns(), unit.delivered()[0]) : null;
  }

  @Override
  public void save(ByteBuffer out) {
    out.putLong(now_tai_ns);
    for (Sensor sensor : all) {
      sensor.save(out);
    }
  }

  @Override
  public void restore(ByteBuffer in) {
    now_tai_ns = in.getLong();
    for (Sensor sensor : all) {
      sensor.restore(in);
    }
  }
}
