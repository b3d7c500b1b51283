package org.holdpoint.flight;

import java.util.List;
import org.hipparchus.util.FastMath;
import org.holdpoint.motion.Vec3;

/**
 * Which 1 N thrusters would blow at the target. Inside a cone about a plume's axis the push on the
 * target exceeds a millinewton; the nearer, the wider the cone. Momentum flux falls with range
 * squared and as the cosine to the tenth (src/docs/limits.md), on a hull of 8 m2: 36 deg at 40 m,
 * 15 deg at 100 m, nothing from 118 m on.
 *
 * @param rows nearest first
 */
public record PlumeCones(List<Row> rows) {

  /**
   * One row.
   *
   * @param within_m it holds up to this range
   * @param halfAngle_deg of the cone
   */
  public record Row(double within_m, double halfAngle_deg) {}

  /** For control, with room for an attitude error and the thrusters' own. */
  public static final PlumeCones CONTROL =
      new PlumeCones(List.of(new Row(60, 45), new Row(90, 32), new Row(130, 22)));

  /** For the abort and for run-time assurance: leaving goes first, so it is narrower. */
  public static final PlumeCones ABORT =
      new PlumeCones(List.of(new Row(60, 36), new Row(90, 25), new Row(120, 15)));

  public PlumeCones {
    rows = List.copyOf(rows);
  }

  /**
   * Bit i: the target is in the plume of 1 N thruster i.
   *
   * @param target_B_m from chaser to target, body frame
   */
  public int hitting(Vec3 target_B_m) {
    double range_m = target_B_m.norm();
    double halfAngle_deg = halfAngle_deg(range_m);
    if (halfAngle_deg == 0 || range_m == 0) {
      return 0;
    }
    double cosine = FastMath.cos(FastMath.toRadians(halfAngle_deg));
    int mask = 0;
    for (int i = 0; i < ThrusterGeometry.SMALL_THRUSTERS; i++) {
      // The gas leaves against the force.
      double along = -ThrusterGeometry.THRUSTERS.get(i).direction_B().dot(target_B_m) / range_m;
      mask |= along > cosine ? 1 << i : 0;
    }
    return mask;
  }

  private double halfAngle_deg(double range_m) {
    for (int i = 0; i < rows.size(); i++) {
      if (range_m <= rows.get(i).within_m()) {
        return rows.get(i).halfAngle_deg();
      }
    }
    return 0;
  }
}
