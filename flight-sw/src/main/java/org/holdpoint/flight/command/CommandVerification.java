package org.holdpoint.flight.command;

import java.util.ArrayList;
import java.util.List;
import org.holdpoint.dictionary.command.Refusal;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.command.CommandReport.Stage;
import org.holdpoint.flight.state.RecordState;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;

/**
 * Follows every telecommand from acceptance to its last report: decides which reports its sender
 * asked for, and fails a command whose effect nobody has reported within {@link #DEADLINE_TICKS}.
 */
public final class CommandVerification implements Retained {
  /** S1 completion means that the effect took hold, within 2 s. */
  static final int DEADLINE_TICKS = 20;

  /** Commands under way; 32 kbit/s brings about 200 of the shortest in 2 s. */
  static final int MAX_UNDER_WAY = 256;

  private static final int ACCEPTANCE_FLAG = 1;
  private static final int START_FLAG = 2;
  private static final int COMPLETION_FLAG = 8;

  /** A command between acceptance and its last report. */
  record UnderWay(Acknowledgement acknowledgement, long deadlineTick, boolean started) {}

  /**
   * What to tell the ground.
   *
   * @param reports those asked for, and every failure, in order
   * @param events COMMAND_REFUSED, for operators
   * @param status counters after them
   */
  public record Verification(
      List<CommandReport> reports, List<EventReport> events, CommandStatus status) {
    public Verification {
      reports = List.copyOf(reports);
      events = List.copyOf(events);
    }
  }

  /**
   * @param accepted telecommands accepted since start
   * @param refused telecommands refused since start, at acceptance or when they were to begin
   * @param sinceAccepted_s time since the last accepted one; since start when none
   */
  public record CommandStatus(long accepted, long refused, double sinceAccepted_s) {}

  private final List<UnderWay> underWay = new ArrayList<>();
  private long accepted;
  private long refused;
  private long lastAcceptedTick;

  /**
   * @param commands of this tick
   * @param progress reports of every component that carries commands out
   */
  public Verification step(Tick tick, AcceptedCommands commands, List<CommandReport> progress) {
    List<CommandReport> reports = new ArrayList<>(0);
    List<EventReport> events = new ArrayList<>(0);
    for (Acknowledgement acknowledgement : commands.acknowledgements()) {
      if (underWay.size() == MAX_UNDER_WAY) {
        expire(reports, events);
      }
      underWay.add(new UnderWay(acknowledgement, tick.number() + DEADLINE_TICKS, false));
    }
    for (CommandReport report : commands.reports()) {
      take(tick, report, reports, events);
    }
    for (CommandReport report : progress) {
      take(tick, report, reports, events);
    }
    while (!underWay.isEmpty() && underWay.get(0).deadlineTick() <= tick.number()) {
      expire(reports, events);
    }
    double sinceAccepted_s = (tick.number() - lastAcceptedTick) * Tick.PERIOD_S;
    return new Verification(reports, events, new CommandStatus(accepted, refused, sinceAccepted_s));
  }

  private void take(
      Tick tick, CommandReport report, List<CommandReport> reports, List<EventReport> events) {
    int index = indexOf(report.request());
    if (index < 0) {
      return; // its last report has been given
    }
    UnderWay command = underWay.get(index);
    Acknowledgement wanted = command.acknowledgement();
    if (report.refusal() != Refusal.NONE) {
      underWay.remove(index);
      reports.add(report);
      if (report.stage() != Stage.COMPLETION) {
        refused++;
      }
      events.add(refusal(wanted, report.refusal()));
      return;
    }
    switch (report.stage()) {
      case ACCEPTANCE -> {
        accepted++;
        lastAcceptedTick = tick.number();
        addIf(ACCEPTANCE_FLAG, wanted, report, reports);
      }
      case START -> {
        underWay.set(index, new UnderWay(wanted, command.deadlineTick(), true));
        addIf(START_FLAG, wanted, report, reports);
      }
      case COMPLETION -> {
        underWay.remove(index);
        if (!command.started()) {
          addIf(START_FLAG, wanted, CommandReport.success(wanted.request(), Stage.START), reports);
        }
        addIf(COMPLETION_FLAG, wanted, report, reports);
      }
    }
  }

  /** Fails the oldest command under way. */
  private void expire(List<CommandReport> reports, List<EventReport> events) {
    Acknowledgement oldest = underWay.remove(0).acknowledgement();
    reports.add(
        CommandReport.refused(oldest.request(), Stage.COMPLETION, Refusal.EFFECT_NOT_SEEN, 0, 0));
    events.add(refusal(oldest, Refusal.EFFECT_NOT_SEEN));
  }

  private static EventReport refusal(Acknowledgement command, Refusal why) {
    return new EventReport(
        ChaserEvent.COMMAND_REFUSED, command.service(), command.subtype(), why.code());
  }

  private static void addIf(
      int flag, Acknowledgement wanted, CommandReport report, List<CommandReport> reports) {
    if ((wanted.flags() & flag) != 0) {
      reports.add(report);
    }
  }

  /** The latest with this identification: a ground that starts again counts from 0 again. */
  private int indexOf(RequestId request) {
    for (int i = underWay.size() - 1; i >= 0; i--) {
      if (underWay.get(i).acknowledgement().request().equals(request)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public void save(StateWriter out) {
    out.put(underWay.size());
    for (UnderWay command : underWay) {
      RecordState.write(out, command);
    }
    out.put(accepted).put(refused).put(lastAcceptedTick);
  }

  @Override
  public void restore(StateReader in) {
    underWay.clear();
    int size = in.getInt();
    if (size < 0 || size > MAX_UNDER_WAY) {
      throw new IllegalArgumentException("damaged state: " + size + " commands under way");
    }
    for (int i = 0; i < size; i++) {
      underWay.add(RecordState.read(in, UnderWay.class));
    }
    accepted = in.getLong();
    refused = in.getLong();
    lastAcceptedTick = in.getLong();
  }
}
