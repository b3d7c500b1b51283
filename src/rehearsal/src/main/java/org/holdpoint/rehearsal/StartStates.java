package org.holdpoint.rehearsal;

import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.holdpoint.rehearsal.scenario.Scenario;
import org.holdpoint.rehearsal.scenario.Scenario.Orbit;
import org.holdpoint.rehearsal.scenario.Scenario.StartState;
import org.holdpoint.world.RelativeState;
import org.holdpoint.world.TargetOrbit;
import org.holdpoint.world.orbitfile.StateCovariance;
import org.holdpoint.world.sample.Xyz;
import org.holdpoint.world.state.NoiseStream;
import org.jspecify.annotations.Nullable;
import org.orekit.frames.LOFType;
import org.orekit.frames.Transform;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.PVCoordinates;

/**
 * Where both spacecraft truly start: what the scenario says, and where it gives a covariance, an
 * error drawn by the run's seed.
 */
final class StartStates {
  private StartStates() {}

  /** Target's position and velocity, GCRF. */
  static double[] target_I(Scenario scenario, long seed) {
    StartState start = scenario.targetStart();
    return start == null
        ? orbit(scenario, null).rv_I(Scenario.MU_M3_S2)
        : drawn(start, seed, "start/target");
  }

  /** The target's orbit: as the scenario's elements have it, or through its state. */
  static TargetOrbit orbit(Scenario scenario, double @Nullable [] target_I) {
    Orbit orbit = scenario.orbit();
    if (orbit != null) {
      return orbit.inWorld();
    }
    if (target_I == null) {
      throw new IllegalStateException("a scenario has an orbit or a start of its target");
    }
    return TargetOrbit.of(target_I, Scenario.MU_M3_S2);
  }

  /** Chaser relative to the target. */
  static RelativeState chaser(Scenario scenario, double[] target_I, long seed) {
    StartState start = scenario.chaserStart();
    if (start == null) {
      return new RelativeState(new Xyz(0, scenario.vbar_m(), 0), new Xyz(0, 0, 0));
    }
    double[] rv = drawn(start, seed, "start/chaser");
    return start.relative()
        ? new RelativeState(new Xyz(rv[0], rv[1], rv[2]), new Xyz(rv[3], rv[4], rv[5]))
        : RelativeState.of(target_I, rv);
  }

  private static double[] drawn(StartState start, long seed, String stream) {
    double[] rv = start.rv().clone();
    StateCovariance covariance = start.covariance();
    if (covariance == null) {
      return rv;
    }
    double[] error = covariance.draw(new NoiseStream(seed, stream));
    if (start.covarianceInQsw() && !start.relative()) {
      error = turnedFromQsw(error, rv);
    }
    for (int i = 0; i < 6; i++) {
      rv[i] += error[i];
    }
    return rv;
  }

  /** Axes as they stand at the epoch: a covariance in a local frame does not turn with it. */
  private static double[] turnedFromQsw(double[] error, double[] rv_I) {
    Transform toQsw =
        LOFType.QSW.transformFromInertial(
            AbsoluteDate.ARBITRARY_EPOCH,
            new PVCoordinates(
                new Vector3D(rv_I[0], rv_I[1], rv_I[2]), new Vector3D(rv_I[3], rv_I[4], rv_I[5])));
    Vector3D r = toQsw.getRotation().applyInverseTo(new Vector3D(error[0], error[1], error[2]));
    Vector3D v = toQsw.getRotation().applyInverseTo(new Vector3D(error[3], error[4], error[5]));
    return new double[] {r.getX(), r.getY(), r.getZ(), v.getX(), v.getY(), v.getZ()};
  }
}
