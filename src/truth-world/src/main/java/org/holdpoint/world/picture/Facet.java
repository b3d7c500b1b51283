package org.holdpoint.world.picture;

/**
 * A part of the target's surface.
 *
 * @param name the part that it belongs to, its side, and its number there
 * @param centre_T_m the target's body frame
 * @param normal_T unit vector outwards
 * @param area_m2 its weight in the coverage
 */
record Facet(String name, double[] centre_T_m, double[] normal_T, double area_m2) {
  Facet {
    centre_T_m = centre_T_m.clone();
    normal_T = normal_T.clone();
  }

  @Override
  public double[] centre_T_m() {
    return centre_T_m.clone();
  }

  @Override
  public double[] normal_T() {
    return normal_T.clone();
  }
}
