package org.holdpoint.flight.command;

import static org.holdpoint.flight.command.Authority.ATTITUDE;
import static org.holdpoint.flight.command.Authority.NONE;
import static org.holdpoint.flight.command.Authority.TRANSLATION;
import static org.holdpoint.flight.command.Recipient.AUTHORITY;
import static org.holdpoint.flight.command.Recipient.CONTACT;
import static org.holdpoint.flight.command.Recipient.GUIDANCE;
import static org.holdpoint.flight.command.Recipient.NAVIGATION;
import static org.holdpoint.flight.command.Recipient.PROPULSION;
import static org.holdpoint.flight.command.Recipient.REPORTING;
import static org.holdpoint.flight.command.Recipient.SAFETY;
import static org.holdpoint.flight.command.Recipient.SENSING;

import java.util.List;
import java.util.function.ToIntFunction;
import org.holdpoint.dictionary.command.Abort;
import org.holdpoint.dictionary.command.AreYouAlive;
import org.holdpoint.dictionary.command.ChaserCommand;
import org.holdpoint.dictionary.command.ContactPlan;
import org.holdpoint.dictionary.command.DisableEvent;
import org.holdpoint.dictionary.command.DisableHousekeeping;
import org.holdpoint.dictionary.command.EnableEvent;
import org.holdpoint.dictionary.command.EnableHousekeeping;
import org.holdpoint.dictionary.command.Escape;
import org.holdpoint.dictionary.command.Go;
import org.holdpoint.dictionary.command.Hold;
import org.holdpoint.dictionary.command.PlanBegin;
import org.holdpoint.dictionary.command.PlanCommit;
import org.holdpoint.dictionary.command.PlanLeg;
import org.holdpoint.dictionary.command.ReinitialiseNavigation;
import org.holdpoint.dictionary.command.ReportHousekeeping;
import org.holdpoint.dictionary.command.RequestAuthority;
import org.holdpoint.dictionary.command.Resume;
import org.holdpoint.dictionary.command.Retreat;
import org.holdpoint.dictionary.command.SafeMode;
import org.holdpoint.dictionary.command.SetPointing;
import org.holdpoint.dictionary.command.SetSensor;
import org.holdpoint.dictionary.command.SetThruster;
import org.holdpoint.dictionary.command.TransferTo;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what: one row a command. GO is a consent and asks for no holder: while autonomy holds
 * translation it is what autonomy waits for.
 */
public final class CommandTable {

  /**
   * @param command class of the command
   * @param epoch the authority epoch that it carries; null when it needs none
   * @param authority function that the ground must hold
   * @param recipient who carries it out
   * @param because reason for the row
   * @param <C> the command
   */
  public record Row<C extends ChaserCommand>(
      Class<C> command,
      @Nullable ToIntFunction<C> epoch,
      Authority authority,
      Recipient recipient,
      String because) {

    /** Whether the command carries an epoch other than this one. */
    boolean carriesOtherEpochThan(int present, ChaserCommand sent) {
      return epoch != null && epochOf(sent) != present;
    }

    /** The epoch carried; 0 when none. */
    int epochOf(ChaserCommand sent) {
      return epoch == null ? 0 : epoch.applyAsInt(command.cast(sent));
    }
  }

  public static final List<Row<?>> ROWS =
      List.of(
          row(AreYouAlive.class, NONE, REPORTING, "must work before any session holds a token"),
          row(ReportHousekeeping.class, ReportHousekeeping::epoch, NONE, REPORTING, "looks only"),
          row(EnableHousekeeping.class, EnableHousekeeping::epoch, NONE, REPORTING, "looks only"),
          row(DisableHousekeeping.class, DisableHousekeeping::epoch, NONE, REPORTING, "looks only"),
          row(EnableEvent.class, EnableEvent::epoch, NONE, REPORTING, "looks only"),
          row(DisableEvent.class, DisableEvent::epoch, NONE, REPORTING, "looks only"),
          row(RequestAuthority.class, NONE, AUTHORITY, "whoever has a stale epoch asks for a new"),
          row(Go.class, Go::epoch, NONE, GUIDANCE, "consent, at every level of authority"),
          row(PlanBegin.class, PlanBegin::epoch, TRANSLATION, GUIDANCE, "changes what is flown"),
          row(PlanLeg.class, PlanLeg::epoch, TRANSLATION, GUIDANCE, "changes what is flown"),
          row(PlanCommit.class, PlanCommit::epoch, TRANSLATION, GUIDANCE, "changes what is flown"),
          row(TransferTo.class, TransferTo::epoch, TRANSLATION, GUIDANCE, "moves the vehicle"),
          row(SetPointing.class, SetPointing::epoch, ATTITUDE, GUIDANCE, "turns the vehicle"),
          row(SafeMode.class, SafeMode::epoch, NONE, GUIDANCE, "gives up the mission, not safety"),
          row(
              ContactPlan.class,
              ContactPlan::epoch,
              NONE,
              CONTACT,
              "when the ground calls is its own"),
          row(
              ReinitialiseNavigation.class,
              ReinitialiseNavigation::epoch,
              NONE,
              NAVIGATION,
              "mends what every holder needs"),
          row(
              SetThruster.class,
              SetThruster::epoch,
              NONE,
              PROPULSION,
              "mends what every holder needs"),
          row(SetSensor.class, SetSensor::epoch, NONE, SENSING, "mends what every holder needs"),
          row(Hold.class, NONE, SAFETY, "safing needs no authority"),
          row(Retreat.class, NONE, SAFETY, "safing needs no authority"),
          row(Escape.class, NONE, SAFETY, "safing needs no authority"),
          row(Abort.class, NONE, SAFETY, "safing needs no authority"),
          row(Resume.class, Resume::epoch, NONE, SAFETY, "ends safing: by who knows the epoch"));

  private CommandTable() {}

  /** The row of a command; every command has one. */
  public static Row<?> row(ChaserCommand command) {
    for (int i = 0; i < ROWS.size(); i++) {
      if (ROWS.get(i).command() == command.getClass()) {
        return ROWS.get(i);
      }
    }
    throw new IllegalStateException(
        command.getClass().getSimpleName() + " has no row in the command table: add one");
  }

  private static <C extends ChaserCommand> Row<C> row(
      Class<C> command, Authority authority, Recipient recipient, String because) {
    return new Row<>(command, null, authority, recipient, because);
  }

  private static <C extends ChaserCommand> Row<C> row(
      Class<C> command,
      ToIntFunction<C> epoch,
      Authority authority,
      Recipient recipient,
      String because) {
    return new Row<>(command, epoch, authority, recipient, because);
  }
}
