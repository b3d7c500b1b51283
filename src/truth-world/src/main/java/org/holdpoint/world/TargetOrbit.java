package org.holdpoint.world;

import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.hipparchus.util.FastMath;
import org.orekit.frames.Frame;
import org.orekit.orbits.KeplerianOrbit;
import org.orekit.orbits.PositionAngleType;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.PVCoordinates;

/**
 * The target's osculating orbit at the epoch, in GCRF.
 *
 * @param altitude_km semi-major axis less 6378.137 km, 200 to 2000
 * @param eccentricity 0 to 0.1, perigee above 180 km
 * @param inclination_deg 0 to 180
 * @param argumentOfLatitude_deg of the target at the epoch, by its true anomaly
 * @param argumentOfPerigee_deg -360 to 360
 */
public record TargetOrbit(
    double altitude_km,
    double eccentricity,
    double inclination_deg,
    double raan_deg,
    double argumentOfLatitude_deg,
    double argumentOfPerigee_deg) {
  /** Altitudes are above this radius. */
  public static final double EARTH_RADIUS_KM = 6378.137;

  public TargetOrbit {
    Checks.within("target orbit: altitude_km", altitude_km, 200, 2000);
    Checks.within("target orbit: eccentricity", eccentricity, 0, 0.1);
    Checks.within("target orbit: inclination_deg", inclination_deg, 0, 180);
    Checks.within("target orbit: raan_deg", raan_deg, -360, 360);
    Checks.within("target orbit: argument_of_latitude_deg", argumentOfLatitude_deg, -360, 360);
    Checks.within("target orbit: argument_of_perigee_deg", argumentOfPerigee_deg, -360, 360);
    Checks.within(
        "target orbit: perigee altitude, km",
        (EARTH_RADIUS_KM + altitude_km) * (1 - eccentricity) - EARTH_RADIUS_KM,
        180,
        2000);
  }

  /** An orbit whose perigee is at the ascending node. */
  public TargetOrbit(
      double altitude_km,
      double eccentricity,
      double inclination_deg,
      double raan_deg,
      double argumentOfLatitude_deg) {
    this(altitude_km, eccentricity, inclination_deg, raan_deg, argumentOfLatitude_deg, 0);
  }

  /**
   * The orbit of a position and velocity in GCRF, as the world will start from it: to a micrometre.
   *
   * @throws IllegalArgumentException when the orbit is out of the range above
   */
  public static TargetOrbit of(double[] rv_I, double mu_m3_s2) {
    KeplerianOrbit orbit =
        new KeplerianOrbit(
            RelativeState.pv(rv_I), Frame.getRoot(), AbsoluteDate.ARBITRARY_EPOCH, mu_m3_s2);
    return new TargetOrbit(
        1e-3 * orbit.getA() - EARTH_RADIUS_KM,
        orbit.getE(),
        FastMath.toDegrees(orbit.getI()),
        wrapped_deg(orbit.getRightAscensionOfAscendingNode()),
        wrapped_deg(orbit.getPerigeeArgument() + orbit.getTrueAnomaly()),
        wrapped_deg(orbit.getPerigeeArgument()));
  }

  private static double wrapped_deg(double angle_rad) {
    return FastMath.toDegrees(FastMath.IEEEremainder(angle_rad, 2 * FastMath.PI));
  }

  /** Position and velocity, GCRF. */
  public double[] rv_I(double mu_m3_s2) {
    PVCoordinates pv =
        new KeplerianOrbit(
                1e3 * (EARTH_RADIUS_KM + altitude_km),
                eccentricity,
                FastMath.toRadians(inclination_deg),
                FastMath.toRadians(argumentOfPerigee_deg),
                FastMath.toRadians(raan_deg),
                FastMath.toRadians(argumentOfLatitude_deg - argumentOfPerigee_deg),
                PositionAngleType.TRUE,
                Frame.getRoot(),
                AbsoluteDate.ARBITRARY_EPOCH,
                mu_m3_s2)
            .getPVCoordinates();
    Vector3D r = pv.getPosition();
    Vector3D v = pv.getVelocity();
    return new double[] {r.getX(), r.getY(), r.getZ(), v.getX(), v.getY(), v.getZ()};
  }
}
