package org.holdpoint.flight.safety;

import static org.holdpoint.flight.command.CommandReport.Stage.COMPLETION;
import static org.holdpoint.flight.command.CommandReport.Stage.START;

import java.util.ArrayList;
import java.util.List;
import org.holdpoint.dictionary.command.Abort;
import org.holdpoint.dictionary.command.ChaserCommand;
import org.holdpoint.dictionary.command.Escape;
import org.holdpoint.dictionary.command.Hold;
import org.holdpoint.dictionary.command.Refusal;
import org.holdpoint.dictionary.command.Resume;
import org.holdpoint.dictionary.command.Retreat;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.dictionary.telemetry.Rung;
import org.holdpoint.dictionary.telemetry.RungVerdict;
import org.holdpoint.dictionary.telemetry.SafingSource;
import org.holdpoint.dictionary.telemetry.Validity;
import org.holdpoint.dictionary.telemetry.Verdict;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.command.CommandReport;
import org.holdpoint.flight.command.ReceivedCommand;
import org.holdpoint.flight.command.RequestId;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;

/**
 * The response in force. Commands and rules push it up, the worst wins, only RESUME takes it back.
 * HOLD, RETREAT or ESCAPE that the outlooks judge unsafe goes up a rung; what cannot be judged is
 * taken as asked. A rung that the mode logic does not answer leaves the vehicle drifting: when that
 * is unsafe it goes up as well.
 */
final class SafingLatch implements Retained {
  /** The effect of HOLD, RETREAT and ESCAPE must be seen in the mode logic within this time. */
  private static final long EFFECT_TICKS = 20;

  /** More commands than this cannot wait for their effect at the same time. */
  private static final int MOST_WAITING = 8;

  private record Waiting(RequestId request, long since_tick) {}

  private final AbortBurn burn = new AbortBurn();
  private final List<Waiting> waiting = new ArrayList<>(MOST_WAITING);
  private Rung active = Rung.NONE;
  private int count;
  private int unanswered_ticks;

  // Of one tick: navigation and monitor disagree.
  private boolean doubted;

  /** What one tick says to the outside. */
  record Said(List<EventReport> events, List<CommandReport> reports) {}

  Rung active() {
    return active;
  }

  AbortBurn burn() {
    return burn;
  }

  int count() {
    return count;
  }

  void step(
      Tick tick,
      List<ReceivedCommand> commands,
      RuleWatch rules,
      MonitorState own,
      Outlooks outlooks,
      NominalClaims claims,
      Said said) {
    doubted = rules.verdict(SafingSource.DISAGREEMENT) == Verdict.FAIL;
    burn.follow(own.sensedDeltaV_L_m_s(), said.events());
    for (ReceivedCommand received : commands) {
      obey(tick, received, rules, own, outlooks, claims, said);
    }
    raise(rules.asked(), rules.askedBy(), own, outlooks, claims, said);
    climb(own, outlooks, claims, said);
    answerWaiting(tick, claims, said);
  }

  private void obey(
      Tick tick,
      ReceivedCommand received,
      RuleWatch rules,
      MonitorState own,
      Outlooks outlooks,
      NominalClaims claims,
      Said said) {
    ChaserCommand command = received.command();
    RequestId request = received.request();
    if (command instanceof Abort) {
      said.reports().add(CommandReport.success(request, START));
      raise(Rung.ABORT, SafingSource.COMMAND, own, outlooks, claims, said);
      said.reports().add(CommandReport.success(request, COMPLETION));
    } else if (command instanceof Hold) {
      ask(tick, request, Rung.HOLD, own, outlooks, claims, said);
    } else if (command instanceof Retreat) {
      ask(tick, request, Rung.RETREAT, own, outlooks, claims, said);
    } else if (command instanceof Escape) {
      ask(tick, request, Rung.ESCAPE, own, outlooks, claims, said);
    } else if (command instanceof Resume resume) {
      resume(request, resume, rules, claims, said);
    }
  }

  private void ask(
      Tick tick,
      RequestId request,
      Rung rung,
      MonitorState own,
      Outlooks outlooks,
      NominalClaims claims,
      Said said) {
    if (active.compareTo(rung) > 0 || waiting.size() >= MOST_WAITING) {
      refuse(request, Refusal.SAFING_ACTIVE, active.code(), said);
      return;
    }
    said.reports().add(CommandReport.success(request, START));
    raise(rung, SafingSource.COMMAND, own, outlooks, claims, said);
    waiting.add(new Waiting(request, tick.number()));
  }

  private void resume(
      RequestId request, Resume resume, RuleWatch rules, NominalClaims claims, Said said) {
    if (active == Rung.NONE) {
      refuse(request, Refusal.ALREADY_SO, 0, said);
    } else if (resume.rung() != active || burn.on() || rules.forbidsResume()) {
      refuse(request, Refusal.SAFING_ACTIVE, active.code(), said);
    } else if (claims.navigation().validity() != Validity.VALID) {
      refuse(request, Refusal.NAVIGATION_INVALID, 0, said);
    } else {
      said.events().add(new EventReport(ChaserEvent.SAFING_ENDED, active.code(), 0, 0));
      active = Rung.NONE;
      burn.cancel();
      rules.mask();
      said.reports().add(CommandReport.success(request, START));
      said.reports().add(CommandReport.success(request, COMPLETION));
    }
  }

