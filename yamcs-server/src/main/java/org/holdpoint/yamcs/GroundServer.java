package org.holdpoint.yamcs;

import java.nio.file.Path;
import java.util.Map;
import org.holdpoint.yamcs.server.Options;
import org.holdpoint.yamcs.server.ServerProcess;

/**
 * The operators' Yamcs, as a process. It has no truth: it never connects to the instructor port.
 */
public final class GroundServer {
  private GroundServer() {}

  /**
   * @param args {@code --etc DIR --mdb DIR --data DIR --users FILE --http-port N --host H --tm-port
   *     N --tc-port N --clock-port N --run NAME}
   */
  public static void main(String[] args) {
    ServerProcess.Plan plan;
    try {
      Options options =
          Options.parse(
              args,
              "etc",
              "mdb",
              "data",
              "users",
              "http-port",
              "host",
              "tm-port",
              "tc-port",
              "clock-port",
              "run");
      plan =
          new ServerProcess.Plan(
              "operators' Yamcs",
              Path.of(options.text("etc")).resolve("yamcs"),
              Path.of(options.text("users")),
              Path.of(options.text("data")),
              options.port("http-port"),
              options.run("run"),
              "flight",
              "/rpo",
              Map.of(
                  "holdpoint.mdb", Path.of(options.text("mdb")).toAbsolutePath().toString(),
                  "holdpoint.host", options.text("host", "127.0.0.1"),
                  "holdpoint.tm.port", Integer.toString(options.port("tm-port")),
                  "holdpoint.tc.port", Integer.toString(options.port("tc-port")),
                  "holdpoint.clock.port", Integer.toString(options.port("clock-port"))));
    } catch (IllegalArgumentException e) {
      System.err.println("operators' Yamcs: " + e.getMessage());
      System.exit(ServerProcess.EXIT_USAGE);
      return;
    }
    ServerProcess.run(plan);
  }
}
