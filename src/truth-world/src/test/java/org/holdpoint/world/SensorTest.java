package org.holdpoint.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.hipparchus.util.FastMath;
import org.holdpoint.world.dynamics.BodyFrame;
import org.holdpoint.world.sample.WorldSamples;
import org.holdpoint.world.sample.Xyz;
import org.holdpoint.world.state.NoiseStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the sensors say against the truth; the chaser coasts and looks at the target. */
class SensorTest {
  private static final double ARCSECOND = FastMath.PI / 648_000;

  /** A sample beside the truth of the same time. */
  private record Seen(WorldSamples samples, TruthSnapshot truth) {}

  private static List<Seen> coast;

  @BeforeAll
  static void coastForTenMinutes() {
    TruthWorld world = TruthWorld.create(Worlds.vbar(-200, 3));
    coast = new ArrayList<>();
    for (int i = 0; i < 6_000; i++) {
      coast.add(new Seen(world.samples(), world.truth()));
      Worlds.coast(world, 1);
    }
  }

  @Test
  @Tag("WLD-020")
  void fastUnitsSampleEveryTickAndSlowOnesEveryTenth() {
    for (int tick = 0; tick < 100; tick++) {
      WorldSamples s = coast.get(tick).samples();
      boolean slow = tick % 10 == 0;
      assertThat(s.imuA()).isNotNull();
      assertThat(s.starTrackerB()).isNotNull();
      assertThat(s.gnss() != null).isEqualTo(slow);
      assertThat(s.visibleCamera() != null).isEqualTo(slow);
      assertThat(s.thermalCamera() != null).isEqualTo(slow);
      assertThat(s.laserRangerA() != null).isEqualTo(slow);
      assertThat(s.sampled_tai_ns()).isEqualTo(coast.get(tick).truth().tai_ns());
    }
  }

  @Test
  @Tag("WLD-021")
  void gnssErrsByTwoMetresAndFiveMillimetresASecond() {
    assertSpread(slow(s -> s.samples().gnss().r_C_I_m().y() - s.truth().r_C_I_m().y()), 0, 2);
    assertSpread(
        slow(s -> s.samples().gnss().v_C_I_m_s().z() - s.truth().v_C_I_m_s().z()), 0, 0.005);
  }

  @Test
  @Tag("WLD-021")
  void starTrackersErrByFiveArcsecondsAcrossAndThirtyAbout() {
    assertSpread(all(s -> turn(s)[0]), 0, 5 * ARCSECOND);
    assertSpread(all(s -> turn(s)[1]), 0, 5 * ARCSECOND);
    assertSpread(all(s -> turn(s)[2]), 0, 30 * ARCSECOND);
  }

  @Test
  @Tag("WLD-021")
  void gyrosWalkByAHundredthOfADegreePerRootHourAboutASmallBias() {
    List<Double> errors =
        all(s -> s.samples().imuB().rate_B_rad_s().x() - s.truth().rate_B_rad_s().x());
    double expected = FastMath.toRadians(0.01) / 60 / Math.sqrt(0.1);
    assertThat(deviation(errors)).isCloseTo(expected, within(0.05 * expected));
    assertThat(Math.abs(mean(errors))).isLessThan(FastMath.toRadians(4.0 / 3600));
  }

  @Test
  @Tag("WLD-021")
  void accelerometersOfACoastingChaserFeelOnlyNoiseAndAir() {
    assertSpread(all(s -> s.samples().imuA().deltaV_B_m_s().y()), 0, 5e-6);
  }

  @Test
  @Tag("WLD-021")
  void theVisibleCameraErrsByATenthOfTheTargetsSize() {
    double sigma = 0.1 * 2 / 200;
    assertThat(coast.get(0).samples().visibleCamera().sigma_rad()).isCloseTo(sigma, within(1e-5));
    List<Double> errors = slow(s -> s.samples().visibleCamera().u_B().z() - sight_B(s).z());
    assertSpread(errors, 0, sigma);
  }

  @Test
  @Tag("WLD-021")
  void theThermalCameraErrsByATenthOfADegree() {
    List<Double> errors = slow(s -> s.samples().thermalCamera().u_B().y() - sight_B(s).y());
    assertSpread(errors, 0, FastMath.toRadians(0.1));
  }

  @Test
  @Tag("WLD-022")
  void rangersHitTheHullAndNotItsCentre() {
    // Along V-bar the nadir-fixed target shows a face: its half length of 1 m is missing.
    List<Double> errors = slow(s -> s.samples().laserRangerA().range_m() - s.truth().range_m());
    assertThat(mean(errors)).isBetween(-1.15, -0.9);
    assertThat(deviation(errors)).isCloseTo(0.1 + 0.001 * 199, within(0.03));
  }

  @Test
  @Tag("WLD-023")
  void rangersSeeNothingBeyondThreeKilometresNorOffTheirBoresight() {
    assertThat(firstSamples(-3500).laserRangerA()).isNull();
    assertThat(firstSamples(-3500).thermalCamera()).isNull();
    assertThat(firstSamples(-2900).laserRangerB()).isNotNull();
    TruthWorld world = TruthWorld.create(Worlds.vbar(-500, 1));
    double[] turn = {0, 0, 0.2};
    for (int i = 0; i < 400; i++) {
      world.step(new int[16], turn);
    }
    assertThat(world.tick() % 10).isZero();
    assertThat(world.samples().laserRangerA()).isNull();
    assertThat(world.samples().visibleCamera()).isNull();
    assertThat(world.samples().gnss()).isNotNull();
  }

