package org.holdpoint.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.hipparchus.util.FastMath;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.rehearsal.scenario.Scenario;
import org.holdpoint.rehearsal.scenario.ScenarioReader;
import org.holdpoint.world.sample.Xyz;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The vehicle goes to safe mode by itself, in flight, and looks at the Sun there. */
class SafeModeFlightTest {
  private static final Scenario SCENARIO =
      ScenarioReader.read(
          Path.of(System.getProperty("holdpoint.root"), "etc/scenarios/first-approach.yaml"));

  private final HeadlessRun run = new HeadlessRun(SCENARIO, 1);

  private Mode mode() {
    return run.rehearsal().telemetry().mode();
  }

  private void fly(double seconds) {
    double until_s = run.rehearsal().time_s() + seconds;
    while (run.rehearsal().time_s() < until_s) {
      run.fly();
    }
  }

  private void inject(String unit, String kind, Map<String, Double> parameters) {
    run.rehearsal().world().injectFault(unit, kind, parameters);
  }

  /** Flies until the Sun has been seen for ten minutes, and says how far off body z it is. */
  private double offSunInLight_deg() {
    double litSince_s = run.rehearsal().time_s();
    while (run.rehearsal().time_s() - litSince_s < 600) {
      run.fly();
      if (run.rehearsal().world().truth().eclipse()) {
        litSince_s = run.rehearsal().time_s();
      }
    }
    Xyz sun_B = run.rehearsal().world().samples().sun_B();
    while (sun_B == null) {
      run.fly();
      sun_B = run.rehearsal().world().samples().sun_B();
    }
    return FastMath.toDegrees(FastMath.acos(sun_B.z()));
  }

  @Test
  @Tag("GUI-194")
  void withoutItsWingsTheVehicleLeavesFirstAndThenSavesWhatIsInTheBattery() {
    fly(10);
    inject("solar-array", "degraded", Map.of("power_share", 0.0));
    while (mode() != Mode.SAFE && run.rehearsal().time_s() < 14_000) {
      run.fly();
    }
    assertThat(mode()).isEqualTo(Mode.SAFE);
    assertThat(run.rehearsal().telemetry().eventsSeen())
        .contains(ChaserEvent.BATTERY_RULE, ChaserEvent.SAFE_MODE_NEEDED);
    assertThat(offSunInLight_deg()).isLessThan(1.5);
    assertThat(run.rehearsal().world().truth().keepOutEntries()).isZero();
  }

  @Test
  @Tag("GUI-194")
  @Tag("NAV-096")
  void withoutGyroAndStarTrackerItFindsTheSunByItsSensorAndStaysAwayFromTheTarget() {
    fly(500);
    inject("imu-a", "dropout", Map.of());
    inject("star-tracker-a", "dropout", Map.of());
    fly(15);
    assertThat(mode()).isEqualTo(Mode.SAFE);
    assertThat(offSunInLight_deg()).isLessThan(3);
    fly(6000);
    // The monitor leads away by its own attitude when the drift becomes unsafe.
    assertThat(mode()).isIn(Mode.SAFE, Mode.ABORT_DRIFT);
    assertThat(offSunInLight_deg()).isLessThan(3);
    assertThat(run.rehearsal().world().truth().keepOutEntries()).isZero();
  }
}
