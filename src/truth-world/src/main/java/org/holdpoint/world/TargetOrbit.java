package org.holdpoint.world;

/**
 * The target's osculating orbit at the epoch, in GCRF. Its perigee is at the ascending node, so
 * that the argument of latitude is the true anomaly.
 *
 * @param altitude_km semi-major axis less 6378.137 km, 200 to 2000
 * @param eccentricity 0 to 0.1, perigee above 180 km
 * @param inclination_deg 0 to 180
 */
public record TargetOrbit(
    double altitude_km,
    double eccentricity,
    double inclination_deg,
    double raan_deg,
    double argumentOfLatitude_deg) {
  /** Altitudes are above this radius. */
  public static final double EARTH_RADIUS_KM = 6378.137;

  public TargetOrbit {
    Checks.within("target orbit: altitude_km", altitude_km, 200, 2000);
    Checks.within("target orbit: eccentricity", eccentricity, 0, 0.1);
    Checks.within("target orbit: inclination_deg", inclination_deg, 0, 180);
    Checks.within("target orbit: raan_deg", raan_deg, -360, 360);
    Checks.within("target orbit: argument_of_latitude_deg", argumentOfLatitude_deg, -360, 360);
    Checks.within(
        "target orbit: perigee altitude, km",
        (EARTH_RADIUS_KM + altitude_km) * (1 - eccentricity) - EARTH_RADIUS_KM,
        180,
        2000);
  }
}
