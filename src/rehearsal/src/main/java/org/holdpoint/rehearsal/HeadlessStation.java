package org.holdpoint.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.holdpoint.dictionary.CommandCodec;
import org.holdpoint.dictionary.command.ChaserCommand;
import org.holdpoint.flight.Tick;
import org.holdpoint.port.messages.journal.JournalRecord.Source;
import org.holdpoint.rehearsal.journal.JournalInput;
import org.holdpoint.rehearsal.operator.CommandPost;
import org.holdpoint.rehearsal.station.ControlWord;
import org.holdpoint.rehearsal.station.Downlinked;
import org.holdpoint.rehearsal.station.SentCommand;
import org.holdpoint.rehearsal.station.StationDownlink;
import org.holdpoint.rehearsal.station.StationUplink;

/**
 * A ground station without people: real frames both ways, and a command post for a scripted
 * operator.
 */
public final class HeadlessStation implements CommandPost {
  private static final int REPEAT_AFTER_TICKS = 50;

  private final StationUplink uplink = new StationUplink(REPEAT_AFTER_TICKS);
  private final StationDownlink downlink = new StationDownlink();
  private final TelemetryBoard board;
  private final List<Followed> followed = new ArrayList<>();
  private final long start_tai_ns;

  /**
   * @param start_tai_ns time of tick 0; a station may begin to listen later
   */
  public HeadlessStation(long start_tai_ns) {
    this.start_tai_ns = start_tai_ns;
    this.board = new TelemetryBoard(start_tai_ns);
  }

  /** Takes a frame that reached the ground at the given time. */
  public void receive(byte[] frame, long received_tai_ns) {
    for (Downlinked packet : downlink.receive(frame)) {
      board.post(packet);
      if (packet instanceof Downlinked.Verification report) {
        followed.stream()
            .filter(command -> command.sent.isMeantBy(report))
            .forEach(command -> command.take(report));
      }
    }
    ControlWord word = downlink.controlWord();
    if (word != null) {
      uplink.hear((received_tai_ns - start_tai_ns) / Tick.PERIOD_NS, word);
    }
  }

  /** CLTUs to radiate in this tick. */
  public List<JournalInput> radiate(long tick) {
    return uplink.radiate(tick).stream()
        .map(cltu -> new JournalInput(Source.TELECOMMAND, cltu))
        .toList();
  }

  /** What a person at the station knows now. */
  public TelemetryPicture picture() {
    return board.picture();
  }

  @Override
  public int send(String name, Map<String, Object> arguments, boolean bypass) {
    ChaserCommand command = CommandCodec.instance().build(name, arguments);
    followed.add(new Followed(uplink.send(command, bypass)));
    return followed.size() - 1;
  }

  @Override
  public Progress progress(int command) {
    return followed.get(command).progress;
  }

  CommandTally tally() {
    return CommandTally.of(followed.stream().map(command -> command.progress).toList());
  }

  /** A command sent, and how far it is by the reports that came back. */
  private static final class Followed {
    private static final int COMPLETION = 7;

    private final SentCommand sent;
    private Progress progress = Progress.UNDER_WAY;

    private Followed(SentCommand sent) {
      this.sent = sent;
    }

    private void take(Downlinked.Verification report) {
      if (!report.success()) {
        progress =
            new Progress(
                progress.accepted(),
                Stage.REFUSED,
                "%s (%s, %s)"
                    .formatted(report.refusal(), report.parameter1(), report.parameter2()));
      } else if (report.header().subtype() == COMPLETION) {
        progress = new Progress(true, Stage.COMPLETED, "");
      } else if (progress.stage() == Stage.UNDER_WAY) {
        progress = new Progress(true, Stage.UNDER_WAY, "");
      }
    }
  }
}
