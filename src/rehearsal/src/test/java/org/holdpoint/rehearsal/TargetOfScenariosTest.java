package org.holdpoint.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.holdpoint.port.messages.ManoeuvreTarget;
import org.holdpoint.port.messages.journal.JournalRecord.Source;
import org.holdpoint.rehearsal.journal.Journal;
import org.holdpoint.rehearsal.journal.JournalInput;
import org.holdpoint.rehearsal.journal.JournalWriter;
import org.holdpoint.rehearsal.scenario.Scenario;
import org.holdpoint.rehearsal.scenario.ScenarioException;
import org.holdpoint.rehearsal.scenario.ScenarioReader;
import org.holdpoint.world.TargetAttitude.Motion;
import org.holdpoint.world.sample.Xyz;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A target that turns, burns and evades, as scenarios write it and instructors fly it. */
class TargetOfScenariosTest {
  private static final Path FIRST_APPROACH = Path.of("../../etc/scenarios/first-approach.yaml");
  private static final String TARGET = "target: {attitude: nadir-fixed}";
  private static final String CHASER = "chaser: {vbar_m: -1000, propellant_kg: 12}";

  @TempDir private Path folder;

  private Scenario with(String was, String is) {
    try {
      String text = Files.readString(FIRST_APPROACH);
      assertThat(text).contains(was);
      return ScenarioReader.read(
          Files.writeString(
              folder.resolve("scenario.yaml"),
              text.replace(was, is).replace("at_most_s: 30000", "at_most_s: 20")));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  @Tag("WLD-054")
  void aTargetTumblesBurnsAndEvadesAsWritten() {
    var world =
        WorldLoad.of(
            with(
                TARGET,
                "target: {attitude: tumble, rate_deg_s: [1, 0.5, -2], burns: [{at_s: 60,"
                    + " dv_L_m_s: [0, 0.1, 0]}], evades: {range_m: 300, dv_L_m_s: [0, 0, 0.2]}}"),
            1);
    assertThat(world.targetAttitude().motion()).isEqualTo(Motion.TUMBLE);
    assertThat(world.targetAttitude().rate_T_deg_s()).isEqualTo(new Xyz(1, 0.5, -2));
    assertThat(world.toString()).contains("TargetBurn[at_s=60.0").contains("range_m=300.0");
  }

  @Test
  @Tag("WLD-054")
  void aTumbleWithoutARateIsRefusedOnItsLine() {
    assertThatThrownBy(() -> with(TARGET, "target: {attitude: tumble}"))
        .isInstanceOf(ScenarioException.class)
        .hasMessageContaining("scenario.yaml:12:")
        .hasMessageContaining("rate_deg_s");
  }

  @Test
  @Tag("WLD-059")
  void anInstructorsBurnOfTheTargetMovesItAndReplaysToTheSameHash() {
    Scenario scenario = ScenarioReader.read(FIRST_APPROACH);
    byte[] burn =
        ManoeuvreTarget.newBuilder()
            .setDvLMS(
                org.holdpoint.port.messages.Xyz.newBuilder().setX(0).setY(0).setZ(0.5).build())
            .build()
            .toByteArray();
    Rehearsal flown = new Rehearsal(scenario, 2);
    Rehearsal unmoved = new Rehearsal(scenario, 2);
    Path file = folder.resolve("burn.journal");
    try (var journal = JournalWriter.begin(folder, scenario, WorldLoad.dataSha256(), 2, "burn")) {
      for (long tick = 0; tick < 600; tick++) {
        List<JournalInput> inputs =
            tick == 100 ? List.of(new JournalInput(Source.MANOEUVRE_TARGET, burn)) : List.of();
        for (JournalInput input : inputs) {
          journal.write(tick, input);
        }
        flown.fly(inputs);
        unmoved.fly(List.of());
      }
      journal.end(flown.ticks(), flown.trace_sha256());
    }
    double across_m = unmoved.world().truth().r_CT_L_m().z() - flown.world().truth().r_CT_L_m().z();
    assertThat(across_m).isBetween(20.0, 26.0);
    assertThat(new Replay(Journal.read(file)).fly()).isEqualTo(flown.trace_sha256());
  }

  @Test
  @Tag("WLD-061")
  void aBystanderThatComesTooNearFailsAFlight() {
    String bystanders =
        "\nbystanders: [{name: spent-stage, r_L_m: [0, -1000, 70], v_L_m_s: [0, 0, -10]}]";
    Summary summary = new HeadlessRun(with(TARGET, TARGET + bystanders), 1).flyToEnd(time_s -> {});
    assertThat(summary.reasons().toString()).contains("spent-stage came within 30 m 1 times");
    assertThat(summary.bystander_min_range_m()).containsOnlyKeys("spent-stage");
    assertThatThrownBy(
            () -> with(TARGET, TARGET + bystanders.replace("]}]", "]}, {name: spent-stage}]")))
        .isInstanceOf(ScenarioException.class)
        .hasMessageContaining("scenario.yaml:13:");
  }

  @Test
  @Tag("WLD-057")
  void touchingTheTargetFailsAFlight() {
    Scenario scenario =
        with(
            CHASER,
            "chaser: {vbar_m: -1000, propellant_kg: 12, start: {relative: {r_CT_L_m: [0, -40, 0],"
                + " v_CT_L_m_s: [0, 4, 0]}}}");
    Summary summary = new HeadlessRun(scenario, 1).flyToEnd(time_s -> {});
    assertThat(summary.outcome()).isEqualTo(Summary.Outcome.FAIL);
    assertThat(summary.reasons().toString()).contains("touched the target 1 times");
  }
}
