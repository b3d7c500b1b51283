package org.holdpoint.flight.contact;

import org.jspecify.annotations.Nullable;

/**
 * How long the ground has been silent, by contacts.
 *
 * @param missed contacts in a row in which no telecommand was accepted; counted to {@link #MOST}
 * @param firstMissed_tai_s when the first contact after the last accepted telecommand counts as
 *     missed
 * @param secondMissed_tai_s when the second does
 * @param ahead contacts of the plan that are not over
 * @param next the present or next contact; null when none is planned
 */
public record ContactState(
    int missed,
    long firstMissed_tai_s,
    long secondMissed_tai_s,
    int ahead,
    @Nullable PlannedContact next) {

  /** The ground has left it alone; more says no more. */
  public static final int MOST = 2;

  /** Heard just now, nothing planned. */
  public static final ContactState IN_TOUCH =
      new ContactState(0, Long.MAX_VALUE, Long.MAX_VALUE, 0, null);
}
