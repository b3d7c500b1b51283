package org.holdpoint.flight.guidance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hipparchus.util.FastMath;

/**
 * How a drift leg is flown: a pair of tangential burns half an orbit apart into a drift orbit below
 * or above, a burn out of the plane, the drift, and a pair back to the target's semi-major axis. A
 * pair changes the semi-major axis by the sum and the eccentricity vector by the difference of its
 * burns (D'Amico 2010, ch. 2.3; Gaias and D'Amico 2015), so that the total is the least that the
 * change of semi-major axis or that of eccentricity needs.
 *
 * @param impulses in order of time
 * @param drift_da_m semi-major axis of the drift orbit, less the target's
 */
record DriftPlan(List<Impulse> impulses, double drift_da_m) {
  /** Time to turn to a burn and settle. */
  static final double LEAD_S = 900;

  /** Burns nearer to each other than this would have to share their preparation. */
  static final double APART_S = 1200;

  /** Lower than this below the target is not this mission's atmosphere. */
  private static final double DEEPEST_M = 80_000;

  /** Out-of-plane and eccentricity errors below this are left. */
  private static final double WORTH_M = 15;

  /** Revolutions of drift over a long way when the plan does not say: 30 km below for 2,000 km. */
  private static final double FAR_REVOLUTIONS = 7;

  private static final double FEWEST_REVOLUTIONS = 1.5;
  private static final double MOST_REVOLUTIONS = 12;

  /**
   * A short way is drifted no lower than this part of the separation at its end: between the last
   * two burns the chaser swings along-track by twice the drift orbit's height, on its own side.
   */
  private static final double LOWEST_PART = 0.5;

  private static final double FAR_M = 200_000;

  private static final int ITERATIONS = 30;
  private static final int EXIT_ROUNDS = 4;

  DriftPlan {
    impulses = List.copyOf(impulses);
  }

  /** What an impulse is for. */
  enum Role {
    ENTRY_FIRST,
    ENTRY_SECOND,
    PLANE,
    TRIM,
    EXIT_FIRST,
    EXIT_SECOND
  }

  /**
   * One impulse, in the chaser's own axes.
   *
   * @param at_s from the time of planning
   */
  record Impulse(Role role, double at_s, double tangential_m_s, double normal_m_s) {
    double size_m_s() {
      return FastMath.hypot(tangential_m_s, normal_m_s);
    }
  }

  double deltaV_m_s() {
    double sum = 0;
    for (Impulse impulse : impulses) {
      sum += impulse.size_m_s();
    }
    return sum;
  }

  double end_s() {
    return impulses.get(impulses.size() - 1).at_s();
  }

  Impulse of(Role role) {
    for (Impulse impulse : impulses) {
      if (impulse.role() == role) {
        return impulse;
      }
    }
    return new Impulse(role, 0, 0, 0);
  }

  /**
   * The whole leg from where the chaser is.
   *
   * @param shapeKnown the eccentricity vector is known well enough to be mended by the first pair
   */
  static DriftPlan of(AveragedElements now, DriftGoal goal, boolean shapeKnown) {
    double n = now.meanMotion_rad_s();
    double half_s = now.halfOrbit_s();
    double dex = shapeKnown ? -now.dex_m() : 0;
    double dey = shapeKnown ? goal.eccentricity_m(now) - now.dey_m() : 0;
    double de = FastMath.hypot(dex, dey);
    double exitLine = goal.begun(shapeKnown).exitLine_rad(now);
    double entryLine = de > WORTH_M ? FastMath.atan2(dey, dex) : DriftGoal.LINE_RAD;
    double first_s = now.timeToLine_s(entryLine, LEAD_S);
    double second_s = first_s + half_s;
    double atFirst = now.latitudeAfter_rad(first_s);
    double along = dex * FastMath.cos(atFirst) + dey * FastMath.sin(atFirst);
    double wanted_s = second_s + Math.max(half_s / 2, drift_s(now, goal) - second_s - half_s);
    // The drift orbit turns faster or slower than this one: its exit is found along with it.
    double exit_s = wanted_s;
    double da = 0;
    for (int i = 0; i < EXIT_ROUNDS; i++) {
      double atSecond = now.latitudeAfter_rad(second_s);
      double rate = now.latitudeRateOf_rad_s(da);
      double atWanted = atSecond + rate * (wanted_s - second_s);
      double lines = FastMath.ceil((atWanted - exitLine) / Math.PI);
      exit_s = wanted_s + (exitLine + lines * Math.PI - atWanted) / rate;
      da = driftOrbit_m(now, goal, along, first_s, exit_s);
    }
    double dv1 = n / 4 * (da - now.da_m() + along);
    double dv2 = n / 4 * (da - now.da_m() - along);
    List<Impulse> impulses = new ArrayList<>(5);
    impulses.add(new Impulse(Role.ENTRY_FIRST, first_s, dv1, 0));
    impulses.add(new Impulse(Role.ENTRY_SECOND, second_s, dv2, 0));
    impulses.add(new Impulse(Role.EXIT_FIRST, exit_s, -n / 4 * da, 0));
    impulses.add(new Impulse(Role.EXIT_SECOND, exit_s + half_s, -n / 4 * da, 0));
    double twist_m = now.nodeShear_1_s() * da * (exit_s - second_s + half_s);
    Impulse plane = plane(now, goal, first_s, second_s, twist_m);
    if (Math.abs(plane.normal_m_s()) > n * WORTH_M) {
      impulses.add(plane);
    }
    impulses.sort(Comparator.comparingDouble(Impulse::at_s));
    return new DriftPlan(impulses, da);
  }

