package org.holdpoint.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hipparchus.util.FastMath;
import org.holdpoint.world.fault.Fault;
import org.holdpoint.world.fault.FaultCatalogue;
import org.holdpoint.world.fault.FaultCondition;
import org.holdpoint.world.fault.FaultKind;
import org.holdpoint.world.fault.FaultOffer;
import org.holdpoint.world.fault.FaultParameter;
import org.holdpoint.world.fault.Faults;
import org.holdpoint.world.sample.BearingSample;
import org.holdpoint.world.sample.GnssSample;
import org.holdpoint.world.sample.RangeSample;
import org.holdpoint.world.sample.WorldSamples;
import org.holdpoint.world.sample.Wxyz;
import org.holdpoint.world.sample.Xyz;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What faults do; a healthy world of the same seed flies beside the faulty one. */
class FaultTest {
  private final TruthWorld healthy = TruthWorld.create(Worlds.vbar(-200, 9));
  private final TruthWorld faulty = TruthWorld.create(Worlds.vbar(-200, 9));

  /** What each unit delivered last. */
  private final Map<String, Object> good = new TreeMap<>();

  private final Map<String, Object> bad = new TreeMap<>();

  @Test
  @Tag("WLD-030")
  void aRampOnARangerGrowsByItsRate() {
    inject("laser-ranger-a", "ramp", Map.of("rate_m_s", 0.5));
    coast(601);
    assertThat(rangeError_m()).isCloseTo(30, within(1e-9));
  }

  @Test
  @Tag("WLD-030")
  void aBiasIsThereAtOnceAndGoesWhenCleared() {
    int id = inject("laser-ranger-a", "bias", Map.of("bias_m", -3.0));
    coast(11);
    assertThat(rangeError_m()).isCloseTo(-3, within(1e-9));
    assertThat(faulty.activeFaults()).hasSize(1);
    faulty.clearFault(id);
    coast(11);
    assertThat(bad).isEqualTo(good);
    assertThat(faulty.activeFaults()).isEmpty();
    assertThatThrownBy(() -> faulty.clearFault(id))
        .hasMessageContaining("no active fault has id 1");
  }

  @Test
  @Tag("WLD-030")
  void aDriftWandersByItsRandomWalk() {
    inject("laser-ranger-a", "drift", Map.of("walk_m_sqrt_s", 1.0));
    coast(1);
    double sum2 = 0;
    double last = rangeError_m();
    for (int i = 0; i < 300; i++) {
      coast(10);
      double error = rangeError_m();
      sum2 += (error - last) * (error - last);
      last = error;
    }
    assertThat(FastMath.sqrt(sum2 / 300)).isCloseTo(1, within(0.2));
  }

  @Test
  @Tag("WLD-030")
  void aFrozenUnitRepeatsItselfWithFreshTimeStamps() {
    coast(1);
    double range_m = range(good).range_m();
    inject("laser-ranger-a", "freeze", Map.of());
    coast(100);
    assertThat(range(bad).range_m()).isEqualTo(range_m);
    assertThat(range(bad).sampled_tai_ns()).isEqualTo(faulty.tai_ns() - TruthWorld.TICK_NS);
  }

