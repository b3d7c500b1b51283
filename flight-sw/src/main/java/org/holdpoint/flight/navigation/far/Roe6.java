package org.holdpoint.flight.navigation.far;

/**
 * Quasi-nonsingular mean relative orbital elements of the target relative to the chaser's own
 * orbit, each times the chaser's mean semi-major axis: metres. D'Amico (2010), eq. 2.2.
 *
 * @param a_da_m relative semi-major axis
 * @param a_dl_m relative mean longitude; positive when the target is ahead
 * @param a_dex_m relative eccentricity vector towards the node
 * @param a_dey_m relative eccentricity vector, 90 deg ahead of it
 * @param a_dix_m relative inclination
 * @param a_diy_m relative node times the sine of the inclination
 */
public record Roe6(
    double a_da_m, double a_dl_m, double a_dex_m, double a_dey_m, double a_dix_m, double a_diy_m) {
  public static final Roe6 ZERO = new Roe6(0, 0, 0, 0, 0, 0);
}
