package org.holdpoint.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.dictionary.telemetry.SafetyPacket;
import org.holdpoint.rehearsal.score.TruthRules;
import org.holdpoint.world.Bystander;
import org.holdpoint.world.ProximityTruth;
import org.holdpoint.world.TruthSnapshot;
import org.jspecify.annotations.Nullable;

/** Puts together what judge, truth and telemetry say at the end of a run. */
public final class Verdicts {
  private Verdicts() {}

  /**
   * Sums up; lets the truth drift on when the scenario asks for it, so the rehearsal is over
   * afterwards.
   *
   * @param alreadyWrong what is known to be wrong before the judge speaks
   */
  public static Summary summarise(
      Rehearsal rehearsal,
      Judge judge,
      long seed,
      List<String> alreadyWrong,
      CommandTally commands,
      double realtimeFactor,
      @Nullable GroundTally ground) {
    TruthSnapshot truth = rehearsal.world().truth();
    ProximityTruth proximity = rehearsal.world().proximity();
    String trace_sha256 = rehearsal.trace_sha256();
    double duration_s = rehearsal.time_s();
    Mode mode = rehearsal.telemetry().mode();
    SafetyPacket safety = rehearsal.telemetry().safety();
    int safings = safety == null ? 0 : safety.safing_count();
    List<Bystander.Truth> near = rehearsal.world().bystanders();
    double deltaV_m_s = rehearsal.telemetry().deltaVUsed_m_s();
    judge.letDrift(rehearsal);
    List<String> reasons = new ArrayList<>(alreadyWrong);
    reasons.addAll(
        judge.reasons(
            new Judge.End(
                truth.keepOutEntries(), mode, truth.range_m(), safings, deltaV_m_s, proximity),
            rehearsal.telemetry().eventsSeen()));
    RuntimeException failure = rehearsal.flightFailure();
    if (failure != null) {
      reasons.add("a tick of the flight software broke: " + whereOf(failure));
    }
    Map<String, Double> bystanders = new TreeMap<>();
    for (Bystander.Truth bystander : near) {
      bystanders.put(bystander.name(), bystander.smallestRange_m());
      if (bystander.entries() > 0) {
        reasons.add(
            "%s came within 30 m %d times, %.1f m at the nearest"
                .formatted(bystander.name(), bystander.entries(), bystander.smallestRange_m()));
      }
    }
    return new Summary(
        rehearsal.scenario().name(),
        seed,
        trace_sha256,
        reasons.isEmpty() ? Summary.Outcome.PASS : Summary.Outcome.FAIL,
        reasons,
        duration_s,
        realtimeFactor,
        truth.smallestRange_m(),
        truth.range_m(),
        truth.keepOutEntries(),
        proximity.contacts(),
        deltaV_m_s,
        judge.idealDeltaV_m_s(),
        judge.coverage(),
        names(judge.rulesBroken()),
        commands.sent(),
        commands.accepted(),
        commands.completed(),
        commands.refused(),
        mode == null ? null : mode.name(),
        safings,
        judge.abortTicks(),
        judge.driftSmallestRange_m(),
        judge.driftSmallestRange_m() == null
            ? null
            : rehearsal.scenario().passesIf().driftOutsideKeepOut_h(),
        bystanders.isEmpty() ? null : bystanders,
        ground == null ? null : ground.framesSent(),
        ground == null ? null : ground.framesReceived(),
        ground == null ? null : ground.packetsGenerated(),
        ground == null ? null : ground.packetsArchived(),
        ground == null ? null : GroundTally.total(ground.reportsGenerated()),
        ground == null ? null : GroundTally.total(ground.reportsInParameterArchive()),
        ground == null ? null : ground.journal());
  }

  private static String whereOf(RuntimeException failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return failure + (trace.length == 0 ? "" : " at " + trace[0]);
  }

  /** Null when none was. */
  private static @Nullable Map<String, Integer> names(Map<TruthRules.Rule, Integer> broken) {
    Map<String, Integer> names = new TreeMap<>();
    broken.forEach((rule, times) -> names.put(rule.name(), times));
    return names.isEmpty() ? null : names;
  }
}
