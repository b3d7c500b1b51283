package org.holdpoint.yamcs.picture;

import java.util.ArrayList;
import java.util.List;
import org.holdpoint.motion.Vec3;
import org.holdpoint.yamcs.api.messages.TrackPoint;

/**
 * Where the chaser has been, by telemetry. At most {@value #MOST_POINTS} points: when full, every
 * second one goes, and viewers start anew (a new edition).
 */
final class FlownTrack {
  static final int MOST_POINTS = 3000;

  private static final double LONGEST_GAP_S = 20;
  private static final double SMALLEST_MOVE_M = 0.3;
  private static final double SMALLEST_MOVE_OF_RANGE = 0.004;

  private List<TrackPoint> points = new ArrayList<>();
  private int edition = 1;

  /** Which points a viewer has seen. */
  record Seen(int edition, int count) {
    static final Seen NOTHING = new Seen(0, 0);
  }

  /** Takes the position at a mission time; keeps it when it is news. */
  void add(double t_s, Vec3 r_m) {
    if (!points.isEmpty()) {
      TrackPoint last = points.get(points.size() - 1);
      double gap_s = t_s - last.getTS();
      if (gap_s <= 0) {
        return;
      }
      double moved_m = r_m.minus(new Vec3(last.getXM(), last.getYM(), last.getZM())).norm();
      double enough_m = Math.max(SMALLEST_MOVE_M, SMALLEST_MOVE_OF_RANGE * r_m.norm());
      if (moved_m < enough_m && gap_s < LONGEST_GAP_S) {
        return;
      }
    }
    if (points.size() >= MOST_POINTS) {
      List<TrackPoint> thinner = new ArrayList<>();
      for (int i = 0; i < points.size(); i += 2) {
        thinner.add(points.get(i));
      }
      points = thinner;
      edition++;
    }
    points.add(
        TrackPoint.newBuilder().setTS(t_s).setXM(r_m.x()).setYM(r_m.y()).setZM(r_m.z()).build());
  }

  /** True when a viewer must forget what it drew. */
  boolean outdated(Seen seen) {
    return seen.edition() != edition;
  }

  /** What a viewer has not seen. */
  List<TrackPoint> since(Seen seen) {
    int from = outdated(seen) ? 0 : Math.min(seen.count(), points.size());
    return List.copyOf(points.subList(from, points.size()));
  }

  /** A viewer that got {@link #since} has seen this. */
  Seen all() {
    return new Seen(edition, points.size());
  }
}
