package org.holdpoint.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.Map;
import org.hipparchus.util.FastMath;
import org.holdpoint.world.power.Battery;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Charge from sunlight and load, and what the gauge says of it. */
class BatteryTest {
  private static final double[] ACROSS_WINGS = {0, 0.6, 0.8};
  private static final double[] ALONG_WINGS = {1, 0, 0};
  private static final double HOUR_S = 3600;

  private final Battery battery = new Battery();

  @Test
  @Tag("WLD-090")
  void darknessCostsTheLoadAndFullLightFillsItAgainAtItsRate() {
    battery.step(HOUR_S, 0, ACROSS_WINGS, 1);
    assertThat(battery.charge()).isCloseTo(1 - 220.0 / 600, within(1e-12));
    battery.step(0.25 * HOUR_S, 1, ACROSS_WINGS, 1);
    double filled = 0.25 * 0.95 * (823 - 220) / 600;
    assertThat(battery.charge()).isCloseTo(1 - 220.0 / 600 + filled, within(1e-12));
  }

  @Test
  @Tag("WLD-090")
  void theSunAlongTheWingsAxisGivesNothingAndHalfADiscHalf() {
    battery.step(HOUR_S, 1, ALONG_WINGS, 1);
    assertThat(battery.charge()).isCloseTo(1 - 220.0 / 600, within(1e-12));
    double before = battery.charge();
    battery.step(60, 0.5, ACROSS_WINGS, 1);
    assertThat(battery.charge() - before)
        .isCloseTo(0.95 * (411.5 - 220) * 60 / Battery.CAPACITY_J, within(1e-12));
  }

  @Test
  @Tag("WLD-090")
  void itIsNeverOverfullNorLessThanEmpty() {
    battery.step(HOUR_S, 1, ACROSS_WINGS, 1);
    assertThat(battery.charge()).isEqualTo(1);
    battery.step(10 * HOUR_S, 0, ACROSS_WINGS, 1);
    assertThat(battery.charge()).isZero();
  }

  @Test
  @Tag("WLD-090")
  void orbitsOnVbarWithTheSunInTheirPlaneKeepIt() {
    double[] sun_B = new double[3];
    double least = 1;
    double atNoon = 1;
    for (int orbit = 0; orbit < 4; orbit++) {
      atNoon = battery.charge();
      for (int deg = 0; deg < 360; deg++) {
        sun_B[0] = FastMath.sin(FastMath.toRadians(deg));
        sun_B[2] = FastMath.cos(FastMath.toRadians(deg));
        boolean lit = deg < 115 || deg > 245;
        battery.step(5677.0 / 360, lit ? 1 : 0, sun_B, 1);
        least = Math.min(least, battery.charge());
      }
    }
    assertThat(least).isBetween(0.6, 0.8);
    assertThat(battery.charge()).isCloseTo(atNoon, within(0.01));
  }

  @Test
  @Tag("WLD-091")
  void aWingThatGivesNothingEmptiesItAndTheGaugeSaysSo() {
    TruthWorld world = TruthWorld.create(Worlds.vbar(-250, 3));
    var unused = world.injectFault("solar-array", "degraded", Map.of("power_share", 0.0));
    Worlds.coast(world, 6000);
    assertThat(world.samples().batteryCharge()).isCloseTo(1 - 220.0 / 600 / 6, within(0.02));
    Worlds.coast(world, 1);
    assertThat(world.samples().batteryCharge()).as("once a second").isNull();
  }

  @Test
  @Tag("WLD-040")
  void itsChargeIsKept() {
    battery.step(HOUR_S, 0, ACROSS_WINGS, 1);
    ByteBuffer state = ByteBuffer.allocate(8);
    battery.save(state);
    Battery other = new Battery();
    other.restore(state.flip());
    assertThat(other.charge()).isEqualTo(battery.charge());
  }
}
