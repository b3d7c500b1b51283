package org.holdpoint.world.sensor;

/** A ray and a box: the slab method (Kay and Kajiya, 1986). */
final class Box {
  private Box() {}

  /**
   * Where a ray enters a box about the origin, along its axes.
   *
   * @param from start of the ray, outside the box
   * @param along its direction, unit vector
   * @param half half dimensions of the box
   * @return distance from the start in the unit of the inputs; infinite when the ray misses
   */
  static double entry_m(double[] from, double[] along, double[] half) {
    double enters = 0;
    double leaves = Double.POSITIVE_INFINITY;
    for (int i = 0; i < 3; i++) {
      if (along[i] == 0) {
        if (Math.abs(from[i]) > half[i]) {
          return Double.POSITIVE_INFINITY;
        }
        continue;
      }
      double one = (-half[i] - from[i]) / along[i];
      double other = (half[i] - from[i]) / along[i];
      enters = Math.max(enters, Math.min(one, other));
      leaves = Math.min(leaves, Math.max(one, other));
    }
    return enters <= leaves ? enters : Double.POSITIVE_INFINITY;
  }
}
