package org.holdpoint.rehearsal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.GncPacket;
import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.dictionary.telemetry.NextEvent;
import org.holdpoint.dictionary.telemetry.Validity;
import org.holdpoint.flight.Tick;
import org.holdpoint.rehearsal.scenario.Scenario;
import org.holdpoint.rehearsal.scenario.Scenario.PassesIf;
import org.holdpoint.rehearsal.score.IdealDeltaV;
import org.holdpoint.rehearsal.score.InspectionScore;
import org.holdpoint.rehearsal.score.TruthRules;
import org.holdpoint.world.ProximityTruth;
import org.holdpoint.world.TargetHull;
import org.holdpoint.world.TruthWorld;
import org.jspecify.annotations.Nullable;

/**
 * Stands outside the flight code, looks at truth and telemetry after each tick, and says at the end
 * what was wrong.
 */
public final class Judge {
  private static final double KEEP_OUT_M = 30;
  private static final double TICKS_PER_HOUR = 36_000;
  private static final int TICKS_PER_S = 10;

  private final Scenario scenario;
  private final IdealDeltaV ideal = new IdealDeltaV();
  private final TruthRules rules = new TruthRules();
  private final @Nullable InspectionScore inspection;
  private boolean navigationWasInvalid;
  private long abortArrivedTick = -1;
  private long abortFiredTick = -1;
  private @Nullable Double driftSmallestRange_m;

  public Judge(Scenario scenario) {
    this.scenario = scenario;
    this.inspection =
        scenario.passesIf().coverageMin() == null ? null : new InspectionScore(TargetHull.NOMINAL);
  }

  /** Looks at one flown tick. */
  public void look(Rehearsal rehearsal, Rehearsal.FlownTick flown) {
    score(rehearsal, flown.tick());
    navigationWasInvalid |= saidInvalid(rehearsal.telemetry(), flown.tick());
    if (abortArrivedTick < 0 && flown.uplink().stream().anyMatch(UplinkPeek::isAbort)) {
      abortArrivedTick = flown.tick().number();
    }
    if (abortArrivedTick >= 0
        && abortFiredTick < 0
        && flown.outputs().actuators().firesAnyThruster()) {
      abortFiredTick = flown.tick().number();
    }
  }

  private void score(Rehearsal rehearsal, Tick tick) {
    TruthWorld world = rehearsal.world();
    if (tick.every(TICKS_PER_S)) {
      rules.look(world.truth());
    }
    InspectionScore pictures = inspection;
    if (pictures != null) {
      pictures.look(tick.number(), world);
    }
    for (EventReport event : rehearsal.telemetry().eventsOfThisTick()) {
      GncPacket gnc = rehearsal.telemetry().gnc();
      boolean stopIsNext = gnc != null && gnc.next_event() == NextEvent.STOP_BURN;
      ideal.look(event, stopIsNext, world.truth());
    }
  }

  /** What the legs flown would have cost without errors. */
  public double idealDeltaV_m_s() {
    return ideal.total_m_s();
  }

  /** How often the truth broke each rule of proximity. */
  public Map<TruthRules.Rule, Integer> rulesBroken() {
    return rules.broken();
  }

  /** Share of the target seen; null when the scenario does not ask. */
  public @Nullable Double coverage() {
    return inspection == null ? null : inspection.coverage();
  }

  /** By the event of the tick in which it became so, and, should that be lost, once a second. */
  private static boolean saidInvalid(OnboardTelemetry telemetry, Tick tick) {
    for (EventReport event : telemetry.eventsOfThisTick()) {
      if (event.event() == ChaserEvent.NAVIGATION_VALIDITY
          && event.a() == Validity.INVALID.code()) {
        return true;
      }
    }
    GncPacket gnc = tick.every(TICKS_PER_S) ? telemetry.gnc() : null;
    return gnc != null && gnc.navigation() == Validity.INVALID;
  }

  /**
   * Lets the truth drift with all actuators off for as long as the scenario asks, after the last
   * tick. The rehearsal cannot go on afterwards.
   */
  public void letDrift(Rehearsal rehearsal) {
    long ticks = (long) (scenario.passesIf().driftOutsideKeepOut_h() * TICKS_PER_HOUR);
    if (ticks == 0) {
      return;
    }
    TruthWorld world = rehearsal.world();
    int[] off_ms = new int[org.holdpoint.flight.ActuatorCommands.THRUSTERS];
    double[] noTorque = new double[3];
    double smallest_m = Double.MAX_VALUE;
    for (long i = 0; i < ticks; i++) {
      world.move(off_ms, noTorque);
      if (i % 10 == 0) {
        smallest_m = Math.min(smallest_m, world.truth().range_m());
      }
    }
    driftSmallestRange_m = smallest_m;
  }

