package org.holdpoint.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.util.FastMath;
import org.holdpoint.world.fault.FaultCatalogue;
import org.holdpoint.world.fault.FaultKind;
import org.holdpoint.world.fault.FaultOffer;
import org.holdpoint.world.fault.FaultParameter;
import org.holdpoint.world.fault.Faults;
import org.holdpoint.world.sample.WorldSamples;
import org.holdpoint.world.sample.Xyz;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What faults do; a healthy world of the same seed flies beside the faulty one. */
class FaultTest {
  private final TruthWorld healthy = TruthWorld.create(Worlds.vbar(-200, 9));
  private final TruthWorld faulty = TruthWorld.create(Worlds.vbar(-200, 9));

  @Test
  @Tag("WLD-030")
  void aRampOnARangerGrowsByItsRateAndTouchesNoOtherUnit() {
    inject("laser-ranger-a", "ramp", Map.of("rate_m_s", 0.5));
    coast(600);
    assertThat(
            faulty.samples().laserRangerA().range_m() - healthy.samples().laserRangerA().range_m())
        .isCloseTo(30, within(1e-9));
    assertThat(faulty.samples().laserRangerB()).isEqualTo(healthy.samples().laserRangerB());
    assertThat(truthOf(faulty)).isEqualTo(truthOf(healthy));
  }

  @Test
  @Tag("WLD-030")
  void aBiasIsThereAtOnceAndGoesWhenCleared() {
    int id = inject("laser-ranger-b", "bias", Map.of("bias_m", -3.0));
    coast(10);
    assertThat(
            faulty.samples().laserRangerB().range_m() - healthy.samples().laserRangerB().range_m())
        .isCloseTo(-3, within(1e-9));
    assertThat(faulty.activeFaults()).hasSize(1);
    faulty.clearFault(id);
    coast(10);
    assertThat(faulty.samples()).isEqualTo(healthy.samples());
    assertThat(faulty.activeFaults()).isEmpty();
    assertThatThrownBy(() -> faulty.clearFault(id))
        .hasMessageContaining("no active fault has id 1");
  }

  @Test
  @Tag("WLD-030")
  void aDriftWandersByItsRandomWalk() {
    inject("laser-ranger-a", "drift", Map.of("walk_m_sqrt_s", 1.0));
    double sum2 = 0;
    double last = 0;
    for (int i = 0; i < 300; i++) {
      coast(10);
      double error =
          faulty.samples().laserRangerA().range_m() - healthy.samples().laserRangerA().range_m();
      sum2 += (error - last) * (error - last);
      last = error;
    }
    assertThat(FastMath.sqrt(sum2 / 300)).isCloseTo(1, within(0.2));
  }

  @Test
  @Tag("WLD-030")
  void aFrozenUnitRepeatsItselfWithFreshTimeStamps() {
    double range = faulty.samples().laserRangerA().range_m();
    inject("laser-ranger-a", "freeze", Map.of());
    coast(100);
    var sample = faulty.samples().laserRangerA();
    assertThat(sample.range_m()).isEqualTo(range);
    assertThat(sample.sampled_tai_ns()).isEqualTo(faulty.tai_ns());
  }

  @Test
  @Tag("WLD-030")
  void aDroppedOutUnitDeliversNothing() {
    for (String unit :
        List.of(
            "laser-ranger-a",
            "laser-ranger-b",
            "visible-camera",
            "thermal-camera",
            "star-tracker-a",
            "star-tracker-b",
            "imu-a",
            "imu-b",
            "gnss",
            "sun-sensor")) {
      inject(unit, "dropout", Map.of());
    }
    coast(10);
    WorldSamples s = faulty.samples();
    assertThat(s.laserRangerA()).isNull();
    assertThat(s.laserRangerB()).isNull();
    assertThat(s.visibleCamera()).isNull();
    assertThat(s.thermalCamera()).isNull();
    assertThat(s.starTrackerA()).isNull();
    assertThat(s.starTrackerB()).isNull();
    assertThat(s.imuA()).isNull();
    assertThat(s.imuB()).isNull();
    assertThat(s.gnss()).isNull();
    assertThat(s.sun_B()).isNull();
  }

  @Test
  @Tag("WLD-030")
  void noiseGrowsByItsFactor() {
    inject("gnss", "noise", Map.of("factor", 10.0));
    coast(10);
    double healthyError = healthy.samples().gnss().r_C_I_m().x() - healthy.truth().r_C_I_m().x();
    double error = faulty.samples().gnss().r_C_I_m().x() - faulty.truth().r_C_I_m().x();
    assertThat(error).isCloseTo(10 * healthyError, within(1e-6));
  }

