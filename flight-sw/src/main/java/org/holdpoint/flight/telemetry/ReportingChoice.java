package org.holdpoint.flight.telemetry;

import java.util.List;
import java.util.Set;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.flight.command.CommandReport;

/**
 * What the ground chose to be told, after this tick's S3, S5 and S17 commands.
 *
 * @param disabledStructures housekeeping structures without periodic report
 * @param disabledEvents events without report
 * @param once structures to report once, now
 * @param connectionAnswers TM[17,2] to send now
 * @param reports start and completion of those commands
 */
public record ReportingChoice(
    Set<Integer> disabledStructures,
    Set<ChaserEvent> disabledEvents,
    List<Integer> once,
    int connectionAnswers,
    List<CommandReport> reports) {
  public ReportingChoice {
    // Nearly always nothing is, and an empty set is copied at no cost.
    disabledStructures = disabledStructures.isEmpty() ? Set.of() : Set.copyOf(disabledStructures);
    disabledEvents = disabledEvents.isEmpty() ? Set.of() : Set.copyOf(disabledEvents);
    once = List.copyOf(once);
    reports = List.copyOf(reports);
  }
}