  private static void refuse(RequestId request, Refusal why, double parameter, Said said) {
    said.reports().add(CommandReport.refused(request, START, why, parameter, 0));
  }

  /** Goes up a rung when the one in force is not answered and drifting on is unsafe. */
  private void climb(MonitorState own, Outlooks outlooks, NominalClaims claims, Said said) {
    // A retreat that lost its navigation on the way drifts on, and flies nothing any more.
    boolean brokenOff = active == Rung.RETREAT && claims.mode().mode() == Mode.DRIFT;
    boolean answered = claims.mode().safingHandled().compareTo(active) >= 0 && !brokenOff;
    unanswered_ticks = answered || active == Rung.ABORT ? 0 : unanswered_ticks + 1;
    if (unanswered_ticks > EFFECT_TICKS && outlooks.hold().verdict() == RungVerdict.UNSAFE) {
      Rung next = Rung.values()[active.ordinal() + 1];
      raise(escalate(active, next, said), SafingSource.ESCALATION, own, outlooks, claims, said);
    }
  }

  private void raise(
      Rung wanted,
      SafingSource source,
      MonitorState own,
      Outlooks outlooks,
      NominalClaims claims,
      Said said) {
    if (wanted.compareTo(active) <= 0) {
      return;
    }
    Rung rung = wanted;
    if (rung == Rung.HOLD && outlooks.hold().verdict() == RungVerdict.UNSAFE) {
      rung = escalate(rung, Rung.RETREAT, said);
    }
    if (rung == Rung.RETREAT && outlooks.retreat().verdict() == RungVerdict.UNSAFE) {
      rung = escalate(rung, Rung.ESCAPE, said);
    }
    // Guidance flies both on navigation's word. When that is not the monitor's, only its own abort
    // is what it judged. (DART 2005.) A person who asks for a rung knows what he asks for.
    boolean byGuidance = rung == Rung.RETREAT || rung == Rung.ESCAPE;
    if (byGuidance && doubted && source != SafingSource.COMMAND) {
      rung = escalate(rung, Rung.ABORT, said);
    }
    // Guidance flies the escape: without a state it could not, and the monitor's own abort can.
    boolean blind = claims.navigation().validity() == Validity.INVALID;
    if (rung == Rung.ESCAPE && (blind || outlooks.escape().verdict() == RungVerdict.UNSAFE)) {
      rung = escalate(rung, Rung.ABORT, said);
    }
    if (rung.compareTo(active) <= 0) {
      return;
    }
    active = rung;
    count++;
    unanswered_ticks = 0;
    said.events().add(new EventReport(ChaserEvent.SAFING_STARTED, rung.code(), source.code(), 0));
    if (rung == Rung.ABORT) {
      burn.start(outlooks.abortDirection(own.r_CT_L_m().y()), said.events());
    }
  }

  private static Rung escalate(Rung from, Rung to, Said said) {
    said.events().add(new EventReport(ChaserEvent.SAFING_ESCALATED, from.code(), to.code(), 0));
    return to;
  }

  /** Completes what the mode logic answers, or what became an abort. */
  private void answerWaiting(Tick tick, NominalClaims claims, Said said) {
    Rung handled = active == Rung.ABORT ? Rung.ABORT : claims.mode().safingHandled();
    for (int i = 0; i < waiting.size(); ) {
      Waiting one = waiting.get(i);
      if (active == Rung.NONE) {
        said.reports()
            .add(
                CommandReport.refused(
                    one.request(), COMPLETION, Refusal.EFFECT_NOT_SEEN, handled.code(), 0));
        waiting.remove(i);
      } else if (handled.compareTo(active) >= 0) {
        said.reports().add(CommandReport.success(one.request(), COMPLETION));
        waiting.remove(i);
      } else if (tick.number() - one.since_tick() > EFFECT_TICKS) {
        said.reports()
            .add(
                CommandReport.refused(
                    one.request(), COMPLETION, Refusal.EFFECT_NOT_SEEN, handled.code(), 0));
        waiting.remove(i);
      } else {
        i++;
      }
    }
  }

  @Override
  public void save(StateWriter out) {
    burn.save(out);
    out.put(active).put(count).put(unanswered_ticks).put(waiting.size());
    for (Waiting one : waiting) {
      out.put(one.request().packetId()).put(one.request().sequenceControl());
      out.put(one.since_tick());
    }
  }

  @Override
  public void restore(StateReader in) {
    burn.restore(in);
    active = in.getEnum(Rung.class);
    count = in.getInt();
    unanswered_ticks = in.getInt();
    waiting.clear();
    int size = in.getInt();
    if (size < 0 || size > MOST_WAITING) {
      throw new IllegalArgumentException(
          "damaged state of the safing latch: " + size + " commands waiting, at most 8 can");
    }
    for (int i = 0; i < size; i++) {
      waiting.add(new Waiting(new RequestId(in.getInt(), in.getInt()), in.getLong()));
    }
  }
}
