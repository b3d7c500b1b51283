package org.holdpoint.world.picture;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.util.FastMath;

/**
 * A solid or sheet that rays can meet. Its own axes are the rows of a matrix that takes components
 * of the target's body frame to them.
 */
abstract sealed class Shape {
  private static final double NEAREST_M = 1e-6;

  final double[] centre_T_m;
  final double[] toOwn;

  private Shape(double[] centre_T_m, double[] toOwn) {
    this.centre_T_m = centre_T_m.clone();
    this.toOwn = toOwn.clone();
  }

  /** Shortens the ray to where it meets this shape, if it does before its end. */
  abstract boolean meet(Ray ray);

  /** Parts of the surface, in an order that only depends on the shape's kind and dimensions. */
  abstract List<Facet> facets(String name);

  final void toOwnAxes(Ray ray) {
    for (int i = 0; i < 3; i++) {
      double a = toOwn[3 * i];
      double b = toOwn[3 * i + 1];
      double c = toOwn[3 * i + 2];
      ray.o[i] =
          a * (ray.from[0] - centre_T_m[0])
              + b * (ray.from[1] - centre_T_m[1])
              + c * (ray.from[2] - centre_T_m[2]);
      ray.d[i] = a * ray.along[0] + b * ray.along[1] + c * ray.along[2];
    }
  }

  final void fromOwn(double[] own, double[] to_T) {
    for (int i = 0; i < 3; i++) {
      to_T[i] = toOwn[i] * own[0] + toOwn[3 + i] * own[1] + toOwn[6 + i] * own[2];
    }
  }

  final double[] place_T_m(double[] own) {
    double[] place = new double[3];
    fromOwn(own, place);
    return Vec.plus(centre_T_m, place, 1);
  }

  final double[] direction_T(double[] own) {
    double[] direction = new double[3];
    fromOwn(own, direction);
    return direction;
  }

  /** A box with a finish for each side, in the order +x, -x, +y, -y, +z, -z of its own axes. */
  static final class Box extends Shape {
    private static final double[][] NORMAL = {
      {1, 0, 0}, {-1, 0, 0}, {0, 1, 0}, {0, -1, 0}, {0, 0, 1}, {0, 0, -1}
    };

    /** Up on a side is -z, on the sides along z +x; right is up x normal. */
    private static final double[][] UP = {
      {0, 0, -1}, {0, 0, -1}, {0, 0, -1}, {0, 0, -1}, {1, 0, 0}, {1, 0, 0}
    };

    private final double[] half_m;
    private final Finish[] finish;
    private final double facet_m;

    Box(double[] centre_T_m, double[] toOwn, double[] half_m, Finish[] finish, double facet_m) {
      super(centre_T_m, toOwn);
      this.half_m = half_m.clone();
      this.finish = finish.clone();
      this.facet_m = facet_m;
    }

    @Override
    boolean meet(Ray ray) {
      toOwnAxes(ray);
      double in = -Double.MAX_VALUE;
      double out = Double.MAX_VALUE;
      int axis = -1;
      for (int i = 0; i < 3; i++) {
        if (ray.d[i] == 0) {
          if (Math.abs(ray.o[i]) > half_m[i]) {
            return false;
          }
          continue;
        }
        double inverse = 1 / ray.d[i];
        double near = (-half_m[i] - ray.o[i]) * inverse;
        double far = (half_m[i] - ray.o[i]) * inverse;
        double first = Math.min(near, far);
        if (first > in) {
          in = first;
          axis = i;
        }
        out = Math.min(out, Math.max(near, far));
      }
      if (in > out || in < NEAREST_M || in >= ray.t || axis < 0) {
        return false;
      }
      ray.t = in;
      int side = 2 * axis + (ray.d[axis] > 0 ? 1 : 0);
      double[] up = UP[side];
      double[] right = Vec.cross(up, NORMAL[side]);
      double[] place = Vec.plus(ray.o, ray.d, in);
      ray.u = Vec.dot(place, right);
      ray.v = Vec.dot(place, up);
      ray.finish = finish[side];
      fromOwn(NORMAL[side], ray.normal);
      fromOwn(right, ray.right);
      fromOwn(up, ray.up);
      return true;
    }

    @Override
    List<Facet> facets(String name) {
      List<Facet> facets = new ArrayList<>();
      for (int side = 0; side < 6; side++) {
        double[] up = UP[side];
        double[] right = Vec.cross(up, NORMAL[side]);
        double halfU = Math.abs(Vec.dot(right, half_m));
        double halfV = Math.abs(Vec.dot(up, half_m));
        double halfN = Math.abs(Vec.dot(NORMAL[side], half_m));
        if (Math.min(halfU, halfV) < 0.25 * facet_m) {
          continue; // the edge of a sheet
        }
        int columns = (int) Math.max(1, Math.rint(2 * halfU / facet_m));
        int rows = (int) Math.max(1, Math.rint(2 * halfV / facet_m));
        for (int i = 0; i < columns * rows; i++) {
          double u = halfU * ((2 * (i % columns) + 1.0) / columns - 1);
          double v = halfV * ((2 * (i / columns) + 1.0) / rows - 1);
          double[] own = Vec.plus(Vec.plus(Vec.scaled(NORMAL[side], halfN), right, u), up, v);
          facets.add(
              new Facet(
                  name + " " + "+-".charAt(side % 2) + "xyz".charAt(side / 2) + " " + (i + 1),
                  place_T_m(own),
                  direction_T(NORMAL[side]),
                  4 * halfU * halfV / (columns * rows)));
        }
      }
      return facets;
    }
  }

