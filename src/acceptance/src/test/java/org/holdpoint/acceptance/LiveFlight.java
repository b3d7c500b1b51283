package org.holdpoint.acceptance;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.holdpoint.rehearsal.ground.YamcsApi;
import org.holdpoint.rehearsal.ground.YamcsSeat;
import org.holdpoint.rehearsal.scenario.Scenario;

/** {@code ./holdpoint fly} as a process, with seats at its servers for tests. */
final class LiveFlight implements AutoCloseable {
  private static final int PORTS_USED = 14;
  private final HoldpointProcess process;
  private final int port;
  private final String run;

  LiveFlight(String scenario, String... more) throws IOException, InterruptedException {
    port = freePorts();
    List<String> arguments = new ArrayList<>(List.of("fly", scenario, "--port", "" + port));
    arguments.addAll(List.of(more));
    process = HoldpointProcess.start(arguments.toArray(String[]::new));
    run = process.awaitLine("holdpoint: rehearsal ", 120).replaceFirst(".*rehearsal ", "").strip();
    process.awaitLine("Ctrl-C stops everything", 180);
  }

  /** A port with the others that a flight uses above it free as well. */
  private static int freePorts() throws IOException {
    for (int base = 20_000; base < 30_000; base += PORTS_USED) {
      if (allFree(base)) {
        return base;
      }
    }
    throw new IOException("no free ports");
  }

  private static boolean allFree(int base) {
    for (int i = 0; i < PORTS_USED; i++) {
      try (ServerSocket probe = new ServerSocket(base + i, 1, InetAddress.getLoopbackAddress())) {
        if (!probe.isBound()) {
          return false;
        }
      } catch (IOException taken) {
        return false;
      }
    }
    return true;
  }

  String run() {
    return run;
  }

  int port() {
    return port;
  }

  HoldpointProcess process() {
    return process;
  }

  URI operators() {
    return URI.create("http://127.0.0.1:" + port);
  }

  URI world() {
    return URI.create("http://127.0.0.1:" + (port + 1));
  }

  static String password(String account) throws IOException {
    Path file = Checkout.ROOT.resolve(".holdpoint/accounts/accounts.txt");
    for (String line : Files.readAllLines(file)) {
      String[] parts = line.split(" ", 3);
      if (parts[1].equals(account)) {
        return parts[2].strip();
      }
    }
    throw new IOException("no account " + account + " in " + file);
  }

  YamcsApi as(String account) throws IOException {
    return new YamcsApi(operators(), account, password(account));
  }

  YamcsSeat seat(Scenario scenario) throws IOException {
    return new YamcsSeat(as("director"), run, scenario.epoch());
  }

  /** Sends raw bytes to the telecommand port as one unit, as a broken ground station would. */
  void uplinkRaw(byte[] unit) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port + 11)) {
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.writeInt(unit.length);
      out.write(unit);
      out.flush();
    }
  }

  /** Waits for something to become true. */
  static void await(String what, long seconds, BooleanSupplier condition)
      throws InterruptedException {
    long giveUp_ms = System.currentTimeMillis() + 1000 * seconds;
    while (!condition.getAsBoolean()) {
      if (System.currentTimeMillis() > giveUp_ms) {
        throw new AssertionError("not within " + seconds + " s: " + what);
      }
      Thread.sleep(200);
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.close();
  }
}
