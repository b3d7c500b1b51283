package org.holdpoint.flight.guidance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.holdpoint.motion.ClohessyWiltshire;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Transition;
import org.holdpoint.motion.TwoImpulse;
import org.holdpoint.motion.Vec3;
import org.jspecify.annotations.Nullable;

/**
 * Chooses among transfers: the cheapest that keeps the speed rule and is comfortably safe, else the
 * safest. Safe means: with the start burn given in part, in full, the stop burn missed, given in
 * part, or in full, the chaser stays outside keep-out without another pulse.
 */
final class TransferSearch {
  /** A transfer that stays this far away at 3 sigma is safe enough to be chosen by its price. */
  static final double COMFORTABLE_M = 60;

  /** Dearer transfers are not looked at. */
  static final double MAX_DELTA_V_M_S = 2.0;

  /**
   * Less than this of a burn from a hold, and all but this of one to a hold, count as the hold. Of
   * a burn that ends a drift less than this counts as the drift, which may be what it flies from.
   */
  private static final double SMALL_PART = 0.2;

  /** Less than this of a burn from natural motion counts as that motion, in flight as well. */
  static final double LEAST_PART = 0.1;

  /**
   * The speed rule: 0.1 m/s at the target and twice the mean motion for each metre more, inside a
   * kilometre. A plan keeps a tenth below it, for what burns take and give.
   */
  private static final double SPEED_AT_TARGET_M_S = 0.1;

  private static final double SPEED_RANGE_M = 1000;
  private static final double SPEED_SHARE = 0.9;
  private static final int SPEED_SAMPLES = 16;

  /** What a better sight may cost, as a multiple of the cheapest. */
  private static final double SIGHT_PRICE = 1.1;

  /** A sight is as good as the best when it shows this part of it. */
  private static final double ENOUGH = 0.9;

  /** Departures that are tried in an orbit: every 6 minutes. */
  private static final int WAITS = 16;

  /** To the moment between two of them, within 6 s. */
  private static final int HALVINGS = 6;

  /**
   * A transfer.
   *
   * @param smallestRange_m over all missed and partial burns
   * @param slow whether it keeps the speed rule
   */
  record Choice(TransferPlan plan, double smallestRange_m, boolean slow) {
    boolean comfortable() {
      return slow && smallestRange_m >= COMFORTABLE_M;
    }
  }

  private final double n;
  private final double[] covariance;
  private final double endOrbits;
  private final double[] phi = new double[36];
  private final List<Candidate> candidates = new ArrayList<>();

  private record Candidate(RelativeState departure, TransferPlan plan, boolean slow) {}

  /**
   * @param covariance of the state now, 36 entries by rows; navigation is taken to be no worse at
   *     the stop burn
   */
  TransferSearch(double meanMotion_rad_s, double[] covariance) {
    this(meanMotion_rad_s, covariance, PassiveSafety.ORBITS);
  }

  /**
   * @param endOrbits orbits without thrust after the stop burn that must stay outside keep-out,
   *     when it does not end at rest
   */
  TransferSearch(double meanMotion_rad_s, double[] covariance, double endOrbits) {
    this.n = meanMotion_rad_s;
    this.covariance = covariance;
    this.endOrbits = endOrbits;
  }

  /** Adds a transfer to the choice, if it can be flown with two burns. */
  void add(RelativeState now, double wait_s, double coast_s, RelativeState end) {
    RelativeState departure = wait_s == 0 ? now : ClohessyWiltshire.propagate(now, n, wait_s);
    ClohessyWiltshire.transition(n, coast_s, phi);
    Optional<TwoImpulse> impulses =
        Transition.twoImpulse(phi, departure, end, Math.min(coast_s, 1 / n));
    if (impulses.isPresent() && impulses.get().total_m_s() <= MAX_DELTA_V_M_S) {
      candidates.add(
          new Candidate(
              departure,
              new TransferPlan(
                  wait_s,
                  coast_s,
                  impulses.get().departure_L_m_s(),
                  impulses.get().arrival_L_m_s(),
                  end,
                  null),
              slow(departure.plusDeltaV(impulses.get().departure_L_m_s()), coast_s)));
    }
  }

  private boolean slow(RelativeState start, double coast_s) {
    for (int k = 0; k <= SPEED_SAMPLES; k++) {
      RelativeState at = ClohessyWiltshire.propagate(start, n, coast_s * k / SPEED_SAMPLES);
      double range_m = at.range_m();
      double limit_m_s = SPEED_AT_TARGET_M_S + 2 * n * range_m;
      if (range_m < SPEED_RANGE_M && at.v_CT_L_m_s().norm() > SPEED_SHARE * limit_m_s) {
        return false;
      }
    }
    return true;
  }

  /** The choice, among slow transfers if one of them is safe; null when there are none. */
  @Nullable Choice choose() {
    candidates.sort(Comparator.comparingDouble(candidate -> candidate.plan().deltaV_m_s()));
    Choice slow = choose(true);
    if (slow != null && slow.smallestRange_m() >= PassiveSafety.KEEP_OUT_M) {
      return slow;
    }
    Choice fast = choose(false);
    boolean safer =
        fast != null && (slow == null || fast.smallestRange_m() > slow.smallestRange_m());
    return safer ? fast : slow;
  }

