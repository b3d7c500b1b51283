package org.holdpoint.yamcs.clock;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.protobuf.ProtobufDecoder;
import io.netty.handler.codec.protobuf.ProtobufEncoder;
import io.netty.handler.codec.protobuf.ProtobufVarint32FrameDecoder;
import io.netty.handler.codec.protobuf.ProtobufVarint32LengthFieldPrepender;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.holdpoint.port.messages.ClockState;
import org.holdpoint.port.messages.WarpRequest;
import org.holdpoint.yamcs.link.Reconnecting;
import org.yamcs.YConfiguration;

/** Mission time of a flight instance, from the rehearsal's clock port, which carries no truth. */
public final class RehearsalTimeService extends FollowingTimeService {
  /** Yamcs asks for the time at once; this long we wait for the true one. */
  private static final long FIRST_MESSAGE_WAIT_MS = 1500;

  private final Reconnecting connection;
  private final CountDownLatch first = new CountDownLatch(1);

  /** Made by Yamcs from the instance's configuration. */
  public RehearsalTimeService(String instance, YConfiguration args) throws InterruptedException {
    connection =
        new Reconnecting(
            "clock", args.getString("host"), args.getInt("port"), this::pipeline, connected -> {});
    connection.open();
    boolean unused = first.await(FIRST_MESSAGE_WAIT_MS, TimeUnit.MILLISECONDS);
  }

  private void pipeline(SocketChannel channel) {
    channel
        .pipeline()
        .addLast(new ProtobufVarint32FrameDecoder())
        .addLast(new ProtobufDecoder(ClockState.getDefaultInstance()))
        .addLast(new ProtobufVarint32LengthFieldPrepender())
        .addLast(new ProtobufEncoder())
        .addLast(
            new SimpleChannelInboundHandler<ClockState>() {
              @Override
              protected void channelRead0(ChannelHandlerContext ctx, ClockState state) {
                follow(state);
                first.countDown();
              }
            });
  }

  @Override
  public boolean connected() {
    return connection.connected();
  }

  @Override
  protected String connectionState() {
    return connection.state();
  }

  /**
   * Asks the rehearsal for another warp; the rehearsal decides and answers by its next message.
   *
   * @return false when the clock port is not connected
   */
  public boolean requestWarp(double warp, String who) {
    Channel channel = connection.channel();
    if (channel == null) {
      return false;
    }
    channel.writeAndFlush(WarpRequest.newBuilder().setWarp(warp).setWho(who).build());
    return true;
  }

  /** Ends the connection; for the end of an instance. */
  public void close() {
    connection.close();
  }
}
