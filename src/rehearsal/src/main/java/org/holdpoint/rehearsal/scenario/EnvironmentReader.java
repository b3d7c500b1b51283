package org.holdpoint.rehearsal.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.holdpoint.world.BodyProperties;
import org.holdpoint.world.BoxAndWing;
import org.holdpoint.world.EnvironmentChoice;
import org.holdpoint.world.EnvironmentChoice.Air;
import org.holdpoint.world.environment.SpaceWeatherFile;
import org.jspecify.annotations.Nullable;
import org.orekit.models.earth.atmosphere.NRLMSISE00InputParameters;

/** Reads what acts on the spacecraft, and the bodies that it acts on; what is absent is nominal. */
final class EnvironmentReader {
  private static final EnvironmentChoice NOMINAL = EnvironmentChoice.NOMINAL;
  private static final String PATH = "$.environment";

  private final CheckedFile checked;
  private final Attachments attachments;

  EnvironmentReader(CheckedFile checked, Attachments attachments) {
    this.checked = checked;
    this.attachments = attachments;
  }

  EnvironmentChoice environment(JsonNode row, Instant epoch) {
    Air air =
        switch (row.path("air").asText("nrlmsise-00")) {
          case "none" -> Air.NONE;
          case "harris-priester" -> Air.HARRIS_PRIESTER;
          default -> Air.NRLMSISE_00;
        };
    if (air != Air.NRLMSISE_00) {
      for (String key : new String[] {"space_weather", "f107_sfu", "ap"}) {
        if (row.has(key)) {
          checked.mistake(PATH + "." + key, "only air nrlmsise-00 uses it; leave out one of both");
        }
      }
    }
    if (row.has("space_weather") && (row.has("f107_sfu") || row.has("ap"))) {
      checked.mistake(
          PATH + ".space_weather", "the file gives f107_sfu and ap; leave out the file or both");
    }
    return new EnvironmentChoice(
        row.path("gravity_degree").asInt(NOMINAL.gravityDegree()),
        air,
        row.path("f107_sfu").asDouble(NOMINAL.f107_sfu()),
        row.path("ap").asDouble(NOMINAL.ap()),
        air == Air.NRLMSISE_00 ? spaceWeather(row, epoch) : null,
        row.path("sun").asBoolean(NOMINAL.sun()),
        row.path("moon").asBoolean(NOMINAL.moon()),
        row.path("sunlight").asBoolean(NOMINAL.sunlight()),
        row.path("tides").asBoolean(NOMINAL.tides()));
  }

  private @Nullable NRLMSISE00InputParameters spaceWeather(JsonNode row, Instant epoch) {
    if (!row.has("space_weather")) {
      return null;
    }
    String name = row.path("space_weather").asText();
    try {
      return SpaceWeatherFile.read(name, attachments.bytes(name), epoch);
    } catch (IllegalArgumentException e) {
      checked.mistake(PATH + ".space_weather", String.valueOf(e.getMessage()));
      return null;
    }
  }

  BodyProperties body(JsonNode row, BodyProperties nominal, String path) {
    if (row.has("box_m") != row.has("wing_m2")) {
      checked.mistake(path, "'box_m' and 'wing_m2' make one shape: give both or none");
    }
    if (row.has("box_m") && row.has("area_m2")) {
      checked.mistake(path + ".area_m2", "it is of a sphere; leave it out beside 'box_m'");
    }
    BodyProperties sphere =
        new BodyProperties(
            nominal.mass_kg(),
            row.path("area_m2").asDouble(nominal.area_m2()),
            row.path("cd").asDouble(nominal.cd()),
            row.path("cr").asDouble(nominal.cr()));
    double[] box_m = StartReader.list(row.path("box_m"));
    return box_m.length == 3
        ? sphere.shaped(
            new BoxAndWing(box_m[0], box_m[1], box_m[2], row.path("wing_m2").asDouble()))
        : sphere;
  }
}
