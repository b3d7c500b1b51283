package org.holdpoint.world;

import org.holdpoint.world.environment.WorldData;
import org.orekit.bodies.CelestialBodies;
import org.orekit.data.DataContext;
import org.orekit.forces.gravity.potential.GravityFields;
import org.orekit.frames.Frames;
import org.orekit.models.earth.GeoMagneticFields;
import org.orekit.time.TimeScales;

/** The world's data for the reference in tests. */
final class OurData implements DataContext {
  @Override
  public TimeScales getTimeScales() {
    return WorldData.get().timeScales();
  }

  @Override
  public Frames getFrames() {
    return WorldData.get().frames();
  }

  @Override
  public CelestialBodies getCelestialBodies() {
    throw new UnsupportedOperationException("no bodies");
  }

  @Override
  public GravityFields getGravityFields() {
    return WorldData.get().gravity();
  }

  @Override
  public GeoMagneticFields getGeoMagneticFields() {
    throw new UnsupportedOperationException("no geomagnetic field");
  }
}
