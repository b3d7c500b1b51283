package org.holdpoint.flight.mode;

import static org.holdpoint.dictionary.command.Refusal.ALREADY_SO;
import static org.holdpoint.dictionary.command.Refusal.NAVIGATION_INVALID;
import static org.holdpoint.dictionary.command.Refusal.NONE;
import static org.holdpoint.dictionary.command.Refusal.SAFING_ACTIVE;
import static org.holdpoint.dictionary.command.Refusal.WRONG_MODE;
import static org.holdpoint.dictionary.telemetry.Mode.ABORT;
import static org.holdpoint.dictionary.telemetry.Mode.ABORT_DRIFT;
import static org.holdpoint.dictionary.telemetry.Mode.CHASE;
import static org.holdpoint.dictionary.telemetry.Mode.CIRCUMNAVIGATION;
import static org.holdpoint.dictionary.telemetry.Mode.DRIFT;
import static org.holdpoint.dictionary.telemetry.Mode.ESCAPE;
import static org.holdpoint.dictionary.telemetry.Mode.FORCED_APPROACH;
import static org.holdpoint.dictionary.telemetry.Mode.HOLD;
import static org.holdpoint.dictionary.telemetry.Mode.PARK;
import static org.holdpoint.dictionary.telemetry.Mode.RETREAT;
import static org.holdpoint.dictionary.telemetry.Mode.SAFE;
import static org.holdpoint.dictionary.telemetry.Mode.TRANSFER;
import static org.holdpoint.flight.mode.Effect.COAST;
import static org.holdpoint.flight.mode.Effect.FINISH_THEN_HOLD;
import static org.holdpoint.flight.mode.Effect.FLY_ESCAPE;
import static org.holdpoint.flight.mode.Effect.FLY_PLAN_LEG;
import static org.holdpoint.flight.mode.Effect.FLY_RETREAT;
import static org.holdpoint.flight.mode.Effect.FLY_TRANSFER;
import static org.holdpoint.flight.mode.Effect.HOLD_AT_END;
import static org.holdpoint.flight.mode.Effect.HOLD_HERE;
import static org.holdpoint.flight.mode.Effect.INHIBIT;
import static org.holdpoint.flight.mode.Effect.KEEP_ELLIPSE;
import static org.holdpoint.flight.mode.Effect.KEEP_GO;
import static org.holdpoint.flight.mode.Effect.LEAVE_SAFE;
import static org.holdpoint.flight.mode.Effect.POINT;
import static org.holdpoint.flight.mode.Effect.POINT_AT_SUN;
import static org.holdpoint.flight.mode.Effect.START_HOLD;
import static org.holdpoint.flight.mode.Effect.START_PARK;
import static org.holdpoint.flight.mode.Effect.STAY;
import static org.holdpoint.flight.mode.Effect.STORE;
import static org.holdpoint.flight.mode.Effect.WAIT_AT_END;
import static org.holdpoint.flight.mode.Required.CONSENT;
import static org.holdpoint.flight.mode.Required.GROUND_ATTITUDE;
import static org.holdpoint.flight.mode.Required.GROUND_TRANSLATION;
import static org.holdpoint.flight.mode.Required.NOBODY;
import static org.holdpoint.flight.mode.Trigger.ABORT_BURN_END;
import static org.holdpoint.flight.mode.Trigger.BURN_MISSED;
import static org.holdpoint.flight.mode.Trigger.GO;
import static org.holdpoint.flight.mode.Trigger.GO_DUE;
import static org.holdpoint.flight.mode.Trigger.LEG_COMPLETE;
import static org.holdpoint.flight.mode.Trigger.NAVIGATION_READY;
import static org.holdpoint.flight.mode.Trigger.PLAN_BEGIN;
import static org.holdpoint.flight.mode.Trigger.PLAN_COMMIT;
import static org.holdpoint.flight.mode.Trigger.PLAN_LEG;
import static org.holdpoint.flight.mode.Trigger.PROCESSOR_RESTARTED;
import static org.holdpoint.flight.mode.Trigger.SAFE_ENTER;
import static org.holdpoint.flight.mode.Trigger.SAFE_LEAVE;
import static org.holdpoint.flight.mode.Trigger.SAFE_NEEDED;
import static org.holdpoint.flight.mode.Trigger.SAFING_ABORT;
import static org.holdpoint.flight.mode.Trigger.SAFING_CLEARED;
import static org.holdpoint.flight.mode.Trigger.SAFING_ESCAPE;
import static org.holdpoint.flight.mode.Trigger.SAFING_HOLD;
import static org.holdpoint.flight.mode.Trigger.SAFING_RETREAT;
import static org.holdpoint.flight.mode.Trigger.SET_POINTING;
import static org.holdpoint.flight.mode.Trigger.TRANSFER_TO;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.holdpoint.dictionary.command.Refusal;
import org.holdpoint.dictionary.telemetry.LegKind;
import org.holdpoint.dictionary.telemetry.Mode;

