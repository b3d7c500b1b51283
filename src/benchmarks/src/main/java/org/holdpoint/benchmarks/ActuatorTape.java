package org.holdpoint.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.holdpoint.flight.ActuatorCommands;
import org.holdpoint.rehearsal.HeadlessRun;
import org.holdpoint.rehearsal.WorldLoad;
import org.holdpoint.rehearsal.scenario.Scenario;
import org.holdpoint.world.TruthSnapshot;
import org.holdpoint.world.TruthWorld;

/**
 * What the flight software told the actuators in one flight, tick by tick, and where it took the
 * chaser.
 *
 * @param scenario that was flown
 * @param seed of its noise
 * @param onTime_ms by tick and thruster
 * @param wheelTorque_B_N_m by tick and wheel
 * @param end the truth after the last tick
 */
record ActuatorTape(
    Scenario scenario,
    long seed,
    int[][] onTime_ms,
    double[][] wheelTorque_B_N_m,
    TruthSnapshot end) {
  private static final int TICKS_PER_S = 10;

  /** Flies a scenario by its scripted operator and records it. */
  static ActuatorTape record(Scenario scenario, long seed, DoubleConsumer progress_s) {
    HeadlessRun run = new HeadlessRun(scenario, seed);
    List<int[]> onTimes_ms = new ArrayList<>();
    List<double[]> torques_N_m = new ArrayList<>();
    while (!run.over()) {
      ActuatorCommands actuators = run.fly().outputs().actuators();
      int[] onTime_ms = new int[ActuatorCommands.THRUSTERS];
      for (int i = 0; i < onTime_ms.length; i++) {
        onTime_ms[i] = actuators.onTime_ms(i);
      }
      onTimes_ms.add(onTime_ms);
      var torque = actuators.wheelTorque_B_N_m();
      torques_N_m.add(new double[] {torque.x(), torque.y(), torque.z()});
      if (onTimes_ms.size() % 600 == 0) {
        progress_s.accept(run.rehearsal().time_s());
      }
    }
    return new ActuatorTape(
        scenario,
        seed,
        onTimes_ms.toArray(int[][]::new),
        torques_N_m.toArray(double[][]::new),
        run.rehearsal().world().truth());
  }

  int ticks() {
    return onTime_ms.length;
  }

  double duration_s() {
    return ticks() / (double) TICKS_PER_S;
  }

  /** A world at the start of the flight. */
  TruthWorld world() {
    return TruthWorld.create(WorldLoad.of(scenario, seed));
  }

  /** Plays one tick on a world. */
  void play(TruthWorld world, int tick) {
    world.move(onTime_ms[tick], wheelTorque_B_N_m[tick]);
  }
}
