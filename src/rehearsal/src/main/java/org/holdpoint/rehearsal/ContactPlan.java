package org.holdpoint.rehearsal;

import java.util.ArrayList;
import java.util.List;
import org.holdpoint.rehearsal.scenario.Scenario;
import org.holdpoint.world.event.Almanac;
import org.holdpoint.world.event.Pass;
import org.jspecify.annotations.Nullable;

/**
 * When the ground may count on a signal: passes that touch or overlap are one contact. Made once,
 * before the flight, from the chaser's own orbit; burns move it by seconds.
 *
 * @param contacts ascending and apart; empty when the signal is always there
 */
public record ContactPlan(List<Contact> contacts) {
  /** As far as a plan reaches. */
  static final double LONGEST_S = 86_400;

  private static final double AFTER_END_S = 3600;
  private static final double NS_TO_S = 1e-9;

  /**
   * One contact. Times are nanoseconds of TAI since 1958.
   *
   * @param sites who carries it, in order, with commas
   */
  public record Contact(long aos_tai_ns, long los_tai_ns, String sites) {}

  public ContactPlan {
    contacts = List.copyOf(contacts);
  }

  /** The plan for a scenario's whole flight, at most a day. */
  static ContactPlan of(Scenario scenario, long seed) {
    if (scenario.stations() == null) {
      return new ContactPlan(List.of());
    }
    double duration_s = Math.min(LONGEST_S, scenario.endsAtMost_s() + AFTER_END_S);
    return of(new Foresight(scenario, seed).almanac(scenario.stations(), duration_s));
  }

  static ContactPlan of(Almanac almanac) {
    List<Contact> contacts = new ArrayList<>();
    for (Pass pass : almanac.passes()) {
      Contact last = contacts.isEmpty() ? null : contacts.get(contacts.size() - 1);
      if (last != null && pass.aos_tai_ns() <= last.los_tai_ns()) {
        contacts.set(
            contacts.size() - 1,
            new Contact(
                last.aos_tai_ns(),
                Math.max(last.los_tai_ns(), pass.los_tai_ns()),
                last.sites() + ", " + pass.site()));
      } else {
        contacts.add(new Contact(pass.aos_tai_ns(), pass.los_tai_ns(), pass.site()));
      }
    }
    return new ContactPlan(contacts);
  }

  /** The contacts that are not over at a time, at most so many. */
  public List<Contact> from(long tai_ns, int atMost) {
    return contacts.stream()
        .filter(contact -> contact.los_tai_ns() > tai_ns)
        .limit(atMost)
        .toList();
  }

  /** Seconds to the next acquisition of signal; null in a contact, and when none is planned. */
  public @Nullable Double toAos_s(long tai_ns) {
    List<Contact> next = from(tai_ns, 1);
    return next.isEmpty() || next.get(0).aos_tai_ns() <= tai_ns
        ? null
        : (next.get(0).aos_tai_ns() - tai_ns) * NS_TO_S;
  }
}