/** The mode policy: one row a transition. The operators' table in src/docs is generated from it. */
final class ModeTable {
  private static final Guard<ModeFacts> ALWAYS = new Guard<>("always", facts -> true);
  private static final Guard<ModeFacts> NAVIGATION =
      new Guard<>("navigation valid", ModeFacts::navigationValid);
  private static final Guard<ModeFacts> DEPARTED =
      new Guard<>("start burn begun", ModeFacts::departed);
  private static final Guard<ModeFacts> ON_ELLIPSE =
      new Guard<>("ellipse reached", ModeFacts::onEllipse);
  private static final Guard<ModeFacts> PARKED =
      new Guard<>("ellipse flown for its time", facts -> facts.onEllipse() && facts.legComplete());
  private static final Guard<ModeFacts> HOLDING =
      new Guard<>("no stop burn pending", facts -> !facts.stopBurnPending());
  private static final Guard<ModeFacts> STOP_PENDING =
      new Guard<>("stop burn pending", ModeFacts::stopBurnPending);
  private static final Guard<ModeFacts> FAR =
      new Guard<>("navigation valid and far", facts -> facts.navigationValid() && facts.far());
  private static final Guard<ModeFacts> NEAR =
      new Guard<>("navigation valid and near", facts -> facts.navigationValid() && !facts.far());
  private static final Guard<ModeFacts> WAY_OUT =
      new Guard<>("a way out exists", ModeFacts::canRetreat);

  private static final Guard<ModeFacts> LATER =
      new Guard<>("the light comes later", ModeFacts::departsLater);

  private static final Guard<ModeFacts> ATTITUDE_LOST =
      new Guard<>("attitude lost", ModeFacts::attitudeLost);
  private static final Guard<ModeFacts> NOT_AT_SUN =
      new Guard<>("not pointed at the Sun", facts -> !facts.atSun());

  private static final Mode[] EVERY = Mode.values();

  static final TransitionTable<Mode, Trigger, ModeFacts, Effect> TABLE = build();

  private ModeTable() {}

