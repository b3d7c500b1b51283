package org.holdpoint.flight.propulsion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.util.FastMath;
import org.holdpoint.dictionary.command.Refusal;
import org.holdpoint.dictionary.command.SetThruster;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.ThrusterState;
import org.holdpoint.flight.ActuatorCommands;
import org.holdpoint.flight.ThrusterGeometry;
import org.holdpoint.flight.command.ReceivedCommand;
import org.holdpoint.flight.command.RequestId;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.motion.Vec3;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A body with valves that may fail, fired at by a pattern of pulses as control gives. */
class ThrusterWatchTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
  @Tag("PRP-001")
  void anyStuckClosedThrusterIsFoundWithinAFewOfItsPulsesAndNoOther(int dead) {
    var body = new FiredBody(dead);
    body.strength[dead] = 0;
    body.fly(3000);
    assertThat(body.health.isolated()).isEqualTo(1 << dead);
    assertThat(body.health.telemetry().get().thrusters().get(dead).state())
        .isEqualTo(ThrusterState.ISOLATED_WEAK);
    assertThat(body.pulses[dead]).isLessThan(12);
    assertThat(body.events).extracting(EventReport::event).containsExactly(isolated());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
  @Tag("PRP-002")
  void anyStuckOpenThrusterIsShutWithinASecond(int open) {
    var body = new FiredBody(20 + open);
    body.fly(600);
    body.leak[open] = 1;
    body.fly(10);
    assertThat(body.health.isolated()).isEqualTo(1 << open);
    assertThat(body.health.telemetry().get().thrusters().get(open).state())
        .isEqualTo(ThrusterState.ISOLATED_OPEN);
    body.fly(1200);
    assertThat(body.health.isolated()).isEqualTo(1 << open);
  }

  @ParameterizedTest
  @CsvSource({"3, 0.02, 600", "8, 0.05, 200", "11, 0.3, 20"})
  @Tag("PRP-002")
  void aLeakIsFoundTheSoonerTheLargerItIs(int leaking, double share, int ticks) {
    var body = new FiredBody(40 + leaking);
    body.fly(300);
    body.leak[leaking] = share;
    body.fly(ticks);
    assertThat(body.health.isolated()).isEqualTo(1 << leaking);
  }

  @ParameterizedTest
  @CsvSource({"0, 0.5", "6, 0.6"})
  @Tag("PRP-001")
  void aWeakThrusterIsIsolatedWhenItLosesAQuarter(int weak, double strength) {
    var body = new FiredBody(50 + weak);
    body.strength[weak] = strength;
    body.fly(6000);
    assertThat(body.health.isolated()).isEqualTo(1 << weak);
  }

  @Test
  @Tag("PRP-003")
  void aHealthySetIsNeverAccusedForHoursOfPulsesSlewsAndBurns() {
    for (long seed = 100; seed < 110; seed++) {
      var body = new FiredBody(seed);
      body.fly(18000);
      assertThat(body.health.isolated()).as("seed %d", seed).isZero();
      assertThat(body.events).isEmpty();
    }
  }

  @Test
  @Tag("PRP-003")
  void aFailedWheelOrSensorIsNotTakenForAThruster() {
    var wheel = new FiredBody(200);
    wheel.stuckWheel = true;
    wheel.fly(3000);
    assertThat(wheel.health.isolated()).isZero();

    var accelerometer = new FiredBody(201);
    accelerometer.accelerometerBias_B_m_s2 = new Vec3(0.002, -0.001, 0.0005);
    accelerometer.fly(3000);
    assertThat(accelerometer.health.isolated()).isZero();

    var gyro = new FiredBody(202);
    gyro.frozenGyro = true;
    gyro.fly(3000);
    assertThat(gyro.health.isolated()).isZero();
  }

  @Test
  @Tag("PRP-004")
  void itIsolatesTwoByItselfAndLeavesMoreToTheGround() {
    var body = new FiredBody(300);
    body.strength[1] = 0;
    body.strength[6] = 0;
    body.strength[11] = 0;
    body.fly(9000);
    assertThat(Integer.bitCount(body.health.isolated())).isEqualTo(2);

    for (int i : new int[] {1, 6, 11}) {
      if (body.health.usable(i)) {
        body.send(new SetThruster(1, i, true));
      }
    }
    body.fly(1);
    assertThat(body.health.isolated()).isEqualTo(1 << 1 | 1 << 6 | 1 << 11);
  }

  @Test
  @Tag("PRP-005")
  void theGroundIsolatesAndRestoresAndIsToldWhenItIsSo() {
    var body = new FiredBody(301);
    body.send(new SetThruster(1, 13, true));
    body.fly(1);
    assertThat(body.health.isolated()).isEqualTo(1 << 13);
    assertThat(body.health.reports()).hasSize(2);
    assertThat(body.health.telemetry().get().thrusters().get(13).state())
        .isEqualTo(ThrusterState.ISOLATED_BY_GROUND);

    body.send(new SetThruster(1, 13, true));
    body.fly(1);
    assertThat(body.health.reports().get(0).refusal()).isEqualTo(Refusal.ALREADY_SO);

    body.send(new SetThruster(1, 13, false));
    body.fly(1);
    assertThat(body.health.isolated()).isZero();
    assertThat(body.events.get(1).event()).isEqualTo(ChaserEvent.THRUSTER_RESTORED);
  }

  @Test
  @Tag("PRP-006")
  void itContinuesFromASavedStateBitByBit() {
    var body = new FiredBody(302);
    body.strength[4] = 0.6;
    body.fly(400);
    var saved = new StateWriter();
    body.watch.save(saved);
    var restored = new ThrusterWatch(body.configuration);
    restored.restore(new StateReader(saved.bytes()));
    var again = new StateWriter();
    restored.save(again);
    assertThat(again.bytes()).isEqualTo(saved.bytes());
    body.watch = restored;
    body.fly(3000);

    var other = new FiredBody(302);
    other.strength[4] = 0.6;
    other.fly(3400);
    var end = new StateWriter();
    var otherEnd = new StateWriter();
    body.watch.save(end);
    other.watch.save(otherEnd);
    assertThat(end.bytes()).isEqualTo(otherEnd.bytes());
  }

  private static ChaserEvent isolated() {
    return ChaserEvent.THRUSTER_ISOLATED;
  }

  @Test
  @Tag("PRP-001")
  void noTwoThrustersLookAlikeToTheImu() {
    for (int i = 0; i < 12; i++) {
      for (int j = 0; j < i; j++) {
        var a = ThrusterGeometry.THRUSTERS.get(i);
        var b = ThrusterGeometry.THRUSTERS.get(j);
        double force = a.force_B_N().dot(b.force_B_N());
        double torque = a.torque_B_N_m().dot(b.torque_B_N_m());
        double size = 1 + a.torque_B_N_m().dot(a.torque_B_N_m());
        assertThat(FastMath.abs(force + torque) / size).isLessThan(0.9);
      }
    }
  }

  private static ReceivedCommand received(SetThruster command) {
    return new ReceivedCommand(new RequestId(0x1864, 0xC001), command);
  }

  /** The body, its valves and its IMU. */
  private static final class FiredBody {
    final org.holdpoint.flight.FlightConfiguration configuration =
        new org.holdpoint.flight.FlightConfiguration(
            0, Vec3.ZERO, Vec3.ZERO, Vec3.ZERO, Vec3.ZERO, 1, 1, 238, 12, 2, 2, 1, List.of(),
            Vec3.ZERO);
    ThrusterWatch watch = new ThrusterWatch(configuration);
    final double[] strength = new double[16];
    final double[] leak = new double[16];
    final int[] pulses = new int[16];
    final List<EventReport> events = new ArrayList<>();
    final List<ReceivedCommand> uplink = new ArrayList<>();
    boolean stuckWheel;
    boolean frozenGyro;
    Vec3 accelerometerBias_B_m_s2 = new Vec3(3e-5, -2e-5, 1e-5);
    ThrusterHealth health;

    private final PulsedBody plant;

    FiredBody(long seed) {
      java.util.Arrays.fill(strength, 1);
      plant = new PulsedBody(seed);
    }

    void send(SetThruster command) {
      uplink.add(received(command));
    }

    void fly(int ticks) {
      for (int k = 0; k < ticks; k++) {
        health =
            watch.step(
                plant.tick(),
                plant.sample(accelerometerBias_B_m_s2, frozenGyro),
                plant.wheels_B_N_m_s(),
                plant.mass_kg(),
                List.copyOf(uplink));
        uplink.clear();
        events.addAll(health.events());
        ActuatorCommands commands = plant.wanted(health.isolated());
        for (int i = 0; i < 16; i++) {
          pulses[i] += commands.onTime_ms(i) > 0 ? 1 : 0;
        }
        watch.applied(commands);
        plant.step(commands, strength, leak, stuckWheel);
      }
    }
  }
}
