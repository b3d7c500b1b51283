package org.holdpoint.world.station;

import java.util.List;
import org.hipparchus.util.FastMath;

/**
 * How high the horizon of a site stands, by azimuth: straight lines between the points, closed
 * around north.
 *
 * @param points ascending in azimuth, 1 to 72 of them
 */
public record HorizonMask(List<Point> points) {
  /** Most points of a mask: one for each 5 deg. */
  public static final int MAX_POINTS = 72;

  /**
   * @param azimuth_deg from north over east, 0 inclusive to 360 exclusive
   * @param elevation_deg lowest usable elevation there, 0 to 89
   */
  public record Point(double azimuth_deg, double elevation_deg) {
    public Point {
      if (!(azimuth_deg >= 0 && azimuth_deg < 360)) {
        throw new IllegalArgumentException(
            "mask: azimuth_deg is " + azimuth_deg + ", allowed 0 to below 360");
      }
      if (!(elevation_deg >= 0 && elevation_deg <= 89)) {
        throw new IllegalArgumentException(
            "mask: elevation_deg is " + elevation_deg + ", allowed 0 to 89");
      }
    }
  }

  public HorizonMask {
    points = List.copyOf(points);
    if (points.isEmpty() || points.size() > MAX_POINTS) {
      throw new IllegalArgumentException(
          "mask: " + points.size() + " points, allowed 1 to " + MAX_POINTS);
    }
    for (int i = 1; i < points.size(); i++) {
      if (points.get(i).azimuth_deg() <= points.get(i - 1).azimuth_deg()) {
        throw new IllegalArgumentException(
            "mask: azimuth_deg must ascend, but "
                + points.get(i).azimuth_deg()
                + " follows "
                + points.get(i - 1).azimuth_deg());
      }
    }
  }

  /** The same elevation all around. */
  public static HorizonMask level(double elevation_deg) {
    return new HorizonMask(List.of(new Point(0, elevation_deg)));
  }

  /** Lowest point of the mask, degrees. */
  public double lowest_deg() {
    double lowest = 90;
    for (Point point : points) {
      lowest = Math.min(lowest, point.elevation_deg());
    }
    return lowest;
  }

  /** Mask at an azimuth in degrees, any multiple of the circle; degrees. */
  public double at_deg(double azimuth_deg) {
    double azimuth = azimuth_deg - 360 * FastMath.floor(azimuth_deg / 360);
    int next = 0;
    while (next < points.size() && points.get(next).azimuth_deg() <= azimuth) {
      next++;
    }
    Point before = points.get(next == 0 ? points.size() - 1 : next - 1);
    Point after = points.get(next == points.size() ? 0 : next);
    double from = next == 0 ? before.azimuth_deg() - 360 : before.azimuth_deg();
    double to = next == points.size() ? after.azimuth_deg() + 360 : after.azimuth_deg();
    double share = (azimuth - from) / (to - from);
    return before.elevation_deg() + share * (after.elevation_deg() - before.elevation_deg());
  }
}