  private static TransitionTable<Mode, Trigger, ModeFacts, Effect> build() {
    Rows t = new Rows();

    t.row(
        DRIFT, NAVIGATION_READY, FAR, PARK, START_PARK, NOBODY, "far away waiting needs no thrust");
    t.row(
        DRIFT, NAVIGATION_READY, NAVIGATION, HOLD, START_HOLD, NOBODY, "a flight starts in a hold");
    t.refused(NAVIGATION_READY, NONE, "only a start waits for navigation", EVERY);

    t.row(
        HOLD,
        GO,
        HOLDING.and(next(LegKind.CIRCUMNAVIGATE)).and(LATER),
        HOLD,
        KEEP_GO,
        CONSENT,
        "entered with the Sun behind, an ellipse keeps it there; the hold is the place to wait");
    t.row(
        HOLD,
        GO_DUE,
        HOLDING.and(next(LegKind.CIRCUMNAVIGATE)),
        CIRCUMNAVIGATION,
        FLY_PLAN_LEG,
        NOBODY,
        "a person said GO, and the gate is still open");
    t.refused(GO_DUE, NONE, "no GO is kept", EVERY);
    for (Mode from : new Mode[] {HOLD, CIRCUMNAVIGATION, PARK}) {
      Guard<ModeFacts> waits =
          switch (from) {
            case HOLD -> HOLDING;
            case PARK -> NAVIGATION;
            default -> PARKED;
          };
      t.row(
          from,
          GO,
          waits.and(next(LegKind.PHASE, LegKind.DEPART)),
          CHASE,
          FLY_PLAN_LEG,
          CONSENT,
          "leave the gate on a person's word");
      t.row(
          from,
          GO,
          waits.and(
              next(
                  LegKind.RADIAL_HOP,
                  LegKind.TWO_IMPULSE,
                  LegKind.MULTI_IMPULSE,
                  LegKind.COELLIPTIC)),
          TRANSFER,
          FLY_PLAN_LEG,
          CONSENT,
          "leave the gate on a person's word");
      t.row(
          from,
          GO,
          waits.and(next(LegKind.FORCED_VBAR)),
          FORCED_APPROACH,
          FLY_PLAN_LEG,
          CONSENT,
          "leave the gate on a person's word");
      t.row(
          from,
          GO,
          waits.and(next(LegKind.CIRCUMNAVIGATE, LegKind.WALKING_ELLIPSE, LegKind.PARKING_ELLIPSE)),
          CIRCUMNAVIGATION,
          FLY_PLAN_LEG,
          CONSENT,
          "leave the gate on a person's word");
      t.row(
          from,
          GO,
          waits.and(next(LegKind.RETREAT)),
          RETREAT,
          FLY_PLAN_LEG,
          CONSENT,
          "leave the gate on a person's word");
      t.row(
          from,
          GO,
          waits.and(next(LegKind.HOLD_AT)),
          HOLD,
          FLY_PLAN_LEG,
          CONSENT,
          "leave the gate on a person's word");
    }
    t.refused(GO, WRONG_MODE, "no gate is at hand", EVERY);

    t.row(
        HOLD,
        TRANSFER_TO,
        NAVIGATION.and(HOLDING),
        TRANSFER,
        FLY_TRANSFER,
        GROUND_TRANSLATION,
        "ground moves the vehicle from a hold");
    t.row(
        CIRCUMNAVIGATION,
        TRANSFER_TO,
        NAVIGATION.and(ON_ELLIPSE),
        TRANSFER,
        FLY_TRANSFER,
        GROUND_TRANSLATION,
        "ground moves the vehicle off the ellipse");
    t.row(
        DRIFT,
        TRANSFER_TO,
        NAVIGATION,
        TRANSFER,
        FLY_TRANSFER,
        GROUND_TRANSLATION,
        "ground recovers a drifting vehicle");
    t.row(
        PARK,
        TRANSFER_TO,
        NEAR,
        TRANSFER,
        FLY_TRANSFER,
        GROUND_TRANSLATION,
        "ground moves the vehicle from its waiting place");
    t.refused(TRANSFER_TO, WRONG_MODE, "too far for a transfer of two burns", PARK);
    t.refused(TRANSFER_TO, NAVIGATION_INVALID, "a transfer needs a state to depart from", DRIFT);
    t.refused(TRANSFER_TO, SAFING_ACTIVE, "RESUME first", ESCAPE, ABORT, ABORT_DRIFT);
    t.refused(TRANSFER_TO, WRONG_MODE, "SAFE_MODE off first", SAFE);
    t.refused(TRANSFER_TO, WRONG_MODE, "a leg is being flown: HOLD or wait for its end", EVERY);

    t.refused(SET_POINTING, SAFING_ACTIVE, "the abort burn goes first", ABORT);
    t.refused(SET_POINTING, SAFING_ACTIVE, "the escape burn goes first", ESCAPE);
    t.refused(SET_POINTING, WRONG_MODE, "safe mode keeps the wings lit", SAFE);
    t.rows(
        SET_POINTING,
        ALWAYS,
        POINT,
        GROUND_ATTITUDE,
        "attitude is a function of its own",
        DRIFT,
        HOLD,
        TRANSFER,
        FORCED_APPROACH,
        CIRCUMNAVIGATION,
        RETREAT,
        ABORT_DRIFT,
        CHASE,
        PARK);

    t.rows(PLAN_BEGIN, ALWAYS, STORE, GROUND_TRANSLATION, "an upload changes nothing yet", EVERY);
    t.rows(PLAN_LEG, ALWAYS, STORE, GROUND_TRANSLATION, "an upload changes nothing yet", EVERY);
    t.rows(PLAN_COMMIT, HOLDING, STORE, GROUND_TRANSLATION, "a plan departs from here", HOLD);
    t.rows(
        PLAN_COMMIT,
        PARKED,
        STORE,
        GROUND_TRANSLATION,
        "a plan departs from here",
        CIRCUMNAVIGATION);
    t.rows(PLAN_COMMIT, NAVIGATION, STORE, GROUND_TRANSLATION, "a plan departs from here", DRIFT);
    t.rows(PLAN_COMMIT, NAVIGATION, STORE, GROUND_TRANSLATION, "a plan departs from here", PARK);
    t.refused(PLAN_COMMIT, NAVIGATION_INVALID, "a plan is checked from a state", DRIFT, PARK);
    t.refused(PLAN_COMMIT, SAFING_ACTIVE, "RESUME first", ESCAPE, ABORT, ABORT_DRIFT);
    t.refused(PLAN_COMMIT, WRONG_MODE, "SAFE_MODE off first", SAFE);
    t.refused(PLAN_COMMIT, WRONG_MODE, "a plan departs from a hold or the ellipse", EVERY);

    t.row(
        HOLD,
        LEG_COMPLETE,
        ALWAYS,
        HOLD,
        HOLD_AT_END,
        NOBODY,
        "the stop burn is given, or the time of a hold leg is over");
    for (Mode from : new Mode[] {TRANSFER, FORCED_APPROACH, RETREAT}) {
      t.row(from, LEG_COMPLETE, ALWAYS, HOLD, HOLD_AT_END, NOBODY, "each leg ends at a hold");
    }
    t.row(
        CIRCUMNAVIGATION,
        LEG_COMPLETE,
        ALWAYS,
        CIRCUMNAVIGATION,
        WAIT_AT_END,
        NOBODY,
        "the ellipse is passively safe: it is the hold");
    t.row(
        CHASE,
        LEG_COMPLETE,
        ALWAYS,
        PARK,
        WAIT_AT_END,
        NOBODY,
        "apart by e and i vectors, waiting needs no thrust");
    t.row(
        ESCAPE,
        LEG_COMPLETE,
        ALWAYS,
        DRIFT,
        COAST,
        NOBODY,
        "the burn is given: drift away, autonomy alive, until a person says RESUME");
    t.refused(LEG_COMPLETE, NONE, "no leg is being flown", EVERY);

    t.row(HOLD, BURN_MISSED, STOP_PENDING, DRIFT, COAST, NOBODY, "every leg is safe without it");
    for (Mode from : new Mode[] {TRANSFER, CIRCUMNAVIGATION, RETREAT}) {
      t.row(
          from,
          BURN_MISSED,
          ALWAYS,
          DRIFT,
          COAST,
          NOBODY,
          "the path without the burn was checked: coast, ground decides");
    }
    t.row(
        CHASE,
        BURN_MISSED,
        ALWAYS,
        PARK,
        COAST,
        NOBODY,
        "the path without the burn was checked: wait, ground decides");
    t.row(
        ESCAPE,
        BURN_MISSED,
        ALWAYS,
        DRIFT,
        COAST,
        NOBODY,
        "what was given counts; the monitor escalates if it is not enough");
    t.refused(BURN_MISSED, NONE, "no burn is planned", EVERY);

    safing(t);
    safeMode(t);
    return t.table();
  }

