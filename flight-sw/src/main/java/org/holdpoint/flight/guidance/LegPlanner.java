package org.holdpoint.flight.guidance;

import org.holdpoint.dictionary.Xyz;
import org.holdpoint.dictionary.telemetry.LegKind;
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

  /** Entry to a parking place, which may be some kilometres away. */
  private static final double[] PARKING_ORBITS = {0.2, 0.3, 0.4, 0.65, 0.8, 1.3, 1.7, 2.3};

  private static final int ENTRY_PHASES = 24;

  /** Semi-axes, radial and cross-track, of the ellipse that a multi-impulse transfer drifts on. */
  private static final double[] SEPARATIONS_M = {100, 150, 200};

  private static final double[] NO_SEPARATION = {0};

  /** Times of the last arc of a drift, and when it may begin: earlier or later than foreseen. */
  private static final double[] EXIT_ORBITS = {0.25, 0.3, 0.4};

  private static final double[] EXIT_WAIT_ORBITS = {0, -0.125, 0.125, -0.25, 0.25, 0.375, 0.5};

  /** A departure drifts at least this far. */
  private static final double DEPARTED_M = 10_000;

  /** A start that moves faster than this is not a hold: another departure time may be better. */
  private static final double MOVING_M_S = 0.05;

  private LegPlanner() {}

  /**
   * @param leg what to fly
   * @param now state that it departs from
   * @param covariance of that state, 36 entries by rows
   * @param mayWait whether a departure from the ellipse may wait when none now is comfortably safe
   *     and slow, and an entry from a hold for the light
   * @param sight that entries to an ellipse about the target are chosen for; null when the hour is
   *     not known, as on paper: the cheapest
   */
  public static LegAssessment plan(
      Leg leg,
      RelativeState now,
      double[] covariance,
      double meanMotion_rad_s,
      boolean mayWait,
      @Nullable SunlitSight sight) {
    double n = meanMotion_rad_s;
    Xyz target = leg.target_L_m();
    Vec3 point = new Vec3(target.x(), target.y(), target.z());
    return switch (leg.kind()) {
      case NONE -> LegAssessment.unreachable();
      case HOLD_AT -> hold(now, point, covariance, n);
      case FORCED_VBAR -> forced(now, point, covariance, n);
      case RADIAL_HOP -> hop(leg, now, point, covariance, n);
      case TWO_IMPULSE, RETREAT -> transfer(leg, now, point, covariance, n, mayWait);
      case MULTI_IMPULSE, COELLIPTIC -> drift(leg, now, point, covariance, n);
      case CIRCUMNAVIGATE -> circumnavigate(leg, now, covariance, n, mayWait, sight);
      case WALKING_ELLIPSE, PARKING_ELLIPSE, DEPART -> away(leg, now, covariance, n, mayWait);
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
   * Forced legs cannot be passively safe inside 100 m; what counts there is that the abort works
   * from every point of it, and that its own end is outside keep-out at 3 sigma.
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
    range_m =
        Math.min(
            range_m,
            ActiveAbort.smallestRange_m(LineMotion.from(now.r_CT_L_m(), point), covariance, n));
    double distance_m = now.r_CT_L_m().minus(point).norm();
    double deltaV = 2 * LineMotion.FAR_SPEED_M_S + 2 * n * distance_m + KEEPING_M_S;
    boolean tooNear = point.norm() < CLOSEST_HOLD_M;
    double limit_m = tooNear ? CLOSEST_HOLD_M : PassiveSafety.KEEP_OUT_M;
    return LegAssessment.of(null, range_m, deltaV, limit_m);
  }

  /** How long a forced leg takes, about; 0 for other kinds. */
  public static double forcedTime_s(Leg leg, Vec3 r_CT_L_m) {
    Xyz target = leg.target_L_m();
    return leg.kind() == LegKind.FORCED_VBAR
        ? LineMotion.from(r_CT_L_m, new Vec3(target.x(), target.y(), target.z())).timeLeft_s()
        : 0;
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
      Leg leg,
      RelativeState now,
      double[] covariance,
      double n,
      boolean mayWait,
      @Nullable SunlitSight sight) {
    if (!SafetyEllipse.isNatural(leg.target_L_m())) {
      return LegAssessment.unreachable();
    }
    SafetyEllipse ellipse = new SafetyEllipse(leg.target_L_m().x(), leg.target_L_m().z());
    TransferSearch search = new TransferSearch(n, covariance);
    enter(search, ellipse, now, 0, n, ENTRY_ORBITS);
    boolean atRest = now.v_CT_L_m_s().equals(Vec3.ZERO);
    TransferSearch.Choice choice =
        sight == null ? search.choose() : search.choose(sight, mayWait && atRest);
    return assess(choice, nearest(ellipse), keeping_m_s(timeOnEllipse_s(leg, 0, n), n));
  }

  /** To an ellipse that need not be about the target, or drifts. */
  private static LegAssessment away(
      Leg leg, RelativeState now, double[] covariance, double n, boolean mayWait) {
    Xyz target = leg.target_L_m();
    boolean leaves = leg.kind() == LegKind.DEPART;
    if (target.x() <= 0 || target.z() == 0 || (leaves && Math.abs(target.y()) < DEPARTED_M)) {
      return LegAssessment.unreachable();
    }
    boolean parks = leg.kind() == LegKind.PARKING_ELLIPSE;
    double from_m = SafetyEllipse.centre_m(now, n);
    double rate_m_s = parks ? 0 : (target.y() - from_m) / time_s(leg, n);
    SafetyEllipse ellipse =
        new SafetyEllipse(target.x(), target.z(), parks ? target.y() : from_m, rate_m_s);
    double endOrbits =
        leg.kind() == LegKind.WALKING_ELLIPSE
            ? PassiveSafety.ORBITS + time_s(leg, n) * n / (2 * Math.PI)
            : PassiveSafety.LONGEST_S * n / (2 * Math.PI);
    TransferSearch search = new TransferSearch(n, covariance, endOrbits);
    enter(search, ellipse, now, 0, n, parks ? PARKING_ORBITS : ENTRY_ORBITS);
    TransferSearch.Choice choice = search.choose();
    boolean comfortable = choice != null && choice.comfortable();
    if (leaves && mayWait && !comfortable && now.v_CT_L_m_s().norm() > MOVING_M_S) {
      for (double wait : WAIT_ORBITS) {
        enter(search, ellipse, now, wait, n, ENTRY_ORBITS);
      }
      choice = search.choose();
    }
    double keeping_m_s = leaves ? 0 : keeping_m_s(timeOnEllipse_s(leg, 0, n), n);
    return assess(choice, nearest(ellipse), keeping_m_s);
  }

  /** Every entry to an ellipse; its centre is where it says now, and drifts during the entry. */
  private static void enter(
      TransferSearch search,
      SafetyEllipse ellipse,
      RelativeState now,
      double waitOrbits,
      double n,
      double[] entryOrbits) {
    double wait_s = waitOrbits * 2 * Math.PI / n;
    for (double orbits : entryOrbits) {
      double coast_s = orbits * 2 * Math.PI / n;
      SafetyEllipse then =
          new SafetyEllipse(
              ellipse.radial_m(),
              ellipse.crossTrack_m(),
              ellipse.centre_m() + ellipse.rate_m_s() * coast_s,
              ellipse.rate_m_s());
      for (int i = 0; i < ENTRY_PHASES; i++) {
        search.add(now, wait_s, coast_s, then.at(2 * Math.PI * i / ENTRY_PHASES, n));
      }
    }
  }

  private static Vec3 nearest(SafetyEllipse ellipse) {
    return new Vec3(0, Math.min(ellipse.radial_m(), Math.abs(ellipse.crossTrack_m())), 0);
  }

  /**
   * Four impulses: onto a drifting ellipse, and off it to the point. With e and i vectors parallel
   * no part of any burn can bring the chaser to the target, even when the point lies beyond it; a
   * coelliptic drift has neither vector and may only go where nobody is.
   */
  private static LegAssessment drift(
      Leg leg, RelativeState now, Vec3 point, double[] covariance, double n) {
    if (offVbar_m(point) > 0) {
      return LegAssessment.unreachable();
    }
    LegAssessment best = LegAssessment.unreachable();
    for (double separation_m : leg.kind() == LegKind.COELLIPTIC ? NO_SEPARATION : SEPARATIONS_M) {
      LegAssessment found = drift(leg, now, point, covariance, n, separation_m);
      boolean first = best.transfer() == null;
      if (first || found.smallestRange_m() > best.smallestRange_m()) {
        best = found;
      }
      if (best.smallestRange_m() >= TransferSearch.COMFORTABLE_M) {
        break;
      }
    }
    return best;
  }

  private static LegAssessment drift(
      Leg leg, RelativeState now, Vec3 point, double[] covariance, double n, double separation_m) {
    double time_s = time_s(leg, n);
    double orbit_s = 2 * Math.PI / n;
    double from_m = SafetyEllipse.centre_m(now, n);
    SafetyEllipse ellipse =
        new SafetyEllipse(separation_m, separation_m, from_m, (point.y() - from_m) / time_s);
    TransferSearch entry =
        new TransferSearch(n, covariance, PassiveSafety.ORBITS + time_s / orbit_s);
    enter(entry, ellipse, now, 0, n, ENTRY_ORBITS);
    TransferSearch.Choice on = entry.choose();
    if (on == null) {
      return LegAssessment.unreachable();
    }
    TransferSearch exit = new TransferSearch(n, covariance);
    for (double orbits : EXIT_ORBITS) {
      double left_s = time_s - on.plan().coast_s() - orbits * orbit_s;
      for (double wait : EXIT_WAIT_ORBITS) {
        double wait_s = left_s + wait * orbit_s;
        if (wait_s > 0) {
          exit.add(on.plan().end(), wait_s, orbits * orbit_s, new RelativeState(point, Vec3.ZERO));
        }
      }
    }
    TransferSearch.Choice off = exit.choose();
    if (off == null) {
      return LegAssessment.unreachable();
    }
    TransferPlan plan = on.plan().followedBy(off.plan());
    boolean tooNear = point.norm() < CLOSEST_HOLD_M;
    double range_m = tooNear ? point.norm() : Math.min(on.smallestRange_m(), off.smallestRange_m());
    double limit_m = tooNear ? CLOSEST_HOLD_M : PassiveSafety.KEEP_OUT_M;
    return LegAssessment.of(plan, range_m, plan.deltaV_m_s(), limit_m);
  }

  /** Time of a leg that drifts; an orbit of waiting when nobody says how long. */
  private static double time_s(Leg leg, double n) {
    double orbits =
        switch (leg.kind()) {
          case DEPART -> 4;
          case MULTI_IMPULSE, COELLIPTIC, WALKING_ELLIPSE -> 2;
          default -> 1;
        };
    return leg.duration_s() > 0 ? leg.duration_s() : orbits * 2 * Math.PI / n;
  }

  /**
   * How long a leg flies its ellipse; what drifts to a place has the entry's time taken off.
   *
   * @param entry_s from the leg's begin to the ellipse
   */
  public static double timeOnEllipse_s(Leg leg, double entry_s, double meanMotion_rad_s) {
    boolean drifts = leg.kind() == LegKind.WALKING_ELLIPSE || leg.kind() == LegKind.DEPART;
    return Math.max(0, time_s(leg, meanMotion_rad_s) - (drifts ? entry_s : 0));
  }

  private static double keeping_m_s(double time_s, double n) {
    return KEEPING_M_S * time_s * n / (2 * Math.PI);
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
