package org.holdpoint.flight.navigation.far;

import org.holdpoint.motion.Vec3;

/**
 * Where the target should be seen, with the two directions across the line of sight.
 *
 * @param u_I unit vector from chaser to target, GCRF
 * @param az_I across it, as near to a reference as it can be: body y for the camera's axes
 * @param el_I completes the three: body z
 * @param range_m to the target
 */
record Sight(Vec3 u_I, Vec3 az_I, Vec3 el_I, double range_m) {

  /**
   * @param reference_I direction that az lies next to; not along the line of sight
   */
  static Sight of(Vec3 r_T_I_m, Vec3 r_C_I_m, Vec3 reference_I) {
    Vec3 r = r_T_I_m.minus(r_C_I_m);
    double range = r.norm();
    Vec3 u = r.times(1 / range);
    Vec3 az = reference_I.minus(u.times(reference_I.dot(u))).unit();
    return new Sight(u, az, u.cross(az), range);
  }

  /** With el next to the chaser's orbit normal; for a target that is not seen along it. */
  static Sight level(Vec3 r_T_I_m, Vec3 r_C_I_m, Vec3 v_C_I_m_s) {
    Vec3 u = r_T_I_m.minus(r_C_I_m).unit();
    Vec3 normal = r_C_I_m.cross(v_C_I_m_s).unit();
    Vec3 up = Math.abs(normal.dot(u)) < 0.97 ? normal : r_C_I_m;
    return of(r_T_I_m, r_C_I_m, up.cross(u));
  }

  /** How far a direction is off along az; the tangent, for some degrees. */
  double az_rad(Vec3 seen_I) {
    return seen_I.dot(az_I) / seen_I.dot(u_I);
  }

  /** How far a direction is off along el. */
  double el_rad(Vec3 seen_I) {
    return seen_I.dot(el_I) / seen_I.dot(u_I);
  }

  /** The direction that is off by so much. */
  Vec3 at(double az_rad, double el_rad) {
    return u_I.plus(az_I.times(az_rad)).plus(el_I.times(el_rad)).unit();
  }
}