  private static void safing(Rows t) {
    t.row(HOLD, SAFING_HOLD, ALWAYS, HOLD, STAY, NOBODY, "it holds already");
    for (Mode from : new Mode[] {TRANSFER, RETREAT}) {
      t.row(
          from,
          SAFING_HOLD,
          DEPARTED,
          HOLD,
          FINISH_THEN_HOLD,
          NOBODY,
          "between the burns there is no place to stop");
      t.row(from, SAFING_HOLD, NAVIGATION, HOLD, HOLD_HERE, NOBODY, "not under way yet");
    }
    t.row(
        FORCED_APPROACH,
        SAFING_HOLD,
        NAVIGATION,
        HOLD,
        HOLD_HERE,
        NOBODY,
        "on V-bar the chaser can stop anywhere");
    t.row(
        CIRCUMNAVIGATION,
        SAFING_HOLD,
        ON_ELLIPSE,
        CIRCUMNAVIGATION,
        KEEP_ELLIPSE,
        NOBODY,
        "the ellipse is safer than any stop on it");
    t.row(
        CIRCUMNAVIGATION,
        SAFING_HOLD,
        DEPARTED,
        CIRCUMNAVIGATION,
        STAY,
        NOBODY,
        "the stop burn on the ellipse is the way to hold");
    t.row(CIRCUMNAVIGATION, SAFING_HOLD, NAVIGATION, HOLD, HOLD_HERE, NOBODY, "not under way yet");
    t.row(DRIFT, SAFING_HOLD, NAVIGATION, HOLD, HOLD_HERE, NOBODY, "ground wants it stopped");
    t.row(
        CHASE,
        SAFING_HOLD,
        ALWAYS,
        PARK,
        COAST,
        NOBODY,
        "far away the path without burns is the hold: each leg was checked for it");
    t.row(PARK, SAFING_HOLD, ALWAYS, PARK, STAY, NOBODY, "it waits without thrust already");
    t.row(SAFE, SAFING_HOLD, ALWAYS, SAFE, STAY, NOBODY, "safe mode gives no thrust");
    t.refused(SAFING_HOLD, NONE, "a higher rung is in force", ESCAPE, ABORT, ABORT_DRIFT);
    t.refused(
        SAFING_HOLD,
        NAVIGATION_INVALID,
        "nothing to hold at without a state; the monitor" + " escalates",
        TRANSFER,
        RETREAT,
        FORCED_APPROACH,
        CIRCUMNAVIGATION,
        DRIFT);

    t.row(RETREAT, SAFING_RETREAT, ALWAYS, RETREAT, STAY, NOBODY, "it retreats already");
    for (Mode from : new Mode[] {DRIFT, HOLD, TRANSFER, FORCED_APPROACH, CIRCUMNAVIGATION}) {
      t.row(
          from, SAFING_RETREAT, WAY_OUT, RETREAT, FLY_RETREAT, NOBODY, "out, to where it was safe");
    }
    t.row(
        CHASE,
        SAFING_RETREAT,
        ALWAYS,
        PARK,
        COAST,
        NOBODY,
        "far away the way out is to go no nearer");
    t.row(PARK, SAFING_RETREAT, ALWAYS, PARK, STAY, NOBODY, "it is as far out as it can go");
    t.row(SAFE, SAFING_RETREAT, WAY_OUT, RETREAT, FLY_RETREAT, NOBODY, "safety before safe mode");
    t.row(HOLD, SAFING_RETREAT, ALWAYS, HOLD, STAY, NOBODY, "it is as far out as it can go");
    t.refused(SAFING_RETREAT, NONE, "a higher rung is in force", ESCAPE, ABORT, ABORT_DRIFT);
    t.refused(
        SAFING_RETREAT,
        WRONG_MODE,
        "no way out with two burns; the monitor escalates",
        DRIFT,
        TRANSFER,
        FORCED_APPROACH,
        CIRCUMNAVIGATION,
        SAFE);

    for (Mode from : EVERY) {
      if (from != ESCAPE && from != ABORT && from != ABORT_DRIFT) {
        t.row(
            from,
            SAFING_ESCAPE,
            ALWAYS,
            ESCAPE,
            FLY_ESCAPE,
            NOBODY,
            "away in the direction that guidance finds safest");
      }
    }
    t.refused(SAFING_ESCAPE, NONE, "it escapes already", ESCAPE);
    t.refused(SAFING_ESCAPE, NONE, "ABORT outranks ESCAPE", ABORT, ABORT_DRIFT);

    for (Mode from : EVERY) {
      if (from != ABORT) {
        t.row(from, SAFING_ABORT, ALWAYS, ABORT, INHIBIT, NOBODY, "ABORT works in every mode");
      }
    }
    t.refused(SAFING_ABORT, NONE, "it aborts already", ABORT);

    t.row(
        ABORT,
        ABORT_BURN_END,
        ALWAYS,
        ABORT_DRIFT,
        INHIBIT,
        NOBODY,
        "drift away until a person says RESUME");
    t.refused(ABORT_BURN_END, NONE, "no abort burn is on", EVERY);

    t.row(HOLD, SAFING_CLEARED, ALWAYS, HOLD, STAY, NOBODY, "it holds; the gate is joined again");
    t.row(
        CIRCUMNAVIGATION,
        SAFING_CLEARED,
        ALWAYS,
        CIRCUMNAVIGATION,
        STAY,
        NOBODY,
        "corrections of the ellipse are allowed again");
    t.row(
        RETREAT,
        SAFING_CLEARED,
        DEPARTED,
        HOLD,
        FINISH_THEN_HOLD,
        NOBODY,
        "between the burns there is no place to stop");
    t.row(SAFE, SAFING_CLEARED, ALWAYS, SAFE, STAY, NOBODY, "SAFE_MODE off leaves it");
    t.row(PARK, SAFING_CLEARED, ALWAYS, PARK, STAY, NOBODY, "it waits; the gate is joined again");
    for (Mode from : new Mode[] {RETREAT, DRIFT, ESCAPE, ABORT, ABORT_DRIFT}) {
      t.row(
          from,
          SAFING_CLEARED,
          FAR,
          PARK,
          COAST,
          NOBODY,
          "far away waiting needs no thrust; a new plan goes on");
      t.row(
          from,
          SAFING_CLEARED,
          NAVIGATION,
          HOLD,
          HOLD_HERE,
          NOBODY,
          "RESUME means: hold where you are");
      t.row(from, SAFING_CLEARED, ALWAYS, DRIFT, COAST, NOBODY, "nothing to hold at");
    }
    t.refused(SAFING_CLEARED, NONE, "safing has left this mode", TRANSFER, FORCED_APPROACH, CHASE);
  }

