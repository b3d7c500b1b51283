package org.holdpoint.flight.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.util.FastMath;
import org.holdpoint.dictionary.telemetry.Validity;
import org.holdpoint.flight.ActuatorCommands;
import org.holdpoint.flight.guidance.GuidanceReference.Translation;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.Vec3;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The attitude is lost: gyro and star tracker are silent, the Sun sensor is not. */
class SunAcquisitionTest {
  private static final FlownLoop.Reference COAST =
      n -> References.at(Translation.COAST, FlownLoop.rest(0, -1000, 0), Vec3.ZERO, n);

  private static FlownLoop blind(long seed, @Nullable Vec3 sun_I) {
    var loop = new FlownLoop(seed, FlownLoop.rest(0, -1000, 0), 5, 0.01);
    loop.world.sun_I = sun_I;
    loop.fly(60, COAST);
    loop.world.trackerOn = false;
    loop.world.imuOn = false;
    return loop;
  }

  private static double offSun_deg(FlownLoop loop, Vec3 sun_I) {
    return FastMath.toDegrees(FastMath.acos(loop.world.q_BI().rotate(sun_I).z()));
  }

  @Test
  @Tag("NAV-095")
  void tenSecondsWithoutGyroAndTrackerTheAttitudeIsLostAndTheStateInvalid() {
    FlownLoop loop = blind(1, null);
    loop.fly(10, COAST);
    assertThat(loop.attitudeLost).isFalse();
    loop.fly(0.2, COAST);
    assertThat(loop.attitudeLost).isTrue();
    assertThat(loop.solution.validity()).isEqualTo(Validity.INVALID);
    loop.world.trackerOn = true;
    loop.world.imuOn = true;
    loop.fly(30, COAST);
    assertThat(loop.attitudeLost).isFalse();
    assertThat(loop.solution.validity()).isEqualTo(Validity.VALID);
    assertThat(loop.wanted.attitudeError_deg()).isLessThan(1);
  }

  @Test
  @Tag("NAV-095")
  void gyroOrTrackerAloneKeepTheAttitude() {
    FlownLoop loop = blind(2, null);
    loop.world.imuOn = true;
    loop.fly(3600, COAST);
    assertThat(loop.attitudeLost).isFalse();
    loop.world.imuOn = false;
    loop.world.trackerOn = true;
    loop.fly(600, COAST);
    assertThat(loop.attitudeLost).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"1, 0, 0", "-1, 0.2, 0.1", "0, -0.6, 0.8", "0.3, -0.3, -1", "0, 0, 1"})
  @Tag("NAV-096")
  void bodyZFindsTheSunByTheSunSensorAloneAndStaysThere(double x, double y, double z) {
    Vec3 sun_I = new Vec3(x, y, z).unit();
    FlownLoop loop = blind(3, sun_I);
    loop.fly(900, COAST);
    double worst_deg = 0;
    double fastest_deg_s = 0;
    for (int k = 0; k < 9000; k++) {
      loop.tick(COAST);
      worst_deg = Math.max(worst_deg, offSun_deg(loop, sun_I));
      fastest_deg_s = Math.max(fastest_deg_s, FastMath.toDegrees(loop.world.rate_B().norm()));
    }
    assertThat(worst_deg).isLessThan(2);
    assertThat(fastest_deg_s).isLessThan(0.3);
  }

  @Test
  @Tag("NAV-096")
  void inEclipseTheBodyIsLeftAtRestAndTheSunIsFoundAgain() {
    Vec3 sun_I = new Vec3(0, -0.6, 0.8);
    FlownLoop loop = blind(4, sun_I);
    loop.fly(900, COAST);
    loop.world.sun_I = null;
    loop.fly(2100, COAST);
    assertThat(FastMath.toDegrees(loop.world.rate_B().norm())).isLessThan(0.3);
    loop.world.sun_I = sun_I;
    loop.fly(600, COAST);
    assertThat(offSun_deg(loop, sun_I)).isLessThan(2);
  }

  @Test
  @Tag("NAV-096")
  void withTheGyroItsRateIsTakenAndTheTurnIsTheShortWay() {
    var acquisition = new SunAcquisition();
    Sighting sunOnX = new Sighting(new Vec3(1, 0, 0), Vec3.ZERO);
    var demand = acquisition.step(sunOnX, Vec3.ZERO, Vec3.ZERO);
    assertThat(FastMath.toDegrees(demand.error_rad())).isCloseTo(90, within(1e-6));
    assertThat(demand.torque_B_N_m().y()).as("z goes to x about y").isPositive();
    assertThat(demand.torque_B_N_m().x()).isZero();
    Sighting turning = new Sighting(null, new Vec3(0, 0.05, 0));
    assertThat(acquisition.step(turning, Vec3.ZERO, Vec3.ZERO).torque_B_N_m().y())
        .as("faster than any slew")
        .isNegative();
    var behind = new SunAcquisition();
    var turn = behind.step(new Sighting(new Vec3(0, 0, -1), Vec3.ZERO), Vec3.ZERO, Vec3.ZERO);
    assertThat(FastMath.toDegrees(turn.error_rad())).isCloseTo(180, within(1e-6));
    var unseen = new SunAcquisition().step(new Sighting(null, null), Vec3.ZERO, Vec3.ZERO);
    assertThat(unseen.torque_B_N_m()).isEqualTo(Vec3.ZERO);
  }

  @Test
  @Tag("NAV-096")
  void aRestoredControlSeeksTheSunBitByBitAlike() {
    Vec3 sun_I = new Vec3(1, 0, 0);
    FlownLoop one = blind(5, sun_I);
    FlownLoop two = blind(5, sun_I);
    one.fly(40.5, COAST);
    two.fly(40.5, COAST);
    var out = new StateWriter();
    one.navigation.save(out);
    one.control.save(out);
    var in = new StateReader(out.bytes());
    two.navigation.restore(in);
    two.control.restore(in);
    assertThat(in.atEnd()).isTrue();
    for (int k = 0; k < 200; k++) {
      ActuatorCommands alike = one.tick(COAST);
      assertThat(two.tick(COAST).wheelTorque_B_N_m()).isEqualTo(alike.wheelTorque_B_N_m());
    }
  }
}
