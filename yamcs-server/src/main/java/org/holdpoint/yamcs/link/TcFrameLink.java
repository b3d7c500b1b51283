package org.holdpoint.yamcs.link;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.SocketChannel;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yamcs.Spec;
import org.yamcs.Spec.OptionType;
import org.yamcs.YConfiguration;
import org.yamcs.cmdhistory.CommandHistoryPublisher;
import org.yamcs.cmdhistory.CommandHistoryPublisher.AckStatus;
import org.yamcs.commanding.PreparedCommand;
import org.yamcs.tctm.ccsds.AbstractTcFrameLink;
import org.yamcs.tctm.ccsds.Cop1UplinkPacketHandler;
import org.yamcs.tctm.ccsds.UplinkTransferFrame;

/**
 * TC transfer frames to the rehearsal's TC port, as CLTUs: {@code u32 length | CLTU}.
 *
 * <p>Each command gets an acknowledgement {@value #RADIATED_KEY}: OK when its CLTU went to the
 * transmitter, NOK with the reason when it did not. (Yamcs's own "Sent" means under COP-1 that the
 * spacecraft acknowledged the frame.)
 */
public final class TcFrameLink extends AbstractTcFrameLink {
  /** Key of the acknowledgement in the command history. */
  public static final String RADIATED_KEY = "Acknowledge_Radiated";

  private static final int LARGEST_CLTU = 4096;
  private static final long WRITE_WAIT_MS = 2000;

  private Reconnecting connection;
  private UplinkWatch watch;
  private @Nullable Thread sender;

  @SuppressWarnings(
      "NullAway.Init") // Yamcs makes links by reflection and calls init before all else
  public TcFrameLink() {}

  @Override
  public Spec getSpec() {
    Spec spec = getDefaultSpec();
    spec.addOption("host", OptionType.STRING).withRequired(true);
    spec.addOption("port", OptionType.INTEGER).withRequired(true);
    return spec;
  }

  @Override
  public void init(String instance, String name, YConfiguration config) {
    super.init(instance, name, config);
    connection =
        new Reconnecting(
            name, config.getString("host"), config.getInt("port"), this::pipeline, this::changed);
    Cop1UplinkPacketHandler<?> cop1 =
        (Cop1UplinkPacketHandler<?>)
            getSubLinks().stream()
                .filter(link -> link instanceof Cop1UplinkPacketHandler)
                .findFirst()
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "link " + name + " needs a virtual channel with useCop1: true"));
    watch = new UplinkWatch(instance, cop1, eventProducer, timeService);
  }

  /** What is known about the uplink's protocol. */
  public UplinkWatch watch() {
    return watch;
  }

  /**
   * Why a command would not be radiated now, or null when it would.
   *
   * @param bypass in a BD frame, which does not wait for COP-1
   */
  public @Nullable String obstacle(boolean bypass) {
    if (isDisabled()) {
      return "Not radiated: the telecommand link is disabled";
    }
    if (!connection.connected()) {
      return "Not radiated: the telecommand link is not connected";
    }
    return bypass ? null : watch.obstacle();
  }

  private void pipeline(SocketChannel channel) {
    channel.pipeline().addLast(new ChannelInboundHandlerAdapter());
  }

  private void changed(boolean connected) {
    if (connected) {
      eventProducer.sendInfo("TC_LINK", "Telecommand link connected");
    } else {
      eventProducer.sendWarning("TC_LINK", "Telecommand link lost; reconnecting");
    }
  }

  @Override
  public void setCommandHistoryPublisher(CommandHistoryPublisher publisher) {
    super.setCommandHistoryPublisher(publisher);
    watch.publishTo(publisher);
  }

  private void sendFrames() {
    while (isRunningAndEnabled()) {
      UplinkTransferFrame frame = multiplexer.getFrame();
      if (frame == null) {
        return;
      }
      String fault = radiate(encodeCltu(frame.getVirtualChannelId(), frame.getData()));
      report(frame, fault);
    }
  }

  /** Writes one CLTU; returns what went wrong, or null. */
  private @Nullable String radiate(byte[] cltu) {
    if (cltu.length > LARGEST_CLTU) {
      return "CLTU of %d bytes is longer than %d".formatted(cltu.length, LARGEST_CLTU);
    }
    Channel channel = connection.channel();
    if (channel == null) {
      return "the telecommand link is not connected";
    }
    ByteBuf message = channel.alloc().buffer(4 + cltu.length);
    message.writeInt(cltu.length).writeBytes(cltu);
    ChannelFuture written = channel.writeAndFlush(message);
    if (!written.awaitUninterruptibly(WRITE_WAIT_MS)) {
      return "the telecommand link does not take data";
    }
    if (!written.isSuccess()) {
      return "writing to the telecommand link failed: " + written.cause().getMessage();
    }
    dataOut(1, cltu.length);
    frameCount++;
    return null;
  }

  private void report(UplinkTransferFrame frame, @Nullable String fault) {
    List<PreparedCommand> commands = frame.getCommands();
    if (commands != null) {
      for (PreparedCommand command : commands) {
        commandHistoryPublisher.publishAck(
            command.getCommandId(),
            RADIATED_KEY,
            timeService.getMissionTime(),
            fault == null ? AckStatus.OK : AckStatus.NOK,
            fault == null
                ? (frame.isBypass() ? "BD frame" : "AD frame " + frame.getVcFrameSeq())
                : "Not radiated: " + fault);
      }
    }
    if (frame.isBypass()) {
      if (fault == null) {
        ackBypassFrame(frame);
      } else {
        failBypassFrame(frame, "Not radiated: " + fault);
      }
    }
    if (fault != null) {
      eventProducer.sendWarning("NOT_RADIATED", "Telecommand frame not radiated: " + fault);
    }
  }

  @Override
  public long getDataInCount() {
    return 0;
  }

  @Override
  public String getDetailedStatus() {
    return connection.state() + "; CLTUs sent " + frameCount + "; " + watch.state();
  }

  @Override
  protected Status connectionStatus() {
    return connection.connected() ? Status.OK : Status.UNAVAIL;
  }

  @Override
  protected synchronized void doEnable() {
    connection.open();
    Thread present = sender;
    if (present == null || !present.isAlive()) {
      Thread created = new Thread(this::sendFrames, "holdpoint-" + linkName + "-sender");
      created.setDaemon(true);
      created.start();
      sender = created;
    }
  }

  @Override
  protected synchronized void doDisable() {
    connection.pause();
    Thread present = sender;
    if (present != null) {
      present.interrupt();
      sender = null;
    }
  }

  @Override
  protected void doStart() {
    watch.start();
    if (!isDisabled()) {
      doEnable();
    }
    notifyStarted();
  }

  @Override
  protected void doStop() {
    watch.stop();
    doDisable();
    multiplexer.quit();
    connection.close();
    notifyStopped();
  }
}
