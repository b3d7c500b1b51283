package org.holdpoint.rehearsal;

import java.util.List;
import org.holdpoint.flight.ActuatorCommands;
import org.holdpoint.flight.FlightComputer;
import org.holdpoint.flight.FlightConfiguration;
import org.holdpoint.flight.FlightOutputs;
import org.holdpoint.flight.FlightSoftware;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.holdpoint.rehearsal.scenario.Scenario;
import org.holdpoint.world.TruthWorld;
import org.jspecify.annotations.Nullable;

/** World and flight software with nothing between them but the harness: sensors in, pulses out. */
public final class ClosedLoop {
  /** What a computer that is down hands out. */
  private static final FlightOutputs NOTHING = new FlightOutputs(ActuatorCommands.NONE, List.of());

  private final TruthWorld world;
  private final ContactPlan contactPlan;
  private final FlightConfiguration configuration;
  private final long start_tai_ns;
  private final int[] onTime_ms = new int[ActuatorCommands.THRUSTERS];
  private final double[] wheelTorque_B_N_m = new double[3];
  private FlightSoftware flight;
  private boolean down;

  public ClosedLoop(Scenario scenario, long seed) {
    world = TruthWorld.create(WorldLoad.of(scenario, seed));
    start_tai_ns = world.truth().tai_ns();
    contactPlan = ContactPlan.of(scenario, seed);
    configuration = FlightLoad.of(scenario, world.truth(), seed, contactPlan);
    flight = FlightComputer.start(configuration);
  }

  /** The tick of a number. */
  public Tick tick(long number) {
    return new Tick(number, start_tai_ns + number * Tick.PERIOD_NS);
  }

  /**
   * The flight software's tick: what it makes of the sensors and of what reached it.
   *
   * @param carrier the ground's signal is at the chaser's antenna
   * @param uplink CLTUs that arrived with it
   */
  public FlightOutputs think(Tick tick, boolean carrier, List<byte[]> uplink) {
    if (world.processorDown()) {
      down = true;
      return NOTHING;
    }
    if (down) {
      down = false;
      flight.restartProcessor(tick);
    }
    boolean deaf = world.receiverDeaf();
    return flight.tick(
        tick, SensorMapping.toFlight(world.samples(), carrier && !deaf), deaf ? List.of() : uplink);
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
    if (!down) {
      world.closeValves(actuators.isolated());
    }
    world.step(onTime_ms, wheelTorque_B_N_m);
  }

  /** When contacts are planned. */
  ContactPlan contactPlan() {
    return contactPlan;
  }

  TruthWorld world() {
    return world;
  }

  /** What broke a tick of the flight software; null when nothing did. */
  @Nullable RuntimeException failure() {
    return flight.failure();
  }

  byte[] saveFlight() {
    return new StateWriter().put(down).put(flight.save()).bytes();
  }

  void restore(byte[] savedWorld, byte[] savedFlight) {
    world.restore(savedWorld);
    StateReader in = new StateReader(savedFlight);
    down = in.getBoolean();
    flight = FlightComputer.restore(configuration, in.getBytes());
  }
}
