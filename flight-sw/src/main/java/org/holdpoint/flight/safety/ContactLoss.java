package org.holdpoint.flight.safety;

import java.util.List;
import org.holdpoint.dictionary.telemetry.ContactPacket;
import org.holdpoint.dictionary.telemetry.Mode;
import org.holdpoint.dictionary.telemetry.Rung;
import org.holdpoint.flight.Tick;
import org.holdpoint.flight.contact.ContactState;
import org.holdpoint.flight.contact.PlannedContact;
import org.jspecify.annotations.Nullable;

/** What the rules on missed contacts will do next, for the ground, who must always know. */
public final class ContactLoss {
  private static final double NS_PER_S = 1e9;

  /** By the number of contacts missed. */
  private static final List<List<SafetyRule>> RULES =
      List.of(
          List.of(),
          List.of(SafetyRules.CONTACT_MISSED),
          List.of(
              SafetyRules.CONTACT_MISSED,
              SafetyRules.TWO_CONTACTS_MISSED,
              SafetyRules.TWO_CONTACTS_MISSED_FAR));

  private ContactLoss() {}

  /**
   * The response in a mode when this many contacts have been missed; NONE for going on as it is.
   */
  static Rung response(int missed, Mode mode) {
    Rung worst = Rung.NONE;
    for (SafetyRule rule : RULES.get(missed)) {
      boolean worse = rule.response().compareTo(worst) > 0;
      worst = worse && rule.armedIn().contains(mode) ? rule.response() : worst;
    }
    return worst;
  }

  /** Both deadlines from now on, and the plan that they follow from. */
  public static ContactPacket telemetry(Tick tick, Mode mode, ContactState contact) {
    int missed = contact.missed();
    double first_s = left_s(contact.firstMissed_tai_s(), tick);
    double second_s = left_s(contact.secondMissed_tai_s(), tick);
    @Nullable PlannedContact next = contact.next();
    return new ContactPacket(
        missed,
        missed < ContactState.MOST ? response(missed + 1, mode) : Rung.NONE,
        missed == 0 ? first_s : second_s,
        missed == 0 ? response(ContactState.MOST, mode) : Rung.NONE,
        missed == 0 ? second_s : 0,
        contact.ahead(),
        next == null ? 0 : next.begin_tai_s(),
        next == null ? 0 : next.end_tai_s());
  }

  private static double left_s(long deadline_tai_s, Tick tick) {
    return Math.max(0, deadline_tai_s - tick.tai_ns() / NS_PER_S);
  }
}
