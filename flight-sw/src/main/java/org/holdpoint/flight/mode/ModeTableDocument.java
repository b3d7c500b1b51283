package org.holdpoint.flight.mode;

import java.util.List;
import org.holdpoint.dictionary.command.Refusal;
import org.holdpoint.dictionary.telemetry.Mode;

/** The operators' page about modes, gates and triggers, made from the tables. */
final class ModeTableDocument {
  private static final String HEAD =
      """
      # Modes and gates

      Generated from the tables of `org.holdpoint.flight.mode`; a test fails when it differs.
      To write it anew: run `ModeTableTest` with `-Dholdpoint.write=true`.

      Rows of one mode and trigger are tried from top to bottom; the first whose condition holds is
      taken. Where none holds, the refusal at the end of the page answers: a command is refused with
      it, any other trigger is ignored for the reason given.

      ## Triggers

      | Trigger | When |
      |---|---|
      """;

  private ModeTableDocument() {}

  static String markdown() {
    StringBuilder page = new StringBuilder(HEAD);
    for (Trigger trigger : Trigger.values()) {
      page.append("| ").append(trigger).append(" | ").append(trigger.meaning()).append(" |\n");
    }
    page.append("\n## Diagram\n\n```mermaid\nstateDiagram-v2\n");
    diagram(page);
    page.append("```\n");
    for (Mode mode : Mode.values()) {
      page.append("\n## ").append(mode).append("\n\n");
      page.append("| Trigger | Condition | Next mode | Effect | Authority | Because |\n");
      page.append("|---|---|---|---|---|---|\n");
      for (Trigger trigger : Trigger.values()) {
        for (var row : ModeTable.TABLE.rows(mode, trigger)) {
          page.append("| ")
              .append(trigger)
              .append(" | ")
              .append(row.guard().text())
              .append(" | ")
              .append(row.next())
              .append(" | ")
              .append(row.effect().meaning())
              .append(" | ")
              .append(row.required())
              .append(" | ")
              .append(row.because())
              .append(" |\n");
        }
      }
    }
    refusals(page);
    safeMode(page);
    limits(page);
    return page.toString();
  }

  private static void diagram(StringBuilder page) {
    for (Mode from : Mode.values()) {
      for (Mode to : Mode.values()) {
        List<String> by =
            ModeTable.TABLE.rows().stream()
                .filter(row -> row.mode() == from && row.next() == to && from != to)
                .map(row -> row.trigger().name())
                .distinct()
                .toList();
        if (!by.isEmpty()) {
          page.append("    ").append(from).append(" --> ").append(to).append(" : ");
          page.append(String.join(", ", by)).append('\n');
        }
      }
    }
  }

  private static void refusals(StringBuilder page) {
    page.append("\n## Refused or ignored\n\n");
    page.append("| Mode | Trigger | Refusal | Because |\n|---|---|---|---|\n");
    for (Mode mode : Mode.values()) {
      for (Trigger trigger : Trigger.values()) {
        for (var refused : ModeTable.TABLE.refusals()) {
          if (refused.mode() == mode && refused.trigger() == trigger) {
            page.append("| ").append(mode).append(" | ").append(trigger).append(" | ");
            page.append(refused.refusal() == Refusal.NONE ? "ignored" : refused.refusal());
            page.append(" | ").append(refused.because()).append(" |\n");
          }
        }
      }
    }
  }

  private static void safeMode(StringBuilder page) {
    page.append("\n## Safe mode by itself\n\n");
    page.append(
        "A row that has tripped asks for safe mode (SAFE_NEEDED) until it clears. Whoever leaves ");
    page.append("safe mode in spite of\nit silences it until it has cleared. Three restarts of ");
    page.append("the processor in 600 s lead there as well.\n\n");
    page.append("| Cause | Measure | Trips below | For | Clears above | Because |\n");
    page.append("|---|---|---|---|---|---|\n");
    for (SafeModeRule row : SafeModeRule.ROWS) {
      page.append("| ").append(row.cause());
      page.append(" | ").append(row.measures());
      page.append(" | ").append(row.below());
      page.append(" | ").append(row.inRow()).append(" in a row");
      page.append(" | ").append(row.clear());
      page.append(" | ").append(row.because()).append(" |\n");
    }
  }

  private static String limit(double value) {
    return value == GateLimits.NONE ? "-" : String.valueOf(value);
  }

  private static void limits(StringBuilder page) {
    page.append("\n## Gate criteria\n\n");
    page.append(
        "Judged once a second. A gate opens when all have passed three times in a row and ");
    page.append("closes when one has failed\ntwice; what passed fails only a quarter beyond its ");
    page.append("limit. Beside these limits: navigation and monitor valid,\nno safing, the ");
    page.append("next leg safe at 3 sigma with missed burns, propellant after it above the ");
    page.append("reserve.\n\n");
    page.append("| Next leg | Navigation 3 sigma, m | Position, m | Speed, m/s | Attitude, deg ");
    page.append("| Monitor agrees, m | Because |\n|---|---|---|---|---|---|---|\n");
    for (GateLimits row : GateLimits.ROWS) {
      page.append("| ").append(row.kind());
      page.append(" | ").append(limit(row.position3Sigma_m()));
      page.append(" | ").append(limit(row.position_m()));
      page.append(" | ").append(limit(row.speed_m_s()));
      page.append(" | ").append(limit(row.attitude_deg()));
      page.append(" | ").append(limit(row.agreement_m()));
      page.append(" | ").append(row.because()).append(" |\n");
    }
  }
}
