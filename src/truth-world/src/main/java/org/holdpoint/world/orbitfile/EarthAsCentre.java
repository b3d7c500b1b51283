package org.holdpoint.world.orbitfile;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.geometry.euclidean.threed.FieldVector3D;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.holdpoint.world.environment.WorldData;
import org.orekit.bodies.CelestialBodies;
import org.orekit.bodies.CelestialBody;
import org.orekit.data.DataContext;
import org.orekit.forces.gravity.potential.GravityFields;
import org.orekit.frames.Frame;
import org.orekit.frames.Frames;
import org.orekit.models.earth.GeoMagneticFields;
import org.orekit.time.AbsoluteDate;
import org.orekit.time.FieldAbsoluteDate;
import org.orekit.time.TimeScales;
import org.orekit.utils.IERSConventions;

/**
 * The world's data for reading files whose centre is Earth; files about other bodies are refused.
 */
final class EarthAsCentre implements DataContext, CelestialBodies {
  /** As the gravity field has it. */
  static final double MU_M3_S2 = 0.3986004415e15;

  private final WorldData data = WorldData.get();
  private final CelestialBody earth = new Earth(data);

  @Override
  public TimeScales getTimeScales() {
    return data.timeScales();
  }

  @Override
  public Frames getFrames() {
    return data.frames();
  }

  @Override
  public CelestialBodies getCelestialBodies() {
    return this;
  }

  @Override
  public GravityFields getGravityFields() {
    return data.gravity();
  }

  @Override
  public GeoMagneticFields getGeoMagneticFields() {
    throw new IllegalStateException("the world has no geomagnetic field");
  }

  @Override
  public CelestialBody getEarth() {
    return earth;
  }

  @Override
  public CelestialBody getBody(String name) {
    if (name.equals(earth.getName())) {
      return earth;
    }
    throw refused(name);
  }

  @Override
  public CelestialBody getSolarSystemBarycenter() {
    throw refused("the solar system's barycentre");
  }

  @Override
  public CelestialBody getSun() {
    throw refused("the Sun");
  }

  @Override
  public CelestialBody getMercury() {
    throw refused("Mercury");
  }

  @Override
  public CelestialBody getVenus() {
    throw refused("Venus");
  }

  @Override
  public CelestialBody getEarthMoonBarycenter() {
    throw refused("the barycentre of Earth and Moon");
  }

  @Override
  public CelestialBody getMoon() {
    throw refused("the Moon");
  }

  @Override
  public CelestialBody getMars() {
    throw refused("Mars");
  }

  @Override
  public CelestialBody getJupiter() {
    throw refused("Jupiter");
  }

  @Override
  public CelestialBody getSaturn() {
    throw refused("Saturn");
  }

  @Override
  public CelestialBody getUranus() {
    throw refused("Uranus");
  }

  @Override
  public CelestialBody getNeptune() {
    throw refused("Neptune");
  }

  @Override
  public CelestialBody getPluto() {
    throw refused("Pluto");
  }

  private static IllegalArgumentException refused(String centre) {
    return new IllegalArgumentException("the orbit's centre is " + centre + "; allowed is EARTH");
  }

  /** In the middle of its own frames. */
  private static final class Earth implements CelestialBody {
    private static final long serialVersionUID = 1L;

    private final transient WorldData data;

    private Earth(WorldData data) {
      this.data = data;
    }

    @Override
    public String getName() {
      return "EARTH";
    }

    @Override
    public double getGM() {
      return MU_M3_S2;
    }

    @Override
    public Frame getInertiallyOrientedFrame() {
      return data.gcrf();
    }

    @Override
    public Frame getBodyOrientedFrame() {
      return data.frames().getITRF(IERSConventions.IERS_2010, true);
    }

    @Override
    public Vector3D getPosition(AbsoluteDate date, Frame frame) {
      return data.gcrf().getStaticTransformTo(frame, date).transformPosition(Vector3D.ZERO);
    }

    @Override
    public <T extends CalculusFieldElement<T>> FieldVector3D<T> getPosition(
        FieldAbsoluteDate<T> date, Frame frame) {
      return new FieldVector3D<>(date.getField(), getPosition(date.toAbsoluteDate(), frame));
    }
  }
}
