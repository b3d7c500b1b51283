package org.holdpoint.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.holdpoint.rehearsal.Foresight.Spacecraft;
import org.holdpoint.rehearsal.journal.Journal;
import org.holdpoint.rehearsal.journal.JournalWriter;
import org.holdpoint.rehearsal.scenario.Scenario;
import org.holdpoint.rehearsal.scenario.ScenarioException;
import org.holdpoint.rehearsal.scenario.ScenarioReader;
import org.holdpoint.world.TruthSnapshot;
import org.holdpoint.world.orbitfile.OrbitFile;
import org.holdpoint.world.orbitfile.OrbitFileWriter;
import org.holdpoint.world.orbitfile.OrbitFormat;
import org.holdpoint.world.sample.Xyz;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orekit.utils.TimeStampedPVCoordinates;

/** Tonight's rehearsal starts from today's situation. */
@Tag("REH-060")
class StartTodayTest {
  private static final Path SCENARIOS =
      Path.of(System.getProperty("holdpoint.root"), "etc/scenarios");
  private static final String ORBIT =
      "orbit: {altitude_km: 500, eccentricity: 0.0005, inclination_deg: 97.4, raan_deg: 75,"
          + " argument_of_latitude_deg: 40}";
  private static final String CHASER = "chaser: {vbar_m: -1000, propellant_kg: 12}";
  private static final String TARGET = "target: {attitude: nadir-fixed}";

  @TempDir private Path folder;
  private Scenario nominal;
  private List<TimeStampedPVCoordinates> target;
  private List<TimeStampedPVCoordinates> chaser;

  @BeforeEach
  void foresee() {
    nominal = ScenarioReader.read(SCENARIOS.resolve("first-approach.yaml"));
    Foresight foresight = new Foresight(nominal, 1);
    target = foresight.truth(Spacecraft.TARGET, 60, 1200);
    chaser = foresight.truth(Spacecraft.CHASER, 60, 1200);
  }

  private Path file(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first scenario with some lines written otherwise. */
  private Path rewritten(String... fromTo) {
    String text = new String(nominal.source().bytes(), StandardCharsets.UTF_8);
    for (int i = 0; i < fromTo.length; i += 2) {
      assertThat(text).contains(fromTo[i]);
      text = text.replace(fromTo[i], fromTo[i + 1]);
    }
    return file("today.yaml", text);
  }

  private Scenario fromFiles() {
    file("target.oem", OrbitFileWriter.oem("TARGET", List.of(), target));
    file("chaser.oem", OrbitFileWriter.oem("CHASER", List.of(), chaser));
    return ScenarioReader.read(
        rewritten(
            ORBIT + "\n",
            "",
            CHASER,
            "chaser: {vbar_m: -1000, propellant_kg: 9.5, start: {oem: chaser.oem},"
                + " wheel_momentum_N_m_s: [0.5, -1, 2],"
                + " failed: [{unit: laser-ranger-a, kind: dropout}]}",
            TARGET,
            "target: {attitude: nadir-fixed, start: {oem: target.oem}}",
            "2027-03-04T06:00:00Z",
            "2027-03-04T06:10:30Z"));
  }

  @Test
  void theFlightStartsWithTodaysTankWheelsAndFailures() {
    Rehearsal rehearsal = new Rehearsal(fromFiles(), 1);
    TruthSnapshot truth = rehearsal.world().truth();

    assertThat(truth.range_m()).isBetween(900.0, 1100.0);
    assertThat(truth.propellant_kg()).isEqualTo(9.5);
    assertThat(truth.wheelMomentum_B_N_m_s()).isEqualTo(new Xyz(0.5, -1, 2));
    assertThat(rehearsal.world().activeFaults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.unit()).isEqualTo("laser-ranger-a"));
  }

