package org.holdpoint.flight.safety;

import org.hipparchus.util.FastMath;
import org.holdpoint.dictionary.telemetry.Validity;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.sample.MonitorSamples;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.Vec3;

/**
 * How the vehicle itself is doing: power, light, missed ticks, and how long the monitor is blind.
 */
final class VehicleWatch implements Retained {
  /** The Sun moves 0.06 deg in the time between two looks. */
  private static final int SUN_TICKS = 10;

  /** A minute without a missed tick forgets those before it. */
  private static final long FORGET_TICKS = 600;

  /** More missed ticks than this count as this: a processor that was off. */
  private static final int MOST_MISSED = 100_000;

  private double batteryAge_s = Double.POSITIVE_INFINITY;
  private double batteryCharge;
  private double sunAngle_deg = SunAngle.NONE_DEG;
  private Vec3 sun_I = Vec3.ZERO;
  private double attitudeAge_s = Double.POSITIVE_INFINITY;
  private long lastTick = -1;
  private long lastMiss = -FORGET_TICKS;
  private int missedTicks;
  private double groundHeardAge_s;
  private boolean everSaw;
  private double blind_s;

  void step(
      Tick tick,
      MonitorSamples samples,
      boolean commanded,
      MonitorEstimator estimator,
      Validity own) {
    groundHeardAge_s = samples.uplinkLocked() || commanded ? 0 : groundHeardAge_s + Tick.PERIOD_S;
    batteryAge_s += Tick.PERIOD_S;
    Double charge = samples.batteryCharge();
    if (charge != null) {
      batteryAge_s = 0;
      batteryCharge = charge;
    }
    countTicks(tick.number());
    attitudeAge_s = estimator.attitudeUsable() ? 0 : Double.POSITIVE_INFINITY;
    if (tick.every(SUN_TICKS) && estimator.attitudeUsable()) {
      Vec3 r_I_m = estimator.ephemeris().r_I_m();
      Vec3 sun = SunAngle.direction_I(tick.tai_ns());
      sun_I = SunAngle.inShadow(r_I_m, sun) ? Vec3.ZERO : sun;
      sunAngle_deg = SunAngle.offCameras_deg(tick.tai_ns(), estimator.q_BI(), r_I_m);
    }
    everSaw |= own == Validity.VALID;
    blind_s = own == Validity.VALID || !everSaw ? 0 : blind_s + Tick.PERIOD_S;
  }

  private void countTicks(long number) {
    if (lastTick >= 0 && number > lastTick + 1) {
      missedTicks = (int) Math.min(MOST_MISSED, missedTicks + number - lastTick - 1);
      lastMiss = number;
    } else if (number - lastMiss >= FORGET_TICKS) {
      missedTicks = 0;
    }
    lastTick = number;
  }

  double batteryAge_s() {
    return batteryAge_s;
  }

  double batteryCharge() {
    return batteryCharge;
  }

  double sunAngle_deg() {
    return sunAngle_deg;
  }

  /** Unit vector to the Sun, GCRF, to a second; null vector in Earth's shadow. */
  Vec3 sun_I() {
    return sun_I;
  }

  double attitudeAge_s() {
    return attitudeAge_s;
  }

  int missedTicks() {
    return missedTicks;
  }

  /** Since the receiver had the carrier, or a telecommand was accepted. */
  double groundHeardAge_s() {
    return groundHeardAge_s;
  }

  double blind_s() {
    return blind_s;
  }

  static double largest(Vec3 v) {
    return Math.max(Math.abs(v.x()), Math.max(Math.abs(v.y()), Math.abs(v.z())));
  }

  static double rate_deg_s(Vec3 rate_B_rad_s) {
    return FastMath.toDegrees(rate_B_rad_s.norm());
  }

  @Override
  public void save(StateWriter out) {
    out.put(batteryAge_s).put(batteryCharge).put(sunAngle_deg).put(attitudeAge_s).put(sun_I);
    out.put(lastTick)
        .put(lastMiss)
        .put(missedTicks)
        .put(groundHeardAge_s)
        .put(everSaw)
        .put(blind_s);
  }

  @Override
  public void restore(StateReader in) {
    batteryAge_s = in.getDouble();
    batteryCharge = in.getDouble();
    sunAngle_deg = in.getDouble();
    attitudeAge_s = in.getDouble();
    sun_I = in.getVec3();
    lastTick = in.getLong();
    lastMiss = in.getLong();
    missedTicks = in.getInt();
    groundHeardAge_s = in.getDouble();
    everSaw = in.getBoolean();
    blind_s = in.getDouble();
  }
}
