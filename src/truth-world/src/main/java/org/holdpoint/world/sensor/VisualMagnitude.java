package org.holdpoint.world.sensor;

import org.hipparchus.util.FastMath;

/** How bright a sunlit body looks. */
public final class VisualMagnitude {
  private static final double SUN = -26.74;

  private VisualMagnitude() {}

  /**
   * Visual magnitude of a diffuse (Lambertian) sphere in full sunlight at 1 au: the share of the
   * Sun's light that reaches the observer is 2 albedo A (sin p + (pi - p) cos p) / (3 pi^2 d^2)
   * (Vallado and Cefola, Aerosp. Sci. 2010; Krag, 1974).
   *
   * @param area_m2 cross section A
   * @param albedo share of light that is scattered, 0 to 1
   * @param phase_rad angle p at the body between Sun and observer, 0 to pi
   * @param range_m distance d, above 0
   * @return larger is fainter; positive infinity at full phase angle
   */
  public static double ofSphere(double area_m2, double albedo, double phase_rad, double range_m) {
    double phase = FastMath.sin(phase_rad) + (FastMath.PI - phase_rad) * FastMath.cos(phase_rad);
    double share =
        2 * albedo * area_m2 * phase / (3 * FastMath.PI * FastMath.PI * range_m * range_m);
    return share > 0 ? SUN - 2.5 * FastMath.log10(share) : Double.POSITIVE_INFINITY;
  }
}