  /** A tube about its own z, from -half to +half; its ends are open or closed. */
  static final class Tube extends Shape {
    private final double radius_m;
    private final double half_m;
    private final boolean closed;
    private final Finish side;
    private final Finish end;

    Tube(
        double[] centre_T_m,
        double[] toOwn,
        double radius_m,
        double half_m,
        boolean closed,
        Finish side,
        Finish end) {
      super(centre_T_m, toOwn);
      this.radius_m = radius_m;
      this.half_m = half_m;
      this.closed = closed;
      this.side = side;
      this.end = end;
    }

    @Override
    boolean meet(Ray ray) {
      toOwnAxes(ray);
      double[] o = ray.o;
      double[] d = ray.d;
      boolean met = false;
      double a = d[0] * d[0] + d[1] * d[1];
      double b = o[0] * d[0] + o[1] * d[1];
      double c = o[0] * o[0] + o[1] * o[1] - radius_m * radius_m;
      double root = b * b - a * c;
      if (a > 0 && root >= 0) {
        double s = Math.sqrt(root);
        met = wall(ray, (-b - s) / a) || wall(ray, (-b + s) / a);
      }
      if (closed && d[2] != 0) {
        double top = d[2] < 0 ? half_m : -half_m;
        double t = (top - o[2]) / d[2];
        double x = o[0] + t * d[0];
        double y = o[1] + t * d[1];
        if (t > NEAREST_M && t < ray.t && x * x + y * y <= radius_m * radius_m) {
          ray.t = t;
          ray.u = x;
          ray.v = y;
          ray.finish = end;
          fromOwn(Vec.of(0, 0, FastMath.signum(top)), ray.normal);
          fromOwn(Vec.of(1, 0, 0), ray.right);
          fromOwn(Vec.of(0, 1, 0), ray.up);
          met = true;
        }
      }
      return met;
    }

    private boolean wall(Ray ray, double t) {
      double z = ray.o[2] + t * ray.d[2];
      if (t < NEAREST_M || t >= ray.t || Math.abs(z) > half_m) {
        return false;
      }
      double x = (ray.o[0] + t * ray.d[0]) / radius_m;
      double y = (ray.o[1] + t * ray.d[1]) / radius_m;
      double facing = x * ray.d[0] + y * ray.d[1] > 0 ? -1 : 1;
      ray.t = t;
      ray.u = radius_m * FastMath.atan2(y, x);
      ray.v = z;
      ray.finish = side;
      fromOwn(Vec.of(facing * x, facing * y, 0), ray.normal);
      fromOwn(Vec.of(-y, x, 0), ray.right);
      fromOwn(Vec.of(0, 0, 1), ray.up);
      return true;
    }

    /** Too thin to be judged by itself. */
    @Override
    List<Facet> facets(String name) {
      return List.of();
    }
  }

  /** A part of a sphere around its own +z: a dish opens towards the sphere's centre. */
  static final class Cap extends Shape {
    private final double radius_m;
    private final double lowest_m;
    private final Finish inside;
    private final Finish outside;

    /**
     * @param centre_T_m of the sphere
     * @param lowest_m own z at the rim: -radius for the whole sphere
     */
    Cap(
        double[] centre_T_m,
        double[] toOwn,
        double radius_m,
        double lowest_m,
        Finish inside,
        Finish outside) {
      super(centre_T_m, toOwn);
      this.radius_m = radius_m;
      this.lowest_m = lowest_m;
      this.inside = inside;
      this.outside = outside;
    }

    @Override
    boolean meet(Ray ray) {
      toOwnAxes(ray);
      double a = Vec.dot(ray.d, ray.d);
      double b = Vec.dot(ray.o, ray.d);
      double root = b * b - a * (Vec.dot(ray.o, ray.o) - radius_m * radius_m);
      if (root < 0) {
        return false;
      }
      double s = Math.sqrt(root);
      return skin(ray, (-b - s) / a) || skin(ray, (-b + s) / a);
    }

    private boolean skin(Ray ray, double t) {
      double z = ray.o[2] + t * ray.d[2];
      if (t < NEAREST_M || t >= ray.t || z < lowest_m) {
        return false;
      }
      double[] n = Vec.scaled(Vec.plus(ray.o, ray.d, t), 1 / radius_m);
      boolean fromInside = Vec.dot(n, ray.d) > 0;
      ray.t = t;
      ray.u = radius_m * n[0];
      ray.v = radius_m * n[1];
      ray.finish = fromInside ? inside : outside;
      double[] right = Vec.across(n);
      fromOwn(Vec.scaled(n, fromInside ? -1 : 1), ray.normal);
      fromOwn(right, ray.right);
      fromOwn(Vec.cross(n, right), ray.up);
      return true;
    }

    /** Eight around, inside and outside. */
    @Override
    List<Facet> facets(String name) {
      List<Facet> facets = new ArrayList<>();
      double tilt = 0.6 * FastMath.acos(lowest_m / radius_m);
      double area_m2 = 2 * FastMath.PI * radius_m * (radius_m - lowest_m) / 8;
      for (int i = 0; i < 16; i++) {
        double azimuth = i % 8 * FastMath.PI / 4;
        double[] n =
            Vec.of(
                FastMath.sin(tilt) * FastMath.cos(azimuth),
                FastMath.sin(tilt) * FastMath.sin(azimuth),
                FastMath.cos(tilt));
        boolean within = i < 8;
        facets.add(
            new Facet(
                name + (within ? " inside " : " outside ") + (i % 8 + 1),
                place_T_m(Vec.scaled(n, radius_m)),
                direction_T(Vec.scaled(n, within ? -1 : 1)),
                area_m2));
      }
      return facets;
    }
  }
}
