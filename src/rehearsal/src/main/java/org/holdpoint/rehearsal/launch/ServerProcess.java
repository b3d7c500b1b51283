package org.holdpoint.rehearsal.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One Yamcs server as a child process. It says {@code READY url} on its output when it serves, and
 * stops when its standard input closes, so that it cannot outlive this process.
 */
final class ServerProcess implements AutoCloseable {
  private static final long READY_WITHIN_S = 120;
  private static final long STOP_WITHIN_S = 20;

  private final String name;
  private final Path log;
  private final Process process;
  private final CompletableFuture<String> ready = new CompletableFuture<>();

  /**
   * Starts a server.
   *
   * @param name for messages and for its log
   * @param mainClass in the jars of yamcs-server
   * @param environment what it gets beside this process's own environment
   */
  ServerProcess(
      Workspace workspace,
      String name,
      String mainClass,
      List<String> arguments,
      Map<String, String> environment) {
    this.name = name;
    this.log = workspace.data().resolve("log").resolve(name + ".log");
    List<String> command = command(workspace, mainClass, arguments);
    try {
      Files.createDirectories(log.getParent());
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(workspace.root().toFile())
              .redirectError(ProcessBuilder.Redirect.to(log.toFile()));
      builder.environment().putAll(environment);
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + name, e);
    }
    Thread reader = new Thread(this::listen, name + " output");
    reader.setDaemon(true);
    reader.start();
  }

  /** Command line of a main class of yamcs-server. */
  static List<String> command(Workspace workspace, String mainClass, List<String> arguments) {
    Path server = workspace.root().resolve("yamcs-server").resolve("target");
    String separator = System.getProperty("path.separator");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "-cp",
                server.resolve("classes") + separator + server.resolve("lib") + "/*",
                mainClass));
    command.addAll(arguments);
    return command;
  }

  private void listen() {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("READY ")) {
          ready.complete(line.substring("READY ".length()));
        }
      }
    } catch (IOException e) {
      ready.completeExceptionally(e);
    }
    ready.completeExceptionally(new IOException("it stopped before it was ready"));
  }

  /** Waits until it serves; returns its address. */
  String awaitReady() throws InterruptedException {
    try {
      return ready.get(READY_WITHIN_S, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      close();
      throw new IllegalStateException(
          name + " did not start: " + lastWords() + System.lineSeparator() + "its log: " + log, e);
    }
  }

  private String lastWords() {
    try {
      List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
      return lines.isEmpty()
          ? "it said nothing; perhaps another Holdpoint uses its archive"
          : String.join(
              System.lineSeparator(), lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    } catch (IOException e) {
      return "its log cannot be read";
    }
  }

  Process process() {
    return process;
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      // it is gone already, which is what we want
    }
    process.destroy();
    try {
      if (!process.waitFor(STOP_WITHIN_S, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(STOP_WITHIN_S, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
