package org.holdpoint.flight.guidance;

import org.hipparchus.util.FastMath;
import org.holdpoint.dictionary.telemetry.PlanPacket.Leg;
import org.holdpoint.flight.guidance.DriftSafety.Doubt;
import org.holdpoint.flight.navigation.NavigationSolution;
import org.holdpoint.flight.navigation.OrbitModel;
import org.holdpoint.motion.RelativeState;

/** Judges drift legs before they are flown: in flight from both orbits, on paper from a place. */
public final class DriftLegs {
  /** Nearest end of a drift leg: an error along-track must not matter. */
  private static final double NEAREST_END_M = 1500;

  /** Smallest amplitude of either vector: twice the keep-out radius. */
  private static final double SMALLEST_SEPARATION_M = 60;

  /** Beyond this the covariance at hand says nothing of the place where the leg ends. */
  private static final double FAR_M = 10_000;

  /** What navigation will know where the leg ends: 3 sigma. Each exit burn is judged again. */
  private static final Doubt ON_PAPER = new Doubt(3000, 0.1, 60);

  private DriftLegs() {}

  /** From where the chaser is. */
  public static LegAssessment assess(Leg leg, NavigationSolution navigation) {
    return assess(
        DriftGoal.of(leg),
        DriftFlight.elements(navigation),
        doubt(navigation),
        DriftFlight.shapeKnown(navigation));
  }

  /** On paper: from a place near which the chaser waits. */
  static LegAssessment onPaper(Leg leg, RelativeState from, double meanMotion_rad_s) {
    double n = meanMotion_rad_s;
    AveragedElements start =
        new AveragedElements(
            0,
            from.r_CT_L_m().y(),
            0,
            0,
            0,
            0,
            0,
            FastMath.cbrt(OrbitModel.MU_M3_S2 / (n * n)),
            n,
            0,
            0,
            n);
    // Before the first burn there is nothing to judge: a hold is no place to drift from for a day.
    DriftGoal goal = DriftGoal.of(leg);
    if (mistaken(goal)) {
      return LegAssessment.unreachable();
    }
    DriftPlan plan = DriftPlan.of(start, goal, true);
    return plan.reachable()
        ? LegAssessment.of(null, goal.cross_m(), plan.deltaV_m_s(), PassiveSafety.KEEP_OUT_M)
        : LegAssessment.unreachable();
  }

  private static LegAssessment assess(
      DriftGoal goal, AveragedElements now, Doubt doubt, boolean shapeKnown) {
    if (mistaken(goal)) {
      return LegAssessment.unreachable();
    }
    DriftPlan plan = DriftPlan.of(now, goal, shapeKnown);
    if (!plan.reachable()) {
      return LegAssessment.unreachable();
    }
    double range_m = DriftSafety.smallest_m(now, plan.impulses(), doubt);
    return LegAssessment.of(null, range_m, plan.deltaV_m_s(), PassiveSafety.KEEP_OUT_M);
  }

  private static boolean mistaken(DriftGoal goal) {
    return Math.abs(goal.along_m()) < NEAREST_END_M
        || goal.radial_m() < SMALLEST_SEPARATION_M
        || goal.cross_m() < SMALLEST_SEPARATION_M;
  }

  /** 3 sigma of what matters to a drift, by navigation's covariance. */
  static Doubt doubt(NavigationSolution navigation) {
    if (navigation.range_m() > FAR_M) {
      return ON_PAPER;
    }
    double n = navigation.meanMotion_rad_s();
    var p = navigation.covariance();
    // The drift is -1.5 n a da with a da = 4 x + 2 y' / n.
    double variance = 16 * p.at(0, 0) + 16 / n * p.at(0, 4) + 4 / (n * n) * p.at(4, 4);
    return new Doubt(
        3 * Math.sqrt(p.at(1, 1)),
        4.5 * n * Math.sqrt(Math.max(0, variance)),
        3 * Math.sqrt(Math.max(p.at(0, 0), p.at(2, 2))));
  }
}
