package org.holdpoint.flight.telemetry;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.holdpoint.dictionary.command.AreYouAlive;
import org.holdpoint.dictionary.command.ChaserCommand;
import org.holdpoint.dictionary.command.DisableEvent;
import org.holdpoint.dictionary.command.DisableHousekeeping;
import org.holdpoint.dictionary.command.EnableEvent;
import org.holdpoint.dictionary.command.EnableHousekeeping;
import org.holdpoint.dictionary.command.Refusal;
import org.holdpoint.dictionary.command.ReportHousekeeping;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.Severity;
import org.holdpoint.flight.command.CommandReport;
import org.holdpoint.flight.command.CommandReport.Stage;
import org.holdpoint.flight.command.ReceivedCommand;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.jspecify.annotations.Nullable;

/** Carries out S3 (housekeeping), S5 (event reporting) and S17 (connection test). */
public final class ReportingControl implements Retained {
  private final Set<Integer> disabledStructures = new TreeSet<>();
  private final Set<ChaserEvent> disabledEvents = EnumSet.noneOf(ChaserEvent.class);

  /** Carries out this tick's commands; each starts and completes, or is refused, at once. */
  public ReportingChoice step(List<ReceivedCommand> commands) {
    List<Integer> once = new ArrayList<>(0);
    List<CommandReport> reports = new ArrayList<>(0);
    int connectionAnswers = 0;
    for (ReceivedCommand received : commands) {
      ChaserCommand command = received.command();
      CommandReport refusal = refusal(received);
      if (refusal != null) {
        reports.add(refusal);
        continue;
      }
      if (command instanceof AreYouAlive) {
        connectionAnswers++;
      } else if (command instanceof ReportHousekeeping report) {
        once.add(report.structure());
      } else if (command instanceof EnableHousekeeping enable) {
        disabledStructures.remove(enable.structure());
      } else if (command instanceof DisableHousekeeping disable) {
        disabledStructures.add(disable.structure());
      } else if (command instanceof EnableEvent enable) {
        disabledEvents.remove(event(enable.event_id()));
      } else if (command instanceof DisableEvent disable) {
        ChaserEvent event = event(disable.event_id());
        if (event != null) {
          disabledEvents.add(event);
        }
      }
      reports.add(CommandReport.success(received.request(), Stage.START));
      reports.add(CommandReport.success(received.request(), Stage.COMPLETION));
    }
    return new ReportingChoice(
        disabledStructures, disabledEvents, once, connectionAnswers, reports);
  }

  /** Why a command cannot be carried out; null when it can. */
  private static @Nullable CommandReport refusal(ReceivedCommand received) {
    ChaserCommand command = received.command();
    if (command instanceof ReportHousekeeping report) {
      return unknownStructure(received, report.structure());
    }
    if (command instanceof EnableHousekeeping enable) {
      return unknownStructure(received, enable.structure());
    }
    if (command instanceof DisableHousekeeping disable) {
      return unknownStructure(received, disable.structure());
    }
    if (command instanceof EnableEvent enable) {
      return event(enable.event_id()) == null ? unknown(received, enable.event_id()) : null;
    }
    if (command instanceof DisableEvent disable) {
      ChaserEvent event = event(disable.event_id());
      if (event == null) {
        return unknown(received, disable.event_id());
      }
      return event.severity() == Severity.HIGH
          ? CommandReport.refused(
              received.request(), Stage.START, Refusal.ARGUMENT_OUT_OF_RANGE, 2, event.code())
          : null;
    }
    return null;
  }

  private static @Nullable CommandReport unknownStructure(ReceivedCommand received, int id) {
    return Structure.isKnown(id) ? null : unknown(received, id);
  }

  private static CommandReport unknown(ReceivedCommand received, int id) {
    return CommandReport.refused(received.request(), Stage.START, Refusal.UNKNOWN_STRUCTURE, id, 0);
  }

  private static @Nullable ChaserEvent event(int code) {
    for (ChaserEvent event : ChaserEvent.values()) {
      if (event.code() == code) {
        return event;
      }
    }
    return null;
  }

  @Override
  public void save(StateWriter out) {
    out.put(disabledStructures.size());
    disabledStructures.forEach(out::put);
    out.put(disabledEvents.size());
    disabledEvents.forEach(out::put);
  }

  @Override
  public void restore(StateReader in) {
    disabledStructures.clear();
    for (int left = in.getInt(); left > 0; left--) {
      disabledStructures.add(in.getInt());
    }
    disabledEvents.clear();
    for (int left = in.getInt(); left > 0; left--) {
      disabledEvents.add(in.getEnum(ChaserEvent.class));
    }
  }
}
