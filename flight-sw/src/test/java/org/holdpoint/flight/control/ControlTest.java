package org.holdpoint.flight.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.util.FastMath;
import org.holdpoint.flight.ActuatorCommands;
import org.holdpoint.flight.guidance.GuidanceReference.Translation;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.Quaternion;
import org.holdpoint.motion.RelativeState;
import org.holdpoint.motion.Rotations;
import org.holdpoint.motion.Vec3;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stories of the closed loop: navigation, control and a small world with noise and J2. */
class ControlTest {
  private static final double ORBIT_S = 5677;

  @ParameterizedTest
  @CsvSource({"1000, 1, 6", "250, 2, 3", "40, 3, 2"})
  @Tag("NAV-045")
  void aHoldOnVbarCostsLittleForAnOrbit(double distance_m, long seed, double tolerance_m) {
    var hold = FlownLoop.rest(0, -distance_m, 0);
    var loop = new FlownLoop(seed, hold, 5, 0.01);
    FlownLoop.Reference keep = n -> References.at(Translation.STATION_KEEP, hold, Vec3.ZERO, n);
    loop.fly(600, keep);
    double before = loop.world.deltaVGiven_m_s();
    double furthest = 0;
    for (int k = 0; k < 10 * ORBIT_S; k++) {
      loop.tick(keep);
      Vec3 off = loop.world.relative().r_CT_L_m().minus(hold.r_CT_L_m());
      furthest = Math.max(furthest, off.norm());
    }
    assertThat(loop.world.deltaVGiven_m_s() - before).isLessThan(0.004);
    assertThat(furthest).isLessThan(tolerance_m);
    assertThat(loop.wanted.attitudeError_deg()).isLessThan(0.05);
  }

  @ParameterizedTest
  @CsvSource({"true, 21", "true, 22", "false, 23", "false, 24"})
  @Tag("NAV-132")
  void withAFrozenOrSilentGyroTheBodyKeepsPointingAndDoesNotSpinUp(boolean frozen, long seed) {
    var hold = FlownLoop.rest(0, -250, 0);
    var loop = new FlownLoop(seed, hold, 2, 0.005);
    FlownLoop.Reference keep = n -> References.at(Translation.STATION_KEEP, hold, Vec3.ZERO, n);
    loop.fly(300, keep);

    loop.world.gyroFrozen = frozen;
    loop.world.imuOn = frozen;
    loop.fly(5, keep);
    loop.world.turn(new Vec3(0, 0, FastMath.toRadians(5))); // and a slew to come
    double fastest_rad_s = 0;
    for (int k = 0; k < 6000; k++) {
      loop.tick(keep);
      fastest_rad_s = Math.max(fastest_rad_s, loop.world.rate_B().norm());
    }

    assertThat(FastMath.toDegrees(fastest_rad_s)).isLessThan(1.2);
    assertThat(loop.wanted.attitudeError_deg()).isLessThan(0.3);
    assertThat(loop.solution.rate_B_rad_s().minus(loop.world.rate_B()).norm())
        .isLessThan(FastMath.toRadians(0.2));
    loop.world.gyroFrozen = false;
    loop.world.imuOn = true;
    loop.fly(120, keep);
    assertThat(loop.wanted.attitudeError_deg()).isLessThan(0.05);
  }

  @Test
  @Tag("NAV-045")
  void twentyMetresOffTheHoldPointTheChaserIsLedBackAndStops() {
    var hold = FlownLoop.rest(0, -250, 0);
    var loop = new FlownLoop(4, FlownLoop.rest(5, -268, 6), 2, 0.005);
    FlownLoop.Reference keep = n -> References.at(Translation.STATION_KEEP, hold, Vec3.ZERO, n);

    loop.fly(3600, keep);

    assertThat(loop.world.relative().r_CT_L_m().minus(hold.r_CT_L_m()).norm()).isLessThan(4);
    assertThat(loop.world.relative().v_CT_L_m_s().norm()).isLessThan(0.005);
    assertThat(loop.world.deltaVGiven_m_s()).isLessThan(0.15);
  }

