package org.holdpoint.flight.guidance;

import java.util.List;
import org.holdpoint.dictionary.telemetry.Direction;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Vec3;

/**
 * Where to escape to: the burn along one axis of L, or none, after which thrust off stays farthest
 * from the target for a day at 3 sigma.
 *
 * @param direction NONE for drifting on without a burn
 * @param smallest_m smallest 3-sigma range over a day after it
 */
record EscapeChoice(Direction direction, double smallest_m) {
  /**
   * Delta-v of an escape: more than any retreat inside 1 km needs, so that it leaves for good, and
   * less than the abort's 0.5 m/s, so that 25 s of thrust are enough and the way back is cheap.
   */
  static final double DELTA_V_M_S = 0.3;

  /** Nothing first: a drift that is as safe as any burn costs nothing and blows on nobody. */
  static final List<Direction> CANDIDATES =
      List.of(
          Direction.NONE,
          Direction.PLUS_Y,
          Direction.MINUS_Y,
          Direction.PLUS_X,
          Direction.MINUS_X,
          Direction.PLUS_Z,
          Direction.MINUS_Z);

  /** Inside this range a burn within {@link #PLUME_COSINE} of straight away blows on the target. */
  static final double PLUME_RANGE_M = 100;

  /** 45 deg: what leaves a 1 N thruster further off its axis is thin. */
  private static final double PLUME_COSINE = Math.sqrt(0.5);

  /** A later candidate must be better by this to be taken. */
  private static final double BETTER_M = 1;

  /**
   * The safest of all; one that blows on the target only when no other keeps outside.
   *
   * @param covariance 36 entries by rows, of (r_CT_L_m, v_CT_L_m_s)
   */
  static EscapeChoice of(RelativeState now, double[] covariance, double meanMotion_rad_s) {
    EscapeChoice clean = best(now, covariance, meanMotion_rad_s, false);
    if (clean.smallest_m() >= PassiveSafety.KEEP_OUT_M) {
      return clean;
    }
    EscapeChoice plume = best(now, covariance, meanMotion_rad_s, true);
    return plume.smallest_m() > clean.smallest_m() ? plume : clean;
  }

  private static EscapeChoice best(
      RelativeState now, double[] covariance, double meanMotion_rad_s, boolean onTarget) {
    double orbits = PassiveSafety.LONGEST_S * meanMotion_rad_s / (2 * Math.PI);
    EscapeChoice best = new EscapeChoice(Direction.NONE, -BETTER_M);
    for (Direction direction : CANDIDATES) {
      if (blowsOnTarget(direction, now.r_CT_L_m()) != onTarget) {
        continue;
      }
      Vec3 deltaV_L_m_s = deltaV_L_m_s(direction);
      double smallest_m =
          PassiveSafety.smallestRange_m(
              now.plusDeltaV(deltaV_L_m_s),
              BurnExecution.after(covariance, deltaV_L_m_s),
              meanMotion_rad_s,
              orbits,
              best.smallest_m() + BETTER_M);
      if (smallest_m >= best.smallest_m() + BETTER_M) {
        best = new EscapeChoice(direction, smallest_m);
      }
    }
    return best;
  }

  /** Whether the exhaust of a burn in this direction goes to the target. */
  static boolean blowsOnTarget(Direction direction, Vec3 r_CT_L_m) {
    double range_m = r_CT_L_m.norm();
    return range_m < PLUME_RANGE_M && axis(direction).dot(r_CT_L_m) > PLUME_COSINE * range_m;
  }

  /** Without a usable state: away along V-bar on the last known side. */
  static Direction blind(Vec3 r_CT_L_m) {
    return r_CT_L_m.y() >= 0 ? Direction.PLUS_Y : Direction.MINUS_Y;
  }

  static Vec3 deltaV_L_m_s(Direction direction) {
    return axis(direction).times(DELTA_V_M_S);
  }

  static Vec3 axis(Direction direction) {
    return switch (direction) {
      case NONE -> Vec3.ZERO;
      case PLUS_X -> new Vec3(1, 0, 0);
      case MINUS_X -> new Vec3(-1, 0, 0);
      case PLUS_Y -> new Vec3(0, 1, 0);
      case MINUS_Y -> new Vec3(0, -1, 0);
      case PLUS_Z -> new Vec3(0, 0, 1);
      case MINUS_Z -> new Vec3(0, 0, -1);
    };
  }
}
