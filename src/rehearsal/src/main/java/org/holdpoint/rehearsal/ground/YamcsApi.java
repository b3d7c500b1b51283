package org.holdpoint.rehearsal.ground;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** The HTTP API of one Yamcs server, as one user. */
public final class YamcsApi {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final URI server;
  private final String token;

  /**
   * Logs in.
   *
   * @param server such as {@code http://127.0.0.1:8090}
   * @throws IllegalStateException when the server refuses the user
   */
  public YamcsApi(URI server, String user, String password) {
    this.server = server;
    String form =
        Map.of("grant_type", "password", "username", user, "password", password).entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    JsonNode answer =
        send(
            HttpRequest.newBuilder(server.resolve("/auth/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    this.token = answer.path("access_token").asText();
  }

  /** What the server gave at login, for its WebSocket. */
  public String token() {
    return token;
  }

  public JsonNode get(String path) {
    return send(authorized(path).GET());
  }

  public JsonNode post(String path, JsonNode body) {
    return send(
        authorized(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  private HttpRequest.Builder authorized(String path) {
    return HttpRequest.newBuilder(server.resolve(path)).header("Authorization", "Bearer " + token);
  }

  private JsonNode send(HttpRequest.Builder request) {
    HttpRequest built = request.timeout(TIMEOUT).build();
    try {
      HttpResponse<String> response =
          http.send(built, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (response.statusCode() / 100 != 2) {
        throw new YamcsRefusal(
            response.statusCode(),
            built.method() + " " + built.uri().getPath() + ": " + response.body());
      }
      return response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("no JSON from " + built.uri(), e);
    } catch (IOException e) {
      throw new IllegalStateException("no answer from " + built.uri() + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** The server answered, and refused. */
  public static final class YamcsRefusal extends IllegalStateException {
    private static final long serialVersionUID = 1L;
    private final int status;

    YamcsRefusal(int status, String message) {
      super("HTTP " + status + " " + message);
      this.status = status;
    }

    public int status() {
      return status;
    }
  }
}