  @Test
  @Tag("NAV-046")
  void aBurnEndsWithinASmallPulseOfWhatWasAsked() {
    var loop = new FlownLoop(5, FlownLoop.rest(0, -1000, 0), 5, 0.01);
    FlownLoop.Reference coast =
        n -> References.at(Translation.COAST, FlownLoop.rest(0, -1000, 0), Vec3.ZERO, n);
    loop.fly(300, coast);
    Vec3[] toGo = {new Vec3(-0.2, 0.03, 0.01)};
    double worstAttitude_deg = 0;
    int ticks = 0;
    while (toGo[0].norm() > 5e-4 && ticks < 400) {
      loop.tick(
          n -> {
            toGo[0] = toGo[0].minus(n.sensedDeltaV_L_m_s());
            return References.at(Translation.BURN, FlownLoop.rest(0, -1000, 0), toGo[0], n);
          });
      worstAttitude_deg = Math.max(worstAttitude_deg, loop.wanted.attitudeError_deg());
      ticks++;
    }
    assertThat(toGo[0].norm()).isLessThan(5e-4);
    // 0.2025 m/s at 2.5 N or more on 250 kg.
    assertThat(ticks).isLessThan(203);
    assertThat(worstAttitude_deg).isLessThan(0.3);
    // The side effects of steering it straight are small.
    assertThat(loop.world.deltaVGiven_m_s()).isCloseTo(0.2025, within(0.004));
  }

  @Test
  @Tag("NAV-047")
  void aForcedApproachFollowsItsReferenceAndNeverClosesFasterThanAllowed() {
    var loop = new FlownLoop(6, FlownLoop.rest(0, -100, 0), 2, 0.005);
    loop.fly(
        200,
        n -> References.at(Translation.STATION_KEEP, FlownLoop.rest(0, -100, 0), Vec3.ZERO, n));
    double before = loop.world.deltaVGiven_m_s();
    double[] speed = {0};
    double[] y = {loop.solution.r_CT_L_m().y()};
    double fastest = 0;
    double furthest = 0;
    for (int k = 0; k < 9000; k++) {
      double left = -40 - y[0];
      speed[0] = Math.min(Math.min(0.09, speed[0] + 5e-5), Math.sqrt(Math.max(0, 1e-3 * left)));
      y[0] += 0.1 * speed[0];
      var reference = new RelativeState(new Vec3(0, y[0], 0), new Vec3(0, speed[0], 0));
      loop.tick(n -> References.at(Translation.TRACK, reference, Vec3.ZERO, n));
      fastest = Math.max(fastest, loop.world.relative().v_CT_L_m_s().y());
      furthest =
          Math.max(furthest, loop.world.relative().r_CT_L_m().minus(reference.r_CT_L_m()).norm());
    }
    assertThat(fastest).isLessThan(0.1);
    assertThat(furthest).isLessThan(1.5);
    assertThat(loop.world.relative().r_CT_L_m().y()).isCloseTo(-40, within(1.0));
    assertThat(loop.world.deltaVGiven_m_s() - before).isLessThan(0.6);
  }

  @Test
  @Tag("NAV-044")
  void aHalfTurnSettlesWithoutEverSlewingFasterThanTheLimit() {
    var loop = new FlownLoop(7, FlownLoop.rest(0, -1000, 0), 5, 0.01);
    FlownLoop.Reference away =
        n -> {
          Quaternion q_BL = Rotations.ofTwoVectors(new Vec3(0.1, -1, 0.2), new Vec3(1, 0, 0));
          return References.at(Translation.COAST, FlownLoop.rest(0, -1000, 0), Vec3.ZERO, q_BL, n);
        };
    loop.fly(0.1, away);
    assertThat(loop.wanted.attitudeError_deg()).isGreaterThan(150);
    double fastest = 0;
    for (int k = 0; k < 3000; k++) {
      loop.tick(away);
      fastest = Math.max(fastest, loop.solution.rate_B_rad_s().norm());
    }
    assertThat(loop.wanted.attitudeError_deg()).isLessThan(0.02);
    assertThat(FastMath.toDegrees(fastest)).isLessThan(1.05);
  }

