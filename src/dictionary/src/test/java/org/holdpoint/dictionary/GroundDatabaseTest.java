package org.holdpoint.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.holdpoint.dictionary.telemetry.GncPacket;
import org.holdpoint.dictionary.telemetry.HousekeepingPacket;
import org.holdpoint.dictionary.telemetry.Rung;
import org.holdpoint.dictionary.telemetry.RungVerdict;
import org.holdpoint.dictionary.telemetry.SafetyPacket;
import org.holdpoint.dictionary.telemetry.Validity;
import org.holdpoint.dictionary.telemetry.Verdict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yamcs.algorithms.AlgorithmExecutionContext;
import org.yamcs.algorithms.JavaExprAlgorithmExecutionFactory;
import org.yamcs.mdb.ContainerProcessingResult;
import org.yamcs.mdb.ProcessingContext;
import org.yamcs.parameter.LastValueCache;
import org.yamcs.parameter.ParameterValue;
import org.yamcs.xtce.Algorithm;
import org.yamcs.xtce.CustomAlgorithm;
import org.yamcs.xtce.FloatParameterType;

/** The hand-written part: what it derives from telemetry, and what rings. */
class GroundDatabaseTest {
  private static final Validity VALID = Validity.VALID;

  /** Runs every algorithm of the ground that the packet triggers. */
  private static <T extends Record> Map<String, Double> derived(
      Class<T> type, Map<String, Object> told) {
    ContainerProcessingResult decoded =
        MissionDatabase.decode(
            HandMadePacket.housekeeping(TelemetryCodec.of(type), PacketContents.of(type, told)));
    Map<String, Double> derived = new TreeMap<>();
    for (Algorithm algorithm : MissionDatabase.mdb().getAlgorithms()) {
      if (algorithm.getQualifiedName().startsWith("/ground/")) {
        for (ParameterValue value : run((CustomAlgorithm) algorithm, decoded)) {
          derived.put(value.getParameter().getName(), (double) value.getEngValue().getFloatValue());
        }
      }
    }
    return derived;
  }

  private static List<ParameterValue> run(
      CustomAlgorithm algorithm, ContainerProcessingResult decoded) {
    try {
      var executor =
          new JavaExprAlgorithmExecutionFactory()
              .makeExecutor(
                  algorithm, new AlgorithmExecutionContext("test", MissionDatabase.processor(), 1));
      var context = ProcessingContext.createForTmProcessing(new LastValueCache(), 0);
      decoded.getParameterResult().forEach(context::addTmParam);
      return executor.update(context)
          ? executor.execute(0, 0, context).getOutputValues()
          : List.of();
    } catch (Exception e) {
      throw new IllegalStateException(algorithm.getQualifiedName(), e);
    }
  }

  private static String alarm(String name, double value) {
    FloatParameterType type =
        (FloatParameterType)
            MissionDatabase.mdb().getParameter("/ground/" + name).getParameterType();
    var ranges = type.getDefaultAlarm().getStaticAlarmRanges();
    if (outside(ranges.getCriticalRange(), value)) {
      return "CRITICAL";
    }
    if (outside(ranges.getWarningRange(), value)) {
      return "WARNING";
    }
    return outside(ranges.getWatchRange(), value) ? "WATCH" : "none";
  }

  private static boolean outside(org.yamcs.xtce.util.DoubleRange range, double value) {
    return range != null && range.inRange(value) != 0;
  }

  @Test
  @Tag("DIC-007")
  void aQuietVehicleRaisesNothing() {
    Map<String, Double> derived =
        derived(
            SafetyPacket.class,
            Map.of(
                "monitor",
                VALID,
                "closing_speed_margin_m_s",
                0.4,
                "passive_range_3sigma_m",
                220.0,
                "disagreement_m",
                1.5,
                "hold_verdict",
                RungVerdict.SAFE,
                "retreat_verdict",
                RungVerdict.SAFE,
                "abort_verdict",
                RungVerdict.SAFE));
    assertThat(derived)
        .containsOnlyKeys(
            "closing_speed_margin_m_s",
            "disagreement_m",
            "monitor_invalid",
            "passive_range_3sigma_m",
            "rules_broken",
            "rungs_safe",
            "safing");
    derived.forEach((name, value) -> assertThat(alarm(name, value)).as(name).isEqualTo("none"));
  }