  private static double drift_s(AveragedElements now, DriftGoal goal) {
    if (goal.duration_s() > 0) {
      return goal.duration_s();
    }
    double way_m = Math.abs(goal.along_m() - now.dl_m());
    double lowest_m = LOWEST_PART * Math.abs(goal.along_m());
    double revolutions =
        way_m > FAR_M
            ? FAR_REVOLUTIONS
            : Math.max(FEWEST_REVOLUTIONS, way_m / (3 * Math.PI * lowest_m));
    return Math.min(MOST_REVOLUTIONS, revolutions) * 2 * now.halfOrbit_s();
  }

  /**
   * @param twist_m what J2 will add to the inclination vector during the drift
   */
  private static Impulse plane(
      AveragedElements now, DriftGoal goal, double first_s, double second_s, double twist_m) {
    double dix = -now.dix_m();
    double diy = goal.inclination_m(now) - twist_m - now.diy_m();
    double at_s = now.timeToLine_s(FastMath.atan2(diy, dix), LEAD_S);
    if (Math.abs(at_s - first_s) < APART_S || Math.abs(at_s - second_s) < APART_S) {
      at_s = now.timeToLine_s(FastMath.atan2(diy, dix), second_s + APART_S);
    }
    double u = now.latitudeAfter_rad(at_s);
    double change = dix * FastMath.cos(u) + diy * FastMath.sin(u);
    return new Impulse(Role.PLANE, at_s, 0, now.meanMotion_rad_s() * change);
  }

  /** The drift orbit that ends the leg at its along-track separation, by the secant method. */
  private static double driftOrbit_m(
      AveragedElements now, DriftGoal goal, double along_m, double first_s, double exit_s) {
    double a = 0;
    double b = -1000;
    double atA = miss_m(now, goal, along_m, first_s, exit_s, a);
    for (int i = 0; i < ITERATIONS; i++) {
      double atB = miss_m(now, goal, along_m, first_s, exit_s, b);
      if (Math.abs(atB) < 0.01 || atA == atB) {
        break;
      }
      double next = b - atB * (b - a) / (atB - atA);
      a = b;
      atA = atB;
      b = next;
    }
    return b;
  }

  private static double miss_m(
      AveragedElements now,
      DriftGoal goal,
      double along_m,
      double first_s,
      double exit_s,
      double da_m) {
    double half_s = now.halfOrbit_s();
    double between_m = now.da_m() + (da_m - now.da_m() + along_m) / 2;
    return now.dl_m()
        + now.drift_m_s() * first_s
        + now.driftOf_m_s(between_m) * half_s
        + now.driftOf_m_s(da_m) * (exit_s - first_s - half_s)
        + now.driftOf_m_s(da_m / 2) * half_s
        - goal.along_m();
  }

  /**
   * Semi-major axis of drift, as of now, that ends the leg in place with the exit at its time.
   *
   * @param paired the first pair of burns is over; between its burns the eccentricity is off by
   *     half of what they change, which the exit will not have to mend
   */
  static double drift_da_m(AveragedElements now, DriftGoal goal, double exit_s, boolean paired) {
    double half_s = now.halfOrbit_s();
    double a = now.da_m();
    double b = now.da_m() + 100;
    double atA = missFrom_m(now, goal, exit_s, half_s, a, paired);
    for (int i = 0; i < ITERATIONS; i++) {
      double atB = missFrom_m(now, goal, exit_s, half_s, b, paired);
      if (Math.abs(atB) < 0.01 || atA == atB) {
        break;
      }
      double next = b - atB * (b - a) / (atB - atA);
      a = b;
      atA = atB;
      b = next;
    }
    return b;
  }

  private static double missFrom_m(
      AveragedElements now,
      DriftGoal goal,
      double exit_s,
      double half_s,
      double da_m,
      boolean paired) {
    // The first of the two burns is the larger one when the eccentricity must change along the
    // line.
    double u = now.latitudeAfter_rad(exit_s);
    double change =
        paired
            ? -now.dex_m() * FastMath.cos(u)
                + (goal.eccentricity_m(now) - now.dey_m()) * FastMath.sin(u)
            : 0;
    return now.dl_m()
        + now.driftOf_m_s(da_m) * exit_s
        + now.driftOf_m_s((da_m + change) / 2) * half_s
        - goal.along_m();
  }

  /** Whether the plan stays inside what this guidance was made for. */
  boolean reachable() {
    return Double.isFinite(drift_da_m) && Math.abs(drift_da_m) < DEEPEST_M;
  }
}
