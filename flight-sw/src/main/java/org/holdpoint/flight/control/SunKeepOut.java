package org.holdpoint.flight.control;

import org.hipparchus.util.FastMath;
import org.holdpoint.motion.Vec3;

/**
 * Leads a slew round the Sun: when the shortest turn would carry the cameras' axis, +x, through
 * their keep-out cone, the axis goes along the great circle that touches the cone instead, on the
 * side on which it was going to pass, and turns on to its goal when the way is free. Nothing is
 * kept from tick to tick: as the body turns, the tangent leads it round the cone.
 *
 * <p>A turn that begins in the cone, or must end there because the target stands before the Sun,
 * takes the shortest way.
 */
final class SunKeepOut {
  /** Half of the cameras' keep-out cone, and 2 deg for what the law cuts off. */
  private static final double CLEAR_RAD = FastMath.toRadians(32);

  /** The way round touches this cone, so that the next look finds it clear. */
  private static final double TANGENT_RAD = FastMath.toRadians(34);

  private static final double CLEAR_COSINE = FastMath.cos(CLEAR_RAD);

  /** Smaller turns are pointing, not slews. */
  private static final double SLEW_RAD = FastMath.toRadians(5);

  private static final Vec3 CAMERAS = new Vec3(1, 0, 0);

  /** Beside the cameras' axis, for a way that leads straight through the Sun. */
  private static final Vec3 ANY_SIDE = new Vec3(0, 0, 1);

  private static final double STRAIGHT = 1e-6;

  private SunKeepOut() {}

  static boolean isSlew(Vec3 turn) {
    return turn.norm() > SLEW_RAD;
  }

  /**
   * @param turn rotation vector that brings the body to its goal, rad, body frame
   * @param sun_B unit vector to the Sun
   * @return the turn to make now: the same, or one as large that leads round
   */
  static Vec3 round(Vec3 turn, Vec3 sun_B) {
    double angle = turn.norm();
    if (!crosses(turn.times(1 / angle), angle, sun_B)) {
      return turn;
    }
    Vec3 awayFromPlane = sun_B.cross(CAMERAS);
    double sine = awayFromPlane.norm();
    Vec3 aside = sine > STRAIGHT ? awayFromPlane.times(1 / sine) : ANY_SIDE;
    Vec3 goal = after(CAMERAS, turn.times(1 / angle), angle);
    if (goal.dot(aside) < 0) {
      aside = aside.negated();
    }
    Vec3 toSun = aside.cross(CAMERAS);
    toSun = toSun.dot(sun_B) < 0 ? toSun.negated() : toSun;
    // Sides of a spherical triangle with its right angle where the way touches the cone.
    double off_rad = FastMath.atan2(sine, sun_B.x());
    double most = FastMath.sin(TANGENT_RAD) / Math.max(sine, STRAIGHT);
    double beside_rad = off_rad <= TANGENT_RAD || most >= 1 ? Math.PI / 2 : FastMath.asin(most);
    Vec3 way = toSun.times(FastMath.cos(beside_rad)).plus(aside.times(FastMath.sin(beside_rad)));
    return CAMERAS.cross(way).times(angle);
  }

  /** Whether +x comes into the cone on the way, having been outside and ending outside. */
  private static boolean crosses(Vec3 axis, double angle, Vec3 sun_B) {
    if (sun_B.x() > CLEAR_COSINE || after(CAMERAS, axis, angle).dot(sun_B) > CLEAR_COSINE) {
      return false;
    }
    // The cosine to the Sun on the way is a cos + b sin + c.
    double c = axis.x() * axis.dot(sun_B);
    double a = sun_B.x() - c;
    double b = axis.cross(CAMERAS).dot(sun_B);
    double nearest = FastMath.atan2(b, a);
    nearest = nearest < 0 ? nearest + 2 * Math.PI : nearest;
    return nearest < angle && Math.sqrt(a * a + b * b) + c > CLEAR_COSINE;
  }

  /** A vector turned about a unit axis (Rodrigues). */
  private static Vec3 after(Vec3 v, Vec3 axis, double angle) {
    double cosine = FastMath.cos(angle);
    return v.times(cosine)
        .plus(axis.cross(v).times(FastMath.sin(angle)))
        .plus(axis.times(axis.dot(v) * (1 - cosine)));
  }
}
