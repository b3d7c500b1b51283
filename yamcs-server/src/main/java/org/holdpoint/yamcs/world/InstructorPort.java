package org.holdpoint.yamcs.world;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.protobuf.ProtobufDecoder;
import io.netty.handler.codec.protobuf.ProtobufEncoder;
import io.netty.handler.codec.protobuf.ProtobufVarint32FrameDecoder;
import io.netty.handler.codec.protobuf.ProtobufVarint32LengthFieldPrepender;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.holdpoint.port.messages.FaultCatalogue;
import org.holdpoint.port.messages.InstructorAction;
import org.holdpoint.port.messages.InstructorDown;
import org.holdpoint.yamcs.link.Reconnecting;

/** The connection to the rehearsal's instructor port, shared by the clock and the link. */
final class InstructorPort implements AutoCloseable {
  private final InstructorAction hello;
  private final Reconnecting connection;
  private final List<Consumer<InstructorDown>> readers = new CopyOnWriteArrayList<>();
  private final List<Consumer<Boolean>> watchers = new CopyOnWriteArrayList<>();
  private volatile FaultCatalogue catalogue = FaultCatalogue.getDefaultInstance();

  /**
   * @param token shown first on each connection: the rehearsal tells the truth to no one else
   */
  InstructorPort(String host, int port, String token) {
    hello = InstructorAction.newBuilder().setActionId(0).setWho("world").setToken(token).build();
    connection = new Reconnecting("instructor", host, port, this::pipeline, this::changed);
  }

  /** What faults are on offer: told once at connection, often before anyone reads. */
  FaultCatalogue catalogue() {
    return catalogue;
  }

  /** Readers are called on the connection's event loop: a slow one slows the rehearsal. */
  void read(Consumer<InstructorDown> reader) {
    readers.add(reader);
  }

  /** Watchers are told true after each connection and false after each loss. */
  void watch(Consumer<Boolean> watcher) {
    watchers.add(watcher);
  }

  void open() {
    connection.open();
  }

  void pause() {
    connection.pause();
  }

  boolean connected() {
    return connection.connected();
  }

  String state() {
    return connection.state();
  }

  /** False when there is no connection to write to. */
  boolean send(InstructorAction action) {
    Channel channel = connection.channel();
    if (channel == null) {
      return false;
    }
    channel.writeAndFlush(action);
    return true;
  }

  @Override
  public void close() {
    connection.close();
  }

  private void changed(boolean connected) {
    watchers.forEach(watcher -> watcher.accept(connected));
  }

  private void pipeline(SocketChannel channel) {
    channel
        .pipeline()
        .addLast(new ProtobufVarint32FrameDecoder())
        .addLast(new ProtobufDecoder(InstructorDown.getDefaultInstance()))
        .addLast(new ProtobufVarint32LengthFieldPrepender())
        .addLast(new ProtobufEncoder())
        .addLast(
            new SimpleChannelInboundHandler<InstructorDown>() {
              @Override
              public void channelActive(ChannelHandlerContext ctx) throws Exception {
                ctx.writeAndFlush(hello);
                super.channelActive(ctx);
              }

              @Override
              protected void channelRead0(ChannelHandlerContext ctx, InstructorDown message) {
                if (message.hasCatalogue()) {
                  catalogue = message.getCatalogue();
                }
                readers.forEach(reader -> reader.accept(message));
              }
            });
  }
}
