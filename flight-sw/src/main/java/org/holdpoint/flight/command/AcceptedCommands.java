package org.holdpoint.flight.command;

import java.util.List;
import org.holdpoint.dictionary.command.Refusal;
import org.holdpoint.dictionary.event.EventReport;

/**
 * What one tick's telecommand packets came to.
 *
 * @param commands those that passed acceptance, in order of arrival
 * @param reports stages reached or refused here
 * @param events about changes of authority
 * @param token authority after all of them
 * @param acknowledgements what each sender asked to be told, accepted or not
 */
public record AcceptedCommands(
    List<ReceivedCommand> commands,
    List<CommandReport> reports,
    List<EventReport> events,
    AuthorityToken token,
    List<Acknowledgement> acknowledgements) {

  public AcceptedCommands {
    commands = List.copyOf(commands);
    reports = List.copyOf(reports);
    events = List.copyOf(events);
    acknowledgements = List.copyOf(acknowledgements);
  }

  /** HOLD, RETREAT, ESCAPE, ABORT and RESUME. */
  public List<ReceivedCommand> safing() {
    return of(Recipient.SAFETY);
  }

  /** GO, plan upload, TRANSFER_TO and SET_POINTING. */
  public List<ReceivedCommand> guidance() {
    return of(Recipient.GUIDANCE);
  }

  /** CONTACT_PLAN. */
  public List<ReceivedCommand> contact() {
    return of(Recipient.CONTACT);
  }

  /** SET_SENSOR. */
  public List<ReceivedCommand> sensing() {
    return of(Recipient.SENSING);
  }

  /** REINITIALISE_NAVIGATION. */
  public List<ReceivedCommand> navigation() {
    return of(Recipient.NAVIGATION);
  }

  /** SET_THRUSTER. */
  public List<ReceivedCommand> propulsion() {
    return of(Recipient.PROPULSION);
  }

  /** S3, S5 and S17. */
  public List<ReceivedCommand> reporting() {
    return of(Recipient.REPORTING);
  }

  /** Whether a telecommand passed acceptance; a request for authority counts as well. */
  public boolean heard() {
    for (int i = 0; i < reports.size(); i++) {
      if (reports.get(i).refusal() == Refusal.NONE) {
        return true;
      }
    }
    return false;
  }

  private List<ReceivedCommand> of(Recipient recipient) {
    if (commands.isEmpty()) {
      return List.of();
    }
    return commands.stream()
        .filter(received -> CommandTable.row(received.command()).recipient() == recipient)
        .toList();
  }
}
