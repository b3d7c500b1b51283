package org.holdpoint.flight.guidance;

import java.util.List;
import org.hipparchus.util.FastMath;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.NextEvent;
import org.holdpoint.dictionary.telemetry.Validity;
import org.holdpoint.flight.LargeThrusters;
import org.holdpoint.flight.guidance.DriftPlan.Impulse;
import org.holdpoint.flight.guidance.DriftPlan.Role;
import org.holdpoint.flight.navigation.NavigationSolution;
import org.holdpoint.motion.LocalFrame;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Vec3;
import org.jspecify.annotations.Nullable;

/**
 * A drift leg in flight. The times of its burns are kept as planned; each burn's size is worked out
 * from the navigated orbits when it begins. While it drifts, the along-track miss foreseen is
 * trimmed away as navigation gets to know it better.
 *
 * @param goal where the leg ends
 * @param ahead burns still to come, times from the start of the scenario
 * @param burning role of the burn in progress
 * @param burn in progress
 * @param nextTrim_s when a trim is considered next
 * @param settled_s when the leg is over after its last burn; 0 before it
 * @param missed a burn was not given
 */
record DriftFlight(
    DriftGoal goal,
    List<Impulse> ahead,
    Role burning,
    @Nullable Burn burn,
    double nextTrim_s,
    double settled_s,
    boolean missed) {

  /** Let navigation settle after the last burn. */
  private static final double SETTLE_S = 300;

  /** Trims below this are not worth the thrusters' error. */
  private static final double SMALLEST_TRIM_M_S = 0.004;

  /** A trim counts when it is this many times what navigation is uncertain of, 1 sigma. */
  private static final double TRIM_SIGMAS = 1.5;

  /** More than this part of the drift orbit means that something is wrong: it is not flown. */
  private static final double LARGEST_TRIM_PART = 0.5;

  /** No trims this close to the exit: the next burn corrects as well. */
  private static final double TRIM_CLEAR_S = 1500;

  /** Below this 3-sigma position the first pair of burns may mend the eccentricity vector. */
  private static final double SHAPE_KNOWN_M = 2000;

  /** How long a burn waits for navigation to become usable again. */
  private static final double LATEST_S = 120;

  /**
   * A burn is sized anew when it is due; one that comes out larger than this, times the planned one
   * and more, is of another orbit than was judged at the gate, and is not given.
   */
  private static final double MOST_TIMES = 2;

  private static final double MOST_MORE_M_S = 1;

  /** Out of reach of any burn's time. */
  private static final double NEVER_S = 1e18;

  DriftFlight {
    ahead = List.copyOf(ahead);
  }

  /** The flight and its motion after one tick. */
  record Step(DriftFlight flight, Motion motion) {}

  static DriftFlight begin(DriftGoal goal, DriftPlan plan, double now_s) {
    List<Impulse> ahead =
        plan.impulses().stream()
            .map(i -> new Impulse(i.role(), now_s + i.at_s(), i.tangential_m_s(), i.normal_m_s()))
            .toList();
    return new DriftFlight(goal, ahead, Role.TRIM, null, NEVER_S, 0, false);
  }

  static AveragedElements elements(NavigationSolution navigation) {
    return AveragedElements.of(
        navigation.r_C_I_m(), navigation.v_C_I_m_s(), navigation.r_T_I_m(), navigation.v_T_I_m_s());
  }

  /** Whether navigation knows the shape of the relative orbit to a part of the e/i separation. */
  static boolean shapeKnown(NavigationSolution navigation) {
    return navigation.covariance().position3sigma_m() < SHAPE_KNOWN_M;
  }

  /** One tick on. */
  Step step(double now_s, NavigationSolution navigation, List<EventReport> events) {
    DriftFlight next =
        burn == null ? waiting(now_s, navigation, events) : burning(now_s, navigation, events);
    return new Step(next, next.motion(now_s, navigation));
  }

  private DriftFlight waiting(
      double now_s, NavigationSolution navigation, List<EventReport> events) {
    if (ahead.isEmpty() || missed) {
      return this;
    }
    Impulse due = ahead.get(0);
    double half_s = half_s(due, navigation);
    if (now_s < due.at_s() - half_s) {
      boolean drifts = due.role() != Role.EXIT_SECOND && now_s >= nextTrim_s;
      return drifts ? trimmed(now_s, navigation, events) : this;
    }
    if (navigation.validity() == Validity.INVALID) {
      return now_s < due.at_s() + LATEST_S ? this : missing(due, events);
    }
    AveragedElements elements = elements(navigation);
    Impulse fresh = sized(due, elements, now_s, half_s);
    // Not a number is not within it either.
    if (!(fresh.size_m_s() <= MOST_TIMES * due.size_m_s() + MOST_MORE_M_S)) {
      return missing(fresh, events);
    }
    if (due.role() == Role.EXIT_FIRST && !exitIsSafe(fresh, elements, now_s, navigation)) {
      // Staying below is safe; a person decides.
      return missing(due, events);
    }
    return ignite(fresh, now_s, navigation, events).without(due);
  }

  /** The burn's size from the orbits as they are known now. */
  private Impulse sized(Impulse due, AveragedElements elements, double now_s, double half_s) {
    double n = elements.meanMotion_rad_s();
    double u = elements.latitudeAfter_rad(half_s);
    double toEccentricity =
        -elements.dex_m() * FastMath.cos(u)
            + (goal.eccentricity_m(elements) - elements.dey_m()) * FastMath.sin(u);
    double tangential =
        switch (due.role()) {
          case ENTRY_FIRST -> due.tangential_m_s();
          case ENTRY_SECOND ->
              n
                  / 2
                  * (DriftPlan.drift_da_m(elements, goal, exit_s() - now_s, false)
                      - elements.da_m());
          case EXIT_FIRST -> n / 4 * (toEccentricity - elements.da_m());
          case EXIT_SECOND -> -n / 2 * elements.da_m();
          case PLANE, TRIM -> 0;
        };
    double normal = 0;
    if (due.role() == Role.PLANE) {
      // With the first exit burn over there is half a revolution of drift left, on half the height.
      double left_s = exitAhead() ? exit_s() - now_s : 0;
      double drift_s = left_s + elements.halfOrbit_s() / 2;
      double twist_m = elements.nodeShear_1_s() * elements.da_m() * drift_s;
      double change =
          -elements.dix_m() * FastMath.cos(u)
              + (goal.inclination_m(elements) - twist_m - elements.diy_m()) * FastMath.sin(u);
      normal = n * change;
    }
    return new Impulse(due.role(), due.at_s(), tangential, normal);
  }

  private boolean exitAhead() {
    return ahead.stream().anyMatch(impulse -> impulse.role() == Role.EXIT_FIRST);
  }

  private double exit_s() {
    for (Impulse impulse : ahead) {
      if (impulse.role() == Role.EXIT_FIRST) {
        return impulse.at_s();
      }
    }
    return NEVER_S;
  }

  private boolean exitIsSafe(
      Impulse fresh, AveragedElements elements, double now_s, NavigationSolution navigation) {
    Impulse fromNow =
        new Impulse(fresh.role(), Math.max(0, fresh.at_s() - now_s), fresh.tangential_m_s(), 0);
    double smallest_m =
        DriftSafety.smallest_m(elements, List.of(fromNow), DriftLegs.doubt(navigation));
    return smallest_m >= PassiveSafety.KEEP_OUT_M;
  }

  private DriftFlight trimmed(
      double now_s, NavigationSolution navigation, List<EventReport> events) {
    AveragedElements elements = elements(navigation);
    // Once a revolution, always at the same latitude: what averaging leaves is then the same.
    double next_s = now_s + elements.timeToLatitude_s(DriftGoal.LINE_RAD, DriftPlan.APART_S);
    DriftFlight tried = withExitOnLine(elements, now_s).withTrimAt(next_s);
    double left_s = tried.exit_s() - now_s;
    boolean otherBurnNear = ahead.get(0).at_s() - now_s < TRIM_CLEAR_S;
    if (otherBurnNear || left_s < TRIM_CLEAR_S || navigation.validity() != Validity.VALID) {
      return tried;
    }
    double n = elements.meanMotion_rad_s();
    double wanted_m = DriftPlan.drift_da_m(elements, goal, left_s, true);
    double trim_m_s = n / 2 * (wanted_m - elements.da_m());
    double sigma_m = navigation.covariance().position3sigma_m() / 3;
    double sigma_m_s = n / 2 * sigma_m / (1.5 * n * left_s);
    if (Math.abs(trim_m_s) < Math.max(SMALLEST_TRIM_M_S, TRIM_SIGMAS * sigma_m_s)
        || Math.abs(trim_m_s) > LARGEST_TRIM_PART * n / 2 * Math.abs(elements.da_m())) {
      return tried;
    }
    return tried.ignite(new Impulse(Role.TRIM, now_s, trim_m_s, 0), now_s, navigation, events);
  }

  private DriftFlight ignite(
      Impulse impulse, double now_s, NavigationSolution navigation, List<EventReport> events) {
    Vec3 deltaV_L = deltaV_L_m_s(impulse, navigation);
    Burn begun = Burn.begin(deltaV_L, navigation.r_CT_L_m(), now_s, navigation.mass_kg());
    events.add(begun.started());
    return new DriftFlight(goal, ahead, impulse.role(), begun, nextTrim_s, settled_s, false);
  }

  /** From the chaser's own axes to the target's: both turn alike, so that it stays tangential. */
  private static Vec3 deltaV_L_m_s(Impulse impulse, NavigationSolution navigation) {
    LocalFrame own = LocalFrame.of(navigation.r_C_I_m(), navigation.v_C_I_m_s());
    Vec3 deltaV_I =
        own.q_LI().conjugate().rotate(new Vec3(0, impulse.tangential_m_s(), impulse.normal_m_s()));
    return navigation.q_LI().rotate(deltaV_I);
  }

  private DriftFlight burning(
      double now_s, NavigationSolution navigation, List<EventReport> events) {
    Burn on = burn;
    if (on == null) {
      throw new IllegalStateException("no burn of a drift leg is on");
    }
    on = on.sensed(navigation.sensedDeltaV_L_m_s());
    Burn.Status status = on.status(now_s);
    if (status == Burn.Status.RUNNING) {
      return new DriftFlight(goal, ahead, burning, on, nextTrim_s, settled_s, false);
    }
    events.add(on.ended(status));
    boolean last = burning == Role.EXIT_SECOND;
    double trim_s =
        burning == Role.ENTRY_SECOND
            ? now_s + elements(navigation).timeToLine_s(DriftGoal.LINE_RAD, DriftPlan.APART_S)
            : nextTrim_s;
    return new DriftFlight(
        goal,
        ahead,
        Role.TRIM,
        null,
        trim_s,
        last ? now_s + SETTLE_S : settled_s,
        status == Burn.Status.MISSED);
  }

  private DriftFlight missing(Impulse due, List<EventReport> events) {
    Vec3 wanted = new Vec3(0, due.tangential_m_s(), due.normal_m_s());
    events.add(new Burn(wanted, wanted, 0, 0, false).ended(Burn.Status.MISSED));
    return new DriftFlight(goal, ahead, Role.TRIM, null, NEVER_S, settled_s, true);
  }

  private DriftFlight without(Impulse due) {
    return new DriftFlight(
        goal,
        ahead.stream().filter(each -> each.role() != due.role()).toList(),
        burning,
        burn,
        nextTrim_s,
        settled_s,
        missed);
  }

  /** The exit at the crossing of its line that is nearest to its time so far. */
  private DriftFlight withExitOnLine(AveragedElements elements, double now_s) {
    double kept_s = exit_s();
    double quarter_s = elements.halfOrbit_s() / 2;
    if (kept_s - now_s < 2 * quarter_s) {
      return this;
    }
    double exit_s =
        now_s + elements.timeToLine_s(goal.exitLine_rad(elements), kept_s - now_s - quarter_s);
    List<Impulse> moved =
        ahead.stream()
            .map(
                each ->
                    switch (each.role()) {
                      case EXIT_FIRST, EXIT_SECOND ->
                          new Impulse(
                              each.role(),
                              each.at_s() + exit_s - kept_s,
                              each.tangential_m_s(),
                              each.normal_m_s());
                      case ENTRY_FIRST, ENTRY_SECOND, PLANE, TRIM -> each;
                    })
            .toList();
    return new DriftFlight(goal, moved, burning, burn, nextTrim_s, settled_s, missed);
  }

  private DriftFlight withTrimAt(double at_s) {
    return new DriftFlight(goal, ahead, burning, burn, at_s, settled_s, missed);
  }

  boolean begun() {
    return burn != null || ahead.stream().noneMatch(each -> each.role() == Role.ENTRY_FIRST);
  }

  private Motion motion(double now_s, NavigationSolution navigation) {
    Motion coast = Motion.coast(new RelativeState(navigation.r_CT_L_m(), navigation.v_CT_L_m_s()));
    Burn on = burn;
    if (missed) {
      return coast.ended(false, true);
    }
    if (on != null) {
      return coast
          .next(NextEvent.LEG_END, end_s() - now_s)
          .burning(on.toGo_L_m_s())
          .turnedFor(on.large() ? on.wanted_L_m_s() : Vec3.ZERO);
    }
    if (settled_s > 0) {
      return now_s < settled_s
          ? coast.next(NextEvent.LEG_END, settled_s - now_s)
          : coast.ended(true, false);
    }
    Impulse due = ahead.get(0);
    double toStart_s = due.at_s() - half_s(due, navigation) - now_s;
    NextEvent event = due.role() == Role.EXIT_SECOND ? NextEvent.STOP_BURN : NextEvent.START_BURN;
    Vec3 deltaV_L = deltaV_L_m_s(due, navigation);
    boolean turns =
        toStart_s < LargeThrusters.TURN_S && LargeThrusters.give(deltaV_L, navigation.r_CT_L_m());
    return coast.next(event, toStart_s).turnedFor(turns ? deltaV_L : Vec3.ZERO);
  }

  private static double half_s(Impulse due, NavigationSolution navigation) {
    Vec3 deltaV_L = deltaV_L_m_s(due, navigation);
    return BurnExecution.duration_s(deltaV_L, navigation.r_CT_L_m(), navigation.mass_kg()) / 2;
  }

  private double end_s() {
    return ahead.isEmpty() ? settled_s : ahead.get(ahead.size() - 1).at_s();
  }
}
