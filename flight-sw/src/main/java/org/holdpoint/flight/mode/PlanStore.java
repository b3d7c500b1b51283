package org.holdpoint.flight.mode;

import java.util.ArrayList;
import java.util.List;
import org.holdpoint.dictionary.Xyz;
import org.holdpoint.dictionary.command.PlanBegin;
import org.holdpoint.dictionary.command.PlanCommit;
import org.holdpoint.dictionary.command.PlanLeg;
import org.holdpoint.dictionary.command.Refusal;
import org.holdpoint.dictionary.telemetry.LegKind;
import org.holdpoint.dictionary.telemetry.PlanHash;
import org.holdpoint.dictionary.telemetry.PlanPacket;
import org.holdpoint.dictionary.telemetry.PlanPacket.Leg;
import org.holdpoint.flight.state.RecordState;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.jspecify.annotations.Nullable;

/**
 * The plan onboard and the plan in upload. An upload changes nothing until COMMIT; then the whole
 * of it becomes the plan, or none of it and the reason is said.
 */
final class PlanStore implements Retained {
  private static final Leg NO_LEG = new Leg(LegKind.NONE, 0, new Xyz(0, 0, 0), 0);

  /** A plan with its hash. */
  record Plan(int id, long hash, List<Leg> legs) {
    Plan {
      legs = List.copyOf(legs);
    }

    static Plan of(int id, List<Leg> legs) {
      return new Plan(id, PlanHash.of(legs), legs);
    }
  }

  /** What BEGIN announced and the legs that came since. */
  private record Upload(int id, int count, long hash, List<Leg> legs) {
    Upload {
      legs = List.copyOf(legs);
    }
  }

  /**
   * Answer to one step of an upload.
   *
   * @param parameter first number of the refusal
   * @param complete the uploaded plan, whole and unharmed, at COMMIT only
   */
  record Step(Refusal refusal, double parameter, @Nullable Plan complete) {
    static final Step TAKEN = new Step(Refusal.NONE, 0, null);

    static Step refused(Refusal refusal, double parameter) {
      return new Step(refusal, parameter, null);
    }
  }

  private Plan plan;
  private @Nullable Upload upload;

  /** Of the plan, once somebody has asked for it. */
  private @Nullable PlanPacket packet;

  PlanStore(int id, List<Leg> legs) {
    if (legs.size() > PlanPacket.MAX_LEGS) {
      throw new IllegalArgumentException(
          "plan " + id + " has " + legs.size() + " legs; at most 8 can be held");
    }
    plan = Plan.of(id, legs);
  }

  Plan plan() {
    return plan;
  }

  Step begin(PlanBegin command) {
    upload = new Upload(command.plan_id(), command.leg_count(), command.plan_hash(), List.of());
    return Step.TAKEN;
  }

  /** Legs come in order; the last one again is taken as a repetition. */
  Step leg(PlanLeg command) {
    Upload now = upload;
    if (now == null) {
      return Step.refused(Refusal.PLAN_SEQUENCE, 0);
    }
    int expected = now.legs().size() + 1;
    boolean again = command.leg_index() == expected - 1;
    if (command.leg_index() > now.count() || (command.leg_index() != expected && !again)) {
      return Step.refused(Refusal.PLAN_SEQUENCE, expected);
    }
    List<Leg> legs = new ArrayList<>(now.legs());
    Leg leg =
        new Leg(command.kind(), command.gate_id(), command.target_L_m(), command.duration_s());
    if (again) {
      legs.set(legs.size() - 1, leg);
    } else {
      legs.add(leg);
    }
    upload = new Upload(now.id(), now.count(), now.hash(), legs);
    return Step.TAKEN;
  }

  /** Ends the upload; what is complete still has to be judged before {@link #replace}. */
  Step commit(PlanCommit command) {
    Upload now = upload;
    if (now == null || now.id() != command.plan_id()) {
      return Step.refused(Refusal.PLAN_SEQUENCE, now == null ? 0 : now.id());
    }
    upload = null;
    if (now.legs().size() < now.count()) {
      return Step.refused(Refusal.PLAN_INCOMPLETE, now.legs().size());
    }
    Plan complete = Plan.of(now.id(), now.legs());
    if (complete.hash() != now.hash()) {
      return Step.refused(Refusal.PLAN_CRC, complete.hash());
    }
    return new Step(Refusal.NONE, 0, complete);
  }

  void replace(Plan checked) {
    plan = checked;
    packet = null;
  }

  /** For the ground: always eight legs, those beyond the last with kind NONE. */
  PlanPacket packet() {
    PlanPacket ready = packet;
    if (ready == null) {
      ready = packetOf(plan);
      packet = ready;
    }
    return ready;
  }

  private static PlanPacket packetOf(Plan plan) {
    List<Leg> legs = new ArrayList<>(plan.legs());
    while (legs.size() < PlanPacket.MAX_LEGS) {
      legs.add(NO_LEG);
    }
    return new PlanPacket(plan.id(), plan.hash(), plan.legs().size(), legs);
  }

  @Override
  public void save(StateWriter out) {
    RecordState.write(out, plan);
    RecordState.write(out, upload);
  }

  @Override
  public void restore(StateReader in) {
    plan = RecordState.read(in, Plan.class);
    packet = null;
    upload = RecordState.readNullable(in, Upload.class);
  }
}
