package org.holdpoint.yamcs.link;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import io.netty.handler.codec.TooLongFrameException;
import org.holdpoint.yamcs.clock.FollowingTimeService;
import org.jspecify.annotations.Nullable;
import org.yamcs.Spec;
import org.yamcs.Spec.OptionType;
import org.yamcs.YConfiguration;
import org.yamcs.tctm.ccsds.AbstractTmFrameLink;
import org.yamcs.time.Instant;

/**
 * TM transfer frames from the rehearsal's TM port: {@code u32 length | i64 ert_tai_ns | frame}.
 *
 * <p>Everything up to the archive happens on this link's own event loop before the next frame is
 * read. When Yamcs cannot keep up, the socket fills and the rehearsal slows; nothing is dropped.
 *
 * <p>Frames that are not ours, damaged or missing are counted and told in an event; {@code
 * dataInCount} counts every frame received.
 */
public final class TmFrameLink extends AbstractTmFrameLink {
  /** Receipt time before the frame. */
  private static final int ERT_BYTES = 8;

  /** No TM frame is longer (CCSDS 132.0-B, 11-bit first header pointer). */
  private static final int LARGEST_FRAME = 2048;

  private Reconnecting connection;
  private FrameCheck check;
  private volatile @Nullable LastFrame lastFrame;
  private volatile long framesLost;
  private volatile long framesRefused;

  @SuppressWarnings(
      "NullAway.Init") // Yamcs makes links by reflection and calls init before all else
  public TmFrameLink() {}

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
    check =
        new FrameCheck(
            frameHandler.getSpacecraftId(),
            frameHandler.getMinFrameSize(),
            frameHandler.getMaxFrameSize());
    connection =
        new Reconnecting(
            name, config.getString("host"), config.getInt("port"), this::pipeline, this::changed);
  }

  private void pipeline(SocketChannel channel) {
    channel
        .pipeline()
        .addLast(new LengthFieldBasedFrameDecoder(4 + ERT_BYTES + LARGEST_FRAME, 0, 4, 0, 4))
        .addLast(new FrameReader());
  }

  private void changed(boolean connected) {
    if (connected) {
      check.reconnected();
      eventProducer.sendInfo("TM_LINK", "Telemetry link connected");
    } else {
      eventProducer.sendWarning("TM_LINK", "Telemetry link lost; reconnecting");
    }
  }

  private void received(ByteBuf message) {
    int length = message.readableBytes() - ERT_BYTES;
    dataIn(1, Math.max(0, length));
    if (length < 1) {
      refuse("message of " + message.readableBytes() + " bytes holds no frame");
      return;
    }
    long ert_tai_ns = message.readLong();
    Instant ert = FollowingTimeService.instantOfTai_ns(ert_tai_ns);
    byte[] frame = ByteBufUtil.getBytes(message);
    String fault = check.faultOf(frame);
    if (fault != null) {
      refuse(fault);
      return;
    }
    long validBefore = validFrameCount.get();
    handleFrame(ert, frame, 0, frame.length);
    if (validFrameCount.get() > validBefore) {
      lastFrame = new LastFrame(ert_tai_ns, System.nanoTime());
      int lost = check.lostBefore(frame);
      if (lost > 0) {
        framesLost += lost;
        eventProducer.sendWarning("FRAMES_LOST", lost + " telemetry frames lost on VC 0");
      }
    }
  }

  private void refuse(String fault) {
    framesRefused++;
    invalidFrameCount.incrementAndGet();
    eventProducer.sendWarning("FRAME_REFUSED", "Telemetry frame refused: " + fault);
  }

  /**
   * When the last good frame came.
   *
   * @param ert_tai_ns receipt at the station, ns of TAI since 1958-01-01
   * @param wall_ns reading of {@link System#nanoTime} when its packets were archived
   */
  public record LastFrame(long ert_tai_ns, long wall_ns) {}

  /** The last good frame, or null before the first. */
  public @Nullable LastFrame lastFrame() {
    return lastFrame;
  }

  /** Frames received whole and accepted by the frame decoder. */
  public long framesAccepted() {
    return validFrameCount.get();
  }

  @Override
  public long getDataOutCount() {
    return 0;
  }

  @Override
  public void resetCounters() {
    super.resetCounters();
    framesLost = 0;
    framesRefused = 0;
  }

  @Override
  public String getDetailedStatus() {
    return "%s; frames accepted %d, invalid %d, refused %d, lost %d"
        .formatted(
            connection.state(),
            validFrameCount.get(),
            invalidFrameCount.get(),
            framesRefused,
            framesLost);
  }

  @Override
  protected Status connectionStatus() {
    return connection.connected() ? Status.OK : Status.UNAVAIL;
  }

  @Override
  protected void doDisable() {
    connection.pause();
  }

  @Override
  protected void doEnable() {
    connection.open();
  }

  @Override
  protected void doStart() {
    if (!isDisabled()) {
      connection.open();
    }
    notifyStarted();
  }

  @Override
  protected void doStop() {
    connection.close();
    notifyStopped();
  }

  private final class FrameReader extends SimpleChannelInboundHandler<ByteBuf> {
    @Override
    protected void channelRead0(ChannelHandlerContext ctx, ByteBuf message) {
      received(message);
    }

    @Override
    @SuppressWarnings("deprecation") // the handler-side method is the one that Netty calls
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      if (cause instanceof TooLongFrameException) {
        refuse(cause.getMessage() == null ? "longer than a frame" : cause.getMessage());
      } else {
        log.warn("Telemetry connection failed", cause);
        ctx.close();
      }
    }
  }
}
