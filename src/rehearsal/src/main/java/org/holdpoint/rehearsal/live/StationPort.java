package org.holdpoint.rehearsal.live;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ground station's two ports. Telemetry: {@code u32 length | i64 ert_tai_ns | frame};
 * telecommand: {@code u32 length | CLTU}. A slow reader of telemetry slows the simulation; nothing
 * is dropped for it.
 */
final class StationPort implements AutoCloseable {
  /** A longer unit on the telecommand port is no CLTU; its connection is closed. */
  private static final int MAX_CLTU_BYTES = 4096;

  private static final int ERT_BYTES = 8;
  private static final long WRITABLE_POLL_MS = 1;
  private static final Logger LOG = LoggerFactory.getLogger(StationPort.class);

  private final LoopbackServer telemetry;
  private final LoopbackServer telecommand;
  private volatile long framesSent;

  /**
   * @param uplink takes each CLTU, on a network thread
   */
  StationPort(
      EventLoopGroup group, int telemetryPort, int telecommandPort, Consumer<byte[]> uplink) {
    telemetry = new LoopbackServer(group, "telemetry", telemetryPort, channel -> {});
    try {
      telecommand =
          new LoopbackServer(
              group, "telecommand", telecommandPort, channel -> receiveFrom(channel, uplink));
    } catch (RuntimeException e) {
      telemetry.close();
      throw e;
    }
  }

  private static void receiveFrom(SocketChannel channel, Consumer<byte[]> uplink) {
    channel
        .pipeline()
        .addLast(new LengthFieldBasedFrameDecoder(4 + MAX_CLTU_BYTES, 0, 4, 0, 4))
        .addLast(
            new SimpleChannelInboundHandler<ByteBuf>() {
              @Override
              protected void channelRead0(ChannelHandlerContext context, ByteBuf cltu) {
                uplink.accept(ByteBufUtil.getBytes(cltu));
              }

              @Override
              public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
                LOG.warn("telecommand connection closed: {}", cause.getMessage());
                context.close();
              }
            });
  }

  int telemetryPort() {
    return telemetry.port();
  }

  int telecommandPort() {
    return telecommand.port();
  }

  boolean telemetryConnected() {
    return !telemetry.connections().isEmpty();
  }

  boolean connected() {
    return telemetryConnected() && !telecommand.connections().isEmpty();
  }

  /** Sends one frame to every listener; waits while one of them is behind, unless it goes away. */
  void sendFrame(long ert_tai_ns, byte[] frame) throws InterruptedException {
    if (telemetry.connections().isEmpty()) {
      return;
    }
    for (Channel channel : telemetry.connections()) {
      while (channel.isActive() && !channel.isWritable()) {
        Thread.sleep(WRITABLE_POLL_MS);
      }
      ByteBuf message = channel.alloc().buffer(4 + ERT_BYTES + frame.length);
      message.writeInt(ERT_BYTES + frame.length).writeLong(ert_tai_ns).writeBytes(frame);
      channel.writeAndFlush(message, channel.voidPromise());
    }
    framesSent++;
  }

  /** Frames handed to at least one listener. */
  long framesSent() {
    return framesSent;
  }

  @Override
  public void close() {
    telemetry.close();
    telecommand.close();
  }
}
