package org.holdpoint.flight.mode;

import java.util.Optional;
import org.holdpoint.dictionary.command.ChaserCommand;
import org.holdpoint.dictionary.command.Go;
import org.holdpoint.dictionary.command.PlanBegin;
import org.holdpoint.dictionary.command.PlanCommit;
import org.holdpoint.dictionary.command.PlanLeg;
import org.holdpoint.dictionary.command.Refusal;
import org.holdpoint.dictionary.command.SafeMode;
import org.holdpoint.dictionary.command.SetPointing;
import org.holdpoint.dictionary.command.TransferTo;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.telemetry.GateCriterion;
import org.holdpoint.dictionary.telemetry.GatePacket.Criterion;
import org.holdpoint.dictionary.telemetry.GoState;
import org.holdpoint.dictionary.telemetry.LegKind;
import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.dictionary.telemetry.PlanPacket.Leg;
import org.holdpoint.dictionary.telemetry.Rung;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.command.CommandReport;
import org.holdpoint.flight.command.CommandReport.Stage;
import org.holdpoint.flight.command.ReceivedCommand;
import org.holdpoint.flight.guidance.LegAssessment;
import org.holdpoint.flight.mode.TransitionTable.Row;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.jspecify.annotations.Nullable;

/** Carries out or refuses the commands to the mode logic, with the reason. */
final class GuidanceCommands implements Retained {
  private static final long NS_PER_S = 1_000_000_000L;

  /** Why a command does not start; NONE when it does. */
  private record Verdict(Refusal refusal, double parameter1, double parameter2) {
    static final Verdict GOOD = new Verdict(Refusal.NONE, 0, 0);

    static Verdict refused(Refusal refusal) {
      return new Verdict(refusal, 0, 0);
    }
  }

  private final ModeLogic logic;
  private final PlanStore plans;
  private final GateKeeper gate;
  private final double reserve_kg;
  private GoState goState = GoState.NONE;
  private long goExpiry_tai_s;

  GuidanceCommands(ModeLogic logic, PlanStore plans, GateKeeper gate, double reserve_kg) {
    this.logic = logic;
    this.plans = plans;
    this.gate = gate;
    this.reserve_kg = reserve_kg;
  }

  GoState goState() {
    return goState;
  }

  long goExpiry_tai_s() {
    return goExpiry_tai_s;
  }

  static long tai_s(Tick tick) {
    return tick.tai_ns() / NS_PER_S;
  }

  /** Starts and completes the command in this tick, or refuses to start it. */
  void obey(ReceivedCommand received, Now now) {
    ChaserCommand command = received.command();
    Verdict verdict;
    if (command instanceof Go go) {
      verdict = go(go, now);
    } else if (command instanceof TransferTo transfer) {
      verdict = transferTo(transfer, now);
    } else if (command instanceof SetPointing pointing) {
      verdict = setPointing(pointing, now);
    } else if (command instanceof SafeMode safe) {
      verdict = safeMode(safe, now);
    } else if (command instanceof PlanBegin begin) {
      verdict = stored(Trigger.PLAN_BEGIN, now, () -> plans.begin(begin));
    } else if (command instanceof PlanLeg leg) {
      verdict = stored(Trigger.PLAN_LEG, now, () -> plans.leg(leg));
    } else if (command instanceof PlanCommit commit) {
      verdict = commit(commit, now);
    } else {
      throw new IllegalArgumentException(
          command.getClass().getSimpleName() + " is not for the mode logic: see CommandTable");
    }
    if (verdict.refusal() == Refusal.NONE) {
      now.reports().add(CommandReport.success(received.request(), Stage.START));
      now.reports().add(CommandReport.success(received.request(), Stage.COMPLETION));
    } else {
      now.reports()
          .add(
              CommandReport.refused(
                  received.request(),
                  Stage.START,
                  verdict.refusal(),
                  verdict.parameter1(),
                  verdict.parameter2()));
    }
  }

  private Verdict go(Go go, Now now) {
    goExpiry_tai_s = go.expiry_tai_s();
    Optional<Row<Mode, Trigger, ModeFacts, Effect>> row = answer(Trigger.GO, now).row();
    Verdict verdict = judge(go, row.orElse(null), now);
    if (verdict.refusal() == Refusal.NONE && row.isPresent()) {
      goState = GoState.GRANTED;
      logic.take(row.get(), now, null);
    } else if (verdict.refusal() == Refusal.GO_EXPIRED) {
      goState = GoState.EXPIRED;
      now.event(ChaserEvent.GO_EXPIRED, go.gate_id(), 0, 0);
    } else {
      goState = GoState.REFUSED;
    }
    return verdict;
  }

  /** In this order: gate, plan, expiry, mode, criteria, authority. */
  private Verdict judge(Go go, @Nullable Row<Mode, Trigger, ModeFacts, Effect> row, Now now) {
    int atHand = logic.gateAtHand();
    if (atHand == 0 || go.gate_id() != atHand) {
      return new Verdict(Refusal.WRONG_GATE, atHand, go.gate_id());
    }
    if (go.plan_hash() != plans.plan().hash()) {
      return new Verdict(Refusal.PLAN_CHANGED, plans.plan().id(), 0);
    }
    if (go.expiry_tai_s() < tai_s(now.tick())) {
      return new Verdict(Refusal.GO_EXPIRED, tai_s(now.tick()), go.expiry_tai_s());
    }
    if (row == null) {
      return new Verdict(Refusal.WRONG_MODE, logic.mode().code(), 0);
    }
    if (!gate.open()) {
      Criterion failing = gate.firstFailing();
      return new Verdict(Refusal.GATE_CLOSED, failing.id().code(), failing.value());
    }
    // The criterion is up to ten seconds old; the leg is planned once more before it is released.
    LegAssessment fresh = gate.plan(logic.waiting(), now.navigation());
    if (fresh.refusal() != Refusal.NONE) {
      return new Verdict(
          Refusal.GATE_CLOSED, GateCriterion.NEXT_LEG_SAFE_M.code(), fresh.smallestRange_m());
    }
    if (!row.required().isMetBy(now.token())) {
      return Verdict.refused(Refusal.NOT_HOLDER);
    }
    return Verdict.GOOD;
  }

