package org.holdpoint.flight;

import java.util.List;
import org.holdpoint.flight.sample.SensorSamples;
import org.jspecify.annotations.Nullable;

/** The one interface through which a rehearsal reaches the flight software. */
public interface FlightSoftware {
  /**
   * Runs one tick. The same state and inputs give the same outputs, on any machine.
   *
   * @param uplink CLTUs that arrived since the last tick, in order, as the receiver gives them:
   *     possibly corrupt
   */
  FlightOutputs tick(Tick tick, SensorSamples samples, List<byte[]> uplink);

  /**
   * The processor restarts: what was at work is lost, memory is kept. It runs again in the next
   * tick.
   *
   * @param tick in which it came up again
   */
  void restartProcessor(Tick tick);

  /** What broke the last tick that did not come to its end; null when none did. For people. */
  @Nullable RuntimeException failure();

  /** Whole state, versioned, byte-exact: restoring it continues as if never interrupted. */
  byte[] save();
}
