package org.holdpoint.yamcs.world;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.holdpoint.yamcs.clock.FollowingTimeService;
import org.yamcs.YConfiguration;

/** Mission time of a world instance, from the clock messages on the instructor port. */
public final class WorldTimeService extends FollowingTimeService {
  private static final long FIRST_MESSAGE_WAIT_MS = 1500;

  private final InstructorPort port;
  private final CountDownLatch first = new CountDownLatch(1);

  /** Made by Yamcs from the instance's configuration. */
  public WorldTimeService(String instance, YConfiguration args) throws InterruptedException {
    port = new InstructorPort(args.getString("host"), args.getInt("port"), token());
    port.read(
        message -> {
          if (message.hasClock()) {
            follow(message.getClock());
            first.countDown();
          }
        });
    port.open();
    boolean unused = first.await(FIRST_MESSAGE_WAIT_MS, TimeUnit.MILLISECONDS);
  }

  /** From the environment, which other users of this machine cannot read; empty when not set. */
  private static String token() {
    String token = System.getenv("HOLDPOINT_INSTRUCTOR_TOKEN");
    return token == null ? "" : token;
  }

  InstructorPort port() {
    return port;
  }

  @Override
  public boolean connected() {
    return port.connected();
  }

  @Override
  protected String connectionState() {
    return port.state();
  }
}
