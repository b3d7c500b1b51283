package org.holdpoint.flight.ccsds;

import java.util.List;
import org.holdpoint.dictionary.event.EventReport;

/**
 * What one tick's uplink came to.
 *
 * @param packets whole telecommand packets that passed every check, in order of arrival
 * @param events about what was dropped
 * @param status after it
 */
public record UplinkResult(List<byte[]> packets, List<EventReport> events, UplinkStatus status) {
  public UplinkResult {
    packets = List.copyOf(packets);
    events = List.copyOf(events);
  }
}