  @Test
  @Tag("NAV-048")
  void fullWheelsAreUnloadedByTheThrustersWithoutLosingThePointing() {
    var loop = new FlownLoop(8, FlownLoop.rest(0, -1000, 0), 5, 0.01);
    FlownLoop.Reference coast =
        n -> References.at(Translation.COAST, FlownLoop.rest(0, -1000, 0), Vec3.ZERO, n);
    loop.fly(60, coast);
    loop.world.wheelMomentum_B(new Vec3(5.5, -3, 2));
    double worst = 0;
    for (int k = 0; k < 4000; k++) {
      loop.tick(coast);
      worst = Math.max(worst, loop.wanted.attitudeError_deg());
    }
    Vec3 h = loop.world.wheelMomentum_B();
    assertThat(Math.abs(h.x())).isLessThan(1.8);
    assertThat(h.norm()).isLessThan(2.5);
    assertThat(worst).isLessThan(0.5);
    // Pulses of torque push little.
    assertThat(loop.world.deltaVGiven_m_s()).isLessThan(0.02);
  }

  @Test
  void anInvalidStateFiresNothingForTranslation() {
    var loop = new FlownLoop(9, FlownLoop.rest(0, -250, 0), 300, 3);
    loop.world.cameraOn = false;
    loop.world.rangerOn = false;
    boolean fired = false;
    for (int k = 0; k < 500; k++) {
      Translation how = k % 2 == 0 ? Translation.TRACK : Translation.STATION_KEEP;
      fired |=
          loop.tick(n -> References.at(how, FlownLoop.rest(0, -200, 0), Vec3.ZERO, n))
              .firesAnyThruster();
    }
    assertThat(fired).isFalse();
  }

  @Test
  @Tag("NAV-049")
  void aRestoredLoopContinuesBitByBit() {
    var hold = FlownLoop.rest(0, -250, 0);
    FlownLoop.Reference keep = n -> References.at(Translation.STATION_KEEP, hold, Vec3.ZERO, n);
    for (int cut : new int[] {1, 4321, 20007}) {
      var one = new FlownLoop(10, FlownLoop.rest(2, -262, 1), 5, 0.01);
      var two = new FlownLoop(10, FlownLoop.rest(2, -262, 1), 5, 0.01);
      for (int k = 0; k < cut; k++) {
        one.tick(keep);
        two.tick(keep);
      }
      var fresh = new FlownLoop(99, FlownLoop.rest(7, -900, 3), 1, 1);
      var out = new StateWriter();
      two.navigation.save(out);
      two.control.save(out);
      byte[] saved = out.bytes();
      var in = new StateReader(saved);
      fresh.navigation.restore(in);
      fresh.control.restore(in);
      assertThat(in.atEnd()).isTrue();
      // The restored pair flies on in the world of the second.
      List<String> uninterrupted = new ArrayList<>();
      List<String> restored = new ArrayList<>();
      for (int k = 0; k < 3000; k++) {
        uninterrupted.add(text(one.tick(keep)));
        var samples = two.world.samples();
        var solution = fresh.navigation.step(two.world.tick(), samples, List.of()).solution();
        var wanted =
            fresh.control.step(
                two.world.tick(),
                keep.of(solution),
                solution,
                null,
                samples.wheelMomentum_B_N_m_s(),
                0);
        two.world.step(wanted.commands());
        restored.add(text(wanted.commands()));
      }
      assertThat(restored).isEqualTo(uninterrupted);
      var end = new StateWriter();
      one.navigation.save(end);
      one.control.save(end);
      var same = new StateWriter();
      fresh.navigation.save(same);
      fresh.control.save(same);
      assertThat(same.bytes()).isEqualTo(end.bytes());
    }
  }

  private static String text(ActuatorCommands commands) {
    var text = new StringBuilder(commands.wheelTorque_B_N_m().toString());
    for (int j = 0; j < ActuatorCommands.THRUSTERS; j++) {
      text.append(' ').append(commands.onTime_ms(j));
    }
    return text.toString();
  }
}
