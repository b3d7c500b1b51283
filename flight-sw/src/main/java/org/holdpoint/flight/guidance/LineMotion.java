package org.holdpoint.flight.guidance;

import org.hipparchus.util.FastMath;
import org.holdpoint.flight.Tick;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Vec3;

/**
 * A reference that moves along a straight line to a point and stops there smoothly.
 *
 * @param r_L_m where the reference is
 * @param speed_m_s how fast it moves
 * @param end_L_m where it stops
 */
record LineMotion(Vec3 r_L_m, double speed_m_s, Vec3 end_L_m) {
  /** Far below the 12 mm/s2 that the thrusters can give. */
  static final double ACCELERATION_M_S2 = 0.0005;

  /** Forced motion further out than {@link #NEAR_M}. */
  static final double FAR_SPEED_M_S = 0.2;

  /** Inside, the closing speed is limited to 0.1 m/s; 5 m to slow down before. */
  static final double NEAR_M = 105;

  /** Slowest of the glideslope: what is left of the closing speed at the end point. */
  private static final double END_SPEED_M_S = 0.01;

  /** Inside 100 m the speed falls with the way left, from its limit at 60 m of it. */
  private static final double GLIDE_1_S = (LegPlanner.FORCED_SPEED_M_S - END_SPEED_M_S) / 60;

  /** The last centimetre is jumped. */
  private static final double ARRIVED_M = 0.01;

  static LineMotion from(Vec3 r_L_m, Vec3 end_L_m) {
    return new LineMotion(r_L_m, 0, end_L_m);
  }

  boolean arrived() {
    return r_L_m.equals(end_L_m);
  }

  double left_m() {
    return end_L_m.minus(r_L_m).norm();
  }

  /** One tick on, no faster than {@code limit_m_s}. */
  LineMotion step(double limit_m_s) {
    double left = left_m();
    if (left < ARRIVED_M) {
      return new LineMotion(end_L_m, 0, end_L_m);
    }
    double speed = Math.min(limit_m_s, speed_m_s + ACCELERATION_M_S2 * Tick.PERIOD_S);
    speed = Math.min(speed, Math.sqrt(2 * ACCELERATION_M_S2 * left));
    double way = Math.min(left, speed * Tick.PERIOD_S);
    Vec3 next = r_L_m.plus(end_L_m.minus(r_L_m).times(way / left));
    return new LineMotion(next, speed, end_L_m);
  }

  /**
   * Limit of forced motion at the present range. Inside 100 m it is a glideslope: the way left
   * falls exponentially (Hablani, Tapper and Dana-Bashian 2002), so that whatever stops the motion
   * finds it slower the nearer it is.
   */
  double forcedLimit_m_s() {
    double beyond_m = r_L_m.norm() - NEAR_M;
    double near = LegPlanner.FORCED_SPEED_M_S;
    if (beyond_m <= 0) {
      boolean closes = end_L_m.norm() < r_L_m.norm();
      return closes ? Math.min(near, END_SPEED_M_S + GLIDE_1_S * left_m()) : near;
    }
    return Math.min(FAR_SPEED_M_S, Math.sqrt(near * near + 2 * ACCELERATION_M_S2 * beyond_m));
  }

  RelativeState state() {
    double left = left_m();
    Vec3 v = left == 0 ? Vec3.ZERO : end_L_m.minus(r_L_m).times(speed_m_s / left);
    return new RelativeState(r_L_m, v);
  }

  /** Time to the end of forced motion, about. */
  double timeLeft_s() {
    if (arrived()) {
      return 0;
    }
    double left = left_m();
    double far_m = Math.min(left, Math.max(0, r_L_m.norm() - NEAR_M));
    double near_m = left - far_m;
    boolean glides = end_L_m.norm() < Math.min(NEAR_M, r_L_m.norm());
    double gliding_m = glides ? Math.min(near_m, 60) : 0;
    return far_m / FAR_SPEED_M_S
        + (near_m - gliding_m) / LegPlanner.FORCED_SPEED_M_S
        + FastMath.log1p(GLIDE_1_S * gliding_m / END_SPEED_M_S) / GLIDE_1_S
        + forcedLimit_m_s() / ACCELERATION_M_S2;
  }
}
