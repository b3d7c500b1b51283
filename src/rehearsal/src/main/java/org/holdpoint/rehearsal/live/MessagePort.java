package org.holdpoint.rehearsal.live;

import com.google.protobuf.MessageLite;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.protobuf.ProtobufDecoder;
import io.netty.handler.codec.protobuf.ProtobufEncoder;
import io.netty.handler.codec.protobuf.ProtobufVarint32FrameDecoder;
import io.netty.handler.codec.protobuf.ProtobufVarint32LengthFieldPrepender;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A port that speaks length-delimited protobuf messages: the clock port and the instructor port.
 *
 * @param <I> message that comes in
 */
final class MessagePort<I extends MessageLite> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MessagePort.class);

  private final LoopbackServer server;

  /**
   * @param prototype an instance of the incoming message
   * @param received takes each message, on a network thread
   * @param greeting messages for a new connection
   */
  MessagePort(
      EventLoopGroup group,
      String name,
      int port,
      I prototype,
      Consumer<I> received,
      Supplier<? extends Iterable<? extends MessageLite>> greeting) {
    server =
        new LoopbackServer(
            group, name, port, channel -> converse(channel, name, prototype, received, greeting));
  }

  private void converse(
      SocketChannel channel,
      String name,
      I prototype,
      Consumer<I> received,
      Supplier<? extends Iterable<? extends MessageLite>> greeting) {
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
                greeting.get().forEach(context::writeAndFlush);
              }

              @Override
              @SuppressWarnings("unchecked") // the decoder in front makes nothing else
              protected void channelRead0(ChannelHandlerContext context, MessageLite message) {
                received.accept((I) message);
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
    return !server.connections().isEmpty();
  }

  /** Sends to every connection; one that is behind misses this message and gets the next. */
  void send(MessageLite message) {
    for (Channel channel : server.connections()) {
      if (channel.isWritable()) {
        channel.writeAndFlush(message, channel.voidPromise());
      }
    }
  }

  /** Sends to every connection, behind or not: for answers that come once. */
  void sendAlways(MessageLite message) {
    server.connections().writeAndFlush(message);
  }

  @Override
  public void close() {
    server.close();
  }
}
