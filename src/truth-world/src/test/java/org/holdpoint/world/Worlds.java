package org.holdpoint.world;

import java.time.Instant;
import java.util.List;
import org.holdpoint.world.sample.Xyz;

/** Worlds for tests. */
final class Worlds {
  static final Instant EPOCH = Instant.parse("2027-03-04T06:00:00Z");
  static final TargetOrbit DAWN_DUSK = new TargetOrbit(500, 0.0005, 97.4, 75, 20);
  static final TargetOrbit NOON = new TargetOrbit(500, 0.0005, 97.4, -15, 20);

  /** 250 kg with propellant, as the chaser. */
  static final BodyProperties LIKE_CHASER = new BodyProperties(250, 1.5, 2.2, 1.3);

  private Worlds() {}

  /** Behind the target on V-bar, at rest, in full light. */
  static WorldConfiguration vbar(double y_m, long seed) {
    return WorldConfiguration.nominal(EPOCH, seed, DAWN_DUSK, new Xyz(0, y_m, 0), new Xyz(0, 0, 0));
  }

  /** The same with another orbit and bodies of equal ballistic coefficient. */
  static WorldConfiguration alike(TargetOrbit orbit, double y_m) {
    return with(orbit, new Xyz(0, y_m, 0), LIKE_CHASER, TargetAttitude.NADIR_FIXED);
  }

  static WorldConfiguration with(
      TargetOrbit orbit, Xyz r_CT_L_m, BodyProperties target, TargetAttitude attitude) {
    return new WorldConfiguration(
        EPOCH,
        1,
        orbit,
        r_CT_L_m,
        new Xyz(0, 0, 0),
        BodyProperties.CHASER,
        12,
        target,
        TargetHull.NOMINAL,
        attitude,
        EnvironmentChoice.NOMINAL,
        List.of());
  }

  static void coast(TruthWorld world, long ticks) {
    int[] off = new int[16];
    double[] torque = new double[3];
    for (long i = 0; i < ticks; i++) {
      world.step(off, torque);
    }
  }

  static int[] only(int thruster, int on_ms) {
    int[] on = new int[16];
    on[thruster] = on_ms;
    return on;
  }
}
