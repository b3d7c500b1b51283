package org.holdpoint.flight.navigation.far;

import org.hipparchus.util.FastMath;
import org.holdpoint.flight.navigation.Noise;
import org.holdpoint.flight.navigation.OrbitModel;
import org.holdpoint.motion.OrbitalElements;

/** An orbit as wrong as a cue is: turned along and across its plane, and faster or slower. */
final class CueDraw {
  private CueDraw() {}

  static double[] of(double[] truth, Cue cue, Noise noise) {
    OrbitalElements old =
        OrbitalElements.of(
            OrbitModel.position(truth), OrbitModel.velocity(truth), OrbitModel.MU_M3_S2);
    double a = old.a_m();
    double da = cue.semiMajorAxis_m() * noise.gaussian();
    double along = cue.alongTrack_m() * noise.gaussian() / a;
    double tilt = cue.crossTrack_m() * noise.gaussian() / a;
    double node = cue.crossTrack_m() * noise.gaussian() / a / FastMath.sin(old.i_rad());
    double latitude = old.perigee_rad() + old.meanAnomaly_rad();
    // The apsis goes to the place where the speed is wrong.
    double ex = old.e() * FastMath.cos(old.perigee_rad()) + da / a * FastMath.cos(latitude);
    double ey = old.e() * FastMath.sin(old.perigee_rad()) + da / a * FastMath.sin(latitude);
    double perigee = FastMath.atan2(ey, ex);
    OrbitalElements told =
        new OrbitalElements(
            a + da,
            FastMath.hypot(ex, ey),
            old.i_rad() + tilt,
            old.node_rad() + node,
            perigee,
            latitude + along - FastMath.cos(old.i_rad()) * node - perigee);
    double[] out = new double[6];
    OrbitModel.set(
        out, told.position_I_m(OrbitModel.MU_M3_S2), told.velocity_I_m_s(OrbitModel.MU_M3_S2));
    return out;
  }
}
