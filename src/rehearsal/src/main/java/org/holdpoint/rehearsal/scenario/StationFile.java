package org.holdpoint.rehearsal.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.holdpoint.world.station.GroundStation;
import org.holdpoint.world.station.HorizonMask;
import org.holdpoint.world.station.RelaySatellite;
import org.holdpoint.world.station.Site;

/** Reads a file of ground stations and relay satellites. */
public final class StationFile {
  private static final String SCHEMA = "stations.schema.json";

  private StationFile() {}

  /**
   * All sites of a file, stations first.
   *
   * @param file its name, for messages
   * @throws ScenarioException with one line per mistake
   */
  public static List<Site> read(String file, byte[] bytes) {
    CheckedFile checked = CheckedFile.read(file, bytes, SCHEMA);
    List<Site> sites = new ArrayList<>();
    JsonNode stations = checked.root().path("stations");
    for (int i = 0; i < stations.size(); i++) {
      String path = "$.stations[" + i + "]";
      JsonNode row = stations.get(i);
      refuseTwin(checked, path, row, sites);
      try {
        sites.add(station(row));
      } catch (IllegalArgumentException e) {
        checked.mistake(path, String.valueOf(e.getMessage()));
      }
    }
    JsonNode relays = checked.root().path("relays");
    for (int i = 0; i < relays.size(); i++) {
      JsonNode row = relays.get(i);
      refuseTwin(checked, "$.relays[" + i + "]", row, sites);
      sites.add(
          new RelaySatellite(
              row.path("name").asText(),
              row.path("longitude_deg").asDouble(),
              row.path("further_delay_s").asDouble()));
    }
    checked.refuseIfMistaken();
    return sites;
  }

  private static void refuseTwin(
      CheckedFile checked, String path, JsonNode row, List<Site> before) {
    String name = row.path("name").asText();
    if (before.stream().anyMatch(site -> site.name().equals(name))) {
      checked.mistake(path + ".name", "'" + name + "' stands twice in the file");
    }
  }

  private static GroundStation station(JsonNode row) {
    List<HorizonMask.Point> points = new ArrayList<>();
    row.path("mask")
        .forEach(
            point ->
                points.add(
                    new HorizonMask.Point(
                        point.path("azimuth_deg").asDouble(),
                        point.path("elevation_deg").asDouble())));
    return new GroundStation(
        row.path("name").asText(),
        row.path("latitude_deg").asDouble(),
        row.path("longitude_deg").asDouble(),
        row.path("altitude_m").asDouble(),
        new HorizonMask(points));
  }
}
