package org.holdpoint.dictionary.command;

import java.util.List;
import org.holdpoint.dictionary.Command;
import org.holdpoint.dictionary.Field;
import org.holdpoint.dictionary.Repeat;

/**
 * TC[201,71]: When the ground will call. All of it takes effect, or nothing.
 *
 * @param contact in order of time; those that follow the last have a duration of 0
 */
@Command(
    name = "CONTACT_PLAN",
    service = 201,
    subtype = 71,
    description =
        "When the ground will call: these contacts replace what the plan onboard has from the first of them on. Unused rows behind the last contact have duration 0.")
public record ContactPlan(
    @Field("Authority epoch of the session that sends it") int epoch,
    @Repeat(value = ContactPlan.MOST, name = "contact") List<Contact> contact)
    implements ChaserCommand {

  /** Contacts in one command. */
  public static final int MOST = 12;

  public ContactPlan {
    contact = List.copyOf(contact);
  }

  /** One contact. */
  public record Contact(
      @Field(value = "Begin, TAI seconds since 1958", unit = "s") long begin_tai_s,
      @Field(value = "Duration; 0 for none", unit = "s", max = 43200) int duration_s) {}
}
