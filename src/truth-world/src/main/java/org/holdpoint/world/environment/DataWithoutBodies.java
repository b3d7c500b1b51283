package org.holdpoint.world.environment;

import org.orekit.bodies.CelestialBodies;
import org.orekit.data.DataContext;
import org.orekit.forces.gravity.potential.GravityFields;
import org.orekit.frames.Frames;
import org.orekit.models.earth.GeoMagneticFields;
import org.orekit.time.TimeScales;

/** Our data as Orekit's data context: it has no ephemeris files of bodies, and says so. */
public final class DataWithoutBodies implements DataContext {
  private final WorldData data;

  public DataWithoutBodies(WorldData data) {
    this.data = data;
  }

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
    throw new IllegalStateException("the world has no ephemeris files of bodies");
  }

  @Override
  public GravityFields getGravityFields() {
    return data.gravity();
  }

  @Override
  public GeoMagneticFields getGeoMagneticFields() {
    throw new IllegalStateException("the world has no geomagnetic field");
  }
}
