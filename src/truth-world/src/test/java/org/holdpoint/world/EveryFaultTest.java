package org.holdpoint.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.holdpoint.world.fault.Fault;
import org.holdpoint.world.fault.FaultCatalogue;
import org.holdpoint.world.fault.FaultCondition;
import org.holdpoint.world.fault.FaultOffer;
import org.holdpoint.world.fault.FaultParameter;
import org.holdpoint.world.sample.WorldSamples;
import org.holdpoint.world.sample.Xyz;
import org.holdpoint.world.state.NoiseStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each kind of fault on each unit, from 3 s to 18 s: what it should change it changes, nothing else
 * does, and it ends. A healthy world of the same seed flies beside, under the same commands.
 */
class EveryFaultTest {
  private static final double START_S = 3;
  private static final double END_S = 18;
  private static final int FIRST = 30;
  private static final int LAST = 180;
  private static final int TICKS = 260;

  /** A sample of before the end may still be on its way: the longest period and latency. */
  private static final int SETTLED = LAST + 12;

  private static final WorldConfiguration CONFIGURATION =
      Worlds.vbar(-200, 9).withCooperativeTarget();

  /** The first samples of any world name the units. */
  private static final Set<String> SENSORS =
      Outputs.of(TruthWorld.create(CONFIGURATION).samples()).keySet();

  /** What one world said and was, tick by tick; entry 0 is its start. */
  private record Flown(List<WorldSamples> samples, List<TruthSnapshot> truth, List<byte[]> bits) {}

  private static Flown quiet;
  private static Flown busy;

  @BeforeAll
  static void flyTheHealthyWorld() {
    quiet = fly(CONFIGURATION, false);
    busy = fly(CONFIGURATION, true);
  }

  static Stream<FaultOffer> sensors() {
    return FaultCatalogue.OFFERS.stream().filter(offer -> isSensor(offer.unit()));
  }

  /** The flight computer is asked about, not flown, by the world. */
  static Stream<FaultOffer> actuators() {
    return FaultCatalogue.OFFERS.stream()
        .filter(offer -> !isSensor(offer.unit()) && !offer.unit().equals("processor"));
  }

  @ParameterizedTest
  @MethodSource("sensors")
  @Tag("WLD-034")
  void aSensorsFaultChangesThatSensorOnlyAndEnds(FaultOffer offer) {
    Flown faulty = fly(CONFIGURATION.withFaults(List.of(fault(offer))), false);
    int changed = 0;
    for (int tick = 0; tick <= TICKS; tick++) {
      assertThat(faulty.bits().get(tick)).as("truth at %d", tick).isEqualTo(quiet.bits().get(tick));
      Map<String, Object> good = Outputs.of(quiet.samples().get(tick));
      Map<String, Object> bad = Outputs.of(faulty.samples().get(tick));
      boolean differs = !bad.get(offer.unit()).equals(good.get(offer.unit()));
      if (tick < FIRST || tick >= SETTLED) {
        assertThat(differs).as("%s at %d", offer.unit(), tick).isFalse();
      }
      changed += differs ? 1 : 0;
      leaveOutWhatSharesTheMessage(offer, good, bad);
      assertThat(bad).as("others at %d", tick).isEqualTo(good);
    }
    assertThat(changed).as("ticks with another output").isPositive();
  }

  /** An IMU that is silent or late takes the message of its accelerometers with it. */
  private static void leaveOutWhatSharesTheMessage(
      FaultOffer offer, Map<String, Object> good, Map<String, Object> bad) {
    good.remove(offer.unit());
    bad.remove(offer.unit());
    String accelerometer = offer.unit().replace("imu-", "accelerometer-");
    boolean late = offer.kind().code().equals("latency");
    if (bad.containsKey(accelerometer) && (late || !Outputs.some(bad.get(accelerometer)))) {
      good.remove(accelerometer);
      bad.remove(accelerometer);
    }
  }

  @ParameterizedTest
  @MethodSource("actuators")
  @Tag("WLD-034")
  void anActuatorsFaultChangesTheBodysMotionOnlyAndEnds(FaultOffer offer) {
    Flown faulty = fly(CONFIGURATION.withFaults(List.of(fault(offer))), true);
    int first = -1;
    for (int tick = 0; tick <= TICKS; tick++) {
      TruthSnapshot good = busy.truth().get(tick);
      TruthSnapshot bad = faulty.truth().get(tick);
      boolean differs = !differences(good, bad).isEmpty();
      if (differs && first < 0) {
        first = tick;
        assertThat(differences(good, bad)).as("at %d", tick).isSubsetOf(mayChange(offer.unit()));
      }
      // plumes push it by less than this
      assertThat(apart(bad.r_T_I_m(), good.r_T_I_m())).isLessThan(1e-2);
      assertThat(apart(bad.v_T_I_m_s(), good.v_T_I_m_s())).isLessThan(1e-2);
      assertThat(bad.q_TI().q1()).isCloseTo(good.q_TI().q1(), within(1e-9));
      assertSameNoise(tick, good, bad, busy.samples().get(tick), faulty.samples().get(tick));
    }
    assertThat(first).as("first tick with another motion").isBetween(FIRST + 1, LAST);
    assertEnded(faulty);
  }

  private static double apart(Xyz a, Xyz b) {
    return new Xyz(a.x() - b.x(), a.y() - b.y(), a.z() - b.z()).norm();
  }

