package org.holdpoint.flight.guidance;

import java.util.List;
import org.holdpoint.dictionary.event.EventReport;

/**
 * What guidance hands out in one tick.
 *
 * @param reference what control shall follow
 * @param deltaVUsed_m_s by translation since start, as sensed by IMU A
 * @param events to be reported
 */
public record GuidanceStep(
    GuidanceReference reference, double deltaVUsed_m_s, List<EventReport> events) {
  public GuidanceStep {
    events = List.copyOf(events);
  }
}
