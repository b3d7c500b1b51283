package org.holdpoint.rehearsal.live;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Consumer;

/** A listening TCP port on the loopback interface and the connections on it. */
final class LoopbackServer implements AutoCloseable {
  private static final int MAX_CONNECTIONS = 8;

  private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private final Channel listening;

  /**
   * @param name for messages, such as "telemetry"
   * @param pipeline builds the pipeline of a new connection
   * @throws PortInUseException when the port is taken
   */
  LoopbackServer(EventLoopGroup group, String name, int port, Consumer<SocketChannel> pipeline) {
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(group)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(
                ChannelOption.WRITE_BUFFER_WATER_MARK,
                new WriteBufferWaterMark(64 << 10, 256 << 10))
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel channel) {
                    if (connections.size() >= MAX_CONNECTIONS) {
                      channel.close();
                      return;
                    }
                    pipeline.accept(channel);
                    connections.add(channel);
                  }
                });
    try {
      listening =
          bootstrap
              .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
              .sync()
              .channel();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while opening port " + port, e);
    } catch (Exception e) {
      // Netty throws the checked BindException past the compiler
      if (e instanceof BindException) {
        throw new PortInUseException(name, port, e);
      }
      throw e;
    }
  }

  int port() {
    return ((InetSocketAddress) listening.localAddress()).getPort();
  }

  ChannelGroup connections() {
    return connections;
  }

  @Override
  public void close() {
    listening.close().awaitUninterruptibly();
    connections.close().awaitUninterruptibly();
  }
}
