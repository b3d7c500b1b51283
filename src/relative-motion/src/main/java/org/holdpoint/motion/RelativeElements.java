package org.holdpoint.motion;

import org.hipparchus.util.FastMath;

/**
 * Quasi-nonsingular relative orbital elements, dimensionless or radians. D'Amico, "Autonomous
 * formation flying in low Earth orbit" (2010), eq. 2.2. Near-circular chief, inclination not 0.
 *
 * @param da (ad - ac) / ac
 * @param dl (ud - uc) + cos(i) (node d - node c), u the mean argument of latitude
 * @param dex difference of e cos(perigee)
 * @param dey difference of e sin(perigee)
 * @param dix difference of inclination
 * @param diy sin(i) times the difference of the nodes
 */
public record RelativeElements(
    double da, double dl, double dex, double dey, double dix, double diy) {

  /** Of a deputy relative to a chief. */
  public static RelativeElements of(OrbitalElements chief, OrbitalElements deputy) {
    double node = OrbitalElements.reduced(deputy.node_rad() - chief.node_rad());
    double latitude =
        OrbitalElements.reduced(
            deputy.perigee_rad()
                + deputy.meanAnomaly_rad()
                - chief.perigee_rad()
                - chief.meanAnomaly_rad());
    return new RelativeElements(
        (deputy.a_m() - chief.a_m()) / chief.a_m(),
        latitude + FastMath.cos(chief.i_rad()) * node,
        deputy.e() * FastMath.cos(deputy.perigee_rad())
            - chief.e() * FastMath.cos(chief.perigee_rad()),
        deputy.e() * FastMath.sin(deputy.perigee_rad())
            - chief.e() * FastMath.sin(chief.perigee_rad()),
        deputy.i_rad() - chief.i_rad(),
        FastMath.sin(chief.i_rad()) * node);
  }

  /**
   * Smallest radial-normal distance over an orbit, for any along-track separation. D'Amico (2010),
   * eq. 2.22. Needs da = 0, a near-circular chief and |r|/a below 0.5 %.
   *
   * @param a_m semi-major axis of the chief
   * @return metres, 0 when the e and i vectors are perpendicular or one of them is null
   */
  public double smallestRadialNormalDistance_m(double a_m) {
    double e2 = dex * dex + dey * dey;
    double i2 = dix * dix + diy * diy;
    double dot = Math.abs(dex * dix + dey * diy);
    double sum = FastMath.hypot(dex + dix, dey + diy);
    double difference = FastMath.hypot(dex - dix, dey - diy);
    double below = e2 + i2 + sum * difference;
    return below == 0 ? 0 : FastMath.sqrt(2) * a_m * dot / Math.sqrt(below);
  }
}
