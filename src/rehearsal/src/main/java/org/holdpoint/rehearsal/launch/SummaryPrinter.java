package org.holdpoint.rehearsal.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.holdpoint.rehearsal.Summary;
import org.jspecify.annotations.Nullable;

/** Prints a summary for a person, and as JSON when a file is named. */
final class SummaryPrinter {
  private SummaryPrinter() {}

  /** Prints, writes, and returns the exit code: 0 only for PASS. */
  static int print(Summary summary, @Nullable Path json) {
    System.out.printf("%s  %s  seed %d%n", summary.outcome(), summary.scenario(), summary.seed());
    summary.reasons().forEach(reason -> System.out.println("  because " + reason));
    row("trace hash", summary.trace_sha256());
    row(
        "flown",
        "%.1f s at %.0f x real time".formatted(summary.duration_s(), summary.realtime_factor()));
    row(
        "range",
        "%.1f m at the end, %.1f m at its smallest, keep-out entered %d times"
            .formatted(summary.final_range_m(), summary.min_range_m(), summary.keep_out_entries()));
    row("delta-v", deltaV(summary));
    if (summary.coverage() != null) {
      row("coverage", "%.3f of what could be seen lit on the path".formatted(summary.coverage()));
    }
    if (summary.truth_rules_broken() != null) {
      row("rules", "broken by the truth: " + summary.truth_rules_broken());
    }
    row(
        "commands",
        "%d sent, %d accepted, %d completed, %d refused"
            .formatted(
                summary.commands_sent(),
                summary.commands_accepted(),
                summary.commands_completed(),
                summary.commands_refused()));
    row("final mode", summary.final_mode() + ", %d safings".formatted(summary.safing_events()));
    if (summary.abort_ticks() != null) {
      row("abort", "first pulse %d ticks after its arrival".formatted(summary.abort_ticks()));
    }
    if (summary.drift_min_range_m() != null) {
      row(
          "drift",
          "%.1f m at its smallest, over %.1f h with all actuators off afterwards"
              .formatted(summary.drift_min_range_m(), summary.drift_h()));
    }
    if (summary.frames_sent() != null) {
      row(
          "ground",
          "%d of %d frames received, %d of %d packets archived"
              .formatted(
                  summary.frames_received(),
                  summary.frames_sent(),
                  summary.packets_archived(),
                  summary.packets_generated()));
      row(
          "archive",
          "%d of %d housekeeping reports in the parameter archive"
              .formatted(summary.reports_in_parameter_archive(), summary.reports_generated()));
    }
    if (summary.journal() != null) {
      row("journal", summary.journal());
    }
    if (json != null) {
      write(json, summary.json());
      row("json", json.toString());
    }
    return summary.outcome() == Summary.Outcome.PASS ? 0 : 1;
  }

  private static String deltaV(Summary summary) {
    double used = summary.delta_v_m_s();
    double ideal = summary.ideal_delta_v_m_s();
    return ideal > 0
        ? "%.3f m/s, %.2f of the ideal %.3f m/s".formatted(used, used / ideal, ideal)
        : "%.3f m/s".formatted(used);
  }

  private static void row(String name, String value) {
    System.out.printf("  %-11s %s%n", name, value);
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text + System.lineSeparator());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
