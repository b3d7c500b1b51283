package org.holdpoint.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.holdpoint.port.messages.FaultParameter;
import org.holdpoint.port.messages.InjectFault;
import org.holdpoint.rehearsal.scenario.Scenario;
import org.holdpoint.rehearsal.scenario.ScenarioException;
import org.holdpoint.rehearsal.scenario.ScenarioReader;
import org.holdpoint.world.fault.Fault;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults as scenarios and instructors write them. */
class FaultsOfScenariosTest {
  private static final Path FIRST_ABORT = Path.of("../../etc/scenarios/first-abort.yaml");
  private static final String RAMP =
      "  - {unit: laser-ranger-a, kind: ramp, parameters: {rate_m_s: 0.5},"
          + " when: {gate: hold-250, open: true, after_s: 60}}";

  @TempDir private Path folder;

  @Test
  @Tag("REH-024")
  void aFaultStartsAndEndsAtItsTimesWhileItsConditionHolds() {
    Scenario scenario =
        read(
            "  - {unit: gnss, kind: dropout, start_s: 2, end_s: 5}\n"
                + "  - {unit: imu-a, kind: dropout, start_s: 3, lasts_s: 1, while: {eclipse: false}}\n"
                + "  - {unit: imu-b, kind: dropout, while: {range_below_m: 900}}");
    Rehearsal rehearsal = new Rehearsal(scenario, 1);
    for (int tick = 0; tick <= 60; tick++) {
      var samples = rehearsal.world().samples();
      assertThat(samples.imuA() == null).as("at %d", tick).isEqualTo(tick >= 30 && tick < 40);
      // 1,000 m away the third one waits
      assertThat(samples.imuB()).isNotNull();
      if (tick % 10 == 1) {
        assertThat(samples.gnss() == null).as("at %d", tick).isEqualTo(tick >= 20 && tick < 50);
      }
      rehearsal.fly(List.of());
    }
    assertThat(rehearsal.world().activeFaults()).extracting("unit").containsExactly("imu-b");
    assertThat(rehearsal.world().activeFaults()).extracting("acting").containsExactly(false);
  }

  @Test
  @Tag("REH-024")
  void aFaultThatTelemetryBeginsLastsAsLongAsItIsTold() {
    Scenario scenario =
        read("  - {unit: imu-a, kind: dropout, lasts_s: 2, when: {mode: HOLD, after_s: 1}}");
    Rehearsal rehearsal = new Rehearsal(scenario, 1);
    int silent = 0;
    for (int tick = 0; tick < 200; tick++) {
      rehearsal.fly(List.of());
      silent += rehearsal.world().samples().imuA() == null ? 1 : 0;
    }
    // it acts from the step after its begin to the last sample before its end
    assertThat(silent).isEqualTo(19);
    assertThat(rehearsal.world().activeFaults()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          start_s: 5, end_s: 3                     | end_s: 3.0 is not later than start_s, 5.0
          start_s: -1                              | -1 is too small; at least 0
          lasts_s: 4                               | it needs 'when' or 'start_s' for its begin, or 'while'
          start_s: 1, when: {mode: HOLD}           | leave out one of the two
          start_s: 1, lasts_s: 4, end_s: 9         | leave out one of the two
          while: {range_below: 5}                  | 'range_below' is not a key here. One of: range_above_m, range_below_m, eclipse, thrusting
          while: {range_above_m: 9, range_below_m: 5} | range_below_m: more than range_above_m
          """)
  @Tag("REH-024")
  void aMistakeInItsTimesIsShownWithFileAndLine(String keys, String message) {
    assertThatThrownBy(() -> read("  - {unit: gnss, kind: dropout, " + keys + "}"))
        .isInstanceOf(ScenarioException.class)
        .hasMessageContaining("mine.yaml:19: faults[0]")
        .hasMessageContaining(message);
  }

  @Test
  @Tag("REH-024")
  void anInstructorGivesTimesAndConditionBesideTheParameters() {
    Fault fault =
        InstructedFault.of(
            message("rate_m_s", 0.5, "starts_in_s", 10, "lasts_s", 60, "thrusting", 0), 100);
    assertThat(fault.parameters()).containsOnlyKeys("rate_m_s");
    assertThat(fault.start_s()).isEqualTo(110);
    assertThat(fault.end_s()).isEqualTo(170);
    assertThat(fault.condition().thrusting()).isFalse();
    assertThat(fault.condition().inEclipse()).isNull();
    assertThatThrownBy(() -> InstructedFault.of(message("rate_m_s", 1, "eclipse", 2), 0))
        .hasMessage("eclipse of 2.0 must be 1 for yes or 0 for no.");
    assertThatThrownBy(() -> InstructedFault.of(message("rate_m_s", 1, "lasts_s", 0), 0))
        .hasMessage("lasts_s of 0.0 must be more than 0.");
  }

  private static InjectFault message(Object... pairs) {
    var message = InjectFault.newBuilder().setUnit("laser-ranger-a").setKind("ramp");
    for (int i = 0; i < pairs.length; i += 2) {
      message.addParameters(
          FaultParameter.newBuilder()
              .setName((String) pairs[i])
              .setValue(((Number) pairs[i + 1]).doubleValue()));
    }
    return message.build();
  }

  /** The scenario first-abort with other faults. */
  private Scenario read(String faults) {
    try {
      String text = Files.readString(FIRST_ABORT);
      assertThat(text).contains(RAMP);
      Path file = folder.resolve("mine.yaml");
      Files.writeString(file, text.replace(RAMP, faults));
      return ScenarioReader.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
