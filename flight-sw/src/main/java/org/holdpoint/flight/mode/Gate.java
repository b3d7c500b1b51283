package org.holdpoint.flight.mode;

import java.util.ArrayList;
import java.util.List;
import org.holdpoint.dictionary.command.Refusal;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.GateCriterion;
import org.holdpoint.dictionary.telemetry.GatePacket.Criterion;
import org.holdpoint.dictionary.telemetry.LegKind;
import org.holdpoint.dictionary.telemetry.Rung;
import org.holdpoint.dictionary.telemetry.Validity;
import org.holdpoint.dictionary.telemetry.Verdict;
import org.holdpoint.flight.guidance.LegAssessment;
import org.holdpoint.flight.guidance.PassiveSafety;
import org.holdpoint.flight.guidance.TransferPlan;
import org.holdpoint.flight.state.RecordState;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.jspecify.annotations.Nullable;

/**
 * The gate at hand: its criteria, judged once a second. It opens when all of them have passed three
 * times in a row and closes when one has failed twice; a criterion that passed fails only a quarter
 * beyond its limit. So it does not chatter.
 */
final class Gate implements Retained {
  private static final int OPENS_AFTER = 3;
  private static final int CLOSES_AFTER = 2;
  private static final double SLACK = 1.25;
  private static final int ROWS = 11;

  private static final Criterion EMPTY =
      new Criterion(GateCriterion.NONE, 0, 0, Verdict.NOT_APPLICABLE);

  /**
   * What the criteria are judged by.
   *
   * @param gate_id gate at hand
   * @param next kind of the leg that departs; NONE when none does
   * @param leg assessment of it; its refusal is looked at, too
   * @param range_m to the target
   * @param propellantAfter_kg propellant after the leg
   * @param monitor validity of the monitor's state
   * @param disagreement_m between navigation and the monitor
   * @param litFor_s how long the target stays lit
   * @param forced_s how long a forced leg takes; 0 for other kinds
   */
  record Facts(
      int gate_id,
      LegKind next,
      LegAssessment leg,
      Validity navigation,
      double range_m,
      double position3Sigma_m,
      double positionError_m,
      double speedError_m_s,
      double attitudeError_deg,
      Validity monitor,
      double disagreement_m,
      double propellantAfter_kg,
      double reserve_kg,
      Rung safing,
      double litFor_s,
      double forced_s,
      double orbit_s) {}

  private record Kept(int gate_id, boolean open, int passes, int fails, List<Criterion> criteria) {
    Kept {
      criteria = List.copyOf(criteria);
    }
  }

  private static final Kept NONE = new Kept(0, false, 0, 0, padded(new ArrayList<>()));

  private Kept kept = NONE;

  boolean open() {
    return kept.open();
  }

  List<Criterion> criteria() {
    return kept.criteria();
  }

  /** The vehicle waits at no gate. */
  void leave() {
    kept = NONE;
  }

  /** Judges the criteria; to be called once a second. */
  void judge(Facts facts, List<EventReport> events) {
    if (facts.gate_id() != kept.gate_id()) {
      kept = new Kept(facts.gate_id(), false, 0, 0, NONE.criteria());
    }
    List<Criterion> criteria = criteria(facts);
    Criterion failing = failing(criteria);
    boolean nothingDeparts = facts.next() == LegKind.NONE;
    int passes = failing == null && !nothingDeparts ? kept.passes() + 1 : 0;
    int fails = failing == null ? 0 : kept.fails() + 1;
    boolean open = kept.open() ? fails < CLOSES_AFTER : passes >= OPENS_AFTER;
    if (open && !kept.open()) {
      events.add(new EventReport(ChaserEvent.GATE_OPENED, facts.gate_id(), 0, 0));
    } else if (!open && kept.open() && failing != null) {
      events.add(
          new EventReport(
              ChaserEvent.GATE_CLOSED, facts.gate_id(), failing.id().code(), failing.value()));
    }
    kept =
        new Kept(
            facts.gate_id(),
            open,
            Math.min(passes, OPENS_AFTER),
            Math.min(fails, CLOSES_AFTER),
            padded(criteria));
  }

  /** First criterion that keeps the gate shut: one that fails, else the first. */
  Criterion firstFailing() {
    Criterion failing = failing(kept.criteria());
    return failing == null ? kept.criteria().get(0) : failing;
  }

  private static @Nullable Criterion failing(List<Criterion> criteria) {
    for (Criterion criterion : criteria) {
      if (criterion.verdict() == Verdict.FAIL || criterion.verdict() == Verdict.UNKNOWN) {
        return criterion;
      }
    }
    return null;
  }

