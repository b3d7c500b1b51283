package org.holdpoint.world.environment;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.orekit.data.DataSource;
import org.orekit.errors.OrekitException;
import org.orekit.models.earth.atmosphere.NRLMSISE00InputParameters;
import org.orekit.models.earth.atmosphere.data.CssiSpaceWeatherData;
import org.orekit.time.AbsoluteDate;

/** Space weather from a file in the CSSI format, as CelesTrak publishes it, read by Orekit. */
public final class SpaceWeatherFile {
  private static final List<String> SECTIONS =
      List.of("OBSERVED", "DAILY_PREDICTED", "MONTHLY_FIT");

  private SpaceWeatherFile() {}

  /**
   * Reads a file.
   *
   * @param name of the file, for messages
   * @param bytes its content
   * @param epoch_utc that it must cover
   * @throws IllegalArgumentException when it is no such file or does not cover the epoch
   */
  public static NRLMSISE00InputParameters read(String name, byte[] bytes, Instant epoch_utc) {
    // one publisher calls the last section so, another as Orekit expects it
    String text =
        new String(bytes, StandardCharsets.US_ASCII).replace("MONTHLY_PREDICTED", "MONTHLY_FIT");
    refuseWithoutSections(name, text);
    var utc = WorldData.get().timeScales().getUTC();
    CssiSpaceWeatherData weather;
    try {
      weather = new CssiSpaceWeatherData(new DataSource(name, () -> new StringReader(text)), utc);
    } catch (OrekitException | IllegalStateException e) {
      throw new IllegalArgumentException(
          name + " is not a CSSI space weather file: " + e.getMessage(), e);
    }
    AbsoluteDate epoch = new AbsoluteDate(epoch_utc, utc);
    if (epoch.isBefore(weather.getMinDate()) || epoch.isAfter(weather.getMaxDate())) {
      throw new IllegalArgumentException(
          name
              + " runs from "
              + weather.getMinDate().toString(utc)
              + " to "
              + weather.getMaxDate().toString(utc)
              + " UTC and does not hold the epoch "
              + epoch_utc);
    }
    return weather;
  }

  /** Orekit reads a file without one of them, and fails in flight. */
  private static void refuseWithoutSections(String name, String text) {
    for (String section : SECTIONS) {
      if (!text.contains("BEGIN " + section)) {
        throw new IllegalArgumentException(
            name
                + " is not a CSSI space weather file: it has no section 'BEGIN "
                + section
                + "'; it needs "
                + String.join(", ", SECTIONS));
      }
    }
  }
}
