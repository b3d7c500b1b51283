package org.holdpoint.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hipparchus.util.FastMath;
import org.holdpoint.world.sample.RangeSample;
import org.holdpoint.world.sample.WorldSamples;
import org.holdpoint.world.sample.Xyz;
import org.holdpoint.world.state.NoiseStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** When the sensors deliver, what they see and what blinds them, in the world. */
class SensorTest {

  @Test
  @Tag("WLD-020")
  void unitsSampleAtTheirRatesAndDeliverAfterTheirLatencies() {
    TruthWorld world = TruthWorld.create(Worlds.vbar(-200, 3).withCooperativeTarget());
    for (int tick = 0; tick < 100; tick++) {
      WorldSamples s = world.samples();
      assertThat(s.sampled_tai_ns()).isEqualTo(world.tai_ns());
      assertThat(s.imuA().sampled_tai_ns()).isEqualTo(world.tai_ns());
      assertThat(s.starTrackerB().sampled_tai_ns()).isEqualTo(world.tai_ns());
      assertThat(s.sun_B() != null).isEqualTo(tick % 10 == 0);
      assertThat(s.gnss() != null).isEqualTo(tick % 10 == 1);
      assertThat(s.thermalCamera() != null).isEqualTo(tick % 10 == 1);
      assertThat(s.laserRangerA() != null).isEqualTo(tick % 10 == 1);
      assertThat(s.crosslink() != null).isEqualTo(tick % 10 == 1);
      assertThat(s.narrowCamera() != null).isEqualTo(tick % 10 == 2);
      assertThat(s.wideCamera() != null).isEqualTo(tick % 10 == 2);
      if (s.gnss() != null) {
        assertThat(s.gnss().sampled_tai_ns()).isEqualTo(world.tai_ns() - TruthWorld.TICK_NS);
      }
      if (s.wideCamera() != null) {
        assertThat(s.wideCamera().sampled_tai_ns())
            .isEqualTo(world.tai_ns() - 2 * TruthWorld.TICK_NS);
      }
      Worlds.coast(world, 1);
    }
  }

  @Test
  @Tag("WLD-022")
  void rangersHitTheFacetAndNotTheCentre() {
    // Along V-bar the nadir-fixed target shows a face, 1 m before its centre.
    assertThat(meanShortfall_m(Worlds.vbar(-200, 3))).isCloseTo(1, within(0.03));
    // From above it shows another, 0.8 m before it.
    assertThat(meanShortfall_m(from(new Xyz(200, 0, 0)))).isCloseTo(0.8, within(0.03));
  }

  /** Range between centres less range by the ranger, over fifteen minutes. */
  private static double meanShortfall_m(WorldConfiguration configuration) {
    TruthWorld world = TruthWorld.create(configuration);
    double sum = 0;
    int n = 0;
    for (int second = 0; second < 900 && Math.abs(facing(world)) > 0.999; second++) {
      double range_m = world.truth().range_m();
      Worlds.coast(world, 1);
      RangeSample sample = world.samples().laserRangerA();
      if (sample != null && Math.abs(sample.range_m() - range_m) < 3) {
        sum += range_m - sample.range_m();
        n++;
      }
      Worlds.coast(world, 9);
    }
    assertThat(n).isGreaterThan(100);
    return sum / n;
  }

  /** Cosine of the angle between the line of sight and the target's nearest axis. */
  private static double facing(TruthWorld world) {
    Xyz r = world.truth().r_CT_L_m();
    return Math.max(Math.abs(r.x()), Math.abs(r.y())) / r.norm();
  }

  @Test
  @Tag("WLD-023")
  void rangersSeeNothingBeyondThreeKilometresNorOffTheirBoresight() {
    assertThat(samplesSoon(-3500).laserRangerA()).isNull();
    assertThat(samplesSoon(-3500).thermalCamera()).isNull();
    assertThat(samplesSoon(-1500).laserRangerB()).isNotNull();
    TruthWorld world = TruthWorld.create(Worlds.vbar(-500, 1));
    double[] turn = {0, 0, 0.2};
    for (int i = 0; i < 401; i++) {
      world.step(new int[16], turn);
    }
    assertThat(world.samples().gnss()).isNotNull();
    assertThat(world.samples().laserRangerA()).isNull();
    assertThat(world.samples().thermalCamera()).isNull();
    Worlds.coast(world, 1);
    assertThat(world.samples().narrowCamera()).isNull();
  }

  @Test
  @Tag("WLD-023")
  void aPencilBeamMissesAFarTargetNowAndThenAndANearOneNever() {
    assertThat(returns(-500)).isEqualTo(300);
    assertThat(returns(-2900)).isBetween(150, 270);
  }

  private static int returns(double y_m) {
    TruthWorld world = TruthWorld.create(Worlds.vbar(y_m, 4));
    int returns = 0;
    for (int second = 0; second < 300; second++) {
      Worlds.coast(world, 1);
      returns += world.samples().laserRangerB() != null ? 1 : 0;
      Worlds.coast(world, 9);
    }
    return returns;
  }

