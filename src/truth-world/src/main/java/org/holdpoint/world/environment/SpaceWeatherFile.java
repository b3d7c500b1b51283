package org.holdpoint.world.environment;

import java.io.InputStream;
import java.time.Instant;
import org.orekit.data.DataSource;
import org.orekit.errors.OrekitException;
import org.orekit.models.earth.atmosphere.NRLMSISE00InputParameters;
import org.orekit.models.earth.atmosphere.data.CssiSpaceWeatherData;
import org.orekit.time.AbsoluteDate;

/** Space weather from a file in the CSSI format, as CelesTrak publishes it, read by Orekit. */
public final class SpaceWeatherFile {
  private SpaceWeatherFile() {}

  /**
   * Reads a file.
   *
   * @param name of the file, for messages
   * @param epoch_utc that it must cover
   * @throws IllegalArgumentException when it is no such file or does not cover the epoch
   */
  public static NRLMSISE00InputParameters read(String name, InputStream in, Instant epoch_utc) {
    var utc = WorldData.get().timeScales().getUTC();
    CssiSpaceWeatherData weather;
    try {
      weather = new CssiSpaceWeatherData(new DataSource(name, () -> in), utc);
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
}