  @Test
  @Tag("WLD-024")
  void inEclipseOnlyTheThermalCameraSees() {
    TruthWorld world = TruthWorld.create(Worlds.alike(Worlds.NOON, -300));
    int dark = 0;
    for (int second = 0; second < 5_700; second++) {
      if (world.truth().eclipse()) {
        dark++;
        assertThat(world.samples().visibleCamera()).isNull();
        assertThat(world.samples().sun_B()).isNull();
      }
      Worlds.coast(world, 10);
    }
    assertThat(dark).isBetween(1_900, 2_200);
    TruthWorld dawn = TruthWorld.create(Worlds.vbar(-300, 1));
    assertThat(Math.abs(dawn.truth().beta_deg())).isGreaterThan(70);
    assertThat(dawn.truth().eclipse()).isFalse();
  }

  @Test
  @Tag("WLD-024")
  void theVisibleCameraIsBlindWithin30DegreesOfTheSun() {
    // beta is 89 deg: looking along the orbit normal is looking into the Sun.
    TruthWorld intoSun = TruthWorld.create(from(new Xyz(0, 0, -300)));
    TruthWorld withSun = TruthWorld.create(from(new Xyz(0, 0, 300)));
    assertThat(intoSun.samples().sun_B().x()).isGreaterThan(0.95);
    assertThat(intoSun.samples().visibleCamera()).isNull();
    assertThat(intoSun.samples().thermalCamera()).isNotNull();
    assertThat(withSun.samples().visibleCamera()).isNotNull();
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
    assertSpread(first, 0, 1);
    assertThat(Math.abs(product / n)).isLessThan(0.04);
  }

  @Test
  @Tag("WLD-025")
  void aBlindUnitDisturbsNoOthersNoise() {
    TruthWorld sees = TruthWorld.create(Worlds.vbar(-200, 3));
    TruthWorld blinded = TruthWorld.create(Worlds.vbar(-200, 3));
    var unused = blinded.injectFault("laser-ranger-a", "dropout", Map.of());
    Worlds.coast(sees, 50);
    Worlds.coast(blinded, 50);
    assertThat(blinded.samples().laserRangerA()).isNull();
    assertThat(blinded.samples().laserRangerB()).isEqualTo(sees.samples().laserRangerB());
    assertThat(blinded.samples().gnss()).isEqualTo(sees.samples().gnss());
    assertThat(blinded.samples().imuA()).isEqualTo(sees.samples().imuA());
  }

  private static WorldSamples firstSamples(double y_m) {
    return TruthWorld.create(Worlds.vbar(y_m, 1)).samples();
  }

  private static WorldConfiguration from(Xyz r) {
    return Worlds.with(Worlds.DAWN_DUSK, r, BodyProperties.TARGET, TargetAttitude.NADIR_FIXED);
  }

  private static List<Double> all(ToDoubleFunction<Seen> of) {
    return coast.stream().mapToDouble(of).boxed().toList();
  }

  private static List<Double> slow(ToDoubleFunction<Seen> of) {
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < coast.size(); i += 10) {
      values.add(of.applyAsDouble(coast.get(i)));
    }
    return values;
  }

  /**
   * Twice the vector part of measured times conjugate of true, sign turned: the error about each
   * axis.
   */
  private static double[] turn(Seen s) {
    var m = s.samples().starTrackerA().q_BI();
    var t = s.truth().q_BI();
    double sign =
        m.q0() * t.q0() + m.q1() * t.q1() + m.q2() * t.q2() + m.q3() * t.q3() < 0 ? 2 : -2;
    return new double[] {
      sign * (-m.q0() * t.q1() + m.q1() * t.q0() - m.q2() * t.q3() + m.q3() * t.q2()),
      sign * (-m.q0() * t.q2() + m.q1() * t.q3() + m.q2() * t.q0() - m.q3() * t.q1()),
      sign * (-m.q0() * t.q3() - m.q1() * t.q2() + m.q2() * t.q1() + m.q3() * t.q0())
    };
  }

  private static Xyz sight_B(Seen s) {
    var q = s.truth().q_BI();
    Xyz c = s.truth().r_C_I_m();
    Xyz t = s.truth().r_T_I_m();
    double range = s.truth().range_m();
    double[] sight = {(t.x() - c.x()) / range, (t.y() - c.y()) / range, (t.z() - c.z()) / range};
    double[] seen = new double[3];
    BodyFrame.toBody(new double[] {q.q0(), q.q1(), q.q2(), q.q3()}, sight, seen);
    return Xyz.of(seen, 0);
  }

  private static void assertSpread(List<Double> values, double mean, double sigma) {
    double tolerance = 4 * sigma / Math.sqrt(values.size());
    assertThat(mean(values)).isCloseTo(mean, within(tolerance));
    assertThat(deviation(values)).isCloseTo(sigma, within(tolerance));
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(v -> v).average().orElseThrow();
  }

  private static double deviation(List<Double> values) {
    double mean = mean(values);
    return Math.sqrt(
        values.stream().mapToDouble(v -> (v - mean) * (v - mean)).average().orElseThrow());
  }
}