  private static void safeMode(Rows t) {
    t.row(
        FORCED_APPROACH,
        PROCESSOR_RESTARTED,
        NAVIGATION,
        HOLD,
        HOLD_HERE,
        NOBODY,
        "so near, nobody closes in on memory: a person looks first");
    for (Mode from : EVERY) {
      if (from != FORCED_APPROACH) {
        t.row(
            from,
            PROCESSOR_RESTARTED,
            ALWAYS,
            from,
            STAY,
            NOBODY,
            "retained memory is whole: what was safe before is safe now");
      }
    }
    t.refused(
        PROCESSOR_RESTARTED,
        NAVIGATION_INVALID,
        "nothing to hold at without a state; the monitor escalates",
        FORCED_APPROACH);

    for (Mode from :
        new Mode[] {
          DRIFT, HOLD, TRANSFER, FORCED_APPROACH, CIRCUMNAVIGATION, RETREAT, CHASE, PARK
        }) {
      t.row(
          from,
          SAFE_ENTER,
          ALWAYS,
          SAFE,
          POINT_AT_SUN,
          NOBODY,
          "power and warmth first; the monitor leads away if the path is not safe for a day");
    }
    t.refused(SAFE_ENTER, SAFING_ACTIVE, "the way out goes first", ESCAPE, ABORT, ABORT_DRIFT);
    t.refused(SAFE_ENTER, ALREADY_SO, "it is safe mode", SAFE);

    for (Mode from :
        new Mode[] {DRIFT, HOLD, TRANSFER, FORCED_APPROACH, CIRCUMNAVIGATION, CHASE, PARK}) {
      t.row(
          from,
          SAFE_NEEDED,
          ALWAYS,
          SAFE,
          POINT_AT_SUN,
          NOBODY,
          "the vehicle first; the monitor leads away if the path is not safe for a day");
    }
    for (Mode from : new Mode[] {RETREAT, ESCAPE}) {
      t.row(
          from,
          SAFE_NEEDED,
          ATTITUDE_LOST,
          SAFE,
          POINT_AT_SUN,
          NOBODY,
          "a burn would go anywhere; the monitor aborts by its own attitude if it must");
    }
    t.refused(SAFE_NEEDED, SAFING_ACTIVE, "the way out goes first", RETREAT, ESCAPE, ABORT);
    t.row(
        ABORT_DRIFT,
        SAFE_NEEDED,
        NOT_AT_SUN,
        ABORT_DRIFT,
        POINT_AT_SUN,
        NOBODY,
        "it drifts already; the wings need light");
    t.refused(SAFE_NEEDED, ALREADY_SO, "it drifts and looks at the Sun", ABORT_DRIFT);
    t.refused(SAFE_NEEDED, ALREADY_SO, "it is safe mode", SAFE);

    t.row(SAFE, SAFE_LEAVE, FAR, PARK, LEAVE_SAFE, NOBODY, "far away waiting needs no thrust");
    t.row(SAFE, SAFE_LEAVE, NAVIGATION, HOLD, LEAVE_SAFE, NOBODY, "a person wants it back");
    t.row(SAFE, SAFE_LEAVE, ALWAYS, DRIFT, LEAVE_SAFE, NOBODY, "nothing to hold at yet");
    t.refused(SAFE_LEAVE, ALREADY_SO, "it is not safe mode", EVERY);
  }

