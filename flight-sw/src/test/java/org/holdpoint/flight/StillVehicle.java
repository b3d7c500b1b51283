package org.holdpoint.flight;

import java.util.List;
import org.hipparchus.util.FastMath;
import org.holdpoint.dictionary.Xyz;
import org.holdpoint.dictionary.telemetry.LegKind;
import org.holdpoint.dictionary.telemetry.PlanPacket;
import org.holdpoint.flight.sample.AttitudeFix;
import org.holdpoint.flight.sample.BearingFix;
import org.holdpoint.flight.sample.GnssFix;
import org.holdpoint.flight.sample.InertialSample;
import org.holdpoint.flight.sample.MonitorSamples;
import org.holdpoint.flight.sample.RangeFix;
import org.holdpoint.flight.sample.SensorSamples;
import org.holdpoint.motion.Quaternion;
import org.holdpoint.motion.Vec3;

/**
 * Noise-free samples of a chaser that rests 1,000 m behind its target on V-bar and looks at it,
 * both on a circular orbit in the plane x-y of GCRF: whatever the actuators do.
 */
final class StillVehicle {
  static final long START_TAI_NS = 2_183_155_237_000_000_000L;
  private static final double A_M = 6_878_000;
  private static final double MU = 3.986004418e14;
  private static final double N_RAD_S = FastMath.sqrt(MU / (A_M * A_M * A_M));
  private static final double HULL_M = 1;

  static final FlightConfiguration CONFIGURATION =
      new FlightConfiguration(
          START_TAI_NS,
          position(0),
          velocity(0),
          new Vec3(0, -1000, 0),
          Vec3.ZERO,
          5,
          0.005,
          238,
          12,
          2,
          HULL_M,
          1,
          List.of(
              new PlanPacket.Leg(LegKind.RADIAL_HOP, 1, new Xyz(0, -250, 0), 0),
              new PlanPacket.Leg(LegKind.CIRCUMNAVIGATE, 2, new Xyz(100, 200, 100), 0),
              new PlanPacket.Leg(LegKind.RETREAT, 3, new Xyz(0, -1000, 0), 0)),
          new Vec3(0, -1000, 0));

  private StillVehicle() {}

  static Tick tick(long number) {
    return new Tick(number, START_TAI_NS + number * Tick.PERIOD_NS);
  }

  static SensorSamples samples(Tick tick) {
    double angle = N_RAD_S * tick.number() * Tick.PERIOD_S;
    double lag = 1000 / A_M;
    long now = tick.tai_ns();
    boolean second = tick.every(10);
    AttitudeFix attitude = new AttitudeFix(now, attitude(angle));
    double noise = 1e-9 * (tick.number() % 997); // no unit that works says the same twice
    InertialSample inertial =
        new InertialSample(now, new Vec3(0, 0, N_RAD_S + noise), new Vec3(noise, 0, 0));
    RangeFix range = second ? new RangeFix(now, 1000 - HULL_M + noise) : null;
    return new SensorSamples(
        second ? new GnssFix(now, position(angle - lag), velocity(angle - lag)) : null,
        attitude,
        inertial,
        second ? new BearingFix(now, new Vec3(1, noise, 0), 1e-4) : null,
        null,
        range,
        new Vec3(0, 0, 1),
        12,
        Vec3.ZERO,
        new MonitorSamples(
            attitude,
            inertial,
            second ? new BearingFix(now, new Vec3(1, noise, 0), 1.745e-3) : null,
            range));
  }

  /** Body x along track: L turned a quarter about z. */
  private static Quaternion attitude(double angle) {
    double half = (angle + FastMath.PI / 2) / 2;
    return new Quaternion(FastMath.cos(half), 0, 0, -FastMath.sin(half));
  }

  private static Vec3 position(double angle) {
    return new Vec3(A_M * FastMath.cos(angle), A_M * FastMath.sin(angle), 0);
  }

  private static Vec3 velocity(double angle) {
    double speed = N_RAD_S * A_M;
    return new Vec3(-speed * FastMath.sin(angle), speed * FastMath.cos(angle), 0);
  }
}
