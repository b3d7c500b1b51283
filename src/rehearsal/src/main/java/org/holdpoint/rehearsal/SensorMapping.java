package org.holdpoint.rehearsal;

import org.holdpoint.flight.sample.AttitudeFix;
import org.holdpoint.flight.sample.BearingFix;
import org.holdpoint.flight.sample.Detections;
import org.holdpoint.flight.sample.Detections.Detection;
import org.holdpoint.flight.sample.GnssFix;
import org.holdpoint.flight.sample.InertialSample;
import org.holdpoint.flight.sample.MonitorSamples;
import org.holdpoint.flight.sample.RangeFix;
import org.holdpoint.flight.sample.SensorSamples;
import org.holdpoint.motion.Quaternion;
import org.holdpoint.motion.Vec3;
import org.holdpoint.world.sample.AttitudeSample;
import org.holdpoint.world.sample.BearingSample;
import org.holdpoint.world.sample.DetectionsSample;
import org.holdpoint.world.sample.RangeSample;
import org.holdpoint.world.sample.WorldSamples;
import org.holdpoint.world.sample.Wxyz;
import org.holdpoint.world.sample.Xyz;
import org.jspecify.annotations.Nullable;

/**
 * The harness between the world's sensors and the flight software's inputs: the same numbers in
 * other records. Of the two visible cameras, the camera electronics hand on the sharper bearing, by
 * the noise that they state.
 */
final class SensorMapping {
  private SensorMapping() {}

  /**
   * @param uplinkLocked the chaser's receiver has the ground's carrier
   */
  static SensorSamples toFlight(WorldSamples world, boolean uplinkLocked) {
    var gnss = world.gnss();
    GnssFix own =
        gnss == null
            ? null
            : new GnssFix(gnss.sampled_tai_ns(), vec(gnss.r_C_I_m()), vec(gnss.v_C_I_m_s()));
    return new SensorSamples(
        own,
        attitude(world.starTrackerA()),
        inertial(world.imuA()),
        bearing(sharper(world.narrowCamera(), world.wideCamera())),
        detections(world.narrowDetections()),
        range(world.laserRangerA()),
        world.sun_B() == null ? null : vec(world.sun_B()),
        world.tank_kg(),
        vec(world.wheelMomentum_B_N_m_s()),
        new MonitorSamples(
            attitude(world.starTrackerB()),
            inertial(world.imuB()),
            bearing(world.thermalCamera()),
            range(world.laserRangerB()),
            own,
            world.batteryCharge(),
            uplinkLocked));
  }

  private static @Nullable BearingSample sharper(
      @Nullable BearingSample narrow, @Nullable BearingSample wide) {
    if (narrow == null || wide == null) {
      return narrow == null ? wide : narrow;
    }
    return narrow.sigma_rad() <= wide.sigma_rad() ? narrow : wide;
  }

  private static @Nullable AttitudeFix attitude(@Nullable AttitudeSample sample) {
    if (sample == null) {
      return null;
    }
    Wxyz q = sample.q_BI();
    return new AttitudeFix(sample.sampled_tai_ns(), new Quaternion(q.q0(), q.q1(), q.q2(), q.q3()));
  }

  private static @Nullable InertialSample inertial(
      org.holdpoint.world.sample.@Nullable InertialSample sample) {
    return sample == null
        ? null
        : new InertialSample(
            sample.sampled_tai_ns(), vec(sample.rate_B_rad_s()), vec(sample.deltaV_B_m_s()));
  }

  private static @Nullable BearingFix bearing(@Nullable BearingSample sample) {
    return sample == null
        ? null
        : new BearingFix(sample.sampled_tai_ns(), vec(sample.u_B()), sample.sigma_rad());
  }

  private static @Nullable Detections detections(@Nullable DetectionsSample sample) {
    return sample == null
        ? null
        : new Detections(
            sample.sampled_tai_ns(),
            sample.detections().stream()
                .map(d -> new Detection(vec(d.u_B()), d.sigma_rad(), d.magnitude()))
                .toList());
  }

  private static @Nullable RangeFix range(@Nullable RangeSample sample) {
    return sample == null ? null : new RangeFix(sample.sampled_tai_ns(), sample.range_m());
  }

  private static Vec3 vec(Xyz v) {
    return new Vec3(v.x(), v.y(), v.z());
  }
}
