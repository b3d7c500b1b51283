package org.holdpoint.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** A browser's WebSocket to a Yamcs server; keeps all that the server says. */
final class YamcsSocket implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Queue<JsonNode> heard = new ConcurrentLinkedQueue<>();
  private final WebSocket socket;
  private int calls;

  YamcsSocket(URI server, String token) throws Exception {
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .subprotocols("json")
            .header("Authorization", "Bearer " + token)
            .buildAsync(
                URI.create("ws://" + server.getAuthority() + "/api/websocket"), new Listener())
            .get(10, TimeUnit.SECONDS);
  }

  /** Subscribes to a topic; the answer is among what is {@link #heard}. */
  void subscribe(String topic, JsonNode options) throws Exception {
    ObjectNode call = JSON.createObjectNode().put("type", topic).put("id", ++calls);
    call.set("options", options);
    socket.sendText(call.toString(), true).get(10, TimeUnit.SECONDS);
  }

  /** Everything that the server said so far. */
  List<JsonNode> heard() {
    return List.copyOf(heard);
  }

  private static JsonNode json(String message) {
    try {
      return JSON.readTree(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("no JSON from the server: " + message, e);
    }
  }

  @Override
  public void close() {
    socket.abort();
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder message = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      message.append(part);
      if (last) {
        heard.add(json(message.toString()));
        message.setLength(0);
      }
      return WebSocket.Listener.super.onText(from, part, last);
    }
  }
}
