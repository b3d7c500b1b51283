package org.holdpoint.yamcs.link;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A TCP client that comes back by itself: after a loss it tries again, waiting {@value
 * #FIRST_WAIT_MS} ms, then twice as long each time up to {@value #LONGEST_WAIT_MS} ms, for ever. It
 * has an event loop of its own, so that a reader that blocks stops only its own socket: TCP then
 * slows the sender.
 */
public final class Reconnecting implements AutoCloseable {
  static final int FIRST_WAIT_MS = 100;
  static final int LONGEST_WAIT_MS = 2000;

  private final String name;
  private final String host;
  private final int port;
  private final Consumer<SocketChannel> pipeline;
  private final Consumer<Boolean> onChange;
  private final NioEventLoopGroup loop;
  private volatile @Nullable Channel channel;
  private volatile boolean wanted;
  private volatile boolean everConnected;
  private int wait_ms = FIRST_WAIT_MS;

  /**
   * @param pipeline adds the handlers of a new connection
   * @param onChange told true after each connection and false after each loss, on the event loop
   */
  public Reconnecting(
      String name,
      String host,
      int port,
      Consumer<SocketChannel> pipeline,
      Consumer<Boolean> onChange) {
    this.name = name;
    this.host = host;
    this.port = port;
    this.pipeline = pipeline;
    this.onChange = onChange;
    this.loop = new NioEventLoopGroup(1, new DefaultThreadFactory("holdpoint-" + name, true));
  }

  /** Begins to connect; without effect while it is already wanted. */
  public synchronized void open() {
    if (!wanted) {
      wanted = true;
      wait_ms = FIRST_WAIT_MS;
      loop.execute(this::connect);
    }
  }

  /** Drops the connection and stays away until {@link #open} is called again. */
  public synchronized void pause() {
    wanted = false;
    Channel present = channel;
    if (present != null) {
      present.close();
    }
  }

  /** As {@link #pause}, for good. */
  @Override
  public void close() {
    pause();
    loop.shutdownGracefully(0, 500, TimeUnit.MILLISECONDS);
  }

  /** The live channel, or null while there is none. */
  public @Nullable Channel channel() {
    Channel present = channel;
    return present != null && present.isActive() ? present : null;
  }

  public boolean connected() {
    return channel() != null;
  }

  /** One line for an operator. */
  public String state() {
    String where = host + ":" + port;
    if (connected()) {
      return "Connected to " + where;
    }
    if (!wanted) {
      return "Not connected to " + where + " (disabled)";
    }
    return (everConnected ? "Connection lost, reconnecting to " : "Never connected, trying ")
        + where;
  }

  private void connect() {
    if (!wanted || loop.isShuttingDown()) {
      return;
    }
    new Bootstrap()
        .group(loop)
        .channel(NioSocketChannel.class)
        .option(ChannelOption.TCP_NODELAY, true)
        .option(ChannelOption.SO_KEEPALIVE, true)
        // Little room in the kernel: what waits there is seconds of display delay under warp.
        .option(ChannelOption.SO_RCVBUF, 65536)
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 2000)
        .handler(
            new ChannelInitializer<SocketChannel>() {
              @Override
              protected void initChannel(SocketChannel created) {
                pipeline.accept(created);
                created.pipeline().addLast("loss", new LossWatch());
              }
            })
        .connect(host, port)
        .addListener(
            done -> {
              if (!done.isSuccess()) {
                retryLater();
              }
            });
  }

  private void retryLater() {
    if (wanted && !loop.isShuttingDown()) {
      loop.schedule(this::connect, wait_ms, TimeUnit.MILLISECONDS);
      wait_ms = Math.min(2 * wait_ms, LONGEST_WAIT_MS);
    }
  }

  @Override
  public String toString() {
    return name + ": " + state();
  }

  private final class LossWatch extends ChannelInboundHandlerAdapter {
    @Override
    public void channelActive(ChannelHandlerContext ctx) {
      if (!wanted) {
        ctx.close();
        return;
      }
      channel = ctx.channel();
      everConnected = true;
      wait_ms = FIRST_WAIT_MS;
      onChange.accept(true);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
      if (channel == ctx.channel()) {
        channel = null;
        onChange.accept(false);
      }
      retryLater();
    }

    @Override
    @SuppressWarnings("deprecation") // the handler-side method is the one that Netty calls
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      ctx.close();
    }
  }
}
