package org.holdpoint.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBufUtil;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.holdpoint.flight.sample.MonitorSamples;
import org.holdpoint.flight.sample.SensorSamples;
import org.holdpoint.motion.Vec3;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlightComputerTest {
  private static final FlightConfiguration CONFIGURATION = StillVehicle.CONFIGURATION;

  /** TM[5,4]: an event of high severity. */
  private static final String EVENT_PROCESSOR_RESET = "0504";

  private static List<byte[]> garbage(SplittableRandom random) {
    List<byte[]> units = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      byte[] unit = new byte[random.nextInt(200)];
      random.nextBytes(unit);
      units.add(unit);
    }
    return units;
  }

  private static String trace(FlightOutputs outputs) {
    StringBuilder trace = new StringBuilder();
    outputs.frames().forEach(frame -> trace.append(ByteBufUtil.hexDump(frame)).append('\n'));
    for (int i = 0; i < ActuatorCommands.THRUSTERS; i++) {
      trace.append(outputs.actuators().onTime_ms(i)).append(' ');
    }
    return trace.append(outputs.actuators().wheelTorque_B_N_m()).toString();
  }

  private static List<String> fly(
      FlightComputer computer, long from, long until, SplittableRandom noise) {
    List<String> traces = new ArrayList<>();
    for (long number = from; number < until; number++) {
      Tick tick = StillVehicle.tick(number);
      traces.add(trace(computer.tick(tick, StillVehicle.samples(tick), garbage(noise))));
    }
    return traces;
  }

  /** The frames' packet data as text, to look for an event's header in it. */
  private static boolean reportsStart(String trace) {
    return trace.contains("05010000"); // TM[5,1], message count 0: the first event of all
  }

  @Test
  @Tag("COM-026")
  void theFirstTickReportsTheStartAndARestoredComputerDoesNot() {
    FlightComputer computer = FlightComputer.start(CONFIGURATION);
    SplittableRandom quiet = new SplittableRandom(0);
    assertThat(reportsStart(fly(computer, 0, 1, quiet).get(0))).isTrue();
    FlightComputer restored = FlightComputer.restore(CONFIGURATION, computer.save());
    assertThat(reportsStart(fly(restored, 1, 2, quiet).get(0))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3})
  @Tag("COM-016")
  void aFlightRestoredAtAnyTickContinuesAsTheUninterruptedOne(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long cut = random.nextLong(300);
    FlightComputer computer = FlightComputer.start(CONFIGURATION);
    fly(computer, 0, cut, random);
    byte[] state = computer.save();
    FlightComputer restored = FlightComputer.restore(CONFIGURATION, state);
    assertThat(restored.save()).isEqualTo(state);
    assertThat(fly(restored, cut, cut + 200, new SplittableRandom(seed)))
        .isEqualTo(fly(computer, cut, cut + 200, new SplittableRandom(seed)));
    assertThat(restored.save()).isEqualTo(computer.save());
  }

  @Test
  @Tag("COM-016")
  void twoFlightsWithTheSameInputsGiveTheSameBytes() {
    assertThat(fly(FlightComputer.start(CONFIGURATION), 0, 150, new SplittableRandom(5)))
        .isEqualTo(fly(FlightComputer.start(CONFIGURATION), 0, 150, new SplittableRandom(5)));
  }

  @Test
  @Tag("COM-006")
  void neitherGarbageNorSilentSensorsStopTheTick() {
    SensorSamples nothing =
        new SensorSamples(
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            12,
            Vec3.ZERO,
            new MonitorSamples(null, null, null, null));
    FlightComputer computer = FlightComputer.start(CONFIGURATION);
    SplittableRandom random = new SplittableRandom(8);
    for (long number = 0; number < 300; number++) {
      FlightOutputs outputs = computer.tick(StillVehicle.tick(number), nothing, garbage(random));
      assertThat(outputs.frames()).isNotEmpty();
    }
    assertThat(computer.packetsDropped()).isZero();
  }

  @Test
  @Tag("COM-016")
  void aDamagedStateIsRefusedWithWhatIsWrong() {
    byte[] state = FlightComputer.start(CONFIGURATION).save();
    byte[] flipped = state.clone();
    flipped[state.length / 2] ^= 1;
    assertThatThrownBy(() -> FlightComputer.restore(CONFIGURATION, flipped))
        .hasMessageContaining("damaged flight state: checksum");
    assertThatThrownBy(() -> FlightComputer.restore(CONFIGURATION, new byte[20]))
        .hasMessageContaining("not a flight state of version");
    assertThatThrownBy(() -> FlightComputer.restore(CONFIGURATION, Arrays.copyOf(state, 17)))
        .hasMessageContaining("damaged flight state: too short");
  }

  @Test
  @Tag("GUI-193")
  void aTickThatBreaksGivesNothingAndTheNextOneGoesOnFromMemory() {
    FlightComputer computer = FlightComputer.start(CONFIGURATION);
    SplittableRandom quiet = new SplittableRandom(0);
    fly(computer, 0, 25, quiet);
    FlightOutputs broken = computer.tick(StillVehicle.tick(25), null, List.of());
    assertThat(broken.frames()).isEmpty();
    assertThat(broken.actuators().firesAnyThruster()).isFalse();
    assertThat(computer.failure()).isInstanceOf(NullPointerException.class);
    FlightOutputs next =
        computer.tick(
            StillVehicle.tick(26), StillVehicle.samples(StillVehicle.tick(26)), List.of());
    assertThat(next.frames()).isNotEmpty();
    assertThat(trace(next)).contains(EVENT_PROCESSOR_RESET);
  }
}
