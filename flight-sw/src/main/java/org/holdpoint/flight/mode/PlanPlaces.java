package org.holdpoint.flight.mode;

import java.util.List;
import org.holdpoint.dictionary.telemetry.LegKind;
import org.holdpoint.dictionary.telemetry.PlanPacket.Leg;
import org.holdpoint.motion.Vec3;
import org.jspecify.annotations.Nullable;

/**
 * The gates of a plan and where they are. Place p, 1-based, is where leg p departs from: place 1 is
 * the hold that the plan begins in, place p + 1 the end of leg p; after the last leg there is one
 * more, with the last gate's number plus one. Place 0 is none.
 */
final class PlanPlaces {
  /** A hold point this near to a plan's is that one. */
  private static final double SAME_PLACE_M = 30;

  private PlanPlaces() {}

  /** Gate at a place; 0 at none. */
  static int gate(List<Leg> legs, int place) {
    if (place < 1 || legs.isEmpty()) {
      return 0;
    }
    return place <= legs.size()
        ? legs.get(place - 1).gate_id()
        : legs.get(legs.size() - 1).gate_id() + 1;
  }

  /** Leg that departs from a place; null when none does. */
  static @Nullable Leg departing(List<Leg> legs, int place) {
    return place < 1 || place > legs.size() ? null : legs.get(place - 1);
  }

  /**
   * Place of a hold point: the last one of those passed already, else the first one ahead, else 0.
   * (The outer hold of a mission is both its first place and its last.)
   *
   * @param start_L_m where place 1 is; null when the plan began on the ellipse
   * @param reached place that the plan was flown to
   */
  static int at(Vec3 point_L_m, List<Leg> legs, @Nullable Vec3 start_L_m, int reached) {
    for (int place = Math.min(reached, legs.size() + 1); place >= 1; place--) {
      if (isAt(point_L_m, legs, start_L_m, place)) {
        return place;
      }
    }
    for (int place = Math.max(1, reached + 1); place <= legs.size() + 1; place++) {
      if (isAt(point_L_m, legs, start_L_m, place)) {
        return place;
      }
    }
    return 0;
  }

  private static boolean isAt(Vec3 point_L_m, List<Leg> legs, @Nullable Vec3 start_L_m, int place) {
    if (place == 1) {
      return start_L_m != null && start_L_m.minus(point_L_m).norm() < SAME_PLACE_M;
    }
    Leg arriving = legs.get(place - 2);
    if (!arriving.kind().endsAtPoint() && arriving.kind() != LegKind.PHASE) {
      return false;
    }
    Vec3 end =
        new Vec3(arriving.target_L_m().x(), arriving.target_L_m().y(), arriving.target_L_m().z());
    return end.minus(point_L_m).norm() < SAME_PLACE_M;
  }
}