  @Test
  void theStartFromAnEphemerisIsTheStateOfTheUninterruptedFlight() {
    TruthSnapshot now = new Rehearsal(fromFiles(), 1).world().truth();
    Foresight foresight = new Foresight(nominal, 1);
    TimeStampedPVCoordinates flown = foresight.truth(Spacecraft.TARGET, 10, 640).get(63);

    assertThat(now.r_T_I_m().x()).isCloseTo(flown.getPosition().getX(), within(0.01));
    assertThat(now.r_T_I_m().y()).isCloseTo(flown.getPosition().getY(), within(0.01));
    assertThat(now.r_T_I_m().z()).isCloseTo(flown.getPosition().getZ(), within(0.01));
  }

  @Test
  void theChaserMayStandAnywhereNearItsHoldAndAnErrorIsDrawnByTheSeed() {
    String covariance =
        "covariance: {frame: QSW, lower_triangle: [100, 0, 400, 0, 0, 25, 0, 0, 0, 1.0e-4,"
            + " 0, 0, 0, 0, 1.0e-4, 0, 0, 0, 0, 0, 1.0e-4]}";
    Scenario scenario =
        ScenarioReader.read(
            rewritten(
                CHASER,
                "chaser: {vbar_m: -1000, propellant_kg: 12, start: {relative:"
                    + " {r_CT_L_m: [10, -990, 5], v_CT_L_m_s: [0, 0, 0]}, "
                    + covariance
                    + "}}"));

    Xyz first = new Rehearsal(scenario, 1).world().truth().r_CT_L_m();
    Xyz again = new Rehearsal(scenario, 1).world().truth().r_CT_L_m();
    Xyz second = new Rehearsal(scenario, 2).world().truth().r_CT_L_m();

    assertThat(first).isEqualTo(again).isNotEqualTo(second);
    for (Xyz r : List.of(first, second)) {
      assertThat(r.x()).isCloseTo(10, within(50.0));
      assertThat(r.y()).isCloseTo(-990, within(100.0));
      assertThat(r.z()).isCloseTo(5, within(25.0));
    }
  }

  @Test
  void anEpochThatTheFileDoesNotCoverIsRefusedWithLineAndSpan() {
    file("target.oem", OrbitFileWriter.oem("TARGET", List.of(), target));
    Path late =
        rewritten(
            ORBIT + "\n",
            "",
            TARGET,
            "target: {attitude: nadir-fixed, start: {oem: target.oem}}",
            "2027-03-04T06:00:00Z",
            "2027-03-04T07:00:00Z");

    assertThatThrownBy(() -> ScenarioReader.read(late))
        .isInstanceOf(ScenarioException.class)
        .hasMessageMatching(
            "(?s).*today.yaml:\\d+: target.start.oem: target.oem: covers 2027-03-04T06:00:00.*"
                + " to 2027-03-04T06:20:00.* UTC, not 2027-03-04T07:00:00.*");
  }

  @Test
  void mistakesInAStartAreNamedWithTheirLine() {
    assertRefused(
        "chaser.start: must be given by exactly one of: oem, omm, tle, state, relative, phased; found"
            + " []",
        CHASER,
        "chaser: {vbar_m: -1000, propellant_kg: 12, start: {}}");
    assertRefused(
        "chaser.start.oem: nowhere.oem: cannot be read; it is looked for at ",
        CHASER,
        "chaser: {vbar_m: -1000, propellant_kg: 12, start: {oem: nowhere.oem}}");
    assertRefused(
        "orbit: the target's orbit must be given here or by target.start, not both",
        TARGET,
        "target: {attitude: nadir-fixed, start: {state: {r_I_m: [7.0e6, 0, 0],"
            + " v_I_m_s: [0, 0, 7500]}}}");
    assertRefused(
        "chaser.failed[0].unit: 'kettle' is not a unit. One of: ",
        CHASER,
        "chaser: {vbar_m: -1000, propellant_kg: 12, failed: [{unit: kettle, kind: stuck}]}");
    assertRefused(
        "chaser.start.relative.r_CT_L_m",
        CHASER,
        "chaser: {vbar_m: -1000, propellant_kg: 12, start: {relative: {r_CT_L_m: [1, 2],"
            + " v_CT_L_m_s: [0, 0, 0]}}}");
    assertRefused(
        "chaser.start.relative: the chaser starts 20.0 m from the target",
        CHASER,
        "chaser: {vbar_m: -1000, propellant_kg: 12, start: {relative: {r_CT_L_m: [0, -20, 0],"
            + " v_CT_L_m_s: [0, 0, 0]}}}");
    assertRefused(
        "chaser.start.covariance.lower_triangle: covariance: row 2",
        CHASER,
        "chaser: {vbar_m: -1000, propellant_kg: 12, start: {relative: {r_CT_L_m: [0, -900, 0],"
            + " v_CT_L_m_s: [0, 0, 0]}, covariance: {frame: QSW, lower_triangle: [1, 2, 1, 0, 0, 1,"
            + " 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1]}}}");
  }

