package org.holdpoint.flight.control;

import org.hipparchus.util.FastMath;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.Vec3;

/**
 * Turns body z to the Sun by the Sun sensor, when the attitude is lost. Without the gyro the body
 * rate is observed: carried by the torque that was given, corrected by how the Sun moves
 * (Luenberger observer). The rate about the Sun cannot be seen so and is left as it is; it costs no
 * light.
 */
final class SunAcquisition implements Retained {
  private static final Vec3 Z = new Vec3(0, 0, 1);

  /** Perpendicular to z: the way round when the Sun stands behind. */
  private static final Vec3 ANY_WAY_ROUND = new Vec3(1, 0, 0);

  private static final double BEHIND = 1e-3;

  /** Poles at 0.2 1/s with a sample a second: 0.1 deg of noise turn into 0.004 deg/s. */
  private static final double SUN_GAIN = 0.36;

  private static final double RATE_GAIN_1_S = 0.04;

  private boolean begun;
  private boolean seen;
  private Vec3 sun_B = Z;
  private Vec3 rate_B_rad_s = Vec3.ZERO;
  private Vec3 given_B_N_m = Vec3.ZERO;

  /** The attitude is known. */
  void end() {
    begun = false;
  }

  /**
   * One tick without an attitude.
   *
   * @param last_B_rad_s rate that was last known, body frame
   * @param wheelMomentum_B_N_m_s stored in the wheels
   */
  AttitudeLaw.Demand step(Sighting sighting, Vec3 last_B_rad_s, Vec3 wheelMomentum_B_N_m_s) {
    if (!begun) {
      begun = true;
      seen = false;
      rate_B_rad_s = last_B_rad_s;
      given_B_N_m = Vec3.ZERO;
    }
    Vec3 gyro = sighting.rate_B_rad_s();
    rate_B_rad_s = gyro != null ? gyro : carried(wheelMomentum_B_N_m_s);
    sun_B = sun_B.minus(rate_B_rad_s.cross(sun_B).times(Tick.PERIOD_S)).unit();
    Vec3 sun = sighting.sun_B();
    if (sun != null) {
      see(sun, gyro == null);
    }
    Vec3 turn = seen ? toSun() : Vec3.ZERO;
    return AttitudeLaw.toward(turn, Vec3.ZERO, rate_B_rad_s, wheelMomentum_B_N_m_s);
  }

  /** To be told what torque the wheels were asked for in this tick, body frame. */
  void gave(Vec3 torque_B_N_m) {
    given_B_N_m = torque_B_N_m;
  }

  private Vec3 carried(Vec3 wheelMomentum_B_N_m_s) {
    Vec3 free = given_B_N_m.minus(AttitudeLaw.gyroscopic(rate_B_rad_s, wheelMomentum_B_N_m_s));
    return rate_B_rad_s.plus(AttitudeLaw.overInertia(free).times(Tick.PERIOD_S));
  }

  private void see(Vec3 sun, boolean corrects) {
    if (!seen) {
      seen = true;
      sun_B = sun;
      return;
    }
    if (corrects) {
      // The Sun turns in the body the other way round.
      rate_B_rad_s = rate_B_rad_s.minus(sun_B.cross(sun).times(RATE_GAIN_1_S));
    }
    Vec3 between = sun_B.plus(sun.minus(sun_B).times(SUN_GAIN));
    sun_B = between.norm() > BEHIND ? between.unit() : sun;
  }

  /** Rotation vector, rad, that the body must turn by. */
  private Vec3 toSun() {
    Vec3 axis = Z.cross(sun_B);
    double sine = axis.norm();
    double angle = FastMath.atan2(sine, sun_B.z());
    if (sine > BEHIND) {
      return axis.times(angle / sine);
    }
    return sun_B.z() > 0 ? axis : ANY_WAY_ROUND.times(angle);
  }

  @Override
  public void save(StateWriter out) {
    out.put(begun).put(seen).put(sun_B).put(rate_B_rad_s).put(given_B_N_m);
  }

  @Override
  public void restore(StateReader in) {
    begun = in.getBoolean();
    seen = in.getBoolean();
    sun_B = in.getVec3();
    rate_B_rad_s = in.getVec3();
    given_B_N_m = in.getVec3();
  }
}
