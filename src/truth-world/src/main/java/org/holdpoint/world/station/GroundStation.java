package org.holdpoint.world.station;

/**
 * An antenna on the ground.
 *
 * @param latitude_deg geodetic, WGS84, -90 to 90
 * @param longitude_deg east, -180 to 180
 * @param altitude_m above the ellipsoid, -500 to 9000
 */
public record GroundStation(
    String name, double latitude_deg, double longitude_deg, double altitude_m, HorizonMask mask)
    implements Site {
  public GroundStation {
    Range.check(name, "latitude_deg", latitude_deg, -90, 90);
    Range.check(name, "longitude_deg", longitude_deg, -180, 180);
    Range.check(name, "altitude_m", altitude_m, -500, 9000);
  }
}
