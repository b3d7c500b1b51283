package org.holdpoint.flight.contact;

import java.util.ArrayList;
import java.util.List;
import org.holdpoint.dictionary.command.ContactPlan;
import org.holdpoint.dictionary.command.Refusal;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.command.CommandReport;
import org.holdpoint.flight.command.CommandReport.Stage;
import org.holdpoint.flight.command.ReceivedCommand;
import org.holdpoint.flight.state.RecordState;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;
import org.jspecify.annotations.Nullable;

/**
 * The command-loss timer. Only an accepted telecommand resets it; its deadlines are the ends of the
 * contacts that follow in the plan. Where the plan says nothing, silence itself is counted.
 */
public final class ContactWatch implements Retained {
  /** Some two days of a dense network; a plan that would be longer is refused. */
  public static final int MOST_CONTACTS = 96;

  /**
   * A contact may come this much earlier or later than planned: burns of a chase move passes by
   * minutes, and a telecommand is repeated for some seconds until it is acknowledged.
   */
  public static final long MARGIN_S = 600;

  /** Silence without a planned contact that counts as a missed one: four revolutions. */
  public static final long UNPLANNED_S = 21_600;

  private static final long NS_PER_S = 1_000_000_000L;

  private record Kept(List<PlannedContact> plan, long heard_tai_s) {
    Kept {
      plan = List.copyOf(plan);
    }
  }

  private List<PlannedContact> plan;
  private long heard_tai_s;

  // Follow from the two above; not kept.
  private long first_tai_s;
  private long second_tai_s;

  /**
   * @param loaded the plan before the first uplink, in order of time
   * @param start_tai_ns the timer begins here
   */
  public ContactWatch(List<PlannedContact> loaded, long start_tai_ns) {
    if (loaded.size() > MOST_CONTACTS) {
      throw new IllegalArgumentException(
          "the contact plan has " + loaded.size() + " contacts; at most " + MOST_CONTACTS);
    }
    plan = List.copyOf(loaded);
    heard_tai_s = start_tai_ns / NS_PER_S;
    foresee();
  }

  /**
   * One tick.
   *
   * @param heard a telecommand passed acceptance in this tick
   * @param commands CONTACT_PLAN
   * @param reports takes the reports on them
   */
  public ContactState step(
      Tick tick, boolean heard, List<ReceivedCommand> commands, List<CommandReport> reports) {
    long now_tai_s = tick.tai_ns() / NS_PER_S;
    for (ReceivedCommand received : commands) {
      if (received.command() instanceof ContactPlan uplinked) {
        take(received, uplinked, now_tai_s, reports);
      }
    }
    if (heard) {
      heard_tai_s = now_tai_s;
      foresee();
    }
    int over = 0;
    while (over < plan.size() && plan.get(over).end_tai_s() <= now_tai_s) {
      over++;
    }
    int missed = (now_tai_s >= first_tai_s ? 1 : 0) + (now_tai_s >= second_tai_s ? 1 : 0);
    @Nullable PlannedContact next = over < plan.size() ? plan.get(over) : null;
    return new ContactState(missed, first_tai_s, second_tai_s, plan.size() - over, next);
  }

  /** All of an uplinked plan, or nothing; the command itself was heard. */
  private void take(
      ReceivedCommand received, ContactPlan uplinked, long now_tai_s, List<CommandReport> reports) {
    List<PlannedContact> merged = new ArrayList<>();
    for (PlannedContact old : plan) {
      if (old.end_tai_s() > now_tai_s
          && old.end_tai_s() <= uplinked.contact().get(0).begin_tai_s()) {
        merged.add(old);
      }
    }
    int wrong = append(uplinked.contact(), merged);
    if (wrong > 0 || merged.size() > MOST_CONTACTS) {
      reports.add(
          CommandReport.refused(
              received.request(),
              Stage.START,
              wrong > 0 ? Refusal.CONTACTS_OUT_OF_ORDER : Refusal.TOO_MANY_CONTACTS,
              wrong > 0 ? wrong : merged.size(),
              MOST_CONTACTS));
      return;
    }
    plan = List.copyOf(merged);
    reports.add(CommandReport.success(received.request(), Stage.START));
    reports.add(CommandReport.success(received.request(), Stage.COMPLETION));
  }

  /**
   * Appends the rows in use.
   *
   * @return 0, or the 1-based row that is out of order
   */
  private static int append(List<ContactPlan.Contact> rows, List<PlannedContact> plan) {
    boolean ended = false;
    for (int i = 0; i < rows.size(); i++) {
      ContactPlan.Contact row = rows.get(i);
      if (row.duration_s() == 0) {
        ended = true;
        continue;
      }
      boolean overlaps =
          !plan.isEmpty() && row.begin_tai_s() < plan.get(plan.size() - 1).end_tai_s();
      if (ended || overlaps) {
        return i + 1;
      }
      plan.add(new PlannedContact(row.begin_tai_s(), row.begin_tai_s() + row.duration_s()));
    }
    return 0;
  }

  /** A contact that had begun when the ground was heard is not missed. */
  private void foresee() {
    long[] missed_tai_s = new long[ContactState.MOST];
    int found = 0;
    for (int i = 0; i < plan.size() && found < missed_tai_s.length; i++) {
      if (plan.get(i).begin_tai_s() - MARGIN_S > heard_tai_s) {
        missed_tai_s[found++] = plan.get(i).end_tai_s() + MARGIN_S;
      }
    }
    while (found < missed_tai_s.length) {
      missed_tai_s[found] = (found == 0 ? heard_tai_s : missed_tai_s[found - 1]) + UNPLANNED_S;
      found++;
    }
    first_tai_s = missed_tai_s[0];
    second_tai_s = missed_tai_s[1];
  }

  @Override
  public void save(StateWriter out) {
    RecordState.write(out, new Kept(plan, heard_tai_s));
  }

  @Override
  public void restore(StateReader in) {
    Kept kept = RecordState.read(in, Kept.class);
    plan = kept.plan();
    heard_tai_s = kept.heard_tai_s();
    foresee();
  }
}
