package org.holdpoint.flight.guidance;

import java.util.List;
import org.holdpoint.dictionary.telemetry.Direction;
import org.holdpoint.motion.ClohessyWiltshire;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Vec3;

/**
 * What takes the place of passive safety on forced legs inside 100 m: from every point of the leg
 * an abort with any one thruster failed keeps outside the keep-out sphere at 3 sigma for a day.
 * (The monitor chooses among the same directions by its own state and has the last word.)
 */
final class ActiveAbort {
  private static final double DELTA_V_M_S = 0.5;

  /**
   * With one thruster failed 1.6 N are left on any axis: 78 s for 250 kg, and one tick to begin.
   */
  private static final double BURN_S = 80;

  /** The burn is looked at as so many impulses, each in the middle of its part. */
  private static final int PARTS = 4;

  /** Points of a leg that are looked at. */
  private static final int POINTS = 5;

  private static final List<Direction> DIRECTIONS =
      List.of(
          Direction.PLUS_Y,
          Direction.MINUS_Y,
          Direction.PLUS_X,
          Direction.MINUS_X,
          Direction.PLUS_Z,
          Direction.MINUS_Z);

  private ActiveAbort() {}

  /**
   * Smallest 3-sigma range after the best abort from the worst point of a forced leg, metres.
   *
   * @param leg where it begins, and ends
   * @param covariance 36 entries by rows
   */
  static double smallestRange_m(LineMotion leg, double[] covariance, double n) {
    double worst = Double.MAX_VALUE;
    Vec3 way = leg.end_L_m().minus(leg.r_L_m());
    for (int i = 0; i < POINTS; i++) {
      Vec3 r = leg.r_L_m().plus(way.times((double) i / (POINTS - 1)));
      double speed = new LineMotion(r, 0, leg.end_L_m()).forcedLimit_m_s();
      RelativeState at = new LineMotion(r, speed, leg.end_L_m()).state();
      worst = Math.min(worst, bestAbort_m(at, covariance, n));
    }
    return worst;
  }

  private static double bestAbort_m(RelativeState at, double[] covariance, double n) {
    double best = 0;
    for (Direction direction : DIRECTIONS) {
      best = Math.max(best, abort_m(at, covariance, n, EscapeChoice.axis(direction), best));
      if (best >= PassiveSafety.KEEP_OUT_M) {
        return best;
      }
    }
    return best;
  }

  private static double abort_m(
      RelativeState from, double[] covariance, double n, Vec3 direction_L, double toBeat_m) {
    double part_s = BURN_S / PARTS;
    Vec3 part_m_s = direction_L.times(DELTA_V_M_S / PARTS);
    double sigma_m = Math.sqrt(covariance[0] + covariance[7] + covariance[14]);
    RelativeState at = from;
    double smallest = Double.MAX_VALUE;
    for (int i = 0; i < PARTS; i++) {
      at = ClohessyWiltshire.propagate(at, n, part_s / 2).plusDeltaV(part_m_s);
      smallest = Math.min(smallest, at.range_m() - 3 * sigma_m);
      at = ClohessyWiltshire.propagate(at, n, part_s / 2);
    }
    double[] after = BurnExecution.after(covariance, direction_L.times(DELTA_V_M_S));
    double orbits = PassiveSafety.LONGEST_S * n / (2 * Math.PI);
    return Math.min(smallest, PassiveSafety.smallestRange_m(at, after, n, orbits, toBeat_m));
  }
}