  /** After the end the same commands use the same propellant and turn the wheels alike. */
  private static void assertEnded(Flown faulty) {
    for (int tick = LAST + 3; tick <= TICKS; tick++) {
      assertThat(used_kg(faulty, tick))
          .as("at %d", tick)
          .isCloseTo(used_kg(busy, tick), within(1e-6));
      Xyz bad = torque_N_m(faulty, tick);
      Xyz good = torque_N_m(busy, tick);
      assertThat(new Xyz(bad.x() - good.x(), bad.y() - good.y(), bad.z() - good.z()).norm())
          .as("wheels at %d", tick)
          .isLessThan(3e-3); // friction hangs on what they hold
    }
  }

  private static double used_kg(Flown flown, int tick) {
    return flown.truth().get(tick - 1).propellant_kg() - flown.truth().get(tick).propellant_kg();
  }

  private static Xyz torque_N_m(Flown flown, int tick) {
    Xyz before = flown.truth().get(tick - 1).wheelMomentum_B_N_m_s();
    Xyz now = flown.truth().get(tick).wheelMomentum_B_N_m_s();
    return new Xyz(
        (before.x() - now.x()) / 0.1, (before.y() - now.y()) / 0.1, (before.z() - now.z()) / 0.1);
  }

  private static List<String> differences(TruthSnapshot a, TruthSnapshot b) {
    List<String> names = new ArrayList<>();
    note(names, "orbit", a.v_C_I_m_s(), b.v_C_I_m_s());
    note(names, "attitude", a.rate_B_rad_s(), b.rate_B_rad_s());
    note(names, "propellant", a.propellant_kg(), b.propellant_kg());
    Xyz h = a.wheelMomentum_B_N_m_s();
    Xyz g = b.wheelMomentum_B_N_m_s();
    note(names, "wheel-x", h.x(), g.x());
    note(names, "wheel-y", h.y(), g.y());
    note(names, "wheel-z", h.z(), g.z());
    return names;
  }

  private static void note(List<String> names, String name, Object a, Object b) {
    if (!a.equals(b)) {
      names.add(name);
    }
  }

  /** In the tick in which the fault first tells. */
  private static List<String> mayChange(String unit) {
    if (unit.startsWith("thruster-")) {
      return List.of("orbit", "attitude", "propellant");
    }
    // an exchanged drive line moves another wheel too
    return unit.startsWith("wheel-")
        ? List.of("attitude", "wheel-x", "wheel-y", "wheel-z")
        : List.of("propellant", "attitude", "orbit");
  }

  /** The same errors about another truth: no stream of noise was disturbed. */
  private static void assertSameNoise(
      int tick, TruthSnapshot good, TruthSnapshot bad, WorldSamples healthy, WorldSamples faulty) {
    assertThat(faulty.tank_kg() - bad.propellant_kg())
        .as("tank gauge at %d", tick)
        .isCloseTo(healthy.tank_kg() - good.propellant_kg(), within(1e-12));
    assertThat(faulty.wheelMomentum_B_N_m_s().y() - bad.wheelMomentum_B_N_m_s().y())
        .as("tachometers at %d", tick)
        .isCloseTo(
            healthy.wheelMomentum_B_N_m_s().y() - good.wheelMomentum_B_N_m_s().y(), within(1e-12));
    assertThat(faulty.gnss() == null).isEqualTo(healthy.gnss() == null);
  }

  private static Flown fly(WorldConfiguration configuration, boolean firing) {
    TruthWorld world = TruthWorld.create(configuration);
    NoiseStream commands = new NoiseStream(5, "commands");
    Flown flown = new Flown(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int tick = 0; tick <= TICKS; tick++) {
      flown.samples().add(world.samples());
      flown.truth().add(world.truth());
      ByteBuffer bits = ByteBuffer.allocate(world.truthBytes());
      world.writeTruth(bits);
      flown.bits().add(bits.array());
      step(world, commands, firing);
    }
    return flown;
  }

  /** Wheels sway about; thrusters, when they may, fire pulses of all lengths. */
  private static void step(TruthWorld world, NoiseStream commands, boolean firing) {
    int[] on_ms = new int[16];
    for (int i = 0; i < 16; i++) {
      double dice = commands.uniform();
      on_ms[i] = firing && dice < 0.3 ? 20 + (int) (80 * dice / 0.3) : 0;
    }
    double[] torque_N_m = new double[3];
    for (int i = 0; i < 3; i++) {
      torque_N_m[i] = 0.02 * (commands.uniform() - 0.5);
    }
    world.step(on_ms, torque_N_m);
  }

  private static Fault fault(FaultOffer offer) {
    Map<String, Double> parameters = new HashMap<>();
    for (FaultParameter parameter : offer.parameters()) {
      parameters.put(parameter.name(), telling(offer, parameter));
    }
    return new Fault(
        offer.unit(), offer.kind().code(), parameters, START_S, END_S, FaultCondition.ALWAYS);
  }

  /** A value that tells: the default, or else 1 or what comes nearest to it. */
  private static double telling(FaultOffer offer, FaultParameter parameter) {
    if (parameter.name().equals("with")) {
      return offer.unit().endsWith("-2") || offer.unit().endsWith("-z") ? 1 : 2;
    }
    if (parameter.name().equals("factor")) {
      return 3;
    }
    if (parameter.fallback() != 0) {
      return parameter.fallback();
    }
    boolean perAxis = parameter.max() > 1 && parameter.required() || parameter.min() < 0;
    return perAxis ? Math.min(20, parameter.max()) : parameter.required() ? parameter.max() : 0;
  }

  private static boolean isSensor(String unit) {
    return SENSORS.contains(unit);
  }
}
