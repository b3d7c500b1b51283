package org.holdpoint.flight.contact;

/**
 * A time in which the ground will call.
 *
 * @param begin_tai_s TAI seconds since 1958
 * @param end_tai_s later than its begin
 */
public record PlannedContact(long begin_tai_s, long end_tai_s) {

  public PlannedContact {
    if (end_tai_s <= begin_tai_s) {
      throw new IllegalArgumentException(
          "a contact from " + begin_tai_s + " to " + end_tai_s + " s ends before it begins");
    }
  }
}