  @Test
  @Tag("WLD-030")
  void outliersComeWithTheirProbabilityAndSize() {
    inject("laser-ranger-a", "outlier", Map.of("probability", 0.2, "size_m", 50.0));
    int hits = 0;
    for (int i = 0; i < 500; i++) {
      coast(10);
      double error =
          faulty.samples().laserRangerA().range_m() - healthy.samples().laserRangerA().range_m();
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
    inject("visible-camera", "bias", Map.of("z_deg", 1.0));
    inject("star-tracker-b", "bias", Map.of("x_deg", 2.0));
    inject("tank-gauge", "bias", Map.of("bias_kg", -1.5));
    inject("sun-sensor", "bias", Map.of("x_deg", 5.0));
    coast(10);
    WorldSamples bad = faulty.samples();
    WorldSamples good = healthy.samples();
    assertThat(bad.gnss().r_C_I_m().y() - good.gnss().r_C_I_m().y()).isCloseTo(100, within(1e-6));
    assertThat(bad.gnss().r_C_I_m().x()).isEqualTo(good.gnss().r_C_I_m().x());
    assertThat(bad.imuA().rate_B_rad_s().z() - good.imuA().rate_B_rad_s().z())
        .isCloseTo(FastMath.toRadians(0.01), within(1e-12));
    // a turn about +z moves a bearing near +x towards +y
    assertThat(bad.visibleCamera().u_B().y() - good.visibleCamera().u_B().y())
        .isCloseTo(FastMath.toRadians(1), within(1e-5));
    var a = bad.starTrackerB().q_BI();
    var b = good.starTrackerB().q_BI();
    double cosine = a.q0() * b.q0() + a.q1() * b.q1() + a.q2() * b.q2() + a.q3() * b.q3();
    assertThat(2 * FastMath.acos(Math.abs(cosine))).isCloseTo(FastMath.toRadians(2), within(1e-4));
    assertThat(bad.tank_kg() - good.tank_kg()).isCloseTo(-1.5, within(1e-9));
    assertThat(difference(bad.sun_B(), good.sun_B())).isBetween(0.08, 0.09);
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
  void aDegradedThrusterGivesItsShare() {
    inject("thruster-13", "degraded", Map.of("thrust_share", 0.25));
    faulty.step(Worlds.only(13, 80), new double[3]);
    healthy.step(Worlds.only(13, 80), new double[3]);
    assertThat(12 - faulty.truth().propellant_kg())
        .isCloseTo(0.25 * (12 - healthy.truth().propellant_kg()), within(1e-12));
  }

  @Test
  @Tag("WLD-031")
  void aStuckWheelGivesNoTorque() {
    inject("wheel-y", "stuck", Map.of());
    faulty.step(new int[16], new double[] {0.1, 0.1, 0.1});
    Xyz momentum = faulty.truth().wheelMomentum_B_N_m_s();
    assertThat(momentum.y()).isZero();
    assertThat(momentum.x()).isCloseTo(-0.01, within(1e-12));
    assertThat(momentum.z()).isCloseTo(-0.01, within(1e-12));
  }

  @Test
  @Tag("WLD-032")
  void aScheduledFaultComesAtItsTime() {
    var configuration =
        Worlds.vbar(-200, 9)
            .withFaults(
                List.of(
                    new ScheduledFault(2, "gnss", "dropout", Map.of()),
                    new ScheduledFault(1, "imu-a", "dropout", Map.of())));
    TruthWorld world = TruthWorld.create(configuration);
    Worlds.coast(world, 9);
    assertThat(world.activeFaults()).isEmpty();
    Worlds.coast(world, 1);
    assertThat(world.activeFaults()).extracting("unit").containsExactly("imu-a");
    assertThat(world.samples().imuA()).isNull();
    assertThat(world.samples().gnss()).isNotNull();
    Worlds.coast(world, 10);
    assertThat(world.activeFaults()).extracting("unit").containsExactly("imu-a", "gnss");
    assertThat(world.samples().gnss()).isNull();
  }

  @Test
  @Tag("WLD-033")
  void everyOfferOfTheCatalogueCanBeInjectedAndFlown() {
    for (FaultOffer offer : FaultCatalogue.OFFERS) {
      Map<String, Double> parameters = new HashMap<>();
      for (FaultParameter parameter : offer.parameters()) {
        parameters.put(parameter.name(), Math.min(1, parameter.max()));
      }
      TruthWorld world = TruthWorld.create(Worlds.vbar(-200, 9));
      int id = world.injectFault(offer.unit(), offer.kind().code(), parameters);
      Worlds.coast(world, 10);
      assertThat(world.activeFaults()).hasSize(1);
      assertThat(offer.description()).isNotBlank();
      world.clearFault(id);
    }
    assertThat(FaultCatalogue.units()).hasSize(11 + 16 + 3);
    assertThat(FaultCatalogue.OFFERS).extracting("kind").contains((Object[]) FaultKind.values());
  }

  @Test
  @Tag("WLD-033")
  void aWrongFaultIsRefusedWithWhatThereIsInstead() {
    assertThatThrownBy(() -> inject("laser-ranger-a", "rampp", Map.of()))
        .hasMessage(
            "kind: 'rampp' is not a fault of laser-ranger-a."
                + " One of: bias, drift, dropout, freeze, noise, outlier, ramp.");
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
    assertThatThrownBy(() -> inject("wheel-x", "stuck", Map.of("a", 1.0)))
        .hasMessageEndingWith("It takes none.");
    for (int i = 0; i < Faults.MAX_ACTIVE; i++) {
      inject("gnss", "freeze", Map.of());
    }
    assertThatThrownBy(() -> inject("gnss", "freeze", Map.of()))
        .hasMessageContaining("already 64 active faults");
  }

  private int inject(String unit, String kind, Map<String, Double> parameters) {
    return faulty.injectFault(unit, kind, parameters);
  }

  private void coast(long ticks) {
    Worlds.coast(healthy, ticks);
    Worlds.coast(faulty, ticks);
  }

  private static byte[] truthOf(TruthWorld world) {
    ByteBuffer out = ByteBuffer.allocate(TruthWorld.TRUTH_BYTES);
    world.writeTruth(out);
    assertThat(out.hasRemaining()).isFalse();
    return out.array();
  }

  private static double difference(Xyz a, Xyz b) {
    return new Xyz(a.x() - b.x(), a.y() - b.y(), a.z() - b.z()).norm();
  }
}