  /** Smallest range of the drift that was asked for; null when none was. */
  public @Nullable Double driftSmallestRange_m() {
    return driftSmallestRange_m;
  }

  /**
   * Ticks from the arrival of ABORT onboard to the first thruster pulse; null when none arrived, or
   * no pulse came after it, as when the spacecraft had aborted before by itself.
   */
  public @Nullable Long abortTicks() {
    return abortArrivedTick < 0 || abortFiredTick < 0 ? null : abortFiredTick - abortArrivedTick;
  }

  /**
   * What the run did not satisfy; empty for a pass. Contact is never satisfied. {@code end} is the
   * truth when the scenario ended.
   */
  public List<String> reasons(End end, Set<ChaserEvent> events) {
    List<String> reasons = new ArrayList<>();
    PassesIf asked = scenario.passesIf();
    if (asked.keepOutEntries() != null && end.keepOutEntries() > asked.keepOutEntries()) {
      reasons.add("keep-out sphere entered %d times".formatted(end.keepOutEntries()));
    }
    ProximityTruth proximity = end.proximity();
    if (proximity.contacts() > 0) {
      reasons.add(
          "touched the target %d times, first %.1f s after the start, last at %.3f m/s"
              .formatted(
                  proximity.contacts(),
                  proximity.firstContact_s(),
                  proximity.lastContactSpeed_m_s()));
    }
    if (asked.finalMode() != null && end.mode() != asked.finalMode()) {
      reasons.add("final mode %s, not %s".formatted(end.mode(), asked.finalMode()));
    }
    double[] range = asked.finalRange_m();
    if (range != null && (end.range_m() < range[0] || end.range_m() > range[1])) {
      reasons.add(
          "final range %.1f m, not %.0f to %.0f m".formatted(end.range_m(), range[0], range[1]));
    }
    if (asked.navigationNeverInvalid() && navigationWasInvalid) {
      reasons.add("navigation was invalid at some time");
    }
    if (asked.safingEvents() != null && end.safings() > asked.safingEvents()) {
      reasons.add("%d safings, at most %d".formatted(end.safings(), asked.safingEvents()));
    }
    abortReason(asked).ifPresent(reasons::add);
    Double coverage = coverage();
    if (asked.coverageMin() != null && coverage != null && coverage < asked.coverageMin()) {
      reasons.add(
          "saw %.3f of what could be seen of the target, asked %.3f"
              .formatted(coverage, asked.coverageMin()));
    }
    if (asked.deltaVOverIdealMax() != null
        && end.deltaV_m_s() > asked.deltaVOverIdealMax() * idealDeltaV_m_s()) {
      reasons.add(
          "delta-v %.3f m/s is more than %.2f of the ideal %.3f m/s"
              .formatted(end.deltaV_m_s(), asked.deltaVOverIdealMax(), idealDeltaV_m_s()));
    }
    if (asked.noRuleBroken()) {
      rulesBroken()
          .forEach(
              (rule, times) ->
                  reasons.add("the truth broke the rule %s %d times".formatted(rule, times)));
    }
    Set<ChaserEvent> missing = EnumSet.noneOf(ChaserEvent.class);
    missing.addAll(asked.events());
    missing.removeAll(events);
    missing.forEach(event -> reasons.add("event " + event + " never came"));
    Double drift_m = driftSmallestRange_m;
    if (drift_m != null && drift_m < KEEP_OUT_M) {
      reasons.add("the drift afterwards came to %.1f m".formatted(drift_m));
    }
    return reasons;
  }

  private java.util.Optional<String> abortReason(PassesIf asked) {
    Integer limit = asked.abortWithinTicks();
    if (limit == null) {
      return java.util.Optional.empty();
    }
    if (abortArrivedTick < 0) {
      return java.util.Optional.of("no ABORT arrived onboard");
    }
    Long ticks = abortTicks();
    if (ticks == null) {
      return java.util.Optional.of("no thruster fired after ABORT arrived");
    }
    return ticks > limit
        ? java.util.Optional.of("ABORT fired %d ticks after its arrival".formatted(ticks))
        : java.util.Optional.empty();
  }

  /** How things stood when the scenario ended. */
  public record End(
      int keepOutEntries,
      @Nullable Mode mode,
      double range_m,
      int safings,
      double deltaV_m_s,
      ProximityTruth proximity) {}
}
