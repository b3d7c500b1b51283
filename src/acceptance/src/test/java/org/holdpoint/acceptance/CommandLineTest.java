package org.holdpoint.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user meets on the command line when things are not right. */
class CommandLineTest {
  @Test
  @Tag("REH-020")
  void aBusyPortIsReportedByNameAndNumber() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var fly = HoldpointProcess.start("fly", "--port", "" + taken.getLocalPort())) {
      assertThat(fly.await(60)).isEqualTo(2);
      assertThat(fly.output())
          .contains("port " + taken.getLocalPort())
          .contains("operators' web")
          .contains("--port");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fly", "run", "rehearse", "replay", "scenarios", "faults", "test"})
  @Tag("REH-021")
  void everyCommandHasHelp(String command) throws Exception {
    try (var help = HoldpointProcess.start(command, "--help")) {
      assertThat(help.await(30)).isZero();
      assertThat(help.output()).contains("Usage: holdpoint " + command);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kind: ramp          | kind: rampp         | 'rampp' is not a fault of laser-ranger-a. One of:
          unit: laser-ranger-a | unit: laser-ranger-z | 'laser-ranger-z' is not a unit. One of:
          kind: relay         | kind: laser         | "laser" is not allowed. One of: relay
          send: ABORT         | send: ABORD         | 'ABORD' is not a command. One of:
          vbar_m: -1000       | vbar_m: -9000       | -9000 is too small; at least -3000
          propellant_kg: 12   | propelant_kg: 12    | 'propelant_kg' is not a key here
          gate: hold-250, open | gate: hold-251, open | 'hold-251' is not a gate of the plan
          """)
  @Tag("REH-022")
  void aMistakeInAScenarioIsShownWithItsLineAndWhatIsAllowed(
      String right, String wrong, String message, @TempDir Path folder) throws Exception {
    String text = Files.readString(Checkout.ROOT.resolve("etc/scenarios/first-abort.yaml"));
    assertThat(text).contains(right);
    String mistaken = text.replaceFirst(right, wrong);
    Path file = folder.resolve("mine.yaml");
    Files.writeString(file, mistaken);
    int line = mistaken.substring(0, mistaken.indexOf(wrong)).split("\n", -1).length;
    try (var run = HoldpointProcess.start("run", file.toString())) {
      assertThat(run.await(60)).isEqualTo(2);
      assertThat(run.output()).contains(message).contains(file + ":" + line + ":");
    }
  }

  @Test
  @Tag("REH-023")
  void anEpochOutsideTheDataIsRefusedWithTheSpan(@TempDir Path folder) throws Exception {
    String text = Files.readString(Checkout.ROOT.resolve("etc/scenarios/first-abort.yaml"));
    Path file = folder.resolve("old.yaml");
    Files.writeString(file, text.replaceFirst("epoch: \\S+", "epoch: 1961-04-12T06:07:00Z"));
    try (var run = HoldpointProcess.start("run", file.toString())) {
      assertThat(run.await(60)).isEqualTo(2);
      assertThat(run.output()).contains("1961-04-12").containsIgnoringCase("epoch");
    }
  }
}
