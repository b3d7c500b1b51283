package org.holdpoint.world.sensor;

import java.nio.ByteBuffer;
import java.util.List;
import org.holdpoint.world.fault.Faults;
import org.holdpoint.world.sample.AttitudeSample;
import org.holdpoint.world.sample.BearingSample;
import org.holdpoint.world.sample.GnssSample;
import org.holdpoint.world.sample.InertialSample;
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
  private final Imu imuA;
  private final Imu imuB;
  private final Camera visibleCamera;
  private final Camera thermalCamera;
  private final LaserRanger laserRangerA;
  private final LaserRanger laserRangerB;
  private final SunSensor sunSensor;
  private final TankGauge tankGauge;
  private final WheelTachometers wheels;
  private final List<Sensor> all;
  private long sampled_tai_ns;

  public SensorBank(long runSeed) {
    gnss = new Gnss(runSeed);
    starTrackerA = new StarTracker(runSeed, "star-tracker-a");
    starTrackerB = new StarTracker(runSeed, "star-tracker-b");
    imuA = new Imu(runSeed, "imu-a");
    imuB = new Imu(runSeed, "imu-b");
    visibleCamera = new Camera(runSeed, "visible-camera", false);
    thermalCamera = new Camera(runSeed, "thermal-camera", true);
    laserRangerA = new LaserRanger(runSeed, "laser-ranger-a");
    laserRangerB = new LaserRanger(runSeed, "laser-ranger-b");
    sunSensor = new SunSensor(runSeed);
    tankGauge = new TankGauge(runSeed);
    wheels = new WheelTachometers(runSeed);
    all =
        List.of(
            gnss,
            starTrackerA,
            starTrackerB,
            imuA,
            imuB,
            visibleCamera,
            thermalCamera,
            laserRangerA,
            laserRangerB,
            sunSensor,
            tankGauge,
            wheels);
  }

  /** Lets every unit that is due sample the situation. */
  public void step(long tick, Situation now, Faults faults) {
    sampled_tai_ns = now.tai_ns;
    for (Sensor sensor : all) {
      sensor.step(tick, now, faults.errors(sensor.unit(), now.tai_ns));
    }
  }

  /** What the units delivered at the last step. */
  public WorldSamples samples() {
    return new WorldSamples(
        sampled_tai_ns,
        gnss.present()
            ? new GnssSample(sampled_tai_ns, Xyz.of(gnss.value, 0), Xyz.of(gnss.value, 3))
            : null,
        attitude(starTrackerA),
        attitude(starTrackerB),
        inertial(imuA),
        inertial(imuB),
        bearing(visibleCamera),
        bearing(thermalCamera),
        range(laserRangerA),
        range(laserRangerB),
        sunSensor.present() ? Xyz.of(sunSensor.value, 0) : null,
        tankGauge.value[0],
        Xyz.of(wheels.value, 0));
  }

  private @Nullable AttitudeSample attitude(StarTracker unit) {
    return unit.present() ? new AttitudeSample(sampled_tai_ns, Wxyz.of(unit.value, 0)) : null;
  }

  private @Nullable InertialSample inertial(Imu unit) {
    return unit.present()
        ? new InertialSample(sampled_tai_ns, Xyz.of(unit.value, 0), Xyz.of(unit.value, 3))
        : null;
  }

  private @Nullable BearingSample bearing(Camera unit) {
    return unit.present()
        ? new BearingSample(sampled_tai_ns, Xyz.of(unit.value, 0), unit.value[3])
        : null;
  }

  private @Nullable RangeSample range(LaserRanger unit) {
    return unit.present() ? new RangeSample(sampled_tai_ns, unit.value[0]) : null;
  }

  @Override
  public void save(ByteBuffer out) {
    out.putLong(sampled_tai_ns);
    for (Sensor sensor : all) {
      sensor.save(out);
    }
  }

  @Override
  public void restore(ByteBuffer in) {
    sampled_tai_ns = in.getLong();
    for (Sensor sensor : all) {
      sensor.restore(in);
    }
  }
}
