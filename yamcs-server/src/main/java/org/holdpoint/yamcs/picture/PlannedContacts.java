package org.holdpoint.yamcs.picture;

import org.holdpoint.port.messages.ClockState;
import org.holdpoint.port.messages.PlannedContact;
import org.holdpoint.yamcs.api.messages.Link;
import org.jspecify.annotations.Nullable;

/**
 * What the pass plan says of now, so that a planned loss of signal does not look like a fault. The
 * plan is made before the flight: around its edges silence counts as planned for some seconds.
 */
final class PlannedContacts {
  static final double EDGE_S = 15;

  private static final double NS_TO_S = 1e-9;

  private PlannedContacts() {}

  /** Writes the state of the contact; nothing when there is no plan, or when it is over. */
  static void tell(@Nullable ClockState clock, long now_tai_ns, boolean silent, Link.Builder link) {
    if (clock == null) {
      return;
    }
    for (PlannedContact contact : clock.getPlannedContactsList()) {
      double toAos_s = (contact.getAosTaiNs() - now_tai_ns) * NS_TO_S;
      double toLos_s = (contact.getLosTaiNs() - now_tai_ns) * NS_TO_S;
      if (toLos_s <= 0) {
        continue;
      }
      boolean atEdge = toAos_s > -EDGE_S || toLos_s < EDGE_S;
      boolean away = toAos_s > 0 || (atEdge && silent);
      link.setContact(away ? "PLANNED_LOS" : "CONTACT")
          .setContactChangesInS(toAos_s > 0 ? toAos_s : toLos_s)
          .setContactSites(contact.getSites());
      return;
    }
  }
}
