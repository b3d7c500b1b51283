package org.holdpoint.flight.control;

import org.hipparchus.util.FastMath;
import org.holdpoint.flight.guidance.GuidanceReference;
import org.holdpoint.flight.guidance.Light;
import org.holdpoint.flight.navigation.NavigationSolution;
import org.holdpoint.motion.Quaternion;
import org.holdpoint.motion.Rotations;
import org.holdpoint.motion.Vec3;

/**
 * Torque on the body that turns it to the reference. The error asks for a rate, no faster than 1
 * deg/s, slow enough to stop in time, and by day round the Sun when that would stand in the way of
 * the cameras ({@link SunKeepOut}); the rate error asks for torque. Near the reference this is a
 * proportional-derivative law of 0.6 rad/s natural frequency and 0.8 damping.
 */
final class AttitudeLaw {
  /** Body inertia that the gains are for, kg m2, on the body axes. */
  private static final Vec3 INERTIA_KG_M2 = new Vec3(40, 45, 50);

  private static final double RATE_GAIN_1_S = 0.96;
  private static final double ANGLE_GAIN_1_S = 0.375;
  private static final double MAX_RATE_RAD_S = FastMath.toRadians(1.0);

  /** Part of what the wheels can give (0.2 N.m on 50 kg m2) that a stop is planned with. */
  private static final double STOPPING_RAD_S2 = 0.0024;

  private AttitudeLaw() {}

  /** What the law asks for, and how far off the body is. */
  record Demand(Vec3 torque_B_N_m, double error_rad, double rateError_rad_s) {}

  /**
   * @param wheelMomentum_B_N_m_s stored in the wheels; it stiffens the body
   */
  static Demand of(
      GuidanceReference reference, NavigationSolution navigation, Vec3 wheelMomentum_B_N_m_s) {
    Quaternion q_RB =
        reference.q_BL_reference().times(navigation.q_LI()).times(navigation.q_BI().conjugate());
    Vec3 turn = Rotations.rotationVector_rad(q_RB);
    return toward(
        SunKeepOut.isSlew(turn) && Light.falls(navigation)
            ? SunKeepOut.round(turn, navigation.q_BL().rotate(navigation.sun_L()))
            : turn,
        q_RB.conjugate().rotate(reference.rate_B_reference_rad_s()),
        navigation.rate_B_rad_s(),
        wheelMomentum_B_N_m_s);
  }

  /**
   * @param turn rotation vector by which the body is off, rad, body frame
   * @param referenceRate of what it is to follow, rad/s, body frame
   * @param rate of the body, rad/s, body frame
   * @param wheelMomentum_B_N_m_s stored in the wheels
   */
  static Demand toward(Vec3 turn, Vec3 referenceRate, Vec3 rate, Vec3 wheelMomentum_B_N_m_s) {
    double angle = turn.norm();
    Vec3 wantedRate = referenceRate;
    if (angle > 0) {
      double speed =
          Math.min(
              Math.min(ANGLE_GAIN_1_S * angle, MAX_RATE_RAD_S),
              Math.sqrt(2 * STOPPING_RAD_S2 * angle));
      wantedRate = slewed(referenceRate, turn.times(speed / angle));
    }
    Vec3 spin = inertiaTimes(wantedRate.minus(rate)).times(RATE_GAIN_1_S);
    return new Demand(
        spin.plus(gyroscopic(rate, wheelMomentum_B_N_m_s)),
        angle,
        rate.minus(referenceRate).norm());
  }

  /** The two together within the limit of slews; the reference's own rate is always followed. */
  private static Vec3 slewed(Vec3 referenceRate, Vec3 turning) {
    double sum = referenceRate.plus(turning).norm();
    double room = Math.max(0, MAX_RATE_RAD_S - referenceRate.norm());
    double asked = turning.norm();
    return sum <= MAX_RATE_RAD_S || asked <= room
        ? referenceRate.plus(turning)
        : referenceRate.plus(turning.times(room / asked));
  }

  /** Torque that keeps a turning body with turning wheels at its rate. */
  static Vec3 gyroscopic(Vec3 rate, Vec3 wheelMomentum_B_N_m_s) {
    return rate.cross(inertiaTimes(rate).plus(wheelMomentum_B_N_m_s));
  }

  static Vec3 overInertia(Vec3 torque) {
    return new Vec3(
        torque.x() / INERTIA_KG_M2.x(),
        torque.y() / INERTIA_KG_M2.y(),
        torque.z() / INERTIA_KG_M2.z());
  }

  static Vec3 inertiaTimes(Vec3 rate) {
    return new Vec3(
        INERTIA_KG_M2.x() * rate.x(), INERTIA_KG_M2.y() * rate.y(), INERTIA_KG_M2.z() * rate.z());
  }
}
