package org.holdpoint.flight.navigation.far;

import org.hipparchus.util.FastMath;
import org.holdpoint.flight.navigation.OrbitModel;
import org.holdpoint.motion.OrbitalElements;
import org.holdpoint.motion.RelativeElements;
import org.holdpoint.motion.Vec3;

/**
 * Mean relative elements: osculating ones averaged over one revolution of both orbits, carried by
 * the flight model without thrust. (J2 moves each semi-major axis by 9.6 km twice an orbit; 2,000
 * km apart the osculating ones differ by 5 km though the mean ones agree.) The longitude is brought
 * back to now by its drift.
 */
final class MeanElements {
  private static final int SAMPLES = 40;

  private MeanElements() {}

  /** Of the target relative to the chaser. */
  static Roe6 of(double[] target_I, Vec3 r_C_I_m, Vec3 v_C_I_m_s, OrbitModel model) {
    double[] target = target_I.clone();
    double[] chaser = new double[6];
    OrbitModel.set(chaser, r_C_I_m, v_C_I_m_s);
    double n = OrbitModel.meanMotion_rad_s(chaser);
    double a = FastMath.cbrt(OrbitModel.MU_M3_S2 / (n * n));
    double period_s = 2 * Math.PI / n;
    double step_s = period_s / (2 * SAMPLES);
    double[] sum = new double[6];
    for (int i = 0; i < SAMPLES; i++) {
      model.advance(chaser, step_s);
      model.advance(target, step_s);
      add(RelativeElements.of(elements(chaser), elements(target)), sum);
      model.advance(chaser, step_s);
      model.advance(target, step_s);
    }
    double da = sum[0] / SAMPLES;
    double dl = sum[1] / SAMPLES + 1.5 * n * da * period_s / 2;
    return new Roe6(
        a * da,
        a * dl,
        a * sum[2] / SAMPLES,
        a * sum[3] / SAMPLES,
        a * sum[4] / SAMPLES,
        a * sum[5] / SAMPLES);
  }

  private static void add(RelativeElements now, double[] sum) {
    sum[0] += now.da();
    sum[1] += now.dl();
    sum[2] += now.dex();
    sum[3] += now.dey();
    sum[4] += now.dix();
    sum[5] += now.diy();
  }

  private static OrbitalElements elements(double[] state) {
    return OrbitalElements.of(
        OrbitModel.position(state), OrbitModel.velocity(state), OrbitModel.MU_M3_S2);
  }
}
