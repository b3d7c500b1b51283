package org.holdpoint.motion;

import org.hipparchus.util.FastMath;

/**
 * Osculating Kepler elements in an inertial frame. Angles in radians; for a circular orbit the
 * argument of perigee, and for an equatorial one the node, is measured from zero.
 */
public record OrbitalElements(
    double a_m,
    double e,
    double i_rad,
    double node_rad,
    double perigee_rad,
    double meanAnomaly_rad) {

  private static final double NEGLIGIBLE = 1e-12;

  /**
   * Elements of an inertial state on an ellipse.
   *
   * @throws IllegalArgumentException when the state is not on an ellipse
   */
  public static OrbitalElements of(Vec3 r_I_m, Vec3 v_I_m_s, double mu_m3_s2) {
    double r = r_I_m.norm();
    double a = 1 / (2 / r - v_I_m_s.dot(v_I_m_s) / mu_m3_s2);
    if (!(a > 0)) {
      throw new IllegalArgumentException(
          "the state " + r_I_m + " m, " + v_I_m_s + " m/s is not on an ellipse");
    }
    Vec3 h = r_I_m.cross(v_I_m_s);
    Vec3 w = h.unit();
    double sinI = FastMath.hypot(w.x(), w.y());
    double node = sinI < NEGLIGIBLE ? 0 : FastMath.atan2(w.x(), -w.y());
    Vec3 toNode = new Vec3(FastMath.cos(node), FastMath.sin(node), 0);
    Vec3 ahead = w.cross(toNode);
    Vec3 eccentricity = v_I_m_s.cross(h).times(1 / mu_m3_s2).minus(r_I_m.times(1 / r));
    double e = eccentricity.norm();
    double latitude = FastMath.atan2(r_I_m.dot(ahead), r_I_m.dot(toNode));
    double perigee =
        e < NEGLIGIBLE ? 0 : FastMath.atan2(eccentricity.dot(ahead), eccentricity.dot(toNode));
    double mean = new KeplerOrbit(mu_m3_s2, a, e, latitude - perigee).meanAnomaly_rad();
    return new OrbitalElements(a, e, FastMath.atan2(sinI, w.z()), node, perigee, reduced(mean));
  }

  /** Inertial position. */
  public Vec3 position_I_m(double mu_m3_s2) {
    KeplerOrbit orbit = inPlane(mu_m3_s2);
    double latitude = perigee_rad + orbit.trueAnomaly_rad();
    double r = orbit.p_m() / (1 + e * FastMath.cos(orbit.trueAnomaly_rad()));
    return turned(r * FastMath.cos(latitude), r * FastMath.sin(latitude));
  }

  /** Inertial velocity. */
  public Vec3 velocity_I_m_s(double mu_m3_s2) {
    KeplerOrbit orbit = inPlane(mu_m3_s2);
    double latitude = perigee_rad + orbit.trueAnomaly_rad();
    double speed = Math.sqrt(mu_m3_s2 / orbit.p_m());
    return turned(
        -speed * (FastMath.sin(latitude) + e * FastMath.sin(perigee_rad)),
        speed * (FastMath.cos(latitude) + e * FastMath.cos(perigee_rad)));
  }

  /** The orbit in its plane. */
  public KeplerOrbit inPlane(double mu_m3_s2) {
    return new KeplerOrbit(mu_m3_s2, a_m, e, KeplerOrbit.trueOfMean(meanAnomaly_rad, e));
  }

  private Vec3 turned(double toNode, double ahead) {
    double cn = FastMath.cos(node_rad);
    double sn = FastMath.sin(node_rad);
    double ci = FastMath.cos(i_rad);
    double si = FastMath.sin(i_rad);
    return new Vec3(toNode * cn - ahead * sn * ci, toNode * sn + ahead * cn * ci, ahead * si);
  }

  /** The angle between -pi and pi. */
  static double reduced(double angle_rad) {
    return angle_rad - 2 * Math.PI * Math.rint(angle_rad / (2 * Math.PI));
  }
}