  private Verdict transferTo(TransferTo command, Now now) {
    if (now.safing() != Rung.NONE) {
      return new Verdict(Refusal.SAFING_ACTIVE, now.safing().code(), 0);
    }
    var answer = answer(Trigger.TRANSFER_TO, now);
    Row<Mode, Trigger, ModeFacts, Effect> row = answer.row().orElse(null);
    if (row == null) {
      return new Verdict(answer.refusal(), logic.mode().code(), 0);
    }
    if (!row.required().isMetBy(now.token())) {
      return Verdict.refused(Refusal.NOT_HOLDER);
    }
    Leg leg = new Leg(LegKind.TWO_IMPULSE, 0, command.target_L_m(), command.duration_s());
    LegAssessment assessment = now.assess(leg);
    if (assessment.refusal() != Refusal.NONE) {
      return new Verdict(assessment.refusal(), assessment.smallestRange_m(), 0);
    }
    double left_kg =
        now.navigation().propellant_kg()
            - Propellant.used_kg(assessment.deltaV_m_s(), now.navigation().mass_kg());
    if (left_kg < reserve_kg) {
      return new Verdict(Refusal.UNAFFORDABLE, left_kg, reserve_kg);
    }
    logic.take(row, now, leg);
    return Verdict.GOOD;
  }

  private Verdict setPointing(SetPointing command, Now now) {
    Verdict allowed = allowed(Trigger.SET_POINTING, now);
    if (allowed.refusal() != Refusal.NONE) {
      return allowed;
    }
    if (command.pointing() == logic.pointing()) {
      return Verdict.refused(Refusal.ALREADY_SO);
    }
    logic.point(command.pointing());
    return Verdict.GOOD;
  }

  private Verdict safeMode(SafeMode command, Now now) {
    Trigger trigger = command.on() ? Trigger.SAFE_ENTER : Trigger.SAFE_LEAVE;
    var answer = answer(trigger, now);
    if (answer.row().isEmpty()) {
      return new Verdict(answer.refusal(), logic.mode().code(), 0);
    }
    logic.take(answer.row().get(), now, null);
    return Verdict.GOOD;
  }

  /** One step of an upload. */
  private interface UploadStep {
    PlanStore.Step take();
  }

  private Verdict stored(Trigger trigger, Now now, UploadStep step) {
    Verdict allowed = allowed(trigger, now);
    if (allowed.refusal() != Refusal.NONE) {
      return allowed;
    }
    PlanStore.Step taken = step.take();
    return new Verdict(taken.refusal(), taken.parameter(), 0);
  }

  private Verdict commit(PlanCommit command, Now now) {
    Verdict allowed = allowed(Trigger.PLAN_COMMIT, now);
    if (allowed.refusal() != Refusal.NONE) {
      return allowed;
    }
    PlanStore.Step step = plans.commit(command);
    PlanStore.Plan complete = step.complete();
    if (complete == null) {
      now.event(ChaserEvent.PLAN_REFUSED, command.plan_id(), step.refusal().code(), 0);
      return new Verdict(step.refusal(), step.parameter(), 0);
    }
    PlanCheck.Result result =
        PlanCheck.check(
            complete.legs(),
            logic.departure(now),
            now.navigation().meanMotion_rad_s(),
            now.navigation().mass_kg(),
            now.navigation().propellant_kg(),
            reserve_kg);
    if (result.refusal() != Refusal.NONE) {
      now.event(ChaserEvent.PLAN_REFUSED, command.plan_id(), result.refusal().code(), result.leg());
      return new Verdict(result.refusal(), result.leg(), result.value());
    }
    plans.replace(complete);
    logic.beginPlan();
    goState = GoState.NONE;
    now.event(ChaserEvent.PLAN_ACCEPTED, complete.id(), complete.legs().size(), 0);
    return Verdict.GOOD;
  }

  /** Mode and authority of commands whose row changes no mode. */
  private Verdict allowed(Trigger trigger, Now now) {
    var answer = answer(trigger, now);
    Row<Mode, Trigger, ModeFacts, Effect> row = answer.row().orElse(null);
    if (row == null) {
      return new Verdict(answer.refusal(), logic.mode().code(), 0);
    }
    return row.required().isMetBy(now.token()) ? Verdict.GOOD : Verdict.refused(Refusal.NOT_HOLDER);
  }

  private TransitionTable.Answer<Mode, Trigger, ModeFacts, Effect> answer(
      Trigger trigger, Now now) {
    return ModeTable.TABLE.answer(logic.mode(), trigger, logic.facts(trigger, now));
  }

  @Override
  public void save(StateWriter out) {
    out.put(goState).put(goExpiry_tai_s);
  }

  @Override
  public void restore(StateReader in) {
    goState = in.getEnum(GoState.class);
    goExpiry_tai_s = in.getLong();
  }
}
