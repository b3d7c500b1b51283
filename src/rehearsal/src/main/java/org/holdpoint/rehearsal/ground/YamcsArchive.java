package org.holdpoint.rehearsal.ground;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.holdpoint.dictionary.Packet;
import org.holdpoint.dictionary.Repeat;
import org.holdpoint.dictionary.telemetry.ChaserPackets;

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
    return count(
        "/api/archive/" + instance + "/packet-index?limit=" + PAGE_ROWS, YamcsArchive::inIndexPage);
  }

  private static long inIndexPage(JsonNode index) {
    long packets = 0;
    for (JsonNode group : index.path("group")) {
      for (JsonNode entry : group.path("entry")) {
        packets += entry.path("count").asLong();
      }
    }
    return packets;
  }

  /** Adds up what the pages of a listing hold. */
  private long count(String listing, ToLongFunction<JsonNode> onPage) {
    long count = 0;
    String next = "";
    for (int i = 0; i < MAX_PAGES; i++) {
      JsonNode page = api.get(listing + next);
      count += onPage.applyAsLong(page);
      String token = page.path("continuationToken").asText();
      if (token.isEmpty()) {
        return count;
      }
      next = "&next=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
    }
    throw new IllegalStateException(listing + " never ends");
  }

  /**
   * Housekeeping reports that the parameter archive gives back: for each structure of the
   * dictionary the values of one of its numeric parameters.
   *
   * @param start mission time from which to count
   * @param stop mission time before which to count
   * @return reports by the packet's name
   */
  public Map<String, Long> reportsInParameterArchive(Instant start, Instant stop) {
    Map<String, Long> reports = new TreeMap<>();
    for (Class<? extends Record> packet : ChaserPackets.ALL) {
      reports.put(name(packet), values(numericParameter(packet), start, stop));
    }
    return reports;
  }

  /**
   * Counted value by value: the archive's down-sampled answer leaves out a value now and then where
   * its flushed part and its part in memory meet.
   */
  private long values(String parameter, Instant start, Instant stop) {
    String history =
        "/api/archive/%s/parameters%s?start=%s&stop=%s&order=asc&limit=%d&fields=parameter.generationTime,continuationToken"
            .formatted(instance, parameter, start, stop, PAGE_ROWS);
    return count(history, page -> page.path("parameter").size());
  }

  private static String numericParameter(Class<? extends Record> packet) {
    return number(packet)
        .or(() -> numberInFirstRow(packet))
        .map(field -> "/chaser/" + name(packet) + "/" + field)
        .orElseThrow(() -> new IllegalStateException("no number in " + packet));
  }

  private static String name(Class<?> packet) {
    return packet.getAnnotation(Packet.class).name();
  }

  private static Optional<String> number(Class<?> record) {
    return Arrays.stream(record.getRecordComponents())
        .filter(component -> component.getType().isPrimitive())
        .filter(component -> component.getType() != boolean.class)
        .map(RecordComponent::getName)
        .findFirst();
  }

  /** Of a packet that is a list of rows only. */
  private static Optional<String> numberInFirstRow(Class<?> packet) {
    for (RecordComponent component : packet.getRecordComponents()) {
      Repeat repeat = component.getAnnotation(Repeat.class);
      if (repeat != null && component.getGenericType() instanceof ParameterizedType list) {
        Optional<String> field = number((Class<?>) list.getActualTypeArguments()[0]);
        if (field.isPresent()) {
          return Optional.of(repeat.name() + "_1_" + field.get());
        }
      }
    }
    return Optional.empty();
  }
}
