package org.holdpoint.flight.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.holdpoint.flight.sample.AttitudeFix;
import org.holdpoint.flight.sample.InertialSample;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.Quaternion;
import org.holdpoint.motion.Vec3;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Attitude by star tracker B and IMU B: how each is weighed, refused and missed. */
class OwnAttitudeTest {
  private static final Offset<Double> CLOSE = within(1e-7);

  private final OwnAttitude attitude = new OwnAttitude();

  /** A turn of the body about z; the star tracker sees the frame turn the other way. */
  private static Quaternion turned(double angle_rad) {
    return Quaternion.ofBodyTurn(new Vec3(0, 0, angle_rad));
  }

  private static AttitudeFix fix(double angle_rad) {
    return new AttitudeFix(0, turned(angle_rad));
  }

  private static InertialSample turning(double rate_rad_s) {
    return new InertialSample(0, new Vec3(0, 0, rate_rad_s), Vec3.ZERO);
  }

  private double angle_rad() {
    Quaternion q = attitude.q_BI();
    return -2 * Math.atan2(q.q3(), q.q0());
  }

  @Test
  @Tag("SAF-010")
  void theFirstFixIsTakenWholeAndTheNextByATenth() {
    double sign = Math.signum(-2 * Math.atan2(turned(0.1).q3(), turned(0.1).q0()));
    assertThat(attitude.usable()).isFalse();
    attitude.step(0.1, turning(0), fix(0.2));
    assertThat(angle_rad()).isCloseTo(sign * 0.2, CLOSE);
    assertThat(attitude.usable()).isTrue();
    attitude.step(0.1, turning(0), fix(0.203));
    assertThat(angle_rad()).isCloseTo(sign * 0.2003, CLOSE);
    assertThat(attitude.refusing()).isFalse();
  }

  @Test
  @Tag("SAF-010")
  void betweenFixesItTurnsWithTheGyro() {
    attitude.step(0.1, turning(0), fix(0));
    double before = angle_rad();
    for (int i = 0; i < 100; i++) {
      attitude.step(0.1, turning(0.02), null);
    }
    assertThat(Math.abs(angle_rad() - before)).isCloseTo(0.2, CLOSE);
    assertThat(attitude.rate_B_rad_s().z()).isEqualTo(0.02);
    assertThat(attitude.fixAge_s()).isCloseTo(10, CLOSE);
    assertThat(attitude.imuAge_s()).isZero();
  }

  @Test
  @Tag("SAF-012")
  void aFixFarOffIsRefusedTwentyTimesAndThenBelieved() {
    attitude.step(0.1, turning(0), fix(0));
    for (int i = 0; i < 20; i++) {
      attitude.step(0.1, turning(0), fix(0.1));
      assertThat(Math.abs(angle_rad())).isCloseTo(0, CLOSE);
      assertThat(attitude.refusing()).isTrue();
    }
    assertThat(attitude.fixAge_s()).isCloseTo(2, CLOSE);
    attitude.step(0.1, turning(0), fix(0.1));
    assertThat(Math.abs(angle_rad())).isCloseTo(0.1, CLOSE);
    assertThat(attitude.refusing()).isFalse();
    assertThat(attitude.fixAge_s()).isZero();
  }

  @Test
  @Tag("SAF-012")
  void oneGoodFixForgetsTheRefusalsBeforeIt() {
    attitude.step(0.1, turning(0), fix(0));
    for (int i = 0; i < 15; i++) {
      attitude.step(0.1, turning(0), fix(0.1));
    }
    attitude.step(0.1, turning(0), fix(0));
    for (int i = 0; i < 15; i++) {
      attitude.step(0.1, turning(0), fix(0.1));
    }
    assertThat(Math.abs(angle_rad())).isCloseTo(0, CLOSE);
  }

  @Test
  @Tag("SAF-013")
  void withoutTheGyroForASecondEachFixIsTakenWhole() {
    attitude.step(0.1, turning(0.01), fix(0));
    for (int i = 0; i < 9; i++) {
      attitude.step(0.1, null, null);
    }
    assertThat(attitude.imuFresh()).isTrue();
    assertThat(attitude.rate_B_rad_s().z()).as("the last rate goes on").isEqualTo(0.01);
    attitude.step(0.2, null, fix(0.3));
    assertThat(attitude.imuFresh()).isFalse();
    assertThat(attitude.rate_B_rad_s()).isEqualTo(Vec3.ZERO);
    assertThat(Math.abs(angle_rad())).isCloseTo(0.3, CLOSE);
    assertThat(attitude.usable()).isTrue();
    attitude.step(0.9, null, null);
    assertThat(attitude.usable()).isTrue();
    attitude.step(0.2, null, null);
    assertThat(attitude.usable()).as("neither of the two for a second").isFalse();
  }

  @Test
  @Tag("SAF-013")
  void withTheGyroItIsUsableForAMinuteWithoutAFix() {
    attitude.step(0.1, turning(0), fix(0));
    attitude.step(60, turning(0), null);
    assertThat(attitude.usable()).isTrue();
    attitude.step(0.1, turning(0), null);
    assertThat(attitude.usable()).isFalse();
    attitude.step(0.1, turning(0), fix(0));
    assertThat(attitude.usable()).isTrue();
  }

  @Test
  @Tag("SAF-040")
  void itSurvivesARestore() {
    attitude.step(0.1, turning(0.01), fix(0.2));
    attitude.step(0.1, null, fix(0.9));
    StateWriter out = new StateWriter();
    attitude.save(out);
    OwnAttitude restored = new OwnAttitude();
    restored.restore(new StateReader(out.bytes()));
    assertThat(restored.q_BI()).isEqualTo(attitude.q_BI());
    assertThat(restored.rate_B_rad_s()).isEqualTo(attitude.rate_B_rad_s());
    assertThat(restored.refusing()).isTrue();
    assertThat(restored.fixAge_s()).isEqualTo(attitude.fixAge_s()).isPositive();
    assertThat(restored.imuAge_s()).isEqualTo(attitude.imuAge_s()).isPositive();
    assertThat(restored.usable()).isTrue();
  }
}
