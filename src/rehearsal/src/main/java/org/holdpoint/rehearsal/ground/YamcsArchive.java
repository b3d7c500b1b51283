package org.holdpoint.rehearsal.ground;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What one flight instance received and archived. */
public final class YamcsArchive {
  private static final int PAGE_ROWS = 1000;
  private static final int MAX_PAGES = 1000;

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

  /** Telemetry packets in the archive, by its index. */
  public long packets() {
    long packets = 0;
    String page = "";
    for (int i = 0; i < MAX_PAGES; i++) {
      JsonNode index =
          api.get("/api/archive/" + instance + "/packet-index?limit=" + PAGE_ROWS + page);
      for (JsonNode group : index.path("group")) {
        for (JsonNode entry : group.path("entry")) {
          packets += entry.path("count").asLong();
        }
      }
      String next = index.path("continuationToken").asText();
      if (next.isEmpty()) {
        return packets;
      }
      page = "&next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }
    throw new IllegalStateException("the packet index of " + instance + " never ends");
  }
}