  private void assertRefused(String message, String from, String to) {
    assertThatThrownBy(() -> ScenarioReader.read(rewritten(from, to)))
        .isInstanceOf(ScenarioException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aCueIsReadBackAsItWasToldAndIsNotTheTruth() {
    Foresight foresight = new Foresight(nominal, 4);
    List<TimeStampedPVCoordinates> told = foresight.cue(60, 1200);
    String oem = OrbitFileWriter.oem("TARGET", List.of(), told);

    double[] read =
        OrbitFile.read(
            "cue.oem",
            oem.getBytes(StandardCharsets.UTF_8),
            OrbitFormat.OEM,
            foresight.start_tai_ns());
    assertThat(read[0]).isCloseTo(told.get(0).getPosition().getX(), within(1e-6));
    assertThat(told.get(0).getPosition())
        .isEqualTo(new Foresight(nominal, 4).cue(60, 1200).get(0).getPosition());
    double error_m = Vector3D.distance(told.get(0).getPosition(), target.get(0).getPosition());
    // 100 km along-track and 10 km cross-track, 1 sigma
    assertThat(error_m).isBetween(100.0, 500_000.0);
  }

  @Test
  void theHashCoversTheFilesAndTheJournalCarriesThem() throws IOException {
    Scenario scenario = fromFiles();
    Path file = folder.resolve("a.journal");
    try (JournalWriter journal =
        JournalWriter.begin(folder, scenario, WorldLoad.dataSha256(), 3, "a")) {
      journal.end(10, "not compared here");
    }
    String hash = new Rehearsal(scenario, 3).scenario().source().sha256();
    Files.delete(folder.resolve("target.oem"));
    Replay replay = new Replay(Journal.read(file));
    assertThat(replay.rehearsal().scenario().source().sha256()).isEqualTo(hash);
    assertThat(replay.fly()).hasSize(64);

    file("target.oem", OrbitFileWriter.oem("TARGET", List.of("another day"), target));
    Scenario changed = ScenarioReader.read(folder.resolve("today.yaml"));
    assertThat(changed.source().sha256()).isNotEqualTo(hash);
  }

  @Test
  void aJournalWhoseFilesWereChangedIsRefused() throws IOException {
    Scenario scenario = fromFiles();
    Path file = folder.resolve("a.journal");
    try (JournalWriter journal =
        JournalWriter.begin(folder, scenario, WorldLoad.dataSha256(), 3, "a")) {
      journal.end(10, "not compared here");
    }
    byte[] bytes = Files.readAllBytes(file);
    String latin = new String(bytes, StandardCharsets.ISO_8859_1);
    int at = latin.indexOf("ORIGINATOR           = HOLDPOINT");
    assertThat(at).isPositive();
    bytes[at + 23] = 'B';
    Files.write(file, bytes);

    Journal changed = Journal.read(file);
    assertThatThrownBy(() -> new Replay(changed)).hasMessageContaining("is damaged");
  }
}
