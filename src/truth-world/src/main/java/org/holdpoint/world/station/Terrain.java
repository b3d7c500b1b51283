package org.holdpoint.world.station;

import java.util.List;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.hipparchus.util.FastMath;
import org.holdpoint.world.environment.WorldData;
import org.orekit.bodies.GeodeticPoint;
import org.orekit.bodies.OneAxisEllipsoid;
import org.orekit.frames.Frame;
import org.orekit.frames.TopocentricFrame;
import org.orekit.utils.Constants;
import org.orekit.utils.ElevationMask;
import org.orekit.utils.IERSConventions;
import org.orekit.utils.PVCoordinatesProvider;
import org.orekit.utils.TimeStampedPVCoordinates;

/** Sites in the words of Orekit. */
public final class Terrain {
  private Terrain() {}

  /** Earth as the WGS84 ellipsoid, turning with ITRF. */
  public static OneAxisEllipsoid earth() {
    return new OneAxisEllipsoid(
        Constants.WGS84_EARTH_EQUATORIAL_RADIUS, Constants.WGS84_EARTH_FLATTENING, itrf());
  }

  /** East, north and zenith of a station. */
  public static TopocentricFrame frame(GroundStation station) {
    return new TopocentricFrame(
        earth(),
        new GeodeticPoint(
            FastMath.toRadians(station.latitude_deg()),
            FastMath.toRadians(station.longitude_deg()),
            station.altitude_m()),
        station.name());
  }

  /** The same mask for Orekit's detector. */
  public static ElevationMask orekitMask(HorizonMask mask) {
    List<HorizonMask.Point> points = mask.points();
    double[][] rows = new double[points.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] =
          new double[] {
            FastMath.toRadians(points.get(i).azimuth_deg()),
            FastMath.toRadians(points.get(i).elevation_deg())
          };
    }
    return new ElevationMask(rows);
  }

  /** A relay as something that Orekit can look at. */
  public static PVCoordinatesProvider fixedPlace(RelaySatellite relay) {
    Vector3D place_E_m = place(relay);
    Frame itrf = itrf();
    return (date, frame) ->
        itrf.getTransformTo(frame, date)
            .transformPVCoordinates(
                new TimeStampedPVCoordinates(date, place_E_m, Vector3D.ZERO, Vector3D.ZERO));
  }

  static Vector3D place(RelaySatellite relay) {
    double longitude = FastMath.toRadians(relay.longitude_deg());
    return new Vector3D(
        RelaySatellite.RADIUS_M * FastMath.cos(longitude),
        RelaySatellite.RADIUS_M * FastMath.sin(longitude),
        0);
  }

  private static Frame itrf() {
    return WorldData.get().frames().getITRF(IERSConventions.IERS_2010, true);
  }
}
