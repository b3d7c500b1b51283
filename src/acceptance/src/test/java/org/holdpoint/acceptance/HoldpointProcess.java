package org.holdpoint.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * The product as a user starts it: the Java program behind {@code ./holdpoint}, as a process of its
 * own.
 */
final class HoldpointProcess implements AutoCloseable {
  private final Process process;
  private final List<String> output = new CopyOnWriteArrayList<>();
  private final Thread reader;

  HoldpointProcess(List<String> javaOptions, String... arguments) throws IOException {
    Path target = Checkout.ROOT.resolve("src/rehearsal/target");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseSerialGC");
    command.addAll(javaOptions);
    command.add("-Dholdpoint.root=" + Checkout.ROOT);
    command.add("-cp");
    command.add(target.resolve("classes") + ":" + target.resolve("lib") + "/*");
    command.add("org.holdpoint.rehearsal.launch.Main");
    command.addAll(List.of(arguments));
    process =
        new ProcessBuilder(command)
            .directory(Checkout.ROOT.toFile())
            .redirectErrorStream(true)
            .start();
    reader = new Thread(this::read, "output of holdpoint");
    reader.setDaemon(true);
    reader.start();
  }

  static HoldpointProcess start(String... arguments) throws IOException {
    return new HoldpointProcess(List.of(), arguments);
  }

  private void read() {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        output.add(line);
      }
    } catch (IOException e) {
      output.add("output ended: " + e);
    }
  }

  /** Waits until a line of output contains the text; fails with the whole output otherwise. */
  String awaitLine(String text, long seconds) throws InterruptedException {
    long giveUp_ns = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (System.nanoTime() < giveUp_ns) {
      for (String line : output) {
        if (line.contains(text)) {
          return line;
        }
      }
      if (!process.isAlive()) {
        break;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("no line with '" + text + "' in:\n" + String.join("\n", output));
  }

  /** Waits for the end; returns the exit status. */
  int await(long seconds) throws InterruptedException {
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
      throw new AssertionError(
          "still running after " + seconds + " s:\n" + String.join("\n", output));
    }
    reader.join(5000);
    return process.exitValue();
  }

  String output() {
    return String.join("\n", output);
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /** Stops it as Ctrl-C does, and waits. */
  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new AssertionError("did not stop within 60 s:\n" + String.join("\n", output));
    }
  }
}