  @Test
  @Tag("WLD-024")
  void inEclipseOnlyTheThermalCameraSees() {
    TruthWorld world = TruthWorld.create(Worlds.alike(Worlds.NOON, -300));
    int dark = 0;
    int warm = 0;
    for (int second = 0; second < 5_700; second++) {
      boolean eclipse = world.truth().eclipse();
      dark += eclipse ? 1 : 0;
      assertThat(world.samples().sun_B() == null).isEqualTo(eclipse);
      Worlds.coast(world, 1);
      warm += eclipse && world.samples().thermalCamera() != null ? 1 : 0;
      Worlds.coast(world, 1);
      if (eclipse) {
        assertThat(world.samples().narrowCamera()).isNull();
        assertThat(world.samples().wideCamera()).isNull();
      }
      Worlds.coast(world, 8);
    }
    assertThat(dark).isBetween(1_900, 2_200);
    assertThat(warm).isPositive();
    TruthWorld dawn = TruthWorld.create(Worlds.vbar(-300, 1));
    assertThat(Math.abs(dawn.truth().beta_deg())).isGreaterThan(70);
    assertThat(dawn.truth().eclipse()).isFalse();
  }

  @Test
  @Tag("WLD-024")
  void theVisibleCamerasAreBlindWithin30DegreesOfTheSun() {
    // beta is 89 deg: looking along the orbit normal is looking into the Sun.
    TruthWorld intoSun = TruthWorld.create(from(new Xyz(0, 0, -300)));
    TruthWorld withSun = TruthWorld.create(from(new Xyz(0, 0, 300)));
    assertThat(intoSun.samples().sun_B().x()).isGreaterThan(0.95);
    Worlds.coast(intoSun, 1);
    assertThat(intoSun.samples().thermalCamera()).isNotNull();
    Worlds.coast(intoSun, 1);
    Worlds.coast(withSun, 2);
    assertThat(intoSun.samples().narrowCamera()).isNull();
    assertThat(intoSun.samples().wideCamera()).isNull();
    assertThat(withSun.samples().wideCamera()).isNotNull();
  }

  @Test
  @Tag("WLD-026")
  void trackersKeepTheirStarsOnVbarAndLoseThemByTurningFast() {
    TruthWorld world = TruthWorld.create(Worlds.vbar(-200, 1));
    assertThat(world.samples().starTrackerA()).isNotNull();
    assertThat(world.samples().starTrackerB()).isNotNull();
    double[] turn = {0.2, 0, 0};
    while (FastMath.toDegrees(world.truth().rate_B_rad_s().norm()) < 1.9) {
      world.step(new int[16], turn);
      assertThat(world.tick()).isLessThan(400);
    }
    // upside down by now or not, it is the rate that counts from here on
    while (FastMath.toDegrees(world.truth().rate_B_rad_s().norm()) < 2) {
      world.step(new int[16], turn);
    }
    assertThat(world.samples().starTrackerA()).isNull();
    assertThat(world.samples().starTrackerB()).isNull();
  }

  @Test
  @Tag("WLD-027")
  void onlyACooperativeTargetAnswersAndItsAnswersChangeNoOtherSample() {
    TruthWorld silent = TruthWorld.create(Worlds.vbar(-2000, 3));
    TruthWorld answering = TruthWorld.create(Worlds.vbar(-2000, 3).withCooperativeTarget());
    int answers = 0;
    for (int tick = 0; tick < 200; tick++) {
      Map<String, Object> without = Outputs.of(silent.samples());
      Map<String, Object> with = Outputs.of(answering.samples());
      assertThat(silent.samples().crosslink()).isNull();
      if (answering.samples().crosslink() != null) {
        answers++;
        assertThat(answering.samples().crosslink().range_m())
            .isCloseTo(answering.truth().range_m(), within(12.0));
      }
      without.remove("crosslink");
      with.remove("crosslink");
      assertThat(with).isEqualTo(without);
      Worlds.coast(silent, 1);
      Worlds.coast(answering, 1);
    }
    assertThat(answers).isEqualTo(20);
  }

  @Test
  @Tag("WLD-025")
  void everyModelHasItsOwnStreamOfNoise() {
    NoiseStream a = new NoiseStream(1, "laser-ranger-a");
    NoiseStream again = new NoiseStream(1, "laser-ranger-a");
    NoiseStream b = new NoiseStream(1, "laser-ranger-b");
    NoiseStream other = new NoiseStream(2, "laser-ranger-a");
    List<Double> first = new ArrayList<>();
    double product = 0;
    int n = 20_000;
    for (int i = 0; i < n; i++) {
      double value = a.gaussian();
      assertThat(again.gaussian()).isEqualTo(value);
      product += value * b.gaussian() + value * other.gaussian();
      first.add(value);
    }
    double mean = first.stream().mapToDouble(v -> v).average().orElseThrow();
    double square = first.stream().mapToDouble(v -> v * v).average().orElseThrow();
    assertThat(mean).isCloseTo(0, within(4 / Math.sqrt(n)));
    assertThat(Math.sqrt(square)).isCloseTo(1, within(4 / Math.sqrt(2.0 * n)));
    assertThat(Math.abs(product / n)).isLessThan(0.04);
  }

  private static WorldSamples samplesSoon(double y_m) {
    TruthWorld world = TruthWorld.create(Worlds.vbar(y_m, 1));
    Worlds.coast(world, 1);
    return world.samples();
  }

  private static WorldConfiguration from(Xyz r) {
    return Worlds.with(Worlds.DAWN_DUSK, r, BodyProperties.TARGET, TargetAttitude.NADIR_FIXED);
  }
}
