package org.holdpoint.benchmarks;

import java.time.Instant;
import org.holdpoint.world.BodyProperties;
import org.holdpoint.world.RelativeState;
import org.holdpoint.world.TargetOrbit;
import org.holdpoint.world.TruthSnapshot;
import org.holdpoint.world.TruthWorld;
import org.holdpoint.world.WorldConfiguration;
import org.holdpoint.world.reference.OrekitReference;
import org.holdpoint.world.sample.Xyz;

/**
 * How far a passive world is from Orekit's DormandPrince853 with its own force models. The target
 * has half the chaser's ballistic coefficient, so that the two are driven apart.
 */
final class WorldAccuracy {
  private static final Instant EPOCH = Instant.parse("2027-03-04T06:00:00Z");
  private static final TargetOrbit NOON = new TargetOrbit(500, 0.0005, 97.4, -15, 20);
  private static final BodyProperties HEAVY = new BodyProperties(500, 1.5, 2.2, 1.3);
  private static final double CHASER_MASS_KG = 250;
  private static final long TICKS_PER_HOUR = 36_000;
  private static final int[] OFF = new int[16];
  private static final double[] NO_TORQUE = new double[3];

  private WorldAccuracy() {}

  /** Errors after some hours. */
  record Errors(double relative_m, double absolute_m) {}

  /** Coasts from a rest on V-bar and compares after each number of hours, in ascending order. */
  static Errors[] coast(double separation_m, int... hours) {
    WorldConfiguration configuration =
        WorldConfiguration.nominal(EPOCH, 1, NOON, new Xyz(0, -separation_m, 0), new Xyz(0, 0, 0))
            .withTarget(HEAVY);
    TruthWorld world = TruthWorld.create(configuration);
    TruthSnapshot start = world.truth();
    long from = world.tai_ns();
    double[] target = six(start.r_T_I_m(), start.v_T_I_m_s());
    double[] chaser = six(start.r_C_I_m(), start.v_C_I_m_s());
    Errors[] errors = new Errors[hours.length];
    for (int i = 0; i < hours.length; i++) {
      while (world.tick() < hours[i] * TICKS_PER_HOUR) {
        world.move(OFF, NO_TORQUE);
      }
      long to = world.tai_ns();
      target =
          OrekitReference.propagate(
              target, from, to, configuration.target(), HEAVY.mass_kg(), configuration);
      chaser =
          OrekitReference.propagate(
              chaser, from, to, configuration.chaser(), CHASER_MASS_KG, configuration);
      from = to;
      TruthSnapshot end = world.truth();
      errors[i] =
          new Errors(
              distance(RelativeState.of(target, chaser).r_CT_L_m(), end.r_CT_L_m()),
              Math.max(
                  distance(Xyz.of(target, 0), end.r_T_I_m()),
                  distance(Xyz.of(chaser, 0), end.r_C_I_m())));
    }
    return errors;
  }

  private static double[] six(Xyz r, Xyz v) {
    return new double[] {r.x(), r.y(), r.z(), v.x(), v.y(), v.z()};
  }

  private static double distance(Xyz a, Xyz b) {
    return new Xyz(a.x() - b.x(), a.y() - b.y(), a.z() - b.z()).norm();
  }
}
