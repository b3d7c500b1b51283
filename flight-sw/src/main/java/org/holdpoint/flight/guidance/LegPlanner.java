package org.holdpoint.flight.guidance;

import org.holdpoint.dictionary.Xyz;
import org.holdpoint.dictionary.telemetry.PlanPacket.Leg;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Vec3;
import org.jspecify.annotations.Nullable;

/**
 * Plans a leg of any kind from a state: how it would be flown, what it takes, and how near the
 * chaser could come if burns were missed. Pure: the gate criterion, the check of an uplinked plan
 * and the leg itself all ask here.
 */
public final class LegPlanner {
  /** Nearest point at which any leg may end. */
  public static final double CLOSEST_HOLD_M = 40;

  /** A V-bar leg departs no further from V-bar than this. */
  static final double VBAR_TOLERANCE_M = 40;

  /** A hold leg does not go anywhere: its point is no further away than this. */
  static final double HOLD_TOLERANCE_M = 60;

  /** Closing speed of forced motion inside 100 m. */
  static final double FORCED_SPEED_M_S = 0.08;

  /** Delta-v an orbit for keeping a hold point or the ellipse. */
  static final double KEEPING_M_S = 0.05;

  /** Transfer times that are tried, in orbits; none near half an orbit or a whole one. */
  private static final double[] TRANSFER_ORBITS = {
    0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85
  };

  /** Entry to the ellipse: short, or around the long way. */
  private static final double[] ENTRY_ORBITS = {0.2, 0.25, 0.3, 0.35, 0.4, 0.65};

  /** Departures from a moving start that are tried, in orbits. */
  private static final double[] WAIT_ORBITS = {0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875};

  private static final double[] AT_ONCE = {0};

  private static final int ENTRY_PHASES = 24;

  /** A start that moves faster than this is not a hold: another departure time may be better. */
  private static final double MOVING_M_S = 0.05;

  private LegPlanner() {}

  /**
   * @param leg what to fly
   * @param now state that it departs from
   * @param covariance of that state, 36 entries by rows
   * @param mayWait whether a departure from the ellipse may wait when none now is comfortably safe
   *     and slow
   */
  public static LegAssessment plan(
      Leg leg, RelativeState now, double[] covariance, double meanMotion_rad_s, boolean mayWait) {
    double n = meanMotion_rad_s;
    Xyz target = leg.target_L_m();
    Vec3 point = new Vec3(target.x(), target.y(), target.z());
    return switch (leg.kind()) {
      case NONE -> LegAssessment.unreachable();
      case HOLD_AT -> hold(now, point, covariance, n);
      case FORCED_VBAR -> forced(now, point, covariance, n);
      case RADIAL_HOP -> hop(leg, now, point, covariance, n);
      case TWO_IMPULSE, RETREAT -> transfer(leg, now, point, covariance, n, mayWait);
      case CIRCUMNAVIGATE -> circumnavigate(leg, now, covariance, n);
      case PHASE -> DriftLegs.onPaper(leg, now, n);
    };
  }

  private static LegAssessment hold(RelativeState now, Vec3 point, double[] covariance, double n) {
    if (now.r_CT_L_m().minus(point).norm() > HOLD_TOLERANCE_M || point.norm() < CLOSEST_HOLD_M) {
      return LegAssessment.unreachable();
    }
    double range_m =
        PassiveSafety.smallestRange_m(
            new RelativeState(point, Vec3.ZERO), covariance, n, PassiveSafety.HOLD_ORBITS, 0);
    return LegAssessment.of(null, range_m, KEEPING_M_S, PassiveSafety.KEEP_OUT_M);
  }

  /**
   * Forced legs cannot be passively safe inside 100 m; what counts there is that the abort works,
   * which the monitor judges. Here the leg's own end must be outside keep-out at 3 sigma.
   */
  private static LegAssessment forced(
      RelativeState now, Vec3 point, double[] covariance, double n) {
    if (offVbar_m(now.r_CT_L_m()) > VBAR_TOLERANCE_M
        || offVbar_m(point) > 0
        || now.r_CT_L_m().y() * point.y() <= 0) {
      return LegAssessment.unreachable();
    }
    double sigma = Math.sqrt(Math.max(covariance[0], Math.max(covariance[7], covariance[14])));
    double range_m = Math.min(point.norm(), now.range_m()) - 3 * sigma;
    double distance_m = now.r_CT_L_m().minus(point).norm();
    double deltaV = 2 * LineMotion.FAR_SPEED_M_S + 2 * n * distance_m + KEEPING_M_S;
    boolean tooNear = point.norm() < CLOSEST_HOLD_M;
    double limit_m = tooNear ? CLOSEST_HOLD_M : PassiveSafety.KEEP_OUT_M;
    return LegAssessment.of(null, range_m, deltaV, limit_m);
  }

