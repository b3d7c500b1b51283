package org.holdpoint.world;

import java.util.Map;
import java.util.TreeMap;
import org.holdpoint.world.sample.InertialSample;
import org.holdpoint.world.sample.WorldSamples;

/** What each sensor unit put out in a tick, by the unit's name in the catalogue of faults. */
final class Outputs {
  private static final Object NOTHING = "nothing";

  private Outputs() {}

  static Map<String, Object> of(WorldSamples s) {
    Map<String, Object> units = new TreeMap<>();
    put(units, "gnss", s.gnss());
    put(units, "star-tracker-a", s.starTrackerA());
    put(units, "star-tracker-b", s.starTrackerB());
    putInertial(units, "a", s.imuA());
    putInertial(units, "b", s.imuB());
    put(units, "narrow-camera", s.narrowCamera());
    put(units, "wide-camera", s.wideCamera());
    put(units, "thermal-camera", s.thermalCamera());
    put(units, "laser-ranger-a", s.laserRangerA());
    put(units, "laser-ranger-b", s.laserRangerB());
    put(units, "crosslink", s.crosslink());
    put(units, "sun-sensor", s.sun_B());
    put(units, "tank-gauge", s.tank_kg());
    put(units, "wheel-tachometers", s.wheelMomentum_B_N_m_s());
    put(units, "battery-gauge", s.batteryCharge());
    return units;
  }

  /** Accelerometers come in the message of their IMU: where it is silent they are not heard. */
  private static void putInertial(Map<String, Object> units, String which, InertialSample s) {
    put(units, "imu-" + which, s == null ? null : s.sampled_tai_ns() + " " + s.rate_B_rad_s());
    put(units, "accelerometer-" + which, s == null ? null : s.deltaV_B_m_s());
  }

  private static void put(Map<String, Object> units, String unit, Object output) {
    units.put(unit, output == null ? NOTHING : output);
  }

  static boolean some(Object output) {
    return !output.equals(NOTHING);
  }
}