  /**
   * The choice for the sake of what its end shows: among comfortable transfers of nearly the least
   * price the first to depart that shows nearly as much as any. Waiting costs nothing at a hold.
   *
   * @param mayWait whether the departure may wait for up to an orbit, at rest
   */
  @Nullable Choice choose(SunlitSight sight, boolean mayWait) {
    Choice cheapest = choose();
    if (cheapest == null || !cheapest.comfortable()) {
      return cheapest;
    }
    List<Choice> able = comfortable(SIGHT_PRICE * cheapest.plan().deltaV_m_s());
    int waits = mayWait ? WAITS : 1;
    double[][] shown = new double[waits][able.size()];
    double most = 0;
    for (int k = 0; k < waits; k++) {
      for (int i = 0; i < able.size(); i++) {
        shown[k][i] = shown(sight, able.get(i).plan(), k * wait_s());
        most = Math.max(most, shown[k][i]);
      }
    }
    for (int k = 0; k < waits; k++) {
      for (int i = 0; i < able.size(); i++) {
        if (shown[k][i] >= ENOUGH * most) {
          Choice chosen = able.get(i);
          double departs_s = k == 0 ? 0 : first_s(sight, chosen.plan(), k, ENOUGH * most);
          return new Choice(chosen.plan().departingIn(departs_s), chosen.smallestRange_m(), true);
        }
      }
    }
    return cheapest;
  }

  /** When a plan first shows enough, between the wait that does and the one before it. */
  private double first_s(SunlitSight sight, TransferPlan plan, int wait, double enough) {
    double early_s = (wait - 1) * wait_s();
    double late_s = wait * wait_s();
    for (int i = 0; i < HALVINGS; i++) {
      double between_s = (early_s + late_s) / 2;
      if (shown(sight, plan, between_s) >= enough) {
        late_s = between_s;
      } else {
        early_s = between_s;
      }
    }
    return late_s;
  }

  private static double shown(SunlitSight sight, TransferPlan plan, double departs_s) {
    return sight.over(plan.end(), departs_s + plan.coast_s());
  }

  private double wait_s() {
    return 2 * Math.PI / (n * WAITS);
  }

  /** Cheapest first; to be called when the candidates have been sorted. */
  private List<Choice> comfortable(double most_m_s) {
    List<Choice> able = new ArrayList<>();
    for (Candidate candidate : candidates) {
      if (candidate.plan().deltaV_m_s() > most_m_s) {
        break;
      }
      double range_m =
          candidate.slow()
              ? smallestRange_m(candidate.departure(), candidate.plan(), COMFORTABLE_M)
              : 0;
      if (range_m > COMFORTABLE_M) {
        able.add(new Choice(candidate.plan(), range_m, true));
      }
    }
    return able;
  }

  private @Nullable Choice choose(boolean slow) {
    @Nullable Choice best = null;
    for (Candidate candidate : candidates) {
      if (candidate.slow() != slow) {
        continue;
      }
      double toBeat_m = best == null ? -1 : best.smallestRange_m();
      double range_m = smallestRange_m(candidate.departure(), candidate.plan(), toBeat_m);
      if (range_m > toBeat_m) {
        best = new Choice(candidate.plan(), range_m, slow);
      }
      if (range_m >= COMFORTABLE_M) {
        return best;
      }
    }
    return best;
  }

  /** Over all missed and partial burns; any value not above {@code toBeat_m} when it is not. */
  private double smallestRange_m(RelativeState departure, TransferPlan plan, double toBeat_m) {
    Vec3 start = plan.startDeltaV_L_m_s();
    Vec3 stop = plan.stopDeltaV_L_m_s();
    RelativeState arrival = plan.end().plusDeltaV(stop.negated());
    double holds = PassiveSafety.HOLD_ORBITS;
    double drifts = PassiveSafety.ORBITS;
    double to = isRest(plan.end()) ? 1 - SMALL_PART : 1;
    double least = isRest(departure) ? SMALL_PART : LEAST_PART;
    double range_m = parts_m(departure, start, least, 1, drifts, toBeat_m);
    if (isRest(departure) && range_m > toBeat_m) {
      range_m = Math.min(range_m, parts_m(departure, start, 0, SMALL_PART, holds, toBeat_m));
    }
    if (range_m > toBeat_m) {
      range_m = Math.min(range_m, parts_m(arrival, stop, 0, to, drifts, toBeat_m));
    }
    if (range_m > toBeat_m) {
      double orbits = to < 1 ? holds : endOrbits;
      range_m = Math.min(range_m, parts_m(arrival, stop, to, 1, orbits, toBeat_m));
    }
    return range_m;
  }

  private static boolean isRest(RelativeState state) {
    return state.v_CT_L_m_s().equals(Vec3.ZERO);
  }

  private double parts_m(
      RelativeState before,
      Vec3 deltaV_L_m_s,
      double least,
      double most,
      double orbits,
      double toBeat_m) {
    return PassiveSafety.smallestRangeOfParts_m(
        before,
        deltaV_L_m_s,
        least,
        most,
        BurnExecution.after(covariance, deltaV_L_m_s.times(most)),
        n,
        orbits,
        toBeat_m);
  }
}
