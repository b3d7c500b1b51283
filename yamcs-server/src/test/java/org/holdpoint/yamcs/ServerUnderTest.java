package org.holdpoint.yamcs;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** One server as a process of its own, and a client's view of it. */
final class ServerUnderTest implements AutoCloseable {
  /** What a world server under test must show at the instructor port. */
  static final String INSTRUCTOR_TOKEN = "a token of the test";

  final int port;
  private final Process process;
  private final HttpClient http = HttpClient.newHttpClient();
  private String token = "";

  private ServerUnderTest(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts a main class and waits for its READY line. */
  static ServerUnderTest start(Class<?> main, Path data, int port, Map<String, String> options)
      throws IOException {
    Process process = launch(main, data, port, options);
    var out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    String line = out.readLine();
    if (line == null || !line.startsWith("READY http://127.0.0.1:" + port)) {
      process.destroyForcibly();
      throw new IOException(
          "server said: "
              + line
              + "\n"
              + new String(process.getErrorStream().readAllBytes(), UTF_8));
    }
    return new ServerUnderTest(process, port);
  }

  private static final java.nio.charset.Charset UTF_8 = StandardCharsets.UTF_8;

  static Process launch(Class<?> main, Path data, int port, Map<String, String> options)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                "--data",
                data.toString(),
                "--http-port",
                Integer.toString(port)));
    options.forEach((name, value) -> Collections.addAll(command, "--" + name, value));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("HOLDPOINT_INSTRUCTOR_TOKEN", INSTRUCTOR_TOKEN);
    return builder.start();
  }

  void login(String user, String password) throws Exception {
    HttpResponse<String> response = tryLogin(user, password);
    if (response.statusCode() != 200) {
      throw new IOException("login of " + user + ": " + response.statusCode() + response.body());
    }
    token = tokenIn(response);
  }

  HttpResponse<String> tryLogin(String user, String password) throws Exception {
    return askForToken("grant_type=password&username=" + user + "&password=" + password);
  }

  /** The status of a login by the access token of an earlier login, as a page does by itself. */
  int loginAgain(String accessToken) throws Exception {
    HttpResponse<String> response =
        askForToken("grant_type=authorization_code&code=" + accessToken);
    if (response.statusCode() == 200) {
      token = tokenIn(response);
    }
    return response.statusCode();
  }

  private HttpResponse<String> askForToken(String form) throws Exception {
    return http.send(
        HttpRequest.newBuilder(uri("/auth/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  private static String tokenIn(HttpResponse<String> response) {
    return JsonParser.parseString(response.body())
        .getAsJsonObject()
        .get("access_token")
        .getAsString();
  }

  String token() {
    return token;
  }

  void logout() {
    token = "";
  }

  HttpResponse<String> get(String path) throws Exception {
    return http.send(request(path).GET().build(), BodyHandlers.ofString());
  }

  HttpResponse<String> post(String path, String json) throws Exception {
    return http.send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build(),
        BodyHandlers.ofString());
  }

  JsonObject json(String path) throws Exception {
    HttpResponse<String> response = get(path);
    if (response.statusCode() != 200) {
      throw new IOException(path + ": " + response.statusCode() + " " + response.body());
    }
    return JsonParser.parseString(response.body()).getAsJsonObject();
  }

  /** Attributes of a command in the history, by name. */
  String attribute(String instance, String commandId, String name) throws Exception {
    JsonObject command = json("/api/archive/" + instance + "/commands/" + commandId);
    for (JsonElement attribute : command.getAsJsonArray("attr")) {
      JsonObject entry = attribute.getAsJsonObject();
      if (entry.get("name").getAsString().equals(name)) {
        JsonObject value = entry.getAsJsonObject("value");
        return value.has("stringValue") ? value.get("stringValue").getAsString() : value.toString();
      }
    }
    return "";
  }

  private HttpRequest.Builder request(String path) {
    var builder = HttpRequest.newBuilder(uri(path));
    if (!token.isEmpty()) {
      builder.header("Authorization", "Bearer " + token);
    }
    return builder;
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** Subscribes to a topic; the returned list grows. */
  List<JsonObject> subscribe(String topic, String options) throws Exception {
    List<JsonObject> messages = Collections.synchronizedList(new ArrayList<>());
    var socket =
        http.newWebSocketBuilder()
            .header("Authorization", "Bearer " + token)
            .subprotocols("json")
            .buildAsync(
                URI.create("ws://127.0.0.1:" + port + "/api/websocket"),
                new WebSocket.Listener() {
                  private final StringBuilder text = new StringBuilder();

                  @Override
                  public CompletionStage<?> onText(
                      WebSocket from, CharSequence part, boolean last) {
                    text.append(part);
                    if (last) {
                      JsonObject message =
                          JsonParser.parseString(text.toString()).getAsJsonObject();
                      text.setLength(0);
                      if (message.get("type").getAsString().equals(topic)) {
                        messages.add(message.getAsJsonObject("data"));
                      }
                    }
                    from.request(1);
                    return null;
                  }
                })
            .get(5, TimeUnit.SECONDS);
    socket
        .sendText("{\"type\":\"" + topic + "\",\"id\":1,\"options\":" + options + "}", true)
        .get(5, TimeUnit.SECONDS);
    return messages;
  }

  /** Waits until the condition holds; false after the time. */
  static boolean eventually(long seconds, Condition condition) throws Exception {
    long deadline = System.nanoTime() + seconds * 1_000_000_000L;
    while (System.nanoTime() < deadline) {
      if (condition.holds()) {
        return true;
      }
      Thread.sleep(50);
    }
    return condition.holds();
  }

  interface Condition {
    boolean holds() throws Exception;
  }

  static <T> T last(List<T> list, Supplier<T> otherwise) {
    synchronized (list) {
      return list.isEmpty() ? otherwise.get() : list.get(list.size() - 1);
    }
  }

  /** As kill -9. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
  }

  /** Closes the standard input, as the death of a parent does; true when the process then ends. */
  boolean endsWithItsParent() throws Exception {
    process.getOutputStream().close();
    return process.waitFor(20, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws InterruptedException {
    if (process.isAlive()) {
      kill();
    }
  }
}
