package org.holdpoint.world.sensor;

import org.hipparchus.util.FastMath;

/**
 * A chaser at 500 km that looks along its velocity, +x body, at a target before it; +y is down, +z
 * along the orbit normal. The Sun stands where the test wants it.
 */
final class Scene {
  static final double RADIUS_M = 6_878_137;
  private static final double AU_M = 1.496e11;

  private Scene() {}

  /** With the Sun along +z and the target this far ahead. */
  static Situation ahead(double range_m) {
    return of(new double[] {0, range_m, 0}, new double[] {0, 0, 1});
  }

  /**
   * @param offset_I_m target from chaser: up, ahead, along the normal
   * @param sun_I unit vector to the Sun in the same axes
   */
  static Situation of(double[] offset_I_m, double[] sun_I) {
    Situation now = new Situation();
    now.tai_ns = 1_000_000_000L;
    now.chaser_I[0] = RADIUS_M;
    now.chaser_I[4] = 7_612;
    now.body[0] = FastMath.sqrt(0.5);
    now.body[3] = -FastMath.sqrt(0.5);
    now.body[7] = 0.4;
    now.q_TI[0] = 1;
    now.propellant_kg = 12;
    now.chaserLit = true;
    now.targetLit = true;
    now.targetSize_m = 2;
    now.targetArea_m2 = 2.8;
    now.hull_m[0] = 0.8;
    now.hull_m[1] = 1;
    now.hull_m[2] = 0.8;
    now.targetCooperative = true;
    double[] target_I = now.chaser_I.clone();
    double[] sun_I_m = new double[3];
    for (int i = 0; i < 3; i++) {
      target_I[i] += offset_I_m[i];
      sun_I_m[i] = AU_M * sun_I[i];
    }
    now.look(target_I, sun_I_m);
    return now;
  }
}
