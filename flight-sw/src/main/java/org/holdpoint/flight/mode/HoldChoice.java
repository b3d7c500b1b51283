package org.holdpoint.flight.mode;

import java.util.List;
import org.holdpoint.dictionary.Xyz;
import org.holdpoint.dictionary.command.Refusal;
import org.holdpoint.dictionary.telemetry.LegKind;
import org.holdpoint.dictionary.telemetry.PlanPacket.Leg;
import org.holdpoint.flight.guidance.LegAssessment;
import org.holdpoint.flight.guidance.LegPlanner;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Vec3;
import org.jspecify.annotations.Nullable;

/** Where to hold, and where to go back to, when it was not planned. */
final class HoldChoice {
  /** A retreat ends no more than this nearer to the target than it begins. */
  private static final double NEARER_M = 20;

  /** A point this near to the one that is held already is no retreat. */
  private static final double SAME_POINT_M = 30;

  /** Further off V-bar than this, keeping a point would cost more than going to V-bar. */
  private static final double NEAR_VBAR_M = 25;

  /** Faster than this it is not stopped on the spot but with a transfer. */
  private static final double SLOW_M_S = 0.12;

  /** Points on V-bar that are tried, as parts of the present along-track distance. */
  private static final double[] JOIN_PARTS = {1.0, 1.25, 1.5, 2.0};

  /** Nearest along-track distance at which V-bar is joined. */
  private static final double NEAREST_JOIN_M = 150;

  private HoldChoice() {}

  /**
   * The way to the previous hold point: of those visited, the last that is not nearer to the target
   * than the chaser, else the retreat point that was loaded. The first safe one is taken, else the
   * safest.
   *
   * @param held_L_m the point that is held now; null when none is
   * @return null when there is none
   */
  static @Nullable Leg retreat(
      RelativeState now,
      double[] covariance,
      double n,
      List<Vec3> visited,
      Vec3 loaded_L_m,
      @Nullable Vec3 held_L_m) {
    @Nullable Leg best = null;
    double best_m = -1;
    for (int i = visited.size(); i >= 0; i--) {
      Vec3 point = i == 0 ? loaded_L_m : visited.get(i - 1);
      boolean held = held_L_m != null && held_L_m.minus(point).norm() < SAME_POINT_M;
      if (held || point.norm() < now.range_m() - NEARER_M) {
        continue;
      }
      Leg leg = leg(LegKind.RETREAT, point);
      LegAssessment assessment = LegPlanner.plan(leg, now, covariance, n, false, null);
      if (assessment.transfer() == null) {
        continue;
      }
      if (assessment.refusal() == Refusal.NONE) {
        return leg;
      }
      if (assessment.smallestRange_m() > best_m) {
        best = leg;
        best_m = assessment.smallestRange_m();
      }
    }
    return best;
  }

  /** Whether the chaser can simply stop where it is. */
  static boolean canStopHere(RelativeState now) {
    Vec3 r = now.r_CT_L_m();
    double off_m = Math.sqrt(r.x() * r.x() + r.z() * r.z());
    return off_m <= NEAR_VBAR_M
        && Math.abs(r.y()) >= LegPlanner.CLOSEST_HOLD_M
        && now.v_CT_L_m_s().norm() <= SLOW_M_S;
  }

  /** The point of V-bar beside the chaser. */
  static Vec3 beside(RelativeState now) {
    return new Vec3(0, now.r_CT_L_m().y(), 0);
  }

  /** A transfer to V-bar at or beyond the present distance; null when none is safe. */
  static @Nullable Leg joinVbar(RelativeState now, double[] covariance, double n) {
    double y = now.r_CT_L_m().y();
    double distance_m = Math.max(NEAREST_JOIN_M, Math.max(Math.abs(y), now.range_m() / 2));
    for (double part : JOIN_PARTS) {
      Leg leg = leg(LegKind.TWO_IMPULSE, new Vec3(0, Math.copySign(part * distance_m, y), 0));
      if (LegPlanner.plan(leg, now, covariance, n, false, null).refusal() == Refusal.NONE) {
        return leg;
      }
    }
    return null;
  }

  static Leg leg(LegKind kind, Vec3 target_L_m) {
    return new Leg(kind, 0, new Xyz(target_L_m.x(), target_L_m.y(), target_L_m.z()), 0);
  }
}
