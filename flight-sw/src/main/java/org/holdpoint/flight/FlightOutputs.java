package org.holdpoint.flight;

import java.util.List;

/**
 * What one tick hands out.
 *
 * @param actuators in force during the 100 ms that follow
 * @param frames TM transfer frames of 1115 bytes, in order
 */
public record FlightOutputs(ActuatorCommands actuators, List<byte[]> frames) {
  public FlightOutputs {
    frames = List.copyOf(frames);
  }
}
