package org.holdpoint.world.station;

import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.hipparchus.util.FastMath;
import org.orekit.frames.TopocentricFrame;
import org.orekit.utils.Constants;

/** From one site to the chaser, in Earth-fixed components; cheap enough for each tick. */
final class Sightline {
  private static final double LIGHT_M_S = Constants.SPEED_OF_LIGHT;

  private final Site site;
  private final Vector3D site_E_m;
  private final Vector3D east;
  private final Vector3D north;
  private final Vector3D zenith;
  private final double sinLowest;

  Sightline(Site site) {
    this.site = site;
    if (site instanceof GroundStation station) {
      TopocentricFrame frame = Terrain.frame(station);
      site_E_m = frame.getCartesianPoint();
      east = frame.getEast();
      north = frame.getNorth();
      zenith = frame.getZenith();
      sinLowest = FastMath.sin(FastMath.toRadians(station.mask().lowest_deg()));
    } else {
      site_E_m = Terrain.place((RelaySatellite) site);
      east = Vector3D.ZERO;
      north = Vector3D.ZERO;
      zenith = Vector3D.ZERO;
      sinLowest = 0;
    }
  }

  Site site() {
    return site;
  }

  /** Whether the chaser stands above the mask, or clears Earth as seen from the relay. */
  boolean sees(Vector3D chaser_E_m) {
    return site instanceof GroundStation station
        ? aboveMask(station, chaser_E_m)
        : clearsEarth(chaser_E_m);
  }

  /** One-way delay by slant range. */
  double delay_s(Vector3D chaser_E_m) {
    double path_s = Vector3D.distance(site_E_m, chaser_E_m) / LIGHT_M_S;
    return site instanceof RelaySatellite relay ? path_s + relay.furtherDelay_s() : path_s;
  }

  private boolean aboveMask(GroundStation station, Vector3D chaser_E_m) {
    Vector3D line = chaser_E_m.subtract(site_E_m);
    double sin = line.dotProduct(zenith) / line.getNorm();
    if (sin < sinLowest) {
      return false;
    }
    double azimuth_deg =
        FastMath.toDegrees(FastMath.atan2(line.dotProduct(east), line.dotProduct(north)));
    return FastMath.toDegrees(FastMath.asin(Math.min(1, sin)))
        >= station.mask().at_deg(azimuth_deg);
  }

  /**
   * Distance of a segment from the centre, with space stretched until Earth and its air is round.
   */
  private boolean clearsEarth(Vector3D chaser_E_m) {
    double equator_m = Constants.WGS84_EARTH_EQUATORIAL_RADIUS;
    double pole_m = equator_m * (1 - Constants.WGS84_EARTH_FLATTENING);
    double round_m = equator_m + RelaySatellite.SKIMMING_M;
    double stretch = round_m / (pole_m + RelaySatellite.SKIMMING_M);
    Vector3D from = new Vector3D(chaser_E_m.getX(), chaser_E_m.getY(), stretch * chaser_E_m.getZ());
    Vector3D way = site_E_m.subtract(from);
    double nearest = -from.dotProduct(way) / way.getNormSq();
    return nearest <= 0 || from.add(nearest, way).getNorm() >= round_m;
  }
}
