package org.holdpoint.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.holdpoint.world.fault.Fault;
import org.holdpoint.world.sample.Xyz;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class WorldConfigurationTest {
  @Test
  @Tag("WLD-050")
  void anEpochOutsideTheDataIsRefusedWithTheirSpan() {
    for (String epoch :
        List.of("2019-12-31T23:59:59Z", "2027-10-27T00:00:01Z", "1999-01-01T00:00:00Z")) {
      assertThatThrownBy(() -> at(epoch))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "epoch: "
                  + epoch
                  + " is outside the Earth orientation data of this build, 2020-01-01 to 2027-10-27:"
                  + " choose an epoch inside, or renew the data (src/docs/data.md).");
    }
    assertThat(TruthWorld.create(at("2020-01-01T00:00:00Z")).samples().imuA()).isNotNull();
  }

  @Test
  @Tag("WLD-050")
  void aRunThatLeavesTheDataStopsWithTheirSpan() {
    TruthWorld world = TruthWorld.create(at("2027-10-26T23:59:40Z"));
    assertThatThrownBy(() -> Worlds.coast(world, 400))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("outside the Earth orientation data, 2020-01-01 to 2027-10-27");
  }

  @Test
  @Tag("WLD-051")
  void timeIsNanosecondsOfTaiSince1958() {
    // 2018-07-06T11:41:18.284Z is 1530877278.284 s of Unix time; 4383 days lie between the origins.
    var configuration = at("2020-03-01T00:00:00.300Z");
    long unix_ms = Instant.parse("2020-03-01T00:00:00.300Z").toEpochMilli();
    assertThat(configuration.start_tai_ns())
        .isEqualTo((unix_ms + 4_383L * 86_400_000 + 37_000) * 1_000_000);
    TruthWorld world = TruthWorld.create(configuration);
    Worlds.coast(world, 3);
    assertThat(world.truth().tai_ns()).isEqualTo(configuration.start_tai_ns() + 300_000_000L);
    assertThat(world.samples().sampled_tai_ns()).isEqualTo(world.tai_ns());
  }

  @Test
  @Tag("WLD-052")
  void aWrongValueIsRefusedWithTheAllowedRange() {
    assertThatThrownBy(() -> new TargetOrbit(90, 0, 97, 0, 0))
        .hasMessage("target orbit: altitude_km: 90.0 is not in 200.0 to 2000.0.");
    assertThatThrownBy(() -> new TargetOrbit(500, 0.06, 97, 0, 0))
        .hasMessageStartingWith("target orbit: perigee altitude, km");
    assertThatThrownBy(() -> new BodyProperties(0, 1, 2, 1)).hasMessageContaining("mass_kg");
    assertThatThrownBy(() -> new BodyProperties(100, Double.NaN, 2, 1))
        .hasMessageContaining("area_m2: NaN");
    assertThatThrownBy(() -> new TargetHull(20, 1, 1)).hasMessageContaining("half_x_m");
    assertThatThrownBy(
            () ->
                new TargetAttitude(
                    TargetAttitude.Motion.INERTIAL, new Xyz(0, 2, 0), TargetAttitude.BOX_KG_M2))
        .hasMessageContaining("only spin and tumble have one");
    assertThatThrownBy(() -> WorldConfiguration.epoch("4 March"))
        .hasMessage("epoch: '4 March' is not a UTC time like 2027-03-04T06:00:00Z.");
    assertThatThrownBy(() -> Fault.from(5, "gnss", "melts", Map.of()))
        .hasMessageStartingWith("kind: 'melts' is not a fault of gnss.");
    var dropout = Fault.from(5, "gnss", "dropout", Map.of());
    assertThatThrownBy(() -> Worlds.vbar(-100, 1).withFaults(Collections.nCopies(65, dropout)))
        .hasMessage("faults: 65 are more than 64.");
    assertThatThrownBy(() -> Worlds.vbar(-6e6, 1)).hasMessageContaining("r_CT_L_m");
  }

  @Test
  @Tag("WLD-053")
  void theChaserStartsWhereItIsToldAndLooksAtTheTarget() {
    TruthSnapshot truth = TruthWorld.create(Worlds.vbar(-1000, 1)).truth();
    assertThat(truth.range_m()).isBetween(999.999999, 1000.000001);
    assertThat(truth.r_CT_L_m().y()).isBetween(-1000.000001, -999.999999);
    assertThat(truth.v_CT_L_m_s().norm()).isLessThan(1e-9);
    assertThat(truth.r_T_I_m().norm()).isBetween(6_870_000.0, 6_882_000.0);
    TruthWorld world = TruthWorld.create(Worlds.vbar(-1000, 1));
    Worlds.coast(world, 2);
    Xyz bearing = world.samples().wideCamera().u_B();
    assertThat(bearing.x()).isGreaterThan(0.999999);
  }

  private static WorldConfiguration at(String epoch) {
    return WorldConfiguration.nominal(
        Instant.parse(epoch), 1, Worlds.DAWN_DUSK, new Xyz(0, -1000, 0), new Xyz(0, 0, 0));
  }
}
