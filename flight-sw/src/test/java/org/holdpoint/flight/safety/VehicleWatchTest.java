package org.holdpoint.flight.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.holdpoint.dictionary.telemetry.Validity;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.sample.MonitorSamples;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.Vec3;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Power, light, missed ticks, the ground's voice, and for how long the monitor is blind. */
class VehicleWatchTest {
  private final Chaser chaser = new Chaser(1, new Vec3(0, -250, 0), Vec3.ZERO);
  private final MonitorEstimator estimator = new MonitorEstimator(chaser.configuration);
  private final VehicleWatch watch = new VehicleWatch();
  private long number;

  private void tick(@Nullable Double charge, boolean carrier, boolean commanded, Validity own) {
    watch.step(
        new Tick(number, Chaser.START + number * Tick.PERIOD_NS),
        new MonitorSamples(null, null, null, null, null, charge, carrier),
        commanded,
        estimator,
        own);
    number++;
  }

  private void quiet(int ticks) {
    for (int i = 0; i < ticks; i++) {
      tick(null, true, false, Validity.VALID);
    }
  }

  @Test
  @Tag("SAF-165")
  void aChargeAgesUntilThePowerUnitSpeaksAgain() {
    quiet(1);
    assertThat(watch.batteryAge_s()).isInfinite();
    tick(0.4, true, false, Validity.VALID);
    assertThat(watch.batteryAge_s()).isZero();
    assertThat(watch.batteryCharge()).isEqualTo(0.4);
    quiet(12);
    assertThat(watch.batteryAge_s()).isCloseTo(1.2, within(1e-9));
    assertThat(watch.batteryCharge()).isEqualTo(0.4);
  }

  @Test
  @Tag("SAF-167")
  void theGroundIsHeardByItsCarrierOrByATelecommand() {
    for (int i = 0; i < 50; i++) {
      tick(null, false, false, Validity.VALID);
    }
    assertThat(watch.groundHeardAge_s()).isCloseTo(5, within(1e-9));
    tick(null, false, true, Validity.VALID);
    assertThat(watch.groundHeardAge_s()).isZero();
    tick(null, false, false, Validity.VALID);
    assertThat(watch.groundHeardAge_s()).isCloseTo(0.1, within(1e-9));
    tick(null, true, false, Validity.VALID);
    assertThat(watch.groundHeardAge_s()).isZero();
  }

  @Test
  @Tag("SAF-168")
  void blindnessCountsFromTheLastValidStateAndNeverBeforeTheFirst() {
    for (int i = 0; i < 20; i++) {
      tick(null, true, false, Validity.INVALID);
    }
    assertThat(watch.blind_s()).isZero();
    tick(null, true, false, Validity.VALID);
    assertThat(watch.blind_s()).isZero();
    for (int i = 0; i < 20; i++) {
      tick(null, true, false, i % 2 == 0 ? Validity.STALE : Validity.INVALID);
    }
    assertThat(watch.blind_s()).isCloseTo(2, within(1e-9));
    tick(null, true, false, Validity.VALID);
    assertThat(watch.blind_s()).isZero();
  }

  @Test
  @Tag("SAF-166")
  void missedTicksAddUpAndAreForgottenAfterAMinuteWithoutOne() {
    quiet(5);
    assertThat(watch.missedTicks()).isZero();
    number += 2;
    quiet(1);
    assertThat(watch.missedTicks()).isEqualTo(2);
    quiet(100);
    number += 1;
    quiet(1);
    assertThat(watch.missedTicks()).isEqualTo(3);
    quiet(599);
    assertThat(watch.missedTicks()).isEqualTo(3);
    quiet(1);
    assertThat(watch.missedTicks()).isZero();
    number += 200_000;
    quiet(1);
    assertThat(watch.missedTicks()).as("a processor that was off").isEqualTo(100_000);
  }

  @Test
  @Tag("SAF-166")
  void aFlightThatBeginsLateInTheCountHasMissedNothing() {
    number = 12_345;
    quiet(2);
    assertThat(watch.missedTicks()).isZero();
    number += 1;
    quiet(1);
    assertThat(watch.missedTicks()).isEqualTo(1);
  }

  @Test
  @Tag("SAF-164")
  void withoutAnAttitudeThereIsNoAngleOfTheSunAndWithOneItIsLookedForOnceASecond() {
    quiet(20);
    assertThat(watch.attitudeAge_s()).isInfinite();
    assertThat(watch.sunAngle_deg()).isEqualTo(SunAngle.NONE_DEG);
    assertThat(watch.sun_I()).isEqualTo(Vec3.ZERO);

    Chaser flown = new Chaser(2, new Vec3(0, -250, 0), Vec3.ZERO);
    MonitorEstimator seeing = new MonitorEstimator(flown.configuration);
    VehicleWatch looking = new VehicleWatch();
    boolean light = false;
    for (int i = 0; i < 1_400; i++) {
      var state = seeing.step(flown.tick(), flown.samples(), new java.util.ArrayList<>());
      looking.step(flown.tick(), flown.samples(), false, seeing, state.validity());
      if (flown.number % 10 == 0 && seeing.attitudeUsable()) {
        assertThat(looking.attitudeAge_s()).isZero();
        Vec3 sun = SunAngle.direction_I(flown.tick().tai_ns());
        boolean shadow = SunAngle.inShadow(seeing.ephemeris().r_I_m(), sun);
        assertThat(looking.sun_I()).isEqualTo(shadow ? Vec3.ZERO : sun);
        assertThat(looking.sunAngle_deg())
            .isEqualTo(
                SunAngle.offCameras_deg(
                    flown.tick().tai_ns(), seeing.q_BI(), seeing.ephemeris().r_I_m()));
        light |= !shadow;
      }
      flown.number += flown.number < 200 ? 1 : 50;
    }
    assertThat(light).isTrue();
  }

  @Test
  @Tag("SAF-160")
  void aVectorsLargestComponentAndARateInDegrees() {
    assertThat(VehicleWatch.largest(new Vec3(-3, 2, 1))).isEqualTo(3);
    assertThat(VehicleWatch.largest(new Vec3(1, -3, 2))).isEqualTo(3);
    assertThat(VehicleWatch.largest(new Vec3(1, 2, -3))).isEqualTo(3);
    assertThat(VehicleWatch.rate_deg_s(new Vec3(0, Math.PI / 180, 0))).isCloseTo(1, within(1e-12));
  }

  @Test
  @Tag("SAF-040")
  void itsCountsSurviveARestore() {
    tick(0.7, false, false, Validity.VALID);
    number += 1;
    tick(null, false, false, Validity.STALE);
    StateWriter out = new StateWriter();
    watch.save(out);
    VehicleWatch restored = new VehicleWatch();
    restored.restore(new StateReader(out.bytes()));
    StateWriter again = new StateWriter();
    restored.save(again);
    assertThat(again.bytes()).isEqualTo(out.bytes());
    assertThat(restored.batteryCharge()).isEqualTo(0.7);
    assertThat(restored.missedTicks()).isEqualTo(1);
    assertThat(restored.blind_s()).isPositive();
    assertThat(restored.groundHeardAge_s()).isPositive();
  }
}