  @Test
  @Tag("WLD-030")
  void aLateUnitDeliversTrueSamplesWithTheirTrueTime() {
    inject("star-tracker-b", "latency", Map.of("delay_s", 0.7));
    List<Object> fixes = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      coast(1);
      fixes.add(healthy.samples().starTrackerB());
      if (i >= 7) {
        assertThat(faulty.samples().starTrackerB()).isEqualTo(fixes.get(i - 7));
      }
    }
  }

  @Test
  @Tag("WLD-030")
  void aUnitThatRestartsAgainAndAgainIsSilentEachTime() {
    inject("imu-a", "reset", Map.of("outage_s", 0.5, "period_s", 2.0));
    int silent = 0;
    for (int i = 0; i < 100; i++) {
      coast(1);
      silent += faulty.samples().imuA() == null ? 1 : 0;
    }
    // 0.0 to 0.4 s of each period; of the first, time 0 came before, and at 10 s a sixth begins
    assertThat(silent).isEqualTo(5 * 5 - 1 + 1);
  }

  @Test
  @Tag("WLD-030")
  void noiseGrowsByItsFactor() {
    inject("tank-gauge", "noise", Map.of("factor", 10.0));
    coast(1);
    double healthyError = healthy.samples().tank_kg() - 12;
    assertThat(faulty.samples().tank_kg() - 12).isCloseTo(10 * healthyError, within(1e-9));
  }

  @Test
  @Tag("WLD-030")
  void outliersComeWithTheirProbabilityAndSize() {
    inject("laser-ranger-a", "outlier", Map.of("probability", 0.2, "size_m", 50.0));
    coast(1);
    int hits = 0;
    for (int i = 0; i < 500; i++) {
      coast(10);
      double error = rangeError_m();
      assertThat(Math.abs(error))
          .satisfiesAnyOf(
              e -> assertThat(e).isZero(), e -> assertThat(e).isCloseTo(50, within(1e-9)));
      hits += error == 0 ? 0 : 1;
    }
    assertThat(hits).isBetween(65, 135);
  }

  @Test
  @Tag("WLD-030")
  void biasesOfVectorUnitsActOnTheirAxes() {
    inject("gnss", "bias", Map.of("y_m", 100.0));
    inject("imu-a", "bias", Map.of("z_deg_h", 36.0));
    inject("accelerometer-b", "bias", Map.of("x_um_s2", 500.0));
    inject("narrow-camera", "bias", Map.of("z_deg", 1.0));
    inject("star-tracker-b", "bias", Map.of("x_deg", 2.0));
    inject("tank-gauge", "bias", Map.of("bias_kg", -1.5));
    inject("sun-sensor", "bias", Map.of("x_deg", 5.0));
    inject("wheel-tachometers", "bias", Map.of("z_N_m_s", 0.5));
    coast(12);
    GnssSample badFix = (GnssSample) bad.get("gnss");
    GnssSample goodFix = (GnssSample) good.get("gnss");
    assertThat(badFix.r_C_I_m().y() - goodFix.r_C_I_m().y()).isCloseTo(100, within(1e-6));
    assertThat(badFix.r_C_I_m().x()).isEqualTo(goodFix.r_C_I_m().x());
    WorldSamples b = faulty.samples();
    WorldSamples g = healthy.samples();
    assertThat(b.imuA().rate_B_rad_s().z() - g.imuA().rate_B_rad_s().z())
        .isCloseTo(FastMath.toRadians(0.01), within(1e-12));
    assertThat(b.imuB().deltaV_B_m_s().x() - g.imuB().deltaV_B_m_s().x())
        .isCloseTo(50e-6, within(1e-12));
    // a turn about +z moves a bearing near +x towards +y
    Xyz badSight = ((BearingSample) bad.get("narrow-camera")).u_B();
    Xyz goodSight = ((BearingSample) good.get("narrow-camera")).u_B();
    assertThat(badSight.y() - goodSight.y()).isCloseTo(FastMath.toRadians(1), within(1e-5));
    Wxyz p = b.starTrackerB().q_BI();
    Wxyz q = g.starTrackerB().q_BI();
    double cosine = p.q0() * q.q0() + p.q1() * q.q1() + p.q2() * q.q2() + p.q3() * q.q3();
    assertThat(2 * FastMath.acos(Math.abs(cosine))).isCloseTo(FastMath.toRadians(2), within(1e-4));
    assertThat(b.tank_kg() - g.tank_kg()).isCloseTo(-1.5, within(1e-9));
    assertThat(difference((Xyz) bad.get("sun-sensor"), (Xyz) good.get("sun-sensor")))
        .isBetween(0.08, 0.09);
    assertThat(b.wheelMomentum_B_N_m_s().z() - g.wheelMomentum_B_N_m_s().z())
        .isCloseTo(0.5, within(1e-9));
  }

  @Test
  @Tag("WLD-030")
  void swappedAxesOfAGyroTradeTheirRates() {
    inject("imu-b", "swapped-axis", Map.of("pair", 2.0));
    coast(1);
    Xyz good = healthy.samples().imuB().rate_B_rad_s();
    assertThat(faulty.samples().imuB().rate_B_rad_s())
        .isEqualTo(new Xyz(good.z(), good.y(), good.x()));
  }

  @Test
  @Tag("WLD-031")
  void aThrusterStuckClosedGivesNothingAndUsesNothing() {
    inject("thruster-12", "stuck-closed", Map.of());
    faulty.step(Worlds.only(12, 100), new double[3]);
    assertThat(faulty.truth().propellant_kg()).isEqualTo(12);
    assertThat(Math.abs(faulty.samples().imuA().deltaV_B_m_s().x())).isLessThan(1e-4);
  }

  @Test
  @Tag("WLD-031")
  void aThrusterStuckOpenFiresUncommanded() {
    inject("thruster-3", "stuck-open", Map.of());
    coast(100);
    assertThat(faulty.truth().propellant_kg()).isCloseTo(12 - 10 / (220 * 9.80665), within(0.001));
    assertThat(faulty.truth().rate_B_rad_s()).isNotEqualTo(healthy.truth().rate_B_rad_s());
  }

  @Test
  @Tag("WLD-031")
  void aLeakingThrusterGivesItsShareAllTheTime() {
    inject("thruster-3", "leak", Map.of("thrust_share", 0.1));
    coast(100);
    assertThat(faulty.truth().propellant_kg()).isCloseTo(12 - 1 / (220 * 9.80665), within(0.0001));
  }

  @Test
  @Tag("WLD-031")
  void aDegradedThrusterGivesItsShare() {
    inject("thruster-13", "degraded", Map.of("thrust_share", 0.25));
    faulty.step(Worlds.only(13, 80), new double[3]);
    healthy.step(Worlds.only(13, 80), new double[3]);
    assertThat(12 - faulty.truth().propellant_kg())
        .isCloseTo(0.25 * (12 - healthy.truth().propellant_kg()), within(1e-12));
  }

  @Test
  @Tag("WLD-031")
  void aLateThrusterFiresLater() {
    inject("thruster-12", "latency", Map.of("delay_s", 0.3));
    faulty.step(Worlds.only(12, 100), new double[3]);
    Worlds.coast(faulty, 2);
    assertThat(faulty.truth().propellant_kg()).isEqualTo(12);
    Worlds.coast(faulty, 1);
    assertThat(faulty.truth().propellant_kg()).isCloseTo(12 - 2.2 / (220 * 9.80665), within(1e-4));
  }

  @Test
  @Tag("WLD-031")
  void aStuckWheelGivesNoTorque() {
    inject("wheel-y", "stuck", Map.of());
    faulty.step(new int[16], new double[] {0.1, 0.1, 0.1});
    Xyz momentum = faulty.truth().wheelMomentum_B_N_m_s();
    assertThat(momentum.y()).isZero();
    assertThat(momentum.x()).isCloseTo(-0.01, within(6e-5));
    assertThat(momentum.z()).isCloseTo(-0.01, within(6e-5));
  }

  @Test
  @Tag("WLD-031")
  void aLeakingTankLosesPropellantWithoutThrust() {
    inject("tank", "leak", Map.of("rate_g_s", 5.0));
    coast(100);
    assertThat(faulty.truth().propellant_kg()).isCloseTo(12 - 0.05, within(1e-9));
    assertThat(difference(faulty.truth().v_C_I_m_s(), healthy.truth().v_C_I_m_s()))
        .isLessThan(1e-6);
  }

  @Test
  @Tag("WLD-032")
  void aFaultComesAndGoesAtItsTimes() {
    var configuration =
        Worlds.vbar(-200, 9)
            .withFaults(
                List.of(
                    new Fault("imu-b", "dropout", Map.of(), 2, 3, FaultCondition.ALWAYS),
                    Fault.from(1, "imu-a", "dropout", Map.of())));
    TruthWorld world = TruthWorld.create(configuration);
    Worlds.coast(world, 9);
    assertThat(world.activeFaults()).isEmpty();
    Worlds.coast(world, 1);
    assertThat(world.activeFaults()).extracting("unit").containsExactly("imu-a");
    assertThat(world.samples().imuA()).isNull();
    assertThat(world.samples().imuB()).isNotNull();
    Worlds.coast(world, 10);
    assertThat(world.activeFaults()).extracting("unit").containsExactly("imu-a", "imu-b");
    assertThat(world.samples().imuB()).isNull();
    Worlds.coast(world, 10);
    assertThat(world.activeFaults()).extracting("unit").containsExactly("imu-a");
    assertThat(world.samples().imuB()).isNotNull();
    assertThat(world.samples().imuA()).isNull();
  }

  @Test
  @Tag("WLD-032")
  void aFaultActsOnlyWhileItsConditionHolds() {
    var thrusting = new FaultCondition(0, Double.POSITIVE_INFINITY, null, true);
    var near = new FaultCondition(0, 150, null, null);
    var dark = new FaultCondition(0, Double.POSITIVE_INFINITY, true, null);
    var unused =
        List.of(
            faulty.injectFault(new Fault("imu-a", "dropout", Map.of(), 0, 1e6, thrusting)),
            faulty.injectFault(new Fault("imu-b", "dropout", Map.of(), 0, 1e6, near)),
            faulty.injectFault(new Fault("star-tracker-a", "dropout", Map.of(), 0, 1e6, dark)));
    coast(1);
    assertThat(faulty.samples().imuA()).isNotNull();
    faulty.step(Worlds.only(12, 50), new double[3]);
    assertThat(faulty.samples().imuA()).isNull();
    assertThat(faulty.activeFaults()).extracting("acting").containsExactly(true, false, false);
    coast(1);
    assertThat(faulty.samples().imuA()).isNotNull();
    assertThat(faulty.samples().imuB()).isNotNull();
    assertThat(faulty.samples().starTrackerA()).isNotNull();
    TruthWorld close = TruthWorld.create(Worlds.vbar(-140, 9));
    var id = close.injectFault(new Fault("imu-b", "dropout", Map.of(), 0, 1e6, near));
    Worlds.coast(close, 1);
    assertThat(id).isOne();
    assertThat(close.samples().imuB()).isNull();
    assertThatThrownBy(() -> new FaultCondition(200, 100, null, null))
        .hasMessageContaining("range_below_m: more than range_above_m");
  }

  @Test
  @Tag("WLD-033")
  void theCatalogueKnowsEveryUnitAndSaysWhatEachFaultDoes() {
    assertThat(FaultCatalogue.units()).hasSize(16 + 16 + 3 + 1 + 1);
    assertThat(FaultCatalogue.OFFERS).extracting("kind").contains((Object[]) FaultKind.values());
    for (FaultOffer offer : FaultCatalogue.OFFERS) {
      assertThat(offer.description()).isNotBlank();
      for (FaultParameter parameter : offer.parameters()) {
        assertThat(parameter.fallback()).isBetween(parameter.min(), parameter.max());
        assertThat(parameter.unit()).isNotBlank();
      }
    }
  }

  @Test
  @Tag("WLD-033")
  void aWrongFaultIsRefusedWithWhatThereIsInstead() {
    assertThatThrownBy(() -> inject("laser-ranger-a", "rampp", Map.of()))
        .hasMessage(
            "kind: 'rampp' is not a fault of laser-ranger-a. One of: bias, degraded, drift,"
                + " dropout, freeze, latency, noise, outlier, ramp, reset, stuck.");
    assertThatThrownBy(() -> inject("laser-ranger-c", "ramp", Map.of()))
        .hasMessageStartingWith("unit: 'laser-ranger-c' is not a unit. One of: laser-ranger-a,");
    assertThatThrownBy(() -> inject("laser-ranger-a", "ramp", Map.of("rate", 1.0)))
        .hasMessage("laser-ranger-a ramp: 'rate' is not a parameter. One of: rate_m_s.");
    assertThatThrownBy(() -> inject("laser-ranger-a", "ramp", Map.of()))
        .hasMessage("laser-ranger-a ramp: it needs rate_m_s.");
    assertThatThrownBy(() -> inject("gnss", "bias", Map.of()))
        .hasMessage("gnss bias: it needs at least one of x_m, y_m, z_m.");
    assertThatThrownBy(() -> inject("gnss", "noise", Map.of("factor", -1.0)))
        .hasMessage("gnss noise: factor of -1.0 is not in 0.0 to 1000.0.");
    assertThatThrownBy(() -> inject("gnss", "swapped-axis", Map.of("pair", 0.5)))
        .hasMessage("gnss swapped-axis: pair of 0.5 is not a whole number.");
    assertThatThrownBy(() -> inject("wheel-x", "stuck", Map.of("a", 1.0)))
        .hasMessageEndingWith("It takes none.");
    assertThatThrownBy(() -> new Fault("gnss", "freeze", Map.of(), 5, 5, FaultCondition.ALWAYS))
        .hasMessage("end_s: 5.0 is not later than start_s, 5.0.");
    for (int i = 0; i < Faults.MAX_ACTIVE; i++) {
      inject("gnss", "freeze", Map.of());
    }
    assertThatThrownBy(() -> inject("gnss", "freeze", Map.of()))
        .hasMessageContaining("already 64 active faults");
  }

  @Test
  @Tag("WLD-040")
  void aWorldFullOfLateUnitsIsSavedAndRestored() {
    for (String unit : FaultCatalogue.units()) {
      if (!unit.equals("tank") && !unit.equals("processor")) {
        inject(unit, "latency", Map.of("delay_s", FaultCatalogue.LONGEST_DELAY_S));
      }
    }
    coast(77);
    byte[] state = faulty.save();
    TruthWorld other = TruthWorld.create(Worlds.vbar(-200, 9));
    other.restore(state);
    assertThat(other.save()).isEqualTo(state);
    Worlds.coast(faulty, 60);
    Worlds.coast(other, 60);
    assertThat(other.samples()).isEqualTo(faulty.samples());
    assertThat(other.save()).isEqualTo(faulty.save());
  }

  private int inject(String unit, String kind, Map<String, Double> parameters) {
    return faulty.injectFault(unit, kind, parameters);
  }

  /** Both worlds coast; what their units deliver is kept. */
  private void coast(long ticks) {
    for (long i = 0; i < ticks; i++) {
      Worlds.coast(healthy, 1);
      Worlds.coast(faulty, 1);
      keep(healthy, good);
      keep(faulty, bad);
    }
  }

  private static void keep(TruthWorld world, Map<String, Object> delivered) {
    Outputs.of(world.samples())
        .forEach(
            (unit, output) -> {
              if (Outputs.some(output)) {
                delivered.put(unit, output);
              }
            });
  }

  private static RangeSample range(Map<String, Object> delivered) {
    return (RangeSample) delivered.get("laser-ranger-a");
  }

  private double rangeError_m() {
    return range(bad).range_m() - range(good).range_m();
  }

  private static double difference(Xyz a, Xyz b) {
    return new Xyz(a.x() - b.x(), a.y() - b.y(), a.z() - b.z()).norm();
  }
}
