package org.holdpoint.flight;

import java.util.List;
import org.holdpoint.flight.sample.SensorSamples;

/** The one interface through which a rehearsal reaches the flight software. */
public interface FlightSoftware {
  /**
   * Runs one tick. The same state and inputs give the same outputs, on any machine.
   *
   * @param uplink CLTUs that arrived since the last tick, in order, as the receiver gives them:
   *     possibly corrupt
   */
  FlightOutputs tick(Tick tick, SensorSamples samples, List<byte[]> uplink);

  /** Whole state, versioned, byte-exact: restoring it continues as if never interrupted. */
  byte[] save();
}
