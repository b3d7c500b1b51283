package org.holdpoint.rehearsal.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.nio.NioEventLoopGroup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.holdpoint.port.messages.ActionResult;
import org.holdpoint.port.messages.InstructorAction;
import org.holdpoint.port.messages.InstructorDown;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MessagePortTest {
  private static final InstructorDown GREETING =
      InstructorDown.newBuilder()
          .setResult(ActionResult.newBuilder().setActionId(0).setDone(true).setText("welcome"))
          .build();

  private final NioEventLoopGroup network = new NioEventLoopGroup(1);
  private final BlockingQueue<InstructorAction> received = new LinkedBlockingQueue<>(10);
  private final MessagePort<InstructorAction> port =
      new MessagePort<>(
          network,
          "instructor",
          0,
          InstructorAction.getDefaultInstance(),
          received::add,
          () -> List.of(GREETING),
          action -> action.getToken().equals("of this run"));

  @AfterEach
  void close() {
    port.close();
    network.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }

  private static InstructorAction.Builder action() {
    return InstructorAction.newBuilder().setActionId(1).setWho("someone");
  }

  private Socket connect(InstructorAction first) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port.port());
    first.writeDelimitedTo(socket.getOutputStream());
    return socket;
  }

  @Test
  @Tag("GND-100")
  void whoShowsNoTokenOfThisRunHearsNothingAndIsNotHeard() throws Exception {
    for (InstructorAction first :
        List.of(action().setPause(true).build(), action().setToken("of another run").build())) {
      try (Socket stranger = connect(first)) {
        assertThat(stranger.getInputStream().read()).as("the connection ends").isNegative();
      }
    }
    assertThat(received).isEmpty();
    assertThat(port.connected()).isFalse();
  }

  @Test
  @Tag("GND-100")
  void whoShowsTheTokenIsGreetedAndHeard() throws Exception {
    try (Socket world = connect(action().setToken("of this run").build())) {
      assertThat(InstructorDown.parseDelimitedFrom(world.getInputStream())).isEqualTo(GREETING);
      action().setPause(true).build().writeDelimitedTo(world.getOutputStream());
      InstructorAction heard = received.poll(10, TimeUnit.SECONDS);
      assertThat(heard).isNotNull();
      assertThat(heard.getPause()).isTrue();
    }
  }
}