  @Test
  @Tag("DIC-007")
  void eachBrokenRuleRingsAndSoDoesTheResponse() {
    for (FieldSpec field : TelemetryCodec.of(SafetyPacket.class).fields()) {
      if (field.name().startsWith("rule_")) {
        var broken = derived(SafetyPacket.class, Map.of(field.name(), Verdict.FAIL));
        assertThat(broken).as(field.name()).containsEntry("rules_broken", 1.0);
      }
    }
    assertThat(alarm("rules_broken", 1)).isEqualTo("CRITICAL");
    assertThat(derived(SafetyPacket.class, Map.of("response_active", Rung.ABORT)))
        .containsEntry("safing", 4.0);
    assertThat(alarm("safing", Rung.HOLD.code())).isEqualTo("WARNING");
    assertThat(alarm("safing", Rung.ABORT.code())).isEqualTo("CRITICAL");
  }

  @Test
  @Tag("DIC-007")
  void whatDriftsTowardsItsLimitRingsBeforeItIsReached() {
    assertThat(alarm("closing_speed_margin_m_s", 0.005)).isEqualTo("WARNING");
    assertThat(alarm("closing_speed_margin_m_s", -0.001)).isEqualTo("CRITICAL");
    assertThat(alarm("passive_range_3sigma_m", 33)).isEqualTo("WARNING");
    assertThat(alarm("passive_range_3sigma_m", 29)).isEqualTo("CRITICAL");
    assertThat(alarm("disagreement_m", 12)).isEqualTo("WATCH");
    assertThat(alarm("disagreement_m", 21)).isEqualTo("WARNING");
    assertThat(alarm("delta_v_left_m_s", 2)).isEqualTo("CRITICAL");
    assertThat(alarm("navigation_3sigma_m", 60)).isEqualTo("CRITICAL");
    assertThat(alarm("rungs_safe", 1)).isEqualTo("WATCH");
    assertThat(alarm("rungs_safe", 0)).isEqualTo("CRITICAL");
  }

  /** The packet then carries zeros, and a zero range at 3 sigma would ring for nothing. */
  @Test
  @Tag("DIC-013")
  void aMonitorThatKnowsNothingRingsOnceNotEverywhere() {
    Map<String, Double> derived = derived(SafetyPacket.class, Map.of("monitor", Validity.INVALID));
    assertThat(derived).containsOnlyKeys("monitor_invalid", "rules_broken", "safing");
    assertThat(alarm("monitor_invalid", derived.get("monitor_invalid"))).isEqualTo("WARNING");
  }

  /** In its first second the monitor has a state and no outlook yet. */
  @Test
  @Tag("DIC-013")
  void aMonitorThatHasNotJudgedYetRingsForNothing() {
    Map<String, Double> derived =
        derived(
            SafetyPacket.class,
            Map.of("monitor", Validity.VALID, "hold_verdict", RungVerdict.UNKNOWN));
    assertThat(derived).doesNotContainKeys("rungs_safe", "passive_range_3sigma_m");
  }

  @Test
  @Tag("DIC-007")
  void navigationAndPropellantHaveTheirAlarms() {
    assertThat(derived(GncPacket.class, Map.of("navigation", VALID, "position_3sigma_m", 25.0)))
        .containsEntry("navigation_3sigma_m", 25.0)
        .containsEntry("navigation_invalid", 0.0);
    assertThat(derived(GncPacket.class, Map.of("navigation", Validity.STALE)))
        .containsEntry("navigation_invalid", 1.0);
    assertThat(
            derived(
                HousekeepingPacket.class,
                Map.of("delta_v_used_m_s", 1.5, "delta_v_left_m_s", 80.0)))
        .containsEntry("delta_v_left_m_s", 80.0)
        .containsEntry("delta_v_total_m_s", 81.5);
  }
}
