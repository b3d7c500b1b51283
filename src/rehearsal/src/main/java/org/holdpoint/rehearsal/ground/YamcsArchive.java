package org.holdpoint.rehearsal.ground;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.holdpoint.dictionary.Packet;
import org.holdpoint.dictionary.Repeat;
import org.holdpoint.dictionary.telemetry.ChaserPackets;

/** What one flight instance received and archived. */
public final class YamcsArchive {
  private static final int PAGE_ROWS = 1000;
  private static final int MAX_PAGES = 1000;
  private static final int SAMPLE_BINS = 100;

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

  /**
   * Housekeeping reports that the parameter archive gives back: for each structure of the
   * dictionary the values of one of its numeric parameters, added up.
   *
   * @param start mission time from which to count
   * @param stop mission time before which to count
   */
  public long reportsInParameterArchive(Instant start, Instant stop) {
    long reports = 0;
    for (Class<? extends Record> packet : ChaserPackets.ALL) {
      reports += values(numericParameter(packet), start, stop);
    }
    return reports;
  }

  private long values(String parameter, Instant start, Instant stop) {
    JsonNode samples =
        api.get(
            "/api/archive/%s/parameters%s/samples?start=%s&stop=%s&count=%d&useRawValue=true"
                .formatted(instance, parameter, start, stop, SAMPLE_BINS));
    long values = 0;
    for (JsonNode bin : samples.path("sample")) {
      values += bin.path("n").asLong();
    }
    return values;
  }

  private static String numericParameter(Class<? extends Record> packet) {
    return number(packet)
        .or(() -> numberInFirstRow(packet))
        .map(field -> "/chaser/" + packet.getAnnotation(Packet.class).name() + "/" + field)
        .orElseThrow(() -> new IllegalStateException("no number in " + packet));
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
