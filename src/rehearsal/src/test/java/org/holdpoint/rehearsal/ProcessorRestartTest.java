package org.holdpoint.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.rehearsal.Rehearsal.FlownTick;
import org.holdpoint.rehearsal.scenario.Scenario;
import org.holdpoint.rehearsal.scenario.ScenarioReader;
import org.holdpoint.world.fault.Fault;
import org.holdpoint.world.fault.FaultCondition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The flight computer restarts in flight, by itself or by what breaks in it. */
class ProcessorRestartTest {
  private static final Scenario SCENARIO =
      ScenarioReader.read(
          Path.of(System.getProperty("holdpoint.root"), "etc/scenarios/first-approach.yaml"));

  private static HeadlessRun flownTo(double time_s) {
    HeadlessRun run = new HeadlessRun(SCENARIO, 1);
    while (run.rehearsal().time_s() < time_s) {
      run.fly();
    }
    return run;
  }

  private static void fly(HeadlessRun run, double seconds) {
    double until_s = run.rehearsal().time_s() + seconds;
    while (run.rehearsal().time_s() < until_s) {
      run.fly();
    }
  }

  private static void injectRestart(HeadlessRun run, double period_s, double lasts_s) {
    double now_s = run.rehearsal().time_s();
    run.rehearsal()
        .world()
        .injectFault(
            new Fault(
                "processor",
                "reset",
                Map.of("period_s", period_s),
                now_s,
                now_s + lasts_s,
                FaultCondition.ALWAYS));
  }

  @Test
  @Tag("GUI-190")
  void aRestartCostsTwoTicksWithoutThrustOrTelemetryAndTheFlightGoesOn() {
    HeadlessRun run = flownTo(2000);
    injectRestart(run, 0, 10);
    List<FlownTick> ticks = List.of(run.fly(), run.fly(), run.fly(), run.fly());
    long silent = ticks.stream().filter(tick -> tick.downlink().isEmpty()).count();
    fly(run, 20);
    assertThat(run.rehearsal().telemetry().eventsSeen()).contains(ChaserEvent.PROCESSOR_RESET);
    assertThat(run.rehearsal().telemetry().mode()).isEqualTo(Mode.TRANSFER);
    assertThat(silent).isLessThanOrEqualTo(3);
    Summary summary = run.flyToEnd(time_s -> {});
    assertThat(summary.reasons()).isEmpty();
  }

  @Test
  @Tag("GUI-191")
  void threeRestartsInTenMinutesEndInSafeModeAndTwoDoNot() {
    HeadlessRun twice = flownTo(500);
    injectRestart(twice, 200, 300);
    fly(twice, 600);
    assertThat(twice.rehearsal().telemetry().mode()).isNotEqualTo(Mode.SAFE);

    HeadlessRun thrice = flownTo(500);
    injectRestart(thrice, 200, 500);
    fly(thrice, 600);
    assertThat(thrice.rehearsal().telemetry().mode()).isEqualTo(Mode.SAFE);
    assertThat(thrice.rehearsal().telemetry().eventsSeen())
        .contains(ChaserEvent.PROCESSOR_UNSTABLE);
  }

  @Test
  @Tag("GUI-192")
  void aSnapshotTakenWhileTheProcessorIsDownGoesOnAlike() {
    HeadlessRun run = flownTo(700);
    injectRestart(run, 0, 10);
    run.fly();
    byte[] saved = run.rehearsal().save();
    Rehearsal other = new Rehearsal(SCENARIO, 1);
    other.restore(saved);
    for (int i = 0; i < 50; i++) {
      FlownTick one = run.rehearsal().fly(List.of());
      FlownTick two = other.fly(List.of());
      assertThat(two.outputs().frames()).hasSize(one.outputs().frames().size());
      for (int k = 0; k < one.outputs().frames().size(); k++) {
        assertThat(Arrays.equals(two.outputs().frames().get(k), one.outputs().frames().get(k)))
            .isTrue();
      }
    }
  }
}
