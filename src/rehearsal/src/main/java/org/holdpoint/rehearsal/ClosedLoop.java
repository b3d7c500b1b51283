package org.holdpoint.rehearsal;

import java.util.List;
import org.holdpoint.flight.ActuatorCommands;
import org.holdpoint.flight.FlightComputer;
import org.holdpoint.flight.FlightConfiguration;
import org.holdpoint.flight.FlightOutputs;
import org.holdpoint.flight.FlightSoftware;
import org.holdpoint.flight.Tick;
import org.holdpoint.rehearsal.scenario.Scenario;
import org.holdpoint.world.TruthWorld;

/** World and flight software with nothing between them but the harness: sensors in, pulses out. */
public final class ClosedLoop {
  private final TruthWorld world;
  private final FlightConfiguration configuration;
  private final long start_tai_ns;
  private final int[] onTime_ms = new int[ActuatorCommands.THRUSTERS];
  private final double[] wheelTorque_B_N_m = new double[3];
  private FlightSoftware flight;

  public ClosedLoop(Scenario scenario, long seed) {
    world = TruthWorld.create(WorldLoad.of(scenario, seed));
    start_tai_ns = world.truth().tai_ns();
    configuration = FlightLoad.of(scenario, world.truth(), seed);
    flight = FlightComputer.start(configuration);
  }

  /** The tick of a number. */
  public Tick tick(long number) {
    return new Tick(number, start_tai_ns + number * Tick.PERIOD_NS);
  }

  /** The flight software's tick: what it makes of the sensors and of what reached it. */
  public FlightOutputs think(Tick tick, List<byte[]> uplink) {
    return flight.tick(tick, SensorMapping.toFlight(world.samples()), uplink);
  }

  /** The world's step under what the flight software commanded. */
  public void move(FlightOutputs outputs) {
    ActuatorCommands actuators = outputs.actuators();
    for (int i = 0; i < onTime_ms.length; i++) {
      onTime_ms[i] = actuators.onTime_ms(i);
    }
    var torque = actuators.wheelTorque_B_N_m();
    wheelTorque_B_N_m[0] = torque.x();
    wheelTorque_B_N_m[1] = torque.y();
    wheelTorque_B_N_m[2] = torque.z();
    world.closeValves(actuators.isolated());
    world.step(onTime_ms, wheelTorque_B_N_m);
  }

  TruthWorld world() {
    return world;
  }

  byte[] saveFlight() {
    return flight.save();
  }

  void restore(byte[] savedWorld, byte[] savedFlight) {
    world.restore(savedWorld);
    flight = FlightComputer.restore(configuration, savedFlight);
  }
}