  /** Half an orbit and no other time: only then does a missed stop burn return to the start. */
  private static LegAssessment hop(
      Leg leg, RelativeState now, Vec3 point, double[] covariance, double n) {
    double half_s = Math.PI / n;
    boolean otherTime =
        leg.duration_s() != 0 && Math.abs(leg.duration_s() - half_s) > 0.02 * half_s;
    if (otherTime || offVbar_m(now.r_CT_L_m()) > VBAR_TOLERANCE_M || offVbar_m(point) > 0) {
      return LegAssessment.unreachable();
    }
    TransferSearch search = new TransferSearch(n, covariance);
    // Cross-track cannot be moved in half an orbit: it is brought to rest there and kept later.
    Vec3 end = new Vec3(0, point.y(), -now.r_CT_L_m().z());
    search.add(now, 0, half_s, new RelativeState(end, Vec3.ZERO));
    return assess(search.choose(), point, 0);
  }

  private static LegAssessment transfer(
      Leg leg, RelativeState now, Vec3 point, double[] covariance, double n, boolean mayWait) {
    TransferSearch atOnce = transfers(leg, now, point, covariance, n, AT_ONCE);
    boolean mayHelp = mayWait && now.v_CT_L_m_s().norm() > MOVING_M_S;
    TransferSearch.Choice choice = atOnce.choose();
    if (!mayHelp || (choice != null && choice.comfortable())) {
      return assess(choice, point, 0);
    }
    return assess(transfers(leg, now, point, covariance, n, WAIT_ORBITS).choose(), point, 0);
  }

  private static TransferSearch transfers(
      Leg leg, RelativeState now, Vec3 point, double[] covariance, double n, double[] waits) {
    double orbit_s = 2 * Math.PI / n;
    RelativeState end = new RelativeState(point, Vec3.ZERO);
    TransferSearch search = new TransferSearch(n, covariance);
    for (double wait : waits) {
      if (leg.duration_s() > 0) {
        search.add(now, wait * orbit_s, leg.duration_s(), end);
      } else {
        for (double orbits : TRANSFER_ORBITS) {
          search.add(now, wait * orbit_s, orbits * orbit_s, end);
        }
      }
    }
    return search;
  }

  private static LegAssessment circumnavigate(
      Leg leg, RelativeState now, double[] covariance, double n) {
    if (!SafetyEllipse.isNatural(leg.target_L_m())) {
      return LegAssessment.unreachable();
    }
    double orbit_s = 2 * Math.PI / n;
    double radial_m = leg.target_L_m().x();
    double crossTrack_m = leg.target_L_m().z();
    TransferSearch search = new TransferSearch(n, covariance);
    for (double orbits : ENTRY_ORBITS) {
      for (int sense = 1; sense >= -1; sense -= 2) {
        SafetyEllipse ellipse = new SafetyEllipse(radial_m, sense * crossTrack_m);
        for (int i = 0; i < ENTRY_PHASES; i++) {
          double phase_rad = 2 * Math.PI * i / ENTRY_PHASES;
          search.add(now, 0, orbits * orbit_s, ellipse.at(phase_rad, n));
        }
      }
    }
    double duration_s = leg.duration_s() > 0 ? leg.duration_s() : orbit_s;
    double nearest_m = Math.min(radial_m, crossTrack_m);
    return assess(search.choose(), new Vec3(0, nearest_m, 0), KEEPING_M_S * duration_s / orbit_s);
  }

  private static LegAssessment assess(
      TransferSearch.@Nullable Choice choice, Vec3 nearest, double keeping_m_s) {
    if (choice == null) {
      return LegAssessment.unreachable();
    }
    TransferPlan plan = choice.plan();
    double range_m = nearest.norm() < CLOSEST_HOLD_M ? nearest.norm() : choice.smallestRange_m();
    double limit_m = nearest.norm() < CLOSEST_HOLD_M ? CLOSEST_HOLD_M : PassiveSafety.KEEP_OUT_M;
    return LegAssessment.of(plan, range_m, plan.deltaV_m_s() + keeping_m_s, limit_m);
  }

  private static double offVbar_m(Vec3 r_L_m) {
    return Math.sqrt(r_L_m.x() * r_L_m.x() + r_L_m.z() * r_L_m.z());
  }
}
