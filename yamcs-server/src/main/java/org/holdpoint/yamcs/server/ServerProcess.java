package org.holdpoint.yamcs.server;

import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.yamcs.InstanceMetadata;
import org.yamcs.YamcsServer;
import org.yamcs.protobuf.YamcsInstance.InstanceState;

/**
 * One Yamcs server process with one instance. Call {@link #run} once per JVM: Yamcs is a singleton.
 */
public final class ServerProcess {
  /** Exit status when an option is wrong or missing. */
  public static final int EXIT_USAGE = 2;

  /** Exit status when the HTTP port is taken. */
  public static final int EXIT_PORT_BUSY = 3;

  /** Exit status when the instance did not come up. */
  public static final int EXIT_FAILED = 4;

  private static final long INSTANCE_WAIT_MS = 60_000;

  private ServerProcess() {}

  /** What distinguishes one server from the other. */
  public record Plan(
      String title,
      Path etc,
      Path users,
      Path data,
      int httpPort,
      String run,
      String template,
      String page,
      Map<String, String> properties) {}

  /**
   * Starts the server and returns when the instance runs; the process then lives until SIGTERM or
   * until its standard input ends. Prints {@code READY <url>} on standard output, else exits with
   * one of the statuses above and one sentence on standard error.
   */
  public static void run(Plan plan) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    try {
      refuseBusyPort(plan);
      StagedConfiguration staged = StagedConfiguration.stage(plan);
      plan.properties().forEach(System::setProperty);
      System.setProperty("holdpoint.http.port", Integer.toString(plan.httpPort()));
      System.setProperty("holdpoint.run", plan.run());
      System.setProperty("holdpoint.secret", staged.secretKey());
      System.setProperty("java.util.logging.config.file", staged.loggingProperties().toString());
      YamcsServer.main(
          new String[] {
            "--etc-dir", staged.etc().toString(),
            "--data-dir", staged.yamcsData().toString(),
            "--cache-dir", staged.cache().toString(),
            "--no-color"
          });
      startInstance(plan);
    } catch (BindException e) {
      err.println(e.getMessage());
      System.exit(EXIT_PORT_BUSY);
    } catch (IOException | RuntimeException e) {
      err.println(plan.title() + " did not start: " + e.getMessage());
      e.printStackTrace(err);
      System.exit(EXIT_FAILED);
    }
    watchParent();
    out.print("READY http://127.0.0.1:" + plan.httpPort() + plan.page() + "\n");
    out.flush();
  }

  private static void refuseBusyPort(Plan plan) throws IOException {
    try (var probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), plan.httpPort()));
    } catch (BindException e) {
      BindException told =
          new BindException(
              plan.title()
                  + ": HTTP port "
                  + plan.httpPort()
                  + " is taken by another program; choose another port or stop that program");
      told.initCause(e);
      throw told;
    }
  }

  private static void startInstance(Plan plan) throws IOException {
    YamcsServer yamcs = YamcsServer.getServer();
    yamcs.createInstance(
        plan.run(), plan.template(), Map.of(), Map.of(), new InstanceMetadata().toMap());
    yamcs.startInstance(plan.run());
    long deadline = System.nanoTime() + INSTANCE_WAIT_MS * 1_000_000;
    var instance = yamcs.getInstance(plan.run());
    while (instance.state() != InstanceState.RUNNING) {
      if (instance.state() == InstanceState.FAILED || System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "instance '"
                + plan.run()
                + "' is "
                + instance.state()
                + "; see the log in "
                + plan.data().resolve("log"),
            instance.failureCause());
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while the instance was starting", e);
      }
    }
  }

  /** A dead parent closes our standard input: then we go too, so that no orphan holds a port. */
  private static void watchParent() {
    var watch =
        new Thread(
            () -> {
              try {
                while (System.in.read() >= 0) {
                  // what the parent writes has no meaning; only the end of the stream has
                }
              } catch (IOException e) {
                // a broken stream means the same as its end
              }
              System.exit(0);
            },
            "parent-watch");
    watch.setDaemon(true);
    watch.start();
  }
}
