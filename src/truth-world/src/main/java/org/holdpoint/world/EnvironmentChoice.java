package org.holdpoint.world;

import org.holdpoint.world.environment.Gravity;
import org.jspecify.annotations.Nullable;
import org.orekit.models.earth.atmosphere.NRLMSISE00InputParameters;

/**
 * What acts on both spacecraft from outside.
 *
 * @param gravityDegree degree and order of Earth's field, 2 to 70
 * @param air density model
 * @param f107_sfu solar flux at 10.7 cm; for NRLMSISE-00 without space weather from a file
 * @param ap geomagnetic index, daily; likewise
 * @param spaceWeather from a file, for NRLMSISE-00; null for the two constants
 * @param sun attraction by the Sun
 * @param moon attraction by the Moon
 * @param sunlight radiation pressure, with umbra and penumbra
 * @param tides solid tides of Earth
 */
public record EnvironmentChoice(
    int gravityDegree,
    Air air,
    double f107_sfu,
    double ap,
    @Nullable NRLMSISE00InputParameters spaceWeather,
    boolean sun,
    boolean moon,
    boolean sunlight,
    boolean tides) {
  /** Everything but tides, degree 20, a mean Sun. */
  public static final EnvironmentChoice NOMINAL =
      new EnvironmentChoice(
          Gravity.DEGREE, Air.NRLMSISE_00, 140, 12, null, true, true, true, false);

  /** Models of density. */
  public enum Air {
    NONE,
    HARRIS_PRIESTER,
    NRLMSISE_00
  }

  public EnvironmentChoice {
    Checks.within(
        "environment: gravity degree", gravityDegree, Gravity.LEAST_DEGREE, Gravity.LARGEST_DEGREE);
    Checks.within("space weather: f107_sfu", f107_sfu, 60, 300);
    Checks.within("space weather: ap", ap, 0, 400);
    if (spaceWeather != null && air != Air.NRLMSISE_00) {
      throw new IllegalArgumentException(
          "environment: space weather from a file is used by NRLMSISE-00 only, not by " + air);
    }
  }

  /** The same with other solar and geomagnetic activity. */
  public EnvironmentChoice withActivity(double otherF107_sfu, double otherAp) {
    return new EnvironmentChoice(
        gravityDegree, air, otherF107_sfu, otherAp, spaceWeather, sun, moon, sunlight, tides);
  }
}
