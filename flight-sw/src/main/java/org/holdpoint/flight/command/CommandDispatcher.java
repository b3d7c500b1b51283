package org.holdpoint.flight.command;

import java.util.ArrayList;
import java.util.List;
import org.holdpoint.dictionary.CommandCodec;
import org.holdpoint.dictionary.CommandDecoding;
import org.holdpoint.dictionary.command.ChaserCommand;
import org.holdpoint.dictionary.command.Functions;
import org.holdpoint.dictionary.command.Refusal;
import org.holdpoint.dictionary.command.RequestAuthority;
import org.holdpoint.dictionary.event.ChaserEvent;
import org.holdpoint.dictionary.event.EventReport;
import org.holdpoint.dictionary.telemetry.AuthorityLevel;
import org.holdpoint.dictionary.telemetry.Holder;
import org.holdpoint.flight.ccsds.TcPacket;
import org.holdpoint.flight.command.CommandReport.Stage;
import org.holdpoint.flight.state.RecordState;
import org.holdpoint.flight.state.Retained;
import org.holdpoint.flight.state.StateReader;
import org.holdpoint.flight.state.StateWriter;

/**
 * Accepts or refuses telecommands: is there such a command, are its arguments in range, does it
 * carry the present epoch, does the ground hold the function. Holds the authority token and carries
 * out REQUEST_AUTHORITY; everything else goes to its recipient by {@link CommandTable}.
 */
public final class CommandDispatcher implements Retained {
  /** Authority when the flight begins: the ground flies a plan, leg by leg. */
  private static final AuthorityToken AT_START =
      new AuthorityToken(Holder.GROUND, Holder.GROUND, AuthorityLevel.SEQUENCED, 1);

  private static final int MAX_EPOCH = 0xFFFF;

  private final CommandCodec codec = CommandCodec.instance();
  private AuthorityToken token = AT_START;

  /**
   * Goes through the packets of one tick, in order; a change of authority holds for those behind
   * it.
   *
   * @param packets that passed the packet check
   */
  public AcceptedCommands accept(List<byte[]> packets) {
    if (packets.isEmpty()) {
      return new AcceptedCommands(List.of(), List.of(), List.of(), token, List.of());
    }
    Acceptance acceptance = new Acceptance();
    for (byte[] packet : packets) {
      acceptance.take(TcPacket.parse(packet));
    }
    return new AcceptedCommands(
        acceptance.commands,
        acceptance.reports,
        acceptance.events,
        token,
        acceptance.acknowledgements);
  }

  public AuthorityToken token() {
    return token;
  }

  /** One tick's harvest. */
  private final class Acceptance {
    private final List<ReceivedCommand> commands = new ArrayList<>();
    private final List<CommandReport> reports = new ArrayList<>();
    private final List<EventReport> events = new ArrayList<>(0);
    private final List<Acknowledgement> acknowledgements = new ArrayList<>();

    private void take(TcPacket packet) {
      RequestId request = new RequestId(packet.packetId(), packet.sequenceControl());
      acknowledgements.add(
          new Acknowledgement(
              request, packet.acknowledgements(), packet.service(), packet.subtype()));
      CommandDecoding decoding =
          codec.decode(packet.service(), packet.subtype(), packet.applicationData());
      ChaserCommand command = decoding.command();
      if (command == null) {
        refuse(request, decoding.refusal(), decoding.parameter1(), decoding.parameter2());
        return;
      }
      CommandTable.Row<?> row = CommandTable.row(command);
      if (row.carriesOtherEpochThan(token.epoch(), command)) {
        refuse(request, Refusal.STALE_EPOCH, row.epochOf(command), token.epoch());
      } else if (!groundHolds(row.authority())) {
        refuse(request, Refusal.NOT_HOLDER, 0, 0);
      } else {
        reports.add(CommandReport.success(request, Stage.ACCEPTANCE));
        if (command instanceof RequestAuthority wish) {
          hand(request, wish);
        } else {
          commands.add(new ReceivedCommand(request, command));
        }
      }
    }

    private void refuse(RequestId request, Refusal why, double parameter1, double parameter2) {
      reports.add(CommandReport.refused(request, Stage.ACCEPTANCE, why, parameter1, parameter2));
    }

    /** Grants a request at once; a change begins a new epoch. */
    private void hand(RequestId request, RequestAuthority wish) {
      AuthorityToken after = granted(token, wish);
      if (after.equals(token)) {
        reports.add(CommandReport.refused(request, Stage.START, Refusal.ALREADY_SO, 0, 0));
        return;
      }
      token = after;
      reports.add(CommandReport.success(request, Stage.START));
      reports.add(CommandReport.success(request, Stage.COMPLETION));
      events.add(
          new EventReport(
              ChaserEvent.AUTHORITY_CHANGED,
              token.translation().code(),
              token.attitude().code(),
              token.epoch()));
    }
  }

  private boolean groundHolds(Authority authority) {
    return switch (authority) {
      case NONE -> true;
      case TRANSLATION -> token.translation() == Holder.GROUND;
      case ATTITUDE -> token.attitude() == Holder.GROUND;
    };
  }

  /** The token after a request; the same one when it asks for what is so already. */
  private static AuthorityToken granted(AuthorityToken now, RequestAuthority wish) {
    Holder translation = wish.functions() == Functions.ATTITUDE ? now.translation() : wish.holder();
    Holder attitude = wish.functions() == Functions.TRANSLATION ? now.attitude() : wish.holder();
    if (translation == now.translation() && attitude == now.attitude()) {
      return now;
    }
    AuthorityLevel level =
        translation == Holder.AUTONOMY ? AuthorityLevel.SUPERVISED : AuthorityLevel.SEQUENCED;
    int epoch = now.epoch() == MAX_EPOCH ? 1 : now.epoch() + 1;
    return new AuthorityToken(translation, attitude, level, epoch);
  }

  @Override
  public void save(StateWriter out) {
    RecordState.write(out, token);
  }

  @Override
  public void restore(StateReader in) {
    token = RecordState.read(in, AuthorityToken.class);
  }
}