  private List<Criterion> criteria(Facts facts) {
    GateLimits limits = GateLimits.of(facts.next());
    boolean navigates = facts.navigation() == Validity.VALID;
    boolean watched = facts.monitor() == Validity.VALID;
    List<Criterion> rows = new ArrayList<>(ROWS);
    rows.add(equal(GateCriterion.NAVIGATION_VALID, facts.navigation().code(), 2));
    double position3Sigma_m =
        limits.position3Sigma_m() == GateLimits.NONE
            ? GateLimits.POSITION_3SIGMA_PART * facts.range_m()
            : limits.position3Sigma_m();
    rows.add(
        atMost(
            GateCriterion.NAVIGATION_3_SIGMA_M,
            facts.position3Sigma_m(),
            position3Sigma_m,
            navigates));
    rows.add(
        atMost(
            GateCriterion.POSITION_ERROR_M,
            facts.positionError_m(),
            limits.position_m(),
            navigates));
    rows.add(
        atMost(GateCriterion.SPEED_M_S, facts.speedError_m_s(), limits.speed_m_s(), navigates));
    rows.add(
        atMost(
            GateCriterion.ATTITUDE_ERROR_DEG,
            facts.attitudeError_deg(),
            limits.attitude_deg(),
            true));
    rows.add(
        atMost(
            GateCriterion.MONITOR_AGREES_M,
            facts.disagreement_m(),
            limits.agreement_m(),
            navigates && watched));
    rows.add(
        limits.agreement_m() == GateLimits.NONE
            ? new Criterion(
                GateCriterion.MONITOR_VALID, facts.monitor().code(), 2, Verdict.NOT_APPLICABLE)
            : equal(GateCriterion.MONITOR_VALID, facts.monitor().code(), 2));
    rows.add(equal(GateCriterion.NO_SAFING, facts.safing().code(), 0));
    if (facts.next() == LegKind.NONE) {
      return rows;
    }
    rows.add(nextLeg(facts.leg(), navigates));
    rows.add(
        new Criterion(
            GateCriterion.PROPELLANT_KG,
            facts.propellantAfter_kg(),
            facts.reserve_kg(),
            facts.propellantAfter_kg() >= facts.reserve_kg() ? Verdict.PASS : Verdict.FAIL));
    if (facts.forced_s() > 0) {
      rows.add(
          new Criterion(
              GateCriterion.LIT_FOR_S,
              facts.litFor_s(),
              facts.forced_s(),
              facts.litFor_s() >= facts.forced_s() ? Verdict.PASS : Verdict.FAIL));
    }
    TransferPlan transfer = facts.leg().transfer();
    if (facts.next() == LegKind.CIRCUMNAVIGATE && transfer != null) {
      rows.add(
          new Criterion(
              GateCriterion.DEPARTS_IN_S, transfer.wait_s(), facts.orbit_s(), Verdict.PASS));
    }
    return rows;
  }

  private Criterion nextLeg(LegAssessment leg, boolean navigates) {
    boolean stillSafe =
        leg.refusal() == Refusal.UNSAFE
            && passedBefore(GateCriterion.NEXT_LEG_SAFE_M)
            && leg.smallestRange_m() * SLACK > PassiveSafety.KEEP_OUT_M;
    boolean safe = leg.refusal() == Refusal.NONE || stillSafe;
    Verdict verdict = safe ? Verdict.PASS : Verdict.FAIL;
    return new Criterion(
        GateCriterion.NEXT_LEG_SAFE_M,
        leg.smallestRange_m(),
        PassiveSafety.KEEP_OUT_M,
        navigates ? verdict : Verdict.UNKNOWN);
  }

  private static Criterion equal(GateCriterion id, double value, double wanted) {
    return new Criterion(id, value, wanted, value == wanted ? Verdict.PASS : Verdict.FAIL);
  }

  private Criterion atMost(GateCriterion id, double value, double limit, boolean known) {
    if (limit == GateLimits.NONE) {
      return new Criterion(id, value, limit, Verdict.NOT_APPLICABLE);
    }
    if (!known) {
      return new Criterion(id, value, limit, Verdict.UNKNOWN);
    }
    double bound = passedBefore(id) ? SLACK * limit : limit;
    return new Criterion(id, value, limit, value <= bound ? Verdict.PASS : Verdict.FAIL);
  }

  private boolean passedBefore(GateCriterion id) {
    for (Criterion criterion : kept.criteria()) {
      if (criterion.id() == id) {
        return criterion.verdict() == Verdict.PASS;
      }
    }
    return false;
  }

  private static List<Criterion> padded(List<Criterion> criteria) {
    List<Criterion> rows = new ArrayList<>(criteria);
    while (rows.size() < ROWS) {
      rows.add(EMPTY);
    }
    return rows;
  }

  @Override
  public void save(StateWriter out) {
    RecordState.write(out, kept);
  }

  @Override
  public void restore(StateReader in) {
    kept = RecordState.read(in, Kept.class);
  }
}
