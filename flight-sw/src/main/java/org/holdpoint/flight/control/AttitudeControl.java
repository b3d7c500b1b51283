package org.holdpoint.flight.control;

import org.hipparchus.util.FastMath;
import org.holdpoint.motion.Quaternion;
import org.holdpoint.motion.Vec3;

/**
 * Attitude by the wheels: the attitude error commands a rate, bounded by the slew limit and by what
 * the wheels can stop; the rate error commands a torque.
 */
final class AttitudeControl {
  /** Moments of inertia that the law assumes, body axes. */
  private static final Vec3 INERTIA_KG_M2 = new Vec3(40, 45, 50);

  private static final double MAX_TORQUE_N_M = 0.2;
  private static final double SLEW_LIMIT_RAD_S = FastMath.toRadians(1.0);
  private static final double RATE_PER_ERROR_1_S = 0.25;
  private static final double ACCELERATION_PER_RATE_1_S = 0.6;

  /** Share of the braking ability that a slew counts on. */
  private static final double BRAKING_SHARE = 0.5;

  private AttitudeControl() {}

  /** Rotation vector from the wanted to the present attitude, body frame, radians. */
  static Vec3 error_B_rad(Quaternion q_BL, Quaternion q_BL_reference) {
    Quaternion turn = q_BL_reference.times(q_BL.conjugate()).normalized();
    Vec3 axis = new Vec3(turn.q1(), turn.q2(), turn.q3());
    double sine = axis.norm();
    if (sine < 1e-12) {
      return axis.times(2);
    }
    return axis.times(2 * FastMath.atan2(sine, turn.q0()) / sine);
  }

  /**
   * @param error_B_rad of {@link #error_B_rad}
   * @return torque on the body, body frame
   */
  static Vec3 torque_B_N_m(Vec3 error_B_rad, Vec3 rate_B_rad_s, Vec3 rateReference_B_rad_s) {
    // q_BA of a body that turns by +a has vector part -a/2: the error vector points where the body
    // must not go
    Vec3 correction = limitedRate(error_B_rad.negated());
    Vec3 rateError = rateReference_B_rad_s.plus(correction).minus(rate_B_rad_s);
    return new Vec3(
        limited(INERTIA_KG_M2.x() * ACCELERATION_PER_RATE_1_S * rateError.x()),
        limited(INERTIA_KG_M2.y() * ACCELERATION_PER_RATE_1_S * rateError.y()),
        limited(INERTIA_KG_M2.z() * ACCELERATION_PER_RATE_1_S * rateError.z()));
  }

  private static Vec3 limitedRate(Vec3 error) {
    double size = error.norm();
    if (size == 0) {
      return error;
    }
    double braking_rad_s2 = BRAKING_SHARE * MAX_TORQUE_N_M / INERTIA_KG_M2.z();
    double rate =
        Math.min(
            RATE_PER_ERROR_1_S * size,
            Math.min(SLEW_LIMIT_RAD_S, Math.sqrt(2 * braking_rad_s2 * size)));
    return error.times(rate / size);
  }

  private static double limited(double torque) {
    return Math.max(-MAX_TORQUE_N_M, Math.min(MAX_TORQUE_N_M, torque));
  }
}
