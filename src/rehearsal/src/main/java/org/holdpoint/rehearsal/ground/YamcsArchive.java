package org.holdpoint.rehearsal.ground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What one flight instance received and archived. */
public final class YamcsArchive {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final YamcsApi api;
  private final String instance;

  public YamcsArchive(YamcsApi api, String instance) {
    this.api = api;
    this.instance = instance;
  }

  /** Good transfer frames that the telemetry link took. */
  public long framesReceived() {
    for (JsonNode link : api.get("/api/links/" + instance).path("links")) {
      if (link.path("name").asText().equals("tm")) {
        return link.path("dataInCount").asLong();
      }
    }
    throw new IllegalStateException("instance " + instance + " has no link named tm");
  }

  /** Telemetry packets in the archive. */
  public long packets() {
    ObjectNode body = JSON.createObjectNode();
    body.put("statement", "select count(*) from tm");
    JsonNode rows = api.post("/api/archive/" + instance + ":executeSql", body).path("rows").path(0);
    return rows.path("values").path(0).path("sint64Value").asLong();
  }
}
