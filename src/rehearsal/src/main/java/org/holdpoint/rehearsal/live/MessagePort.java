package org.holdpoint.rehearsal.live;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.google.protobuf.MessageLite;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.protobuf.ProtobufDecoder;
import io.netty.handler.codec.protobuf.ProtobufEncoder;
import io.netty.handler.codec.protobuf.ProtobufVarint32FrameDecoder;
import io.netty.handler.codec.protobuf.ProtobufVarint32LengthFieldPrepender;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A port that speaks length-delimited protobuf messages: the clock port and the instructor port.
 *
 * @param <I> message that comes in
 */
final class MessagePort<I extends MessageLite> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MessagePort.class);

  private static final int ADMITTED_WITHIN_S = 5;

  private final LoopbackServer server;
  private final ChannelGroup admitted = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

  /**
   * @param prototype an instance of the incoming message
   * @param received takes each message, on a network thread
   * @param greeting messages for a new connection
   * @param admits whether the first message of a connection lets it in; nothing is told and nothing
   *     taken before. Null lets everyone in at once
   */
  MessagePort(
      EventLoopGroup group,
      String name,
      int port,
      I prototype,
      Consumer<I> received,
      Supplier<? extends Iterable<? extends MessageLite>> greeting,
      @Nullable Predicate<I> admits) {
    server =
        new LoopbackServer(
            group,
            name,
            port,
            channel -> converse(channel, name, prototype, received, greeting, admits));
  }

  private void converse(
      SocketChannel channel,
      String name,
      I prototype,
      Consumer<I> received,
      Supplier<? extends Iterable<? extends MessageLite>> greeting,
      @Nullable Predicate<I> admits) {
    channel
        .pipeline()
        .addLast(new ProtobufVarint32FrameDecoder())
        .addLast(new ProtobufDecoder(prototype))
        .addLast(new ProtobufVarint32LengthFieldPrepender())
        .addLast(new ProtobufEncoder())
        .addLast(
            new SimpleChannelInboundHandler<MessageLite>() {
              @Override
              public void channelActive(ChannelHandlerContext context) {
                if (admits == null) {
                  admit(context);
                } else {
                  context
                      .executor()
                      .schedule(() -> dropUnlessAdmitted(context), ADMITTED_WITHIN_S, SECONDS);
                }
              }

              private void admit(ChannelHandlerContext context) {
                admitted.add(context.channel());
                greeting.get().forEach(context::writeAndFlush);
              }

              private void dropUnlessAdmitted(ChannelHandlerContext context) {
                if (!admitted.contains(context.channel())) {
                  context.close();
                }
              }

              @Override
              @SuppressWarnings("unchecked") // the decoder in front makes nothing else
              protected void channelRead0(ChannelHandlerContext context, MessageLite message) {
                I taken = (I) message;
                if (admitted.contains(context.channel())) {
                  received.accept(taken);
                } else if (admits != null && admits.test(taken)) {
                  admit(context);
                } else {
                  LOG.warn("{} connection refused: it does not belong to this run", name);
                  context.close();
                }
              }

              @Override
              public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
                LOG.warn("{} connection closed: {}", name, cause.getMessage());
                context.close();
              }
            });
  }

  int port() {
    return server.port();
  }

  boolean connected() {
    return !admitted.isEmpty();
  }

  /** Sends to every connection; one that is behind misses this message and gets the next. */
  void send(MessageLite message) {
    for (Channel channel : admitted) {
      if (channel.isWritable()) {
        channel.writeAndFlush(message, channel.voidPromise());
      }
    }
  }

  /** Sends to every connection, behind or not: for answers that come once. */
  void sendAlways(MessageLite message) {
    admitted.writeAndFlush(message);
  }

  @Override
  public void close() {
    server.close();
  }
}
