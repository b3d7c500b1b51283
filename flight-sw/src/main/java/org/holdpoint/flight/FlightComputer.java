package org.holdpoint.flight;

import java.util.List;
import org.holdpoint.flight.sample.SensorSamples;
import org.holdpoint.flight.state.FlightState;

/** The flight software as a rehearsal sees it. */
public final class FlightComputer implements FlightSoftware {
  private final FlightTopology topology;

  private FlightComputer(FlightConfiguration configuration) {
    topology = new FlightTopology(configuration);
  }

  /** Starts the processor; the first tick reports it. */
  public static FlightComputer start(FlightConfiguration configuration) {
    return new FlightComputer(configuration);
  }

  /**
   * Continues where {@link #save} was called.
   *
   * @param configuration that the saved one was started with
   * @param state by {@link #save}
   * @throws IllegalArgumentException when the state is damaged or of another version
   */
  public static FlightComputer restore(FlightConfiguration configuration, byte[] state) {
    FlightComputer computer = new FlightComputer(configuration);
    FlightState.restore(state, computer.topology.components());
    return computer;
  }

  @Override
  public FlightOutputs tick(Tick tick, SensorSamples samples, List<byte[]> uplink) {
    return topology.tick(tick, samples, uplink);
  }

  @Override
  public byte[] save() {
    return FlightState.save(topology.components());
  }

  /** Packets given to the downlink since start, idle ones left out. */
  public long packetsGenerated() {
    return topology.packetsGenerated();
  }

  /** Packets that found the downlink queue full, since start. */
  public long packetsDropped() {
    return topology.packetsDropped();
  }
}
