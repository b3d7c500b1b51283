package org.holdpoint.rehearsal;

import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.holdpoint.rehearsal.scenario.Scenario;
import org.holdpoint.rehearsal.scenario.Scenario.Behind;
import org.holdpoint.rehearsal.scenario.Scenario.Orbit;
import org.holdpoint.rehearsal.scenario.Scenario.StartState;
import org.holdpoint.world.RelativeState;
import org.holdpoint.world.TargetOrbit;
import org.holdpoint.world.orbitfile.StateCovariance;
import org.holdpoint.world.sample.Xyz;
import org.holdpoint.world.state.NoiseStream;
import org.jspecify.annotations.Nullable;
import org.orekit.frames.Frame;
import org.orekit.frames.LOFType;
import org.orekit.frames.Transform;
import org.orekit.orbits.KeplerianOrbit;
import org.orekit.propagation.analytical.EcksteinHechlerPropagator;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.PVCoordinates;

/**
 * Where both spacecraft truly start: what the scenario says, and where it gives a covariance, an
 * error drawn by the run's seed.
 */
final class StartStates {
  /** EGM2008, not normalised. */
  private static final double C20 = -1.0826355e-3;

  private static final double C30 = 2.5324e-6;
  private static final double C40 = 1.6199e-6;
  private static final double C50 = 2.2775e-7;
  private static final double C60 = -5.4068e-7;

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
    Behind behind = scenario.behind();
    if (behind != null) {
      return RelativeState.of(target_I, behind_I(behind, target_I));
    }
    if (start == null) {
      return new RelativeState(new Xyz(0, scenario.vbar_m(), 0), new Xyz(0, 0, 0));
    }
    double[] rv = drawn(start, seed, "start/chaser");
    return start.relative()
        ? new RelativeState(new Xyz(rv[0], rv[1], rv[2]), new Xyz(rv[3], rv[4], rv[5]))
        : RelativeState.of(target_I, rv);
  }

  /**
   * Where the target was some minutes ago, by an analytic orbit with the zonal harmonics: on the
   * same mean orbit, which the osculating elements at another place would not be (J2 moves them by
   * kilometres). Below: smaller as a whole.
   */
  private static double[] behind_I(Behind behind, double[] target_I) {
    KeplerianOrbit orbit =
        new KeplerianOrbit(
            pv(target_I), Frame.getRoot(), AbsoluteDate.ARBITRARY_EPOCH, Scenario.MU_M3_S2);
    double before_s = behind.behind_m() / (orbit.getA() * orbit.getKeplerianMeanMotion());
    PVCoordinates then =
        new EcksteinHechlerPropagator(orbit, 6378136.3, Scenario.MU_M3_S2, C20, C30, C40, C50, C60)
            .propagate(AbsoluteDate.ARBITRARY_EPOCH.shiftedBy(-before_s))
            .getPVCoordinates(Frame.getRoot());
    double smaller = 1 - behind.below_m() / orbit.getA();
    Vector3D r = then.getPosition().scalarMultiply(smaller);
    Vector3D v = then.getVelocity().scalarMultiply(1 / Math.sqrt(smaller));
    return new double[] {r.getX(), r.getY(), r.getZ(), v.getX(), v.getY(), v.getZ()};
  }

  private static PVCoordinates pv(double[] rv_I) {
    return new PVCoordinates(
        new Vector3D(rv_I[0], rv_I[1], rv_I[2]), new Vector3D(rv_I[3], rv_I[4], rv_I[5]));
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