  private static Guard<ModeFacts> next(LegKind... kinds) {
    List<LegKind> any = Arrays.asList(kinds);
    StringBuilder names = new StringBuilder();
    for (LegKind kind : kinds) {
      names.append(names.isEmpty() ? "" : " or ").append(kind);
    }
    return new Guard<>("next leg is " + names, facts -> any.contains(facts.nextLeg()));
  }

  /** Collects rows; a refusal for several modes leaves out those that have one already. */
  private static final class Rows {
    private final List<TransitionTable.Row<Mode, Trigger, ModeFacts, Effect>> rows =
        new ArrayList<>();
    private final List<TransitionTable.Refused<Mode, Trigger>> refusals = new ArrayList<>();

    void row(
        Mode mode,
        Trigger trigger,
        Guard<ModeFacts> guard,
        Mode next,
        Effect effect,
        Required required,
        String because) {
      rows.add(new TransitionTable.Row<>(mode, trigger, guard, next, effect, required, because));
    }

    /** Rows that stay in their mode. */
    void rows(
        Trigger trigger,
        Guard<ModeFacts> guard,
        Effect effect,
        Required required,
        String because,
        Mode... modes) {
      for (Mode mode : modes) {
        row(mode, trigger, guard, mode, effect, required, because);
      }
    }

    void refused(Trigger trigger, Refusal refusal, String because, Mode... modes) {
      for (Mode mode : modes) {
        if (!answersAlways(mode, trigger)) {
          refusals.add(new TransitionTable.Refused<>(mode, trigger, refusal, because));
        }
      }
    }

    private boolean answersAlways(Mode mode, Trigger trigger) {
      for (TransitionTable.Refused<Mode, Trigger> refused : refusals) {
        if (refused.mode() == mode && refused.trigger() == trigger) {
          return true;
        }
      }
      for (TransitionTable.Row<Mode, Trigger, ModeFacts, Effect> row : rows) {
        if (row.mode() == mode && row.trigger() == trigger && row.guard() == ALWAYS) {
          return true;
        }
      }
      return false;
    }

    TransitionTable<Mode, Trigger, ModeFacts, Effect> table() {
      return new TransitionTable<>(rows, refusals);
    }
  }
}
