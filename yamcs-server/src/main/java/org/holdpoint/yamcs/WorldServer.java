package org.holdpoint.yamcs;

import java.nio.file.Path;
import java.util.Map;
import org.holdpoint.yamcs.server.Options;
import org.holdpoint.yamcs.server.ServerProcess;

/** The instructor's Yamcs, as a process: truth archived as parameters, actions as commands. */
public final class WorldServer {
  private WorldServer() {}

  /**
   * @param args {@code --etc DIR --mdb DIR --data DIR --users FILE --http-port N --host H
   *     --instructor-port N --run NAME}; the environment variable HOLDPOINT_INSTRUCTOR_TOKEN has
   *     what the instructor port wants to see
   */
  public static void main(String[] args) {
    ServerProcess.Plan plan;
    try {
      Options options =
          Options.parse(
              args, "etc", "mdb", "data", "users", "http-port", "host", "instructor-port", "run");
      plan =
          new ServerProcess.Plan(
              "world Yamcs",
              Path.of(options.text("etc")).resolve("world"),
              Path.of(options.text("users")),
              Path.of(options.text("data")),
              options.port("http-port"),
              options.run("run"),
              "world",
              "/instructor",
              Map.of(
                  "holdpoint.mdb", Path.of(options.text("mdb")).toAbsolutePath().toString(),
                  "holdpoint.host", options.text("host", "127.0.0.1"),
                  "holdpoint.instructor.port", Integer.toString(options.port("instructor-port"))));
    } catch (IllegalArgumentException e) {
      System.err.println("world Yamcs: " + e.getMessage());
      System.exit(ServerProcess.EXIT_USAGE);
      return;
    }
    ServerProcess.run(plan);
  }
}
