package org.holdpoint.benchmarks;

import org.hipparchus.ode.nonstiff.ClassicalRungeKuttaIntegrator;
import org.holdpoint.world.BodyProperties;
import org.holdpoint.world.TruthSnapshot;
import org.holdpoint.world.TruthWorld;
import org.holdpoint.world.environment.WorldData;
import org.holdpoint.world.reference.OrekitReference;
import org.holdpoint.world.sample.Xyz;
import org.orekit.propagation.numerical.NumericalPropagator;

/** How fast Orekit's numerical propagators take both spacecraft, with the same forces. */
final class OrekitSpeed {
  private static final double STEP_S = 1;
  private static final double WARM_UP_S = 1200;
  private static final double MEASURED_S = 5400;

  private OrekitSpeed() {}

  /** Real-time factor at classical Runge-Kutta steps of one second. */
  static double oneCore(ActuatorTape tape) {
    TruthWorld world = tape.world();
    TruthSnapshot start = world.truth();
    long tai_ns = world.tai_ns();
    NumericalPropagator[] both = {
      propagator(start.r_T_I_m(), start.v_T_I_m_s(), tai_ns, world, world.configuration().target()),
      propagator(start.r_C_I_m(), start.v_C_I_m_s(), tai_ns, world, world.configuration().chaser())
    };
    propagate(both, tai_ns, WARM_UP_S);
    long begin_ns = System.nanoTime();
    propagate(both, tai_ns, WARM_UP_S + MEASURED_S);
    return MEASURED_S / (1e-9 * (System.nanoTime() - begin_ns));
  }

  private static void propagate(NumericalPropagator[] both, long start_tai_ns, double until_s) {
    for (NumericalPropagator each : both) {
      var unused = each.propagate(WorldData.get().date(start_tai_ns + (long) (1e9 * until_s)));
    }
  }

  private static NumericalPropagator propagator(
      Xyz r, Xyz v, long tai_ns, TruthWorld world, BodyProperties of) {
    return OrekitReference.propagator(
        new ClassicalRungeKuttaIntegrator(STEP_S),
        new double[] {r.x(), r.y(), r.z(), v.x(), v.y(), v.z()},
        tai_ns,
        of,
        of.mass_kg(),
        world.configuration());
  }
}
