package org.holdpoint.flight;

import java.util.ArrayList;
import java.util.List;
import org.holdpoint.dictionary.telemetry.ResetCause;
import org.holdpoint.flight.sample.SensorSamples;
import org.holdpoint.flight.state.FlightState;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.jspecify.annotations.Nullable;

/**
 * The flight software as a rehearsal sees it: the topology, and the watchdog around it. A tick that
 * does not come to its end gives no thrust and sends nothing; the software restarts from the memory
 * that it copied at most a second before, and goes on in the next tick.
 */
public final class FlightComputer implements FlightSoftware {
  /** How often memory is copied to where a failing tick cannot reach it. */
  private static final int COPY_TICKS = 10;

  private final FlightConfiguration configuration;
  private FlightTopology topology;

  /** The state at the last copy. */
  private final StateWriter copy = new StateWriter();

  /** Latch valves stay as they were when a tick breaks. */
  private int isolated;

  private @Nullable RuntimeException failure;

  private final Retained backup =
      new Retained() {
        @Override
        public void save(StateWriter out) {
          out.put(copy.bytes()).put(isolated);
        }

        @Override
        public void restore(StateReader in) {
          copy.clear();
          copy.putAll(in.getBytes());
          isolated = in.getInt();
        }
      };

  private FlightComputer(FlightConfiguration configuration) {
    this.configuration = configuration;
    this.topology = new FlightTopology(configuration);
    FlightState.copy(topology.components(), copy);
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
    FlightState.restore(state, computer.components());
    return computer;
  }

  @Override
  public FlightOutputs tick(Tick tick, SensorSamples samples, List<byte[]> uplink) {
    FlightOutputs outputs;
    try {
      outputs = topology.tick(tick, samples, uplink);
    } catch (RuntimeException thrown) {
      failure = thrown;
      restart(copy.bytes(), ResetCause.SOFTWARE, tick);
      return new FlightOutputs(ActuatorCommands.nothing(isolated), List.of());
    }
    isolated = outputs.actuators().isolated();
    if (tick.every(COPY_TICKS)) {
      FlightState.copy(topology.components(), copy);
    }
    return outputs;
  }

  @Override
  public void restartProcessor(Tick tick) {
    StateWriter memory = new StateWriter();
    FlightState.copy(topology.components(), memory);
    restart(memory.bytes(), ResetCause.PROCESSOR, tick);
  }

  private void restart(byte[] memory, ResetCause cause, Tick tick) {
    ProcessorWatch before = topology.processorWatch();
    topology = new FlightTopology(configuration);
    FlightState.paste(memory, topology.components());
    topology.processorWatch().restarted(cause, tick.number(), before);
  }

  private List<Retained> components() {
    List<Retained> all = new ArrayList<>(topology.components());
    all.add(backup);
    return all;
  }

  @Override
  public byte[] save() {
    return FlightState.save(components());
  }

  @Override
  public @Nullable RuntimeException failure() {
    return failure;
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
