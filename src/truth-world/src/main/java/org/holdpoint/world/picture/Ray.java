package org.holdpoint.world.picture;

import org.holdpoint.world.picture.Finish.Look;

/** A ray, and the nearest place that it has met so far. */
final class Ray {
  final double[] from = new double[3];
  final double[] along = new double[3];

  /** Where it ends; what lies beyond is not met. */
  double t;

  /** Outward normal at the place met, on the side the ray comes from. */
  final double[] normal = new double[3];

  /** Directions of u and v there. */
  final double[] right = new double[3];

  final double[] up = new double[3];
  double u;
  double v;
  Finish finish = Finish.BLACK;
  final Look look = new Look();

  /** The ray in a shape's own axes; scratch. */
  final double[] o = new double[3];

  final double[] d = new double[3];

  void start(double[] origin, double[] direction, double end) {
    System.arraycopy(origin, 0, from, 0, 3);
    System.arraycopy(direction, 0, along, 0, 3);
    t = end;
  }

  double at(int axis) {
    return from[axis] + t * along[axis];
  }
}
