package org.holdpoint.world.environment;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.geometry.euclidean.threed.FieldVector3D;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.holdpoint.world.EnvironmentChoice;
import org.jspecify.annotations.Nullable;
import org.orekit.bodies.OneAxisEllipsoid;
import org.orekit.frames.Frame;
import org.orekit.models.earth.atmosphere.HarrisPriester;
import org.orekit.models.earth.atmosphere.NRLMSISE00;
import org.orekit.models.earth.atmosphere.NRLMSISE00InputParameters;
import org.orekit.time.AbsoluteDate;
import org.orekit.time.FieldAbsoluteDate;
import org.orekit.utils.Constants;
import org.orekit.utils.ExtendedPositionProvider;
import org.orekit.utils.IERSConventions;

/** Air density by the Orekit model that a choice of environment names. */
public final class Atmosphere {
  private final WorldData data = WorldData.get();
  private final Environment environment;
  private final Frame itrf = data.frames().getITRF(IERSConventions.IERS_2010, true);
  private final org.orekit.models.earth.atmosphere.@Nullable Atmosphere model;

  /**
   * @param environment gives Earth's orientation and the Sun
   * @param choice names the model and the activity
   */
  public Atmosphere(Environment environment, EnvironmentChoice choice) {
    this.environment = environment;
    OneAxisEllipsoid earth =
        new OneAxisEllipsoid(
            Constants.WGS84_EARTH_EQUATORIAL_RADIUS, Constants.WGS84_EARTH_FLATTENING, itrf);
    NRLMSISE00InputParameters fromFile = choice.spaceWeather();
    model =
        switch (choice.air()) {
          case NONE -> null;
          case HARRIS_PRIESTER -> new HarrisPriester(new SunInEarthFrame(), earth);
          case NRLMSISE_00 ->
              new NRLMSISE00(
                  fromFile != null
                      ? fromFile
                      : new ConstantActivity(choice.f107_sfu(), choice.ap()),
                  new SunInEarthFrame(),
                  earth,
                  data.timeScales().getUT1(IERSConventions.IERS_2010, true));
        };
  }

  /** Density at a position in GCRF at the time of the environment. */
  public double density_kg_m3(double x, double y, double z) {
    if (model == null) {
      return 0;
    }
    // Position and Sun are handed over in Earth-fixed components, so that Orekit transforms nothing
    // and its history-dependent frame caches stay out of it.
    return model.getDensity(
        data.date(environment.tai_ns()), toEarth(environment.toEarth(), x, y, z), itrf);
  }

  private static Vector3D toEarth(double[] m, double x, double y, double z) {
    return new Vector3D(
        m[0] * x + m[1] * y + m[2] * z,
        m[3] * x + m[4] * y + m[5] * z,
        m[6] * x + m[7] * y + m[8] * z);
  }

  /** The environment's Sun in Earth-fixed components; the atmosphere asks for nothing else. */
  private final class SunInEarthFrame implements ExtendedPositionProvider {
    @Override
    public Vector3D getPosition(AbsoluteDate date, Frame frame) {
      if (frame != itrf) {
        throw new IllegalArgumentException("the Sun is given in ITRF here, not in " + frame);
      }
      double[] sun = environment.sun_I_m();
      return toEarth(environment.toEarth(), sun[0], sun[1], sun[2]);
    }

    @Override
    public <T extends CalculusFieldElement<T>> FieldVector3D<T> getPosition(
        FieldAbsoluteDate<T> date, Frame frame) {
      return new FieldVector3D<>(date.getField(), getPosition(date.toAbsoluteDate(), frame));
    }
  }

  /** Solar and geomagnetic activity that stays the same. */
  public record ConstantActivity(double f107_sfu, double ap) implements NRLMSISE00InputParameters {
    @Override
    public AbsoluteDate getMinDate() {
      return AbsoluteDate.PAST_INFINITY;
    }

    @Override
    public AbsoluteDate getMaxDate() {
      return AbsoluteDate.FUTURE_INFINITY;
    }

    @Override
    public double getDailyFlux(AbsoluteDate date) {
      return f107_sfu;
    }

    @Override
    public double getAverageFlux(AbsoluteDate date) {
      return f107_sfu;
    }

    @Override
    public double[] getAp(AbsoluteDate date) {
      return new double[] {ap, ap, ap, ap, ap, ap, ap};
    }
  }
}
