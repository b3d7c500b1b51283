package org.holdpoint.yamcs.link;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yamcs.Processor;
import org.yamcs.StreamTcCommandReleaser;
import org.yamcs.YConfiguration;
import org.yamcs.YamcsServer;
import org.yamcs.cmdhistory.CommandHistoryPublisher;
import org.yamcs.cmdhistory.CommandHistoryPublisher.AckStatus;
import org.yamcs.commanding.PreparedCommand;
import org.yamcs.tctm.ccsds.Cop1UplinkPacketHandler;

/**
 * Decides how a released command goes up. ABORT always goes in a bypass (BD) frame, whatever the
 * client asked, so that a stuck sequence cannot hold it; HOLD, RETREAT and ESCAPE do so when COP-1
 * is not active. What cannot be radiated now fails at once with the reason, instead of waiting
 * unseen.
 */
public final class FlightCommandReleaser extends StreamTcCommandReleaser {
  private static final String ALWAYS_BYPASS = "/chaser/ABORT";
  private static final Set<String> SAFING =
      Set.of("/chaser/HOLD", "/chaser/RETREAT", "/chaser/ESCAPE", ALWAYS_BYPASS);
  private static final String BYPASS = Cop1UplinkPacketHandler.OPTION_BYPASS.getId();

  private CommandHistoryPublisher history;
  private Processor processor;

  @SuppressWarnings(
      "NullAway.Init") // Yamcs makes services by reflection and calls init before all else
  public FlightCommandReleaser() {}

  @Override
  public void init(Processor processor, YConfiguration config, Object spec) {
    super.init(processor, config, spec);
    this.processor = processor;
    this.history = processor.getCommandHistoryPublisher();
  }

  @Override
  public void releaseCommand(PreparedCommand command) {
    TcFrameLink link = link();
    if (link == null) {
      fail(command, "Not radiated: this instance has no telecommand link");
      return;
    }
    String name = command.getCommandName();
    boolean bypass =
        name.equals(ALWAYS_BYPASS)
            || Boolean.TRUE.equals(command.getBooleanAttribute(BYPASS))
            || (SAFING.contains(name) && !link.watch().active());
    String obstacle = link.obstacle(bypass);
    if (obstacle != null) {
      fail(command, obstacle);
      return;
    }
    if (bypass) {
      command.setAttribute(BYPASS, true);
    } else {
      link.watch().released(command);
    }
    super.releaseCommand(command);
  }

  private void fail(PreparedCommand command, String reason) {
    long now = processor.getCurrentTime();
    history.publishAck(
        command.getCommandId(), TcFrameLink.RADIATED_KEY, now, AckStatus.NOK, reason);
    history.publishAck(
        command.getCommandId(),
        CommandHistoryPublisher.AcknowledgeSent_KEY,
        now,
        AckStatus.NOK,
        reason);
    history.commandFailed(command.getCommandId(), now, reason);
  }

  private @Nullable TcFrameLink link() {
    var instance = YamcsServer.getServer().getInstance(getYamcsInstance());
    if (instance == null) {
      return null;
    }
    return instance.getLinkManager().getLinks().stream()
        .filter(link -> link instanceof TcFrameLink)
        .map(link -> (TcFrameLink) link)
        .findFirst()
        .orElse(null);
  }
}
